// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ceiling.h"

#include "core/time.h"
#include "engine/environment_probe.h"
#include "engine_fixture.h"

#include <future>
#include <gmock/gmock.h>
#include <set>

using namespace overlap;
using namespace overlap::testing;
using core::Value;
using engine::measureCeiling;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

/// A block of two short runs, of which one may be expected to reach a share of the ceiling.
class Ceilings : public EngineTest
{
protected:
    void SetUp() override
    {
        if (engine::usableCores() < 2)
            GTEST_SKIP() << "one core is its own ceiling";
    }

    core::Experiment askedFor(std::optional<double> share, int repeats)
    {
        core::Experiment asked =
            experiment("wait", {"sequential", "threads:2"}, {{"tasks", Value(2)}, {"seconds", Value(0.25)}});
        asked.repeats = repeats;
        asked.expect = {{"threads:2", 0.0, {}, share}};
        validate(asked);
        return asked;
    }

    static std::vector<int> blocksOf(const core::CeilingReport& ceiling)
    {
        std::vector<int> blocks;
        for (const core::CeilingRun& run : ceiling.runs)
            blocks.push_back(run.block);
        return blocks;
    }

    static double secondsOf(const std::function<void()>& work)
    {
        const core::Nanoseconds begin = core::monotonicNow();
        work();
        return core::toSeconds(core::monotonicNow() - begin);
    }
};

} // namespace

TEST_F(Ceilings, OneThreadIsItsOwnWithoutMeasuring)
{
    const core::Nanoseconds before = core::threadCpuNow();
    EXPECT_EQ(measureCeiling(1, {}), 1.0);
    EXPECT_LT(core::threadCpuNow() - before, 10'000'000);
}

TEST_F(Ceilings, SeveralThreadsGainAndNotMoreThanTheyAre)
{
    engine::SystemProbe machine;
    for (int attempt = 0; attempt < 10; ++attempt) {
        const engine::MachineSample before = machine.sample();
        const double first = measureCeiling(2, {}).value();
        const double second = measureCeiling(2, {}).value();
        if (!engine::disturbancesBetween(before, machine.sample()).empty())
            continue;
        EXPECT_GE(std::max(first, second), 1.1);
        EXPECT_LT(std::min(first, second), 2.3);
        return;
    }
    GTEST_SKIP() << "something else kept this machine busy every time";
}

TEST_F(Ceilings, AStopEndsTheMeasuring)
{
    std::stop_source stop;
    Gate measuring;
    core::Nanoseconds ended = 0;
    std::jthread thread([&] {
        while (measureCeiling(2, stop.get_token()))
            measuring.open();
        ended = core::monotonicNow();
    });
    ASSERT_TRUE(measuring.wait());
    const core::Nanoseconds asked = core::monotonicNow();
    stop.request_stop();
    thread.join();
    EXPECT_LT(core::toSeconds(ended - asked), 3.0) << "250 ms are owed on a quiet machine";
    EXPECT_EQ(measureCeiling(2, stop.get_token()), std::nullopt);
}

TEST_F(Ceilings, EveryMeasuredBlockHasOneWhereAShareIsExpected)
{
    core::Report report;
    const double with = secondsOf([&] { report = run(askedFor(0.001, 5)).report; });
    ASSERT_EQ(report.ceilings.size(), 1u);
    EXPECT_EQ(report.ceilings[0].workers, 2);
    EXPECT_THAT(blocksOf(report.ceilings[0]), ElementsAre(0, 1, 2, 3, 4)) << "and the warm-up none";
    EXPECT_TRUE(report.ceilings[0].interval95);
    ASSERT_EQ(report.expectations.size(), 1u);
    EXPECT_EQ(report.expectations[0].ceiling, report.ceilings[0].median);
    EXPECT_TRUE(report.expectations[0].met);

    const double without = secondsOf([&] { report = run(askedFor({}, 5)).report; });
    EXPECT_THAT(report.ceilings, IsEmpty());
    EXPECT_EQ(report.expectations.at(0).ceiling, std::nullopt);
    EXPECT_GT(with, without + 0.4) << "five times 160 ms, and none";
}

