// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/shown.h"

#include "core/json.h"
#include "core/message.h"

#include <gtest/gtest.h>

using namespace overlap::core;

TEST(Shown, BadUtf8IsFoundWhereItBegins)
{
    for (const std::string text : {"", "abc", "ä", "€", "😀", "\u07ff\u0800\uffff\U00010000\U0010ffff"})
        EXPECT_EQ(firstBadUtf8(text), std::string::npos) << text;
    for (const std::string bad :
         {"\x80", "\xff", "\xc3", "\xc0\xaf", "\xc1\xbf", "\xe0\x80\xaf", "\xe0\x9f\xbf", "\xed\xa0\x80",
          "\xed\xbf\xbf", "\xf0\x80\x80\xaf", "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf8\x88\x80\x80\x80",
          "\xe2\x82", "\xe2\x28\xa1", "\xc3\x28"})
        EXPECT_EQ(firstBadUtf8("ab" + bad), 2u);
}

TEST(Shown, PrintableKeepsLettersAndEscapesTheRest)
{
    EXPECT_EQ(printable("Größe €😀 日本"), "Größe €😀 日本");
    EXPECT_EQ(printable("a\nb\tc\x7f\u0085"), "a\\u000Ab\\u0009c\\u007F\\u0085");
    EXPECT_EQ(printable(std::string("a\0b", 3)), "a\\u0000b");
    EXPECT_EQ(printable("\xff\xc3"), "\\xFF\\xC3");
    EXPECT_EQ(printable("a\u202eb\u200bc\ufeff"), "a\\u202Eb\\u200Bc\\uFEFF") << "what turns or hides text";
    EXPECT_EQ(printable("\U000e0041"), "\\u0E0041");
}

TEST(Shown, ShownEscapesWhateverIsNotAscii)
{
    EXPECT_EQ(shown("thr\u0435ads"), "thr\\u0435ads");
    EXPECT_EQ(shown("😀"), "\\u01F600");
    EXPECT_EQ(shown("plain ~"), "plain ~");
}

TEST(Shown, LongTextsAreCutBetweenCharacters)
{
    EXPECT_EQ(shown(std::string(60, 'x')), std::string(60, 'x'));
    EXPECT_EQ(shown(std::string(61, 'x')), std::string(60, 'x') + "…");
    EXPECT_EQ(printable("äöü", 2), "äö…");
    EXPECT_LT(shown(std::string(10'000'000, '\n')).size(), 400u);
}

TEST(Shown, ControlCharactersAreFound)
{
    EXPECT_FALSE(hasControlCharacters("Größe 😀"));
    EXPECT_TRUE(hasControlCharacters("a\n"));
    EXPECT_TRUE(hasControlCharacters("\u0085"));
    EXPECT_TRUE(hasControlCharacters(std::string(1, '\0')));
}

TEST(Shown, MessagesAndErrorsAreOneLineWhateverTheirArguments)
{
    EXPECT_EQ(Message("“%1”", {"a\nb\xff"}).english(), "“a\\u000Ab\\xFF”");
    EXPECT_LT(Message("%1", {std::string(1'000'000, 'x')}).english().size(), 600u);
    EXPECT_STREQ(Error(Message("no"), "/tmp/a\nb").what(), "/tmp/a\\u000Ab: no");
    EXPECT_EQ(Error(Message("no"), "/tmp/a\nb").place(), "/tmp/a\nb");
}

TEST(Shown, WhatIsWrittenAsJsonIsUtf8)
{
    const std::string text = writeJson(Value("a\xffz\xe2\x82"), JsonStyle::compact);
    EXPECT_EQ(text, "\"a\uFFFDz\uFFFD\uFFFD\"");
    EXPECT_EQ(parseJson(text), Value("a\uFFFDz\uFFFD\uFFFD"));
}
