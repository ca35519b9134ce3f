// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json.h"

#include "core/random.h"

#include <cmath>
#include <cstring>
#include <gtest/gtest.h>
#include <limits>

using namespace overlap::core;

namespace {

std::string compact(const Value& value)
{
    return writeJson(value, JsonStyle::compact);
}

Value randomValue(Random& random, int depth)
{
    switch (random.below(depth > 0 ? 7 : 5)) {
    case 0:
        return {};
    case 1:
        return Value(random.below(2) == 1);
    case 2:
        return Value(static_cast<std::int64_t>(random.next()));
    case 3: {
        // Any bit pattern that is a finite number.
        double number = 0;
        do {
            const std::uint64_t bits = random.next();
            static_assert(sizeof bits == sizeof number);
            std::memcpy(&number, &bits, sizeof bits);
        } while (!std::isfinite(number));
        return Value(number);
    }
    case 4: {
        std::string text;
        for (std::uint64_t i = random.below(12); i > 0; --i) {
            constexpr const char* pieces[] = {"a",    "\"", "\\", "\n", "\t", "\r",  "\x01",
                                              "\x1f", "é",  "€",  "😀",  "/",  "\x7f"};
            text += pieces[random.below(std::size(pieces))];
        }
        return Value(text);
    }
    case 5: {
        Value list = Value::array();
        for (std::uint64_t i = random.below(5); i > 0; --i)
            list.append(randomValue(random, depth - 1));
        return list;
    }
    default: {
        Value object = Value::object();
        for (std::uint64_t i = random.below(5); i > 0; --i)
            object.set("k" + std::to_string(random.below(100)), randomValue(random, depth - 1));
        return object;
    }
    }
}

} // namespace

TEST(JsonWriter, WritesEveryKind)
{
    Value object = Value::object();
    object.set("z", Value::Array{Value(), Value(true), Value(false), Value(-7), Value(0.5)});
    object.set("a", Value::object());
    object.set("m", Value::array());
    EXPECT_EQ(compact(object), R"({"z":[null,true,false,-7,0.5],"a":{},"m":[]})");
    EXPECT_EQ(writeJson(object), "{\n  \"z\": [\n    null,\n    true,\n    false,\n    -7,\n    0.5\n  ],\n"
                                 "  \"a\": {},\n  \"m\": []\n}\n");
}

TEST(JsonWriter, EscapesWhatMustBeEscaped)
{
    EXPECT_EQ(compact(Value("\"\\/\n\r\t\b\x1f\x7f é😀")), "\"\\\"\\\\/\\n\\r\\t\\u0008\\u001f\x7f é😀\"");
    EXPECT_EQ(compact(Value(std::string("a\0b", 3))), "\"a\\u0000b\"");
    Value object = Value::object();
    object.set("k\"\n", 1);
    EXPECT_EQ(compact(object), "{\"k\\\"\\n\":1}");
}

TEST(JsonWriter, WritesTheShortestRealThatReadsBack)
{
    EXPECT_EQ(compact(Value(0.1)), "0.1");
    EXPECT_EQ(compact(Value(5.0)), "5.0") << "a real stays a real";
    EXPECT_EQ(compact(Value(-0.0)), "-0.0");
    EXPECT_EQ(compact(Value(1e18)), "1e+18");
    EXPECT_EQ(compact(Value(1.0 / 3)), "0.3333333333333333");
    EXPECT_EQ(compact(Value(5e-324)), "5e-324");
    EXPECT_EQ(compact(Value(std::numeric_limits<double>::quiet_NaN())), "null");
    EXPECT_EQ(compact(Value(std::numeric_limits<double>::infinity())), "null");
    EXPECT_EQ(compact(Value(INT64_MIN)), "-9223372036854775808");
}

TEST(JsonWriter, WhatIsWrittenReadsBackEqual)
{
    constexpr std::uint64_t seed = 20240611;
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    for (int i = 0; i < 3000; ++i) {
        const Value value = randomValue(random, 4);
        const std::string text = compact(value);
        ASSERT_EQ(parseJson(text), value) << text;
        ASSERT_EQ(parseJson(writeJson(value)), value) << text;
        ASSERT_EQ(compact(parseJson(text)), text) << "the order of keys is kept";
    }
}
