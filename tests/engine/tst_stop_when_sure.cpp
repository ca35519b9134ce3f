// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine_fixture.h"
#include "fake_machine.h"

#include <algorithm>
#include <gmock/gmock.h>

using namespace overlap;
using overlap::testing::FakeMachine;
using ::testing::Contains;
using ::testing::StartsWith;

namespace {

// A width of the whole speed-up is reached by any machine, one of a millionth by none.
constexpr double soon = 1;
constexpr double never = 1e-6;

class StopWhenSure : public overlap::testing::EngineTest
{
protected:
    engine::ExperimentOutcome runUntil(double precision, int limit, std::vector<bool> disturbed = {},
                                       std::optional<core::Sweep> sweep = {})
    {
        core::Experiment asked =
            experiment("wait", {"sequential", "threads:2"}, {{"seconds", core::Value(0.3)}});
        asked.repeats = limit;
        asked.precision = precision;
        asked.sweep = std::move(sweep);
        FakeMachine machine(std::move(disturbed));
        const engine::EngineServices services{paths, launcher, catalogue, 0, machine.probe()};
        return engine::runExperiment(asked, services, {}, [&](engine::LiveEvent event) {
            if (const auto* made = std::get_if<engine::PlanMade>(&event))
                planned = made->plan.runs.size();
            else if (const auto* extended = std::get_if<engine::PlanExtended>(&event))
                planned += extended->runs.size();
            else if (const auto* shortened = std::get_if<engine::PlanShortened>(&event))
                planned = shortened->runs;
            else if (std::holds_alternative<engine::RunEnded>(event))
                plannedAtEnd = ++ended == planned;
        });
    }

    /// As somebody who looks on counts them.
    std::size_t planned = 0;
    std::size_t ended = 0;
    bool plannedAtEnd = false; ///< the last run to end was told as the last
};

std::vector<std::string> hintsOf(const core::Report& report)
{
    std::vector<std::string> texts;
    for (const core::Message& hint : report.hints)
        texts.push_back(hint.english());
    return texts;
}

std::ptrdiff_t countedRuns(const core::StrategyReport& strategy)
{
    return std::ranges::count_if(strategy.runs,
                                 [](const core::RunReport& run) { return !run.warmup && !run.replaced; });
}

} // namespace

TEST_F(StopWhenSure, DropsTheBlocksThatAreNotNeeded)
{
    const auto outcome = runUntil(soon, 500);
    const core::Report& report = outcome.report;
    EXPECT_FALSE(report.cancelled) << "nobody stopped it: it was done";
    ASSERT_EQ(report.strategies.size(), 2U);
    for (const core::StrategyReport& strategy : report.strategies)
        EXPECT_EQ(countedRuns(strategy), 10) << "and the warm-up";
#ifndef OVERLAP_SANITIZED // which is not for measurement and judges nothing
    EXPECT_EQ(report.strategies[1].judgement, core::Judgement::faster) << "enough for a verdict";
#endif
    ASSERT_TRUE(report.stopping);
    EXPECT_TRUE(report.stopping->sure);
    EXPECT_EQ(report.stopping->limit, 500);
    EXPECT_THAT(hintsOf(report), Contains(StartsWith("Stopped when sure, after 10 of at most 500 blocks")));
    EXPECT_EQ(outcome.plan.runs.size(), 22U);
    EXPECT_EQ(ended, 22U);
    EXPECT_TRUE(plannedAtEnd);
}

TEST_F(StopWhenSure, TheLimitEndsItAllTheSame)
{
    const auto outcome = runUntil(never, 11);
    EXPECT_EQ(countedRuns(outcome.report.strategies.at(0)), 11);
    EXPECT_FALSE(outcome.report.stopping->sure);
    EXPECT_FALSE(outcome.report.cancelled);
    EXPECT_THAT(hintsOf(outcome.report), Contains(StartsWith("The limit of 11 blocks came first")));
    EXPECT_TRUE(plannedAtEnd);
}

TEST_F(StopWhenSure, ADisturbedBlockDoesNotCount)
{
    // The second measured block; the warm-up is the first of all.
    const auto outcome = runUntil(soon, 50, {false, false, true});
    EXPECT_EQ(countedRuns(outcome.report.strategies.at(0)), 10);
    EXPECT_EQ(outcome.report.strategies[0].runs.size(), 12U);
    EXPECT_TRUE(outcome.report.strategies[0].runs[2].replaced) << "though none ran in its place";
    EXPECT_THAT(hintsOf(outcome.report),
                Contains("One block was disturbed by something else on this machine and is left out."));
    EXPECT_TRUE(plannedAtEnd);
}

TEST_F(StopWhenSure, ADisturbedLastBlockRunsAnewWithinTheLimit)
{
    std::vector<bool> disturbed(12);
    disturbed.back() = true;
    const auto outcome = runUntil(never, 11, disturbed);
    EXPECT_EQ(countedRuns(outcome.report.strategies.at(0)), 11);
    EXPECT_EQ(outcome.report.strategies[0].runs.size(), 13U);
    EXPECT_THAT(hintsOf(outcome.report), Contains(StartsWith("The limit of 11 blocks came first")));
}

TEST_F(StopWhenSure, ASweepStopsWhereAllItsPointsAreSure)
{
    const core::Sweep sweep{"workload.seconds", {core::Value(0.3), core::Value(0.5)}};
    const auto outcome = runUntil(soon, 100, {}, sweep);
    ASSERT_EQ(outcome.report.points.size(), 2U);
    for (const core::PointReport& point : outcome.report.points)
        EXPECT_EQ(countedRuns(point.strategies.at(1)), 10);
    ASSERT_TRUE(outcome.report.stopping);
    EXPECT_TRUE(outcome.report.stopping->sure);
    const auto hints = hintsOf(outcome.report);
    EXPECT_EQ(std::ranges::count_if(
                  hints, [](const std::string& hint) { return hint.starts_with("Stopped when sure"); }),
              1);
}
