// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json.h"
#include "core/message.h"
#include "core/time.h"

#include <algorithm>
#include <chrono>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace overlap::core;
using ::testing::HasSubstr;

namespace {

/// The complaint about a text as "place: sentence"; empty where it is read.
std::string complaint(std::string_view text, const JsonLimits& limits = {})
{
    try {
        parseJson(text, limits);
        return {};
    } catch (const Error& error) {
        return error.what();
    }
}

/// Plain UTF-8 decoding, so that a test does not ask the code under test.
bool isUtf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const std::size_t length = byte < 0x80       ? 1
                                   : byte >> 5 == 6  ? 2
                                   : byte >> 4 == 14 ? 3
                                   : byte >> 3 == 30 ? 4
                                                     : 0;
        if (length == 0 || i + length > text.size())
            return false;
        for (std::size_t k = 1; k < length; ++k) {
            if ((static_cast<unsigned char>(text[i + k]) & 0xC0) != 0x80)
                return false;
        }
        i += length;
    }
    return true;
}

const std::string sample = R"({"a": [1, -2.5, "t\u00e9\"x"], "b": {"c": true, "d": null}, "e": 1e3})";

} // namespace

TEST(JsonReader, ReadsEveryKind)
{
    const Value value = parseJson(sample);
    EXPECT_EQ(value.find("a")->asArray()[0], Value(1));
    EXPECT_EQ(value.find("a")->asArray()[1], Value(-2.5));
    EXPECT_EQ(value.find("a")->asArray()[2], Value("té\"x"));
    EXPECT_EQ(*value.find("b")->find("c"), Value(true));
    EXPECT_TRUE(value.find("b")->find("d")->isNull());
    EXPECT_EQ(*value.find("e"), Value(1000.0));
}

TEST(JsonReader, ReadsAScalarDocument)
{
    EXPECT_EQ(parseJson("5"), Value(5));
    EXPECT_EQ(parseJson(" \"x\" "), Value("x"));
    EXPECT_EQ(parseJson("null"), Value());
}

TEST(JsonReader, ReadsTheWholeRangeOf64Bits)
{
    EXPECT_EQ(parseJson("9223372036854775807"), Value(INT64_MAX));
    EXPECT_EQ(parseJson("-9223372036854775808"), Value(INT64_MIN));
}

TEST(JsonReader, RefusesIntegersOutside64Bits)
{
    for (const char* number : {"9223372036854775808", "18446744073709551615", "18446744073709551616",
                               "-9223372036854775809", "1000000000000000000000000000000"}) {
        const std::string text = complaint("{\"n\": [0, " + std::string(number) + "]}");
        EXPECT_THAT(text, HasSubstr("too large")) << number;
        EXPECT_THAT(text, HasSubstr(": /n/1: ")) << number;
    }
}

TEST(JsonReader, RefusesRealsThatAreNone)
{
    EXPECT_EQ(complaint("[1e309]"), "1:7: /0: the number 1e309 is too large");
    EXPECT_THAT(complaint("[1e309]"), HasSubstr("too large"));
    EXPECT_THAT(complaint("[-1e309]"), HasSubstr("too large"));
    EXPECT_EQ(complaint("[1e308, 1e-400]"), "");
    for (const char* word :
         {"NaN", "nan", "Infinity", "-Infinity", "inf", "+1", "01", "1.", ".5", "0x10", "1e"})
        EXPECT_NE(complaint("[" + std::string(word) + "]"), "") << word;
    EXPECT_THAT(complaint("{\"a\": NaN}"), HasSubstr("1:7: /a: "));
    EXPECT_THAT(complaint("{\"a\": NaN}"), HasSubstr("this is not JSON"));
}

TEST(JsonReader, RefusesDuplicateKeysAtEveryDepth)
{
    EXPECT_THAT(complaint("{\"a\": 1,\n \"a\": 2}"), HasSubstr("2:4: /a: "));
    EXPECT_THAT(complaint("{\"a\": 1,\n \"a\": 2}"), HasSubstr("“a” stands twice"));
    EXPECT_THAT(complaint("[{\"x\": {\"k\": 1, \"\\u006b\": 2}}]"), HasSubstr(": /0/x/k: "));
    EXPECT_EQ(complaint("[{\"k\": 1}, {\"k\": 2}]"), "");
}