TEST_F(Ceilings, TheStoryIsTheSame)
{
    const auto indexes = [&](std::optional<double> share) {
        std::vector<std::size_t> told;
        run(askedFor(share, 2), {}, [&](engine::LiveEvent event) {
            if (const auto* preparing = std::get_if<engine::RunPreparing>(&event))
                told.push_back(preparing->index);
            if (const auto* ended = std::get_if<engine::RunEnded>(&event))
                told.push_back(100 + ended->outcome->index);
        });
        return told;
    };
    EXPECT_THAT(indexes(0.5), ElementsAre(0, 100, 1, 101, 2, 102, 3, 103));
    EXPECT_EQ(indexes(0.5), indexes({}));
}

TEST_F(Ceilings, ASweepOverWorkersHasOneForEachOfItsNumbersUpToTheCores)
{
    core::Experiment sweep = askedFor(0.5, 1);
    sweep.strategies = {"sequential", "threads"};
    sweep.sweep = core::Sweep{"strategy.workers", {Value(1), Value(2), Value("cores"), Value("4xcores")}};
    sweep.repeats = 2;
    validate(sweep);
    const core::Report swept = run(sweep).report;
    std::set<int> expected{std::min(2, swept.environment.cores), swept.environment.cores};
    expected.erase(1);
    std::set<int> measured;
    for (const core::CeilingReport& ceiling : swept.ceilings) {
        measured.insert(ceiling.workers);
        EXPECT_EQ(ceiling.runs.size(), 2U) << "once in each block";
        EXPECT_GT(ceiling.median, 0);
    }
    EXPECT_EQ(measured, expected);
    EXPECT_THAT(swept.expectations, IsEmpty()) << "no point of it is the experiment";
    ASSERT_EQ(swept.scaling.size(), 1U);
    EXPECT_EQ(swept.scaling[0].points.front().ceiling, 1.0);
    for (const core::ScalingPoint& point : swept.scaling[0].points)
        EXPECT_TRUE(point.ceiling) << point.strategy;
}

TEST_F(Ceilings, NoneForAnotherSweepAndNoneForAStrategyThatDoesNotRun)
{
    core::Experiment sweep = askedFor(0.5, 1);
    sweep.sweep = core::Sweep{"workload.tasks", {Value(1), Value(2)}};
    validate(sweep);
    const core::Report swept = run(sweep).report;
    EXPECT_THAT(swept.ceilings, IsEmpty());
    EXPECT_THAT(swept.expectations, IsEmpty());
    core::Experiment other = askedFor(0.5, 1);
    other.strategies = {"sequential", "threads:3"};
    EXPECT_THAT(run(other).report.ceilings, IsEmpty());
}

TEST_F(Ceilings, AStopWhileOneIsMeasuredLeavesTheRunsBeforeIt)
{
    core::Experiment asked = askedFor(0.5, 1);
    const auto before = [&] { return engine::ceilingPlace(engine::makePlan(asked, catalogue, 2), asked, 0); };
    while (before() != 1)
        ++asked.seed;
    std::stop_source stop;
    std::jthread stopper;
    const auto outcome = run(asked, stop.get_token(), [&](engine::LiveEvent event) {
        if (!std::holds_alternative<engine::RunEnded>(event) || stopper.joinable())
            return;
        // Between two runs there are more threads than now only while they spin.
        stopper = std::jthread([&stop, threads = threadNames().size() + 1] {
            EXPECT_TRUE(eventually([threads] { return threadNames().size() > threads; }));
            stop.request_stop();
        });
    });
    EXPECT_TRUE(outcome.report.cancelled);
    EXPECT_EQ(outcome.report.strategies.size(), 1u);
    EXPECT_THAT(outcome.report.ceilings, IsEmpty());
    EXPECT_THAT(outcome.report.expectations, IsEmpty());
}
