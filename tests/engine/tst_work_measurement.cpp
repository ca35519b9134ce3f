// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a real run tells of its work and of its machine.
#include "engine/machine_costs.h"
#include "engine/work_measurement.h"
#include "engine_fixture.h"

#include <algorithm>
#include <gmock/gmock.h>

using namespace overlap;
using core::Need;
using core::Value;
using ::testing::AnyOf;

namespace {

class WorkMeasurement : public overlap::testing::EngineTest
{
protected:
    /// The profile that the report of a run of the baseline has.
    core::WorkProfile profileOf(const std::string& workload,
                                std::vector<std::pair<std::string, Value>> parameters)
    {
        const core::Report report = run(experiment(workload, {"sequential"}, std::move(parameters))).report;
        EXPECT_EQ(report.profiles.size(), 1u);
        return *report.profiles.at(0);
    }

    static std::vector<Need> needsOf(const core::WorkProfile& profile, std::size_t item,
                                     std::size_t stage = 0)
    {
        std::vector<Need> needs;
        for (const core::Segment& segment : profile.sample.at(item).tasks.at(stage).segments)
            needs.push_back(segment.need);
        return needs;
    }

    engine::EngineServices services{paths, launcher, catalogue, 0};
};

} // namespace

TEST_F(WorkMeasurement, WaitsAreWaits)
{
    const core::WorkProfile profile = profileOf("wait", {{"tasks", Value(3)}, {"seconds", Value(0.5)}});
    ASSERT_EQ(profile.sample.size(), 3u);
    const auto& segments = profile.sample[1].tasks.at(0).segments;
    const auto wait = std::ranges::find(segments, Need::waiting, &core::Segment::need);
    ASSERT_NE(wait, segments.end());
    EXPECT_GE(wait->amount, 10'000'000) << "0.5 s at a time scale of 0.02";
}

TEST_F(WorkMeasurement, APermitAndANativeCallAreSeenInARealRun)
{
    const core::WorkProfile profile = profileOf(
        "database-queries", {{"queries", Value(4)}, {"connections", Value(3)}, {"orders", Value(20'000)}});
    for (std::size_t item = 0; item < 4; ++item) {
        EXPECT_THAT(needsOf(profile, item), ::testing::IsSupersetOf({Need::permit, Need::native}));
        const auto& segments = profile.sample[item].tasks[0].segments;
        EXPECT_EQ(std::ranges::find(segments, Need::permit, &core::Segment::need)->amount, 3);
    }
}

TEST_F(WorkMeasurement, BlockingCallsAndThePayloadAreSeenInARealRun)
{
    const core::WorkProfile files =
        profileOf("file-digests", {{"files", Value(2)}, {"size", Value(100'000)}});
    EXPECT_THAT(needsOf(files, 0), ::testing::Contains(Need::blocking));
    const core::WorkProfile arrays = profileOf("payload", {{"tasks", Value(2)}, {"bytes", Value(50'000)}});
    EXPECT_GT(arrays.sample[0].bytesThere, 50'000);
    EXPECT_LT(arrays.sample[0].bytesThere, 51'000);
    EXPECT_GT(arrays.sample[0].bytesBack, 0);
    EXPECT_LT(arrays.sample[0].bytesBack, 1'000);
}

TEST_F(WorkMeasurement, AStoppedRunAndASweepHaveNoProfile)
{
    std::stop_source stop;
    stop.request_stop();
    const core::Experiment waits =
        experiment("wait", {"sequential"}, {{"tasks", Value(2)}, {"seconds", Value(0.5)}});
    EXPECT_TRUE(run(waits, stop.get_token()).report.profiles.empty());
    core::Experiment sweep = waits;
    sweep.sweep = core::Sweep{"workload.tasks", {Value(1), Value(2)}};
    validate(sweep);
    EXPECT_TRUE(run(sweep).report.profiles.empty());
}

TEST_F(WorkMeasurement, WhatAStrategyCostsIsThereForItsKindOnly)
{
    const auto strategies = {core::parseStrategy("threads:2", catalogue.strategies, 2),
                             core::parseStrategy("processes:2", catalogue.strategies, 2),
                             core::parseStrategy("processes:4@chunk=5", catalogue.strategies, 2)};
    const core::MachineCosts costs = engine::measureMachineCosts(services, strategies, 2, {});
    ASSERT_EQ(costs.strategies.size(), 2u) << "processes once";
    EXPECT_GT(costs.of("threads").threadStart, 0);
    EXPECT_GT(costs.of("threads").dispatch, 0);
    EXPECT_EQ(costs.of("threads").message, 0);
    EXPECT_GT(costs.of("processes").startUp, costs.of("threads").startUp);
    EXPECT_GT(costs.of("processes").byteThere, 0);
    EXPECT_EQ(costs.of("event-loop").dispatch, 0) << "nobody asked";
    ASSERT_EQ(costs.ceiling.size(), 2u);
    EXPECT_EQ(costs.ceiling[0], 1);
    EXPECT_GT(costs.ceiling[1], 0.5);
    EXPECT_LE(costs.ceiling[1], 2);
}

TEST_F(WorkMeasurement, AStopKeepsWhatIsThere)
{
    std::stop_source stop;
    stop.request_stop();
    const auto strategies = {core::parseStrategy("threads:2", catalogue.strategies, 2)};
    EXPECT_TRUE(engine::measureMachineCosts(services, strategies, 2, stop.get_token()).strategies.empty());
}
