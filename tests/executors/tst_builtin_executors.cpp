// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/builtin_executors.h"

#include "core/message.h"

#include <gtest/gtest.h>
#include <set>

using namespace overlap;
using executors::builtinStrategies;

TEST(BuiltinExecutors, EveryStrategyIsDescribed)
{
    std::set<std::string> names;
    for (const core::StrategyDescriptor& descriptor : builtinStrategies()) {
        SCOPED_TRACE(descriptor.name);
        EXPECT_TRUE(names.insert(descriptor.name).second) << "stands twice";
        EXPECT_FALSE(descriptor.title.empty());
        EXPECT_FALSE(descriptor.help.empty());
        EXPECT_GE(descriptor.defaultCount, 1);
        EXPECT_GE(descriptor.maximumCount, descriptor.defaultCount);
        EXPECT_LE(descriptor.maximumCount, descriptor.countsWorkers ? 1024 : 10'000);
    }
    EXPECT_TRUE(names.contains("sequential"));
    EXPECT_TRUE(names.contains("threads"));
}

TEST(BuiltinExecutors, EveryNativeStrategyCanBeMadeAndAddsItsLanes)
{
    for (const core::StrategyDescriptor& descriptor : builtinStrategies()) {
        if (descriptor.runtime != core::Runtime::native)
            continue;
        SCOPED_TRACE(descriptor.name);
        const std::string text =
            descriptor.counts == core::CountShape::none ? descriptor.name : descriptor.name + ":3";
        const core::Strategy strategy = core::parseStrategy(text, builtinStrategies(), 2);
        recording::Recorder recorder;
        EXPECT_NE(executors::makeExecutor(strategy, recorder), nullptr);
        std::set<std::string> lanes;
        int workers = 0;
        for (const recording::LaneInfo& lane : recorder.lanes()) {
            EXPECT_TRUE(lanes.insert(lane.name).second) << "lane names are unique";
            workers += lane.kind == core::LaneKind::worker ? 1 : 0;
        }
        // A process gets its lane with the memory that it shares, when it starts; a worker of a stage when
        // the work tells the stage's name.
        const bool later = !descriptor.inThisProcess || descriptor.counts == core::CountShape::perStage;
        EXPECT_EQ(workers, later ? 0 : strategy.workers());
    }
}

TEST(BuiltinExecutors, AnUnknownStrategyIsAnErrorThatNamesIt)
{
    core::Strategy strategy;
    strategy.name = "magic";
    recording::Recorder recorder;
    try {
        executors::makeExecutor(strategy, recorder);
        FAIL();
    } catch (const core::Error& error) {
        EXPECT_STREQ(error.what(), "the strategy magic cannot be run here");
    }
}
