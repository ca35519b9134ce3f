// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strategy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace overlap::core;

namespace {

const std::vector<StrategyDescriptor> known{
    {.name = "pool",
     .counts = CountShape::one,
     .defaultCount = 4,
     .maximumCount = 256,
     .options = {Parameter{.name = "chunk",
                           .kind = ParameterKind::integer,
                           .title = {},
                           .help = {},
                           .defaultValue = 1,
                           .minimum = 1,
                           .maximum = 1000},
                 Parameter{.name = "switch",
                           .kind = ParameterKind::seconds,
                           .title = {},
                           .help = {},
                           .defaultValue = 0.005,
                           .minimum = 1e-6,
                           .maximum = 1.0}},
     .title = {},
     .help = {}},
};

Strategy parsed(std::string_view text)
{
    return parseStrategy(text, known, 2);
}

std::string complaint(std::string_view text)
{
    try {
        parsed(text);
        return {};
    } catch (const Error& error) {
        return error.what();
    }
}

} // namespace

TEST(StrategyOptions, CanonicalTextsAreSortedAndWithoutDefaults)
{
    EXPECT_EQ(parsed("pool:2@switch=1ms,chunk=25").text(), "pool:2@chunk=25,switch=1ms");
    EXPECT_EQ(parsed("pool:2@chunk=1").text(), "pool:2");
    EXPECT_EQ(parsed("pool:2@switch=0.005s,chunk=1").text(), "pool:2");
    EXPECT_EQ(parsed("pool:2@switch=5000us"), parsed("pool:2"));
    EXPECT_EQ(parsed("pool:2@switch=0.05ms").text(), "pool:2@switch=50us");
    EXPECT_EQ(parsed("pool:2@switch=1000ms").text(), "pool:2@switch=1s");
    EXPECT_EQ(parsed("pool:2@switch=0.5ms").text(), "pool:2@switch=500us");
}

TEST(StrategyOptions, ValuesComeFromTheTextOrTheDescriptor)
{
    const Strategy strategy = parsed("pool:2@chunk=25");
    EXPECT_EQ(strategy.option(known[0], "chunk").asInteger(), 25);
    EXPECT_EQ(strategy.option(known[0], "switch").asNumber(), 0.005);
    EXPECT_EQ(parsed("pool:2@switch=20ms").option(known[0], "switch").asNumber(), 0.02);
}

TEST(StrategyOptions, WhatIsWrongIsToldInOneSentence)
{
    EXPECT_EQ(complaint("pool:2@size=3"), "“pool” has no option “size”");
    EXPECT_EQ(complaint("pool:2@"), "“pool” has no option “”");
    EXPECT_EQ(complaint("pool:2@chunk"), "“pool”: write the option “chunk” like this: chunk=1");
    EXPECT_EQ(complaint("pool:2@chunk="), "“pool”: write the option “chunk” like this: chunk=1");
    EXPECT_EQ(complaint("pool:2@chunk=2ms"), "“pool”: write the option “chunk” like this: chunk=1");
    EXPECT_EQ(complaint("pool:2@switch=5"), "“pool”: write the option “switch” like this: switch=5ms");
    EXPECT_EQ(complaint("pool:2@switch=nanms"), "“pool”: the option “switch” must be between 1us and 1s");
    EXPECT_EQ(complaint("pool:2@chunk=0"), "“pool”: the option “chunk” must be between 1 and 1000");
    EXPECT_EQ(complaint("pool:2@chunk=1001"), "“pool”: the option “chunk” must be between 1 and 1000");
    EXPECT_EQ(complaint("pool:2@chunk=1,chunk=1"), "“pool”: the option “chunk” is given twice");
}

TEST(StrategyOptions, AreSetAndLeftOut)
{
    Strategy strategy = parsed("pool:2");
    strategy.setOption(known[0], "chunk", Value(25));
    strategy.setOption(known[0], "switch", Value(0.0005));
    EXPECT_EQ(strategy.text(), "pool:2@chunk=25,switch=500us");
    strategy.setOption(known[0], "chunk", Value(1));
    strategy.setOption(known[0], "switch", Value(0.005));
    EXPECT_EQ(strategy.text(), "pool:2");
}

TEST(StrategyOptions, DurationsReadBack)
{
    for (const double seconds : {1e-6, 5e-5, 0.0005, 0.005, 0.02, 0.25, 1.0, 2.0, 60.0, 0.0123}) {
        const auto read = secondsFromText(secondsToText(seconds));
        ASSERT_TRUE(read) << seconds;
        EXPECT_DOUBLE_EQ(*read, seconds);
    }
    EXPECT_EQ(secondsToText(0.005), "5ms");
    EXPECT_FALSE(secondsFromText("5"));
    EXPECT_FALSE(secondsFromText("ms"));
    EXPECT_FALSE(secondsFromText(" 5ms"));
    EXPECT_FALSE(secondsFromText("5 ms"));
}