TEST(JsonReader, RefusesMoreThan64Levels)
{
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    EXPECT_EQ(complaint(nested(64)), "");
    EXPECT_THAT(complaint(nested(65)), HasSubstr("deeper than 64 levels"));
    EXPECT_THAT(complaint(nested(100'000)), HasSubstr("deeper than 64 levels"));
    EXPECT_THAT(complaint(std::string(100'000, '[')), HasSubstr("deeper than 64 levels"));
    std::string objects;
    for (int i = 0; i < 65; ++i)
        objects += "{\"a\":";
    EXPECT_THAT(complaint(objects), HasSubstr("deeper than 64 levels"));
    EXPECT_EQ(complaint("[[[1]]]", JsonLimits{.depth = 3}), "");
    EXPECT_THAT(complaint("[[[[1]]]]", JsonLimits{.depth = 3}), HasSubstr(": /0/0/0: "));
}

TEST(JsonReader, RefusesTooManyBytesBeforeReadingThem)
{
    EXPECT_EQ(complaint("[1]", JsonLimits{.bytes = 3}), "");
    EXPECT_EQ(complaint("[12]", JsonLimits{.bytes = 3}), "the document has 4 bytes; at most 3 are read");
    EXPECT_THAT(complaint(std::string(8 * 1024 * 1024 + 1, ' ')), HasSubstr("at most 8388608 are read"));
}

TEST(JsonReader, RefusesTextThatIsNotUtf8)
{
    for (const std::string bytes : {"\xff", "\xc3", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\x80"}) {
        const std::string inString = complaint("{\"a\": \"" + bytes + "\"}");
        EXPECT_THAT(inString, HasSubstr("not valid UTF-8"));
        EXPECT_THAT(inString, ::testing::StartsWith("1:8: ")) << "the first byte that is wrong";
        EXPECT_TRUE(isUtf8(complaint("{\"a\": " + bytes + "}"))) << "the complaint itself must be readable";
        EXPECT_NE(complaint(bytes), "");
    }
    EXPECT_NE(complaint("[\"\\ud800\"]"), "") << "half a surrogate pair";
}

TEST(JsonReader, ComplaintsAreUtf8WhereverTheyAreCut)
{
    for (int extra = 0; extra < 4; ++extra) {
        std::string text = "[\"" + std::string(static_cast<std::size_t>(extra), 'x');
        for (int i = 0; i < 60; ++i)
            text += "€";
        EXPECT_TRUE(isUtf8(complaint(text + "\\q\", 1]"))) << extra;
    }
}

TEST(JsonReader, SaysThatATruncatedDocumentEndsTooEarly)
{
    ASSERT_EQ(complaint(sample), "");
    for (std::size_t length = 0; length < sample.size(); ++length) {
        const std::string text = complaint(std::string_view(sample).substr(0, length));
        EXPECT_NE(text, "") << "read although cut after " << length;
        EXPECT_THAT(text, ::testing::StartsWith("1:")) << length;
        EXPECT_THAT(text, HasSubstr("the document ends too early")) << length;
    }
}

TEST(JsonReader, SaysWhereAnEmptyDocumentEnds)
{
    EXPECT_EQ(complaint(""), "1:1: the document ends too early");
    EXPECT_THAT(complaint("  \n "), HasSubstr("the document ends too early"));
}

TEST(JsonReader, TellsAWrongCharacterFromAnEarlyEnd)
{
    // The last character is wrong; nothing is missing.
    EXPECT_THAT(complaint("{\"a\": [1}"), HasSubstr("this is not JSON: unexpected"));
    EXPECT_THAT(complaint("[1, 2}"), HasSubstr("this is not JSON: unexpected"));
}

TEST(JsonReader, RefusesWhatFollowsTheDocument)
{
    EXPECT_THAT(complaint("{} {}"), HasSubstr("this is not JSON"));
    EXPECT_THAT(complaint("[1] x"), HasSubstr("this is not JSON"));
    EXPECT_NE(complaint("[1,]"), "");
    EXPECT_NE(complaint("{\"a\":1,}"), "");
    EXPECT_NE(complaint("[1] // no comments"), "");
    EXPECT_NE(complaint("{'a': 1}"), "");
    EXPECT_NE(complaint("[\"a\nb\"]"), "") << "a bare line break in a string";
    EXPECT_NE(complaint(std::string_view("[1]\0", 4)), "") << "a zero byte behind the document";
}

TEST(JsonReader, NamesLineAndColumnOfAnError)
{
    EXPECT_THAT(complaint("{\n  \"a\": 1,\n  \"b\": tru\n}"), HasSubstr("3:11: /b: "));
    EXPECT_THAT(complaint("{\n  \"a\": 1,\n  x\n}"), HasSubstr("3:3: "));
    EXPECT_THAT(complaint("[\n1,\n2,\n]"), HasSubstr("4:1: /2: "));
}

TEST(JsonPlace, IsWhereAValueBegins)
{
    const std::string text = "{\n\"id\": \"x\",\n\"repeats\": 0,\n  \"scale\" :  2.5\n,\"list\": "
                             "[1,\n2\n],\n\"on\": true, \"o\": {\"a\": [[], 7]}\n}";
    EXPECT_EQ(jsonPlace(text, ""), "1:1");
    EXPECT_EQ(jsonPlace(text, "", "a.json"), "a.json:1:1");
    EXPECT_EQ(jsonPlace(text, "/id"), "2:7: /id");
    EXPECT_EQ(jsonPlace(text, "/repeats", "a.json"), "a.json:3:12: /repeats");
    EXPECT_EQ(jsonPlace(text, "/scale"), "4:14: /scale");
    EXPECT_EQ(jsonPlace(text, "/list"), "5:10: /list");
    EXPECT_EQ(jsonPlace(text, "/list/0"), "5:11: /list/0");
    EXPECT_EQ(jsonPlace(text, "/list/1"), "6:1: /list/1");
    EXPECT_EQ(jsonPlace(text, "/on"), "8:7: /on");
    EXPECT_EQ(jsonPlace(text, "/o/a/0"), "8:25: /o/a/0");
    EXPECT_EQ(jsonPlace(text, "/o/a/1"), "8:29: /o/a/1");
    EXPECT_EQ(jsonPlace("7", ""), "1:1");
}

TEST(JsonPlace, OfAMissingValueIsThatOfItsParent)
{
    EXPECT_EQ(jsonPlace("{\"a\":\n {\"b\": 1}}", "/a/c"), "2:2: /a/c");
    EXPECT_EQ(jsonPlace("{\"a\":\n [1]}", "/a/5/x"), "2:2: /a/5/x");
    EXPECT_EQ(jsonPlace("{\"a\":\n 3}", "/a/c"), "2:2: /a/c");
    EXPECT_EQ(jsonPlace(" {}", "/title"), "1:2: /title");
}

TEST(JsonPlace, KnowsEmptyAndEscapedKeys)
{
    const std::string text = R"({"": [1, {"~/": 2}], "~1": 3})";
    EXPECT_EQ(jsonPlace(text, "/"), "1:6: /");
    EXPECT_EQ(jsonPlace(text, "//0"), "1:7: //0");
    EXPECT_EQ(jsonPlace(text, "//1/~0~1"), "1:17: //1/~0~1");
    EXPECT_EQ(jsonPlace(text, "/~01"), "1:28: /~01");
    EXPECT_EQ(jsonPointer("/a", "b/c~d"), "/a/b~1c~0d");
}

TEST(JsonPlace, CountsCharactersAndForgetsTheByteOrderMark)
{
    EXPECT_EQ(jsonPlace("{\"ä€😀\": 1, \"b\": 2}", "/b"), "1:17: /b");
    EXPECT_EQ(jsonPlace("\xEF\xBB\xBF[1]", "/0"), "1:2: /0");
    EXPECT_EQ(parseJson("\xEF\xBB\xBF[1]"), Value(Value::Array{Value(1)}));
}

TEST(JsonReader, NamesTheFileInFront)
{
    try {
        parseJson("[1,]", {}, "x.json");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.place(), "x.json:1:4: /1");
    }
}

TEST(JsonReader, RefusesMoreValuesThanTheLimit)
{
    EXPECT_EQ(complaint("[1, 2]", JsonLimits{.values = 3}), "");
    EXPECT_THAT(complaint("[1, 2, 3]", JsonLimits{.values = 3}), HasSubstr("more than 3 values"));
    EXPECT_THAT(complaint("{\"a\": [{}, []]}", JsonLimits{.values = 3}), HasSubstr("more than 3 values"));
}

TEST(JsonReader, SaysThatATextIsUtf16)
{
    EXPECT_THAT(complaint(std::string_view("\xFF\xFE{\0}\0", 6)), HasSubstr("UTF-16"));
    EXPECT_THAT(complaint(std::string_view("\xFE\xFF\0{\0}", 6)), HasSubstr("UTF-16"));
}

TEST(JsonReader, ShowsHostileKeysShortAndEscaped)
{
    const std::string key(1'000'000, 'k');
    const std::string text = complaint("{\"" + key + "\": 1, \"" + key + "\": 2}");
    EXPECT_LT(text.size(), 400u);
    EXPECT_THAT(text, HasSubstr("kkk…"));
    EXPECT_THAT(complaint(R"({"a\nb": 1, "a\nb": 2})"), HasSubstr("“a\\u000Ab” stands twice"));
}

TEST(JsonReader, ALongKeyIsNotCopiedForEachValueInsideIt)
{
    std::string text = "{\"" + std::string(1'000'000, 'k') + "\": [0";
    for (int i = 0; i < 200'000; ++i)
        text += ",0";
    text += "]}";
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(complaint(text), "");
    // Copied it would be 200 gigabytes.
    EXPECT_LT(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(), 10.0);
}

TEST(JsonReader, AnObjectOfManyKeysTakesTimeInProportion)
{
    const auto seconds = [](int keys) {
        std::string text = "{";
        for (int i = 0; i < keys; ++i)
            text += (i ? ",\"key-" : "\"key-") + std::to_string(i) + "\":0";
        text += "}";
        // Processor time, and both documents too large for the caches: others may be busy on this machine.
        const Nanoseconds begin = threadCpuNow();
        parseJson(text);
        return toSeconds(threadCpuNow() - begin);
    };
    const double small = std::min(seconds(20'000), seconds(20'000));
    const double large = std::min(seconds(160'000), seconds(160'000));
    // Eight times the keys: a linear reader needs about 8 times as long, a quadratic one 64 times.
    EXPECT_LT(large, 30 * small) << "small " << small << " s, large " << large << " s";
}
