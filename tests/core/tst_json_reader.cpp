// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json.h"
#include "core/message.h"

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
        EXPECT_THAT(text, HasSubstr("/n/1 (line 1, column ")) << number;
    }
}

TEST(JsonReader, RefusesRealsThatAreNone)
{
    EXPECT_THAT(complaint("[1e309]"), HasSubstr("/0 (line 1, column "));
    EXPECT_THAT(complaint("[1e309]"), HasSubstr("too large"));
    EXPECT_THAT(complaint("[-1e309]"), HasSubstr("too large"));
    EXPECT_EQ(complaint("[1e308, 1e-400]"), "");
    for (const char* word :
         {"NaN", "nan", "Infinity", "-Infinity", "inf", "+1", "01", "1.", ".5", "0x10", "1e"})
        EXPECT_NE(complaint("[" + std::string(word) + "]"), "") << word;
    EXPECT_THAT(complaint("{\"a\": NaN}"), HasSubstr("/a (line 1, column "));
    EXPECT_THAT(complaint("{\"a\": NaN}"), HasSubstr("this is not JSON"));
}

TEST(JsonReader, RefusesDuplicateKeysAtEveryDepth)
{
    EXPECT_THAT(complaint("{\"a\": 1,\n \"a\": 2}"), HasSubstr("/a (line 2, column "));
    EXPECT_THAT(complaint("{\"a\": 1,\n \"a\": 2}"), HasSubstr("“a” stands twice"));
    EXPECT_THAT(complaint("[{\"x\": {\"k\": 1, \"\\u006b\": 2}}]"), HasSubstr("/0/x/k ("));
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
    EXPECT_THAT(complaint("[[[[1]]]]", JsonLimits{.depth = 3}), HasSubstr("/0/0/0 ("));
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
        EXPECT_THAT(inString, HasSubstr("/a (line 1, column "));
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
        EXPECT_THAT(text, HasSubstr("(line 1, column ")) << length;
        EXPECT_THAT(text, HasSubstr("the document ends too early")) << length;
    }
}

TEST(JsonReader, SaysWhereAnEmptyDocumentEnds)
{
    EXPECT_EQ(complaint(""), "the document (line 1, column 1): the document ends too early");
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
    EXPECT_THAT(complaint("{\n  \"a\": 1,\n  \"b\": tru\n}"), HasSubstr("/b (line 3, column "));
    EXPECT_THAT(complaint("{\n  \"a\": 1,\n  x\n}"), HasSubstr("(line 3, column 3)"));
    EXPECT_THAT(complaint("[\n1,\n2,\n]"), HasSubstr("/2 (line 4, column 1)"));
}

TEST(JsonReader, KnowsTheLineOfEveryValue)
{
    JsonPlaces places;
    parseJson("{\n\"id\": \"x\",\n\"repeats\": 0,\n\"scale\": 2.5\n,\"list\": [1,\n2\n],\n\"on\": true\n}",
              {}, &places);
    const auto line = [&](const char* pointer) {
        const auto found = places.byPointer.find(pointer);
        return found == places.byPointer.end() ? 0 : found->second.line;
    };
    EXPECT_EQ(line(""), 1u);
    EXPECT_EQ(line("/id"), 2u);
    EXPECT_EQ(line("/repeats"), 3u);
    EXPECT_EQ(line("/scale"), 4u) << "a number at the end of its line belongs to that line";
    EXPECT_EQ(line("/list"), 5u);
    EXPECT_EQ(line("/list/0"), 5u);
    EXPECT_EQ(line("/list/1"), 6u) << "a number at the end of its line belongs to that line";
    EXPECT_EQ(line("/on"), 8u);
}

TEST(JsonReader, KnowsThePlaceOfAValueUnderAnEmptyKey)
{
    JsonPlaces places;
    parseJson(R"({"": [1, {"~/": 2}]})", {}, &places);
    EXPECT_TRUE(places.byPointer.contains("/"));
    EXPECT_TRUE(places.byPointer.contains("//0"));
    EXPECT_TRUE(places.byPointer.contains("//1/~0~1"));
}

TEST(JsonReader, DescribesAPlace)
{
    JsonPlaces places;
    places.byPointer["/a"] = {4, 18};
    EXPECT_EQ(places.describe("/a"), "/a (line 4, column 18)");
    EXPECT_EQ(places.describe("/b"), "/b");
    EXPECT_EQ(places.describe(""), "the document");
    EXPECT_EQ(jsonPointer("/a", "b/c~d"), "/a/b~1c~0d");
}

TEST(JsonReader, AnObjectOfManyKeysTakesTimeInProportion)
{
    const auto seconds = [](int keys) {
        std::string text = "{";
        for (int i = 0; i < keys; ++i)
            text += (i ? ",\"key-" : "\"key-") + std::to_string(i) + "\":0";
        text += "}";
        const auto begin = std::chrono::steady_clock::now();
        parseJson(text);
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    };
    seconds(1000);
    const double small = std::min(seconds(4000), seconds(4000));
    const double large = seconds(48'000);
    // Twelve times the keys: a linear reader needs about 12 times as long, a quadratic one 144 times.
    EXPECT_LT(large, 60 * small) << "small " << small << " s, large " << large << " s";
}
