// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crossover.h"

#include "engine_fixture.h"

#include <atomic>
#include <gmock/gmock.h>

using namespace overlap;
using core::CrossoverOutcome;
using core::Value;
using ::testing::HasSubstr;

namespace {

class CrossoverSearch : public overlap::testing::EngineTest
{
protected:
    /// Waits of 5 ms each: one after the other n of them, side by side as many as there are rounds.
    core::Experiment waits(std::vector<std::string> strategies, int low, int high)
    {
        core::Experiment asked = experiment("wait", std::move(strategies), {{"seconds", Value(0.005)}});
        asked.timeScale = 1;
        asked.repeats = 5;
        asked.precision = 1; // which would end after fewer
        asked.sweep = core::Sweep{"workload.tasks", {Value(low), Value(high)}};
        std::vector<core::Problem> problems;
        core::validateCrossover(asked, catalogue, 2, problems);
        EXPECT_TRUE(problems.empty());
        return asked;
    }

    core::CrossoverReport find(const core::Experiment& asked, core::CrossoverBudget budget = {},
                               std::stop_token stop = {}, const engine::LiveSink& live = {},
                               const engine::CrossoverSink& told = {})
    {
        const engine::MachineProbe quiet = [] { return engine::MachineSample{}; };
        const engine::EngineServices services{paths, launcher, catalogue, 0, quiet};
        return engine::findCrossover(asked, budget, services, std::move(stop), live, told);
    }
};

} // namespace

TEST_F(CrossoverSearch, MeasuresEveryValueAndTellsSo)
{
    int plans = 0;
    int ends = 0;
    std::vector<engine::CrossoverStep> steps;
    const core::CrossoverReport report = find(
        waits({"threads:2", "threads:3"}, 1, 8), {5}, {},
        [&](const engine::LiveEvent& event) {
            plans += std::holds_alternative<engine::PlanMade>(event) ? 1 : 0;
            ends += std::holds_alternative<engine::RunEnded>(event) ? 1 : 0;
        },
        [&](const engine::CrossoverStep& step) { steps.push_back(step); });
    EXPECT_FALSE(report.cancelled);
    EXPECT_EQ(report.points.size(), static_cast<std::size_t>(plans));
    ASSERT_EQ(steps.size(), report.points.size() + 1);
    EXPECT_EQ(steps[0].next, Value(1));
    EXPECT_EQ(steps[1].next, Value(8));
    for (std::size_t i = 0; i < steps.size(); ++i) {
        EXPECT_EQ(steps[i].report->points.size(), i) << "of the values so far";
        EXPECT_EQ(steps[i].next.has_value(), i + 1 < steps.size());
    }
    EXPECT_THAT(steps[1].report->sentence.english(), HasSubstr("stopped before both ends"));
    for (const core::CrossoverPoint& point : report.points) {
        EXPECT_TRUE(point.measured.value.isInteger());
        ASSERT_EQ(point.measured.strategies.size(), 3u) << "with the baseline";
        EXPECT_TRUE(point.measured.strategies[0].addedBaseline);
        EXPECT_GT(point.ratio, 0);
        EXPECT_TRUE(point.interval);
        EXPECT_GT(point.recordNanoseconds, 0);
    }
    // Three strategies, a warm-up and five blocks.
    EXPECT_EQ(ends, plans * 3 * 6);
}

TEST_F(CrossoverSearch, OneThatIsFasterThroughoutNeedsNoMoreThanTheCoarseValues)
{
    const core::CrossoverReport report = find(waits({"sequential", "threads:4"}, 4, 20));
    EXPECT_TRUE(report.crossings.empty());
    EXPECT_GE(report.points.size(), 5u);
#ifndef OVERLAP_SANITIZED // whose times mean nothing
    EXPECT_EQ(report.outcome, CrossoverOutcome::never) << report.sentence.english();
    EXPECT_EQ(report.points.size(), 5u);
    for (const core::CrossoverPoint& point : report.points) {
        EXPECT_EQ(point.faster, core::CrossoverSide::second);
        EXPECT_GT(point.ratio, 1.5);
    }
#endif
}

TEST_F(CrossoverSearch, AStopKeepsWhatThereIs)
{
    std::stop_source stop;
    int plans = 0;
    const core::CrossoverReport report = find(
        waits({"sequential", "threads:4"}, 4, 20), {}, stop.get_token(), [&](const engine::LiveEvent& event) {
            plans += std::holds_alternative<engine::PlanMade>(event) ? 1 : 0;
            if (plans == 3 && std::holds_alternative<engine::RunEnded>(event))
                stop.request_stop();
        });
    EXPECT_TRUE(report.cancelled);
    ASSERT_GE(report.points.size(), 2u);
    ASSERT_LE(report.points.size(), 3u);
    int compared = 0;
    for (const core::CrossoverPoint& point : report.points)
        compared += point.ratio > 0 ? 1 : 0;
    EXPECT_EQ(compared, 2) << "what was under way decides nothing";

    std::stop_source before;
    before.request_stop();
    const core::CrossoverReport none =
        find(waits({"sequential", "threads:4"}, 4, 20), {}, before.get_token());
    EXPECT_TRUE(none.cancelled);
    EXPECT_TRUE(none.points.empty());
    EXPECT_THAT(none.sentence.english(), HasSubstr("stopped before both ends"));
}
