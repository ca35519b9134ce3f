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
    {.name = "line",
     .counts = CountShape::perStage,
     .defaultCount = 1,
     .maximumCount = 256,
     .options = {Parameter{.name = "queues",
                           .kind = ParameterKind::integer,
                           .title = {},
                           .help = {},
                           .defaultValue = 0,
                           .maximum = 100,
                           .perStage = true},
                 Parameter{.name = "timeout",
                           .kind = ParameterKind::seconds,
                           .title = {},
                           .help = {},
                           .defaultValue = 0.0,
                           .maximum = 60.0}},
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

TEST(StrategyOptions, OnePerStageIsWrittenWithSlashes)
{
    EXPECT_EQ(parsed("line:1,2,1@queues=3/3/0").text(), "line:1,2,1@queues=3/3/0");
    EXPECT_EQ(parsed("line:1,2@timeout=2s,queues=0/05").text(), "line:1,2@queues=0/5,timeout=2s");
    EXPECT_EQ(parsed("line:1,2@queues=0/0,timeout=0s").text(), "line:1,2");
    EXPECT_EQ(parsed("line:4@queues=7").text(), "line:4@queues=7");
    EXPECT_EQ(parsed("line:1,2,1@queues=3/4/0").option(known[1], "queues"), Value(Value::Array{3, 4, 0}));
    EXPECT_EQ(parsed("line:1,2,1").option(known[1], "queues"), Value(Value::Array{0, 0, 0}))
        << "complete where it is left out";
    EXPECT_EQ(parsed("line:1,2@timeout=1500ms").option(known[1], "timeout").asNumber(), 1.5);
    Strategy strategy = parsed("line:1,2");
    strategy.setOption(known[1], "queues", Value(Value::Array{0, 5}));
    EXPECT_EQ(strategy.text(), "line:1,2@queues=0/5");
    strategy.setOption(known[1], "queues", Value(Value::Array{0, 0}));
    EXPECT_EQ(strategy.text(), "line:1,2");
}

TEST(StrategyOptions, OnePerStageMustFitTheStages)
{
    EXPECT_EQ(complaint("line:1,2,1@queues=3/3"),
              "“line”: the option “queues” needs one value for each stage, such as queues=5/5/5");
    EXPECT_EQ(complaint("line:1@queues=3/3"),
              "“line”: the option “queues” needs one value for each stage, such as queues=5");
    EXPECT_EQ(complaint("line:1,1@queues=1/101"), "“line”: the option “queues” must be between 0 and 100");
    EXPECT_EQ(complaint("line:1,1@queues=-1/0"), "“line”: the option “queues” must be between 0 and 100");
    for (const char* queues : {"", "/", "1/", "/1", "1//1", "a/b", "1,1", "1 /1", "1.5/1"})
        EXPECT_NE(complaint("line:1,1@queues=" + std::string(queues)), "") << queues;
    EXPECT_EQ(complaint("line:1,1@queues=1/x"), "“line”: write the option “queues” like this: queues=5/5");
    EXPECT_EQ(complaint("line:1@timeout=2"), "“line”: write the option “timeout” like this: timeout=2s");
    EXPECT_EQ(complaint("line"),
              "“line” needs a number of workers for each stage, such as line:1,1,1 for three");
}
