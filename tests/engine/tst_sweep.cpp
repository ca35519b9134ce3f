// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sweep.h"

#include "engine/plan.h"
#include "engine/sweep_estimate.h"
#include "engine_fixture.h"
#include "support/small_catalogue.h"

#include <gmock/gmock.h>
#include <set>

using namespace overlap;
using core::Value;
using engine::makePlan;
using engine::sweepPoints;
using overlap::testing::smallCatalogue;
using overlap::testing::smallExperiment;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

namespace {

core::Experiment sweepOf(std::string over, std::vector<Value> values, std::vector<std::string> strategies)
{
    core::Experiment experiment = smallExperiment(std::move(strategies));
    experiment.parameters.set("tasks", Value(2));
    experiment.sweep = core::Sweep{std::move(over), std::move(values)};
    return experiment;
}

std::vector<std::string> textsAt(const engine::Plan& plan, std::size_t point)
{
    std::vector<std::string> texts;
    for (const std::size_t strategy : plan.points.at(point).strategies)
        texts.push_back(plan.strategies[strategy].strategy.text());
    return texts;
}

class SweptRuns : public overlap::testing::EngineTest
{};

} // namespace

TEST(Sweep, WithoutOneThereIsOnePoint)
{
    const auto points = sweepPoints(smallExperiment(), smallCatalogue(), 2);
    ASSERT_EQ(points.size(), 1u);
    EXPECT_TRUE(points[0].value.isNull());
    EXPECT_EQ(points[0].experiment, smallExperiment());
}

TEST(Sweep, WorkersGoToBareNames)
{
    const auto points =
        sweepPoints(sweepOf("strategy.workers", {Value(1), Value(8)}, {"sequential", "threads", "threads:3"}),
                    smallCatalogue(), 2);
    ASSERT_EQ(points.size(), 2u);
    EXPECT_THAT(points[1].experiment.strategies, ElementsAre("sequential", "threads:8", "threads:3"));
    EXPECT_EQ(points[1].value, Value(8));
    EXPECT_FALSE(points[1].experiment.sweep);
}

TEST(Sweep, AParameterOfTheWorkloadIsSet)
{
    const auto points =
        sweepPoints(sweepOf("workload.tasks", {Value(3), Value(5)}, {"threads:2"}), smallCatalogue(), 2);
    EXPECT_EQ(*points[0].experiment.parameters.find("tasks"), Value(3));
    EXPECT_EQ(*points[1].experiment.parameters.find("tasks"), Value(5));
    EXPECT_THAT(points[1].experiment.strategies, ElementsAre("threads:2"));
}

TEST(SweptPlan, WhatIsTheSameAtSeveralPointsRunsOnceInABlock)
{
    core::Experiment experiment = sweepOf("strategy.workers", {Value(1), Value(2), Value(4)}, {"threads"});
    experiment.repeats = 10;
    const engine::Plan plan = makePlan(experiment, smallCatalogue(), 2);
    EXPECT_EQ(plan.strategies.size(), 4u) << "sequential once";
    EXPECT_THAT(textsAt(plan, 0), ElementsAre("sequential", "threads:1"));
    EXPECT_THAT(textsAt(plan, 2), ElementsAre("sequential", "threads:4"));
    EXPECT_EQ(plan.runs.size(), 11u * 4u);
}

TEST(SweptPlan, AllPointsMixInEveryBlock)
{
    core::Experiment experiment =
        sweepOf("workload.tasks", {Value(1), Value(2), Value(3)}, {"sequential", "threads:2"});
    experiment.repeats = 6;
    const engine::Plan plan = makePlan(experiment, smallCatalogue(), 2);
    ASSERT_EQ(plan.strategies.size(), 6u) << "another amount of work is another strategy to run";
    EXPECT_EQ(plan.strategies[4].variant, 2u);
    std::set<std::vector<std::size_t>> orders;
    for (std::size_t block = 0; block < 7; ++block) {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < 6; ++i)
            order.push_back(plan.runs[block * 6 + i].strategy);
        EXPECT_THAT(order, UnorderedElementsAre(0, 1, 2, 3, 4, 5));
        orders.insert(order);
    }
    EXPECT_GE(orders.size(), 6u);
    experiment.repeats = 1;
    const engine::Plan single = makePlan(experiment, smallCatalogue(), 2);
    EXPECT_EQ(single.runs.size(), 6u);
}

TEST(SweptPlan, TooManyRunsAreRefusedBeforeAnythingStarts)
{
    std::vector<Value> values;
    for (int i = 1; i <= 100; ++i)
        values.emplace_back(i);
    core::Experiment experiment = sweepOf("workload.tasks", values, {"sequential", "threads:2"});
    experiment.repeats = 1000;
    EXPECT_THROW(makePlan(experiment, smallCatalogue(), 2), core::Error);
    experiment.repeats = 400;
    EXPECT_NO_THROW(makePlan(experiment, smallCatalogue(), 2));
}

TEST_F(SweptRuns, EveryPointIsAReportOfItsOwn)
{
    core::Experiment asked = experiment("wait", {"sequential", "threads:2"}, {{"seconds", Value(0.5)}});
    asked.strategies = {"threads"};
    asked.sweep = core::Sweep{"strategy.workers", {Value(1), Value(2)}};
    asked.repeats = 2;
    const auto outcome = run(asked);
    EXPECT_TRUE(outcome.report.strategies.empty());
    ASSERT_EQ(outcome.report.points.size(), 2u);
    for (const core::PointReport& point : outcome.report.points) {
        ASSERT_EQ(point.strategies.size(), 2u);
        EXPECT_TRUE(point.digestsEqual);
        EXPECT_EQ(point.strategies[0].strategy.text(), "sequential");
        EXPECT_TRUE(point.strategies[0].addedBaseline);
        ASSERT_TRUE(point.strategies[1].speedup);
    }
    EXPECT_GT(outcome.report.points[1].strategies[1].speedup->value,
              outcome.report.points[0].strategies[1].speedup->value);
    EXPECT_EQ(outcome.report.toValue().find("points")->asArray().size(), 2u);
}

TEST_F(SweptRuns, APointHasItsOwnWork)
{
    core::Experiment asked = experiment("wait", {"threads:2"}, {{"seconds", Value(0.3)}});
    asked.sweep = core::Sweep{"workload.tasks", {Value(2), Value(5)}};
    const auto outcome = run(asked);
    ASSERT_EQ(outcome.report.points.size(), 2u);
    EXPECT_EQ(outcome.report.points[0].strategies[0].items, 2u);
    EXPECT_EQ(outcome.report.points[1].strategies[0].items, 5u);
    EXPECT_EQ(outcome.report.points[1].strategies[1].tasks.done, 5u);
    EXPECT_TRUE(outcome.report.digestsEqual) << "different work at another point is no contradiction";
}

TEST_F(SweptRuns, TheTimeIsKnownBeforehand)
{
    core::Experiment asked = experiment("wait", {"threads:4"}, {{"seconds", Value(0.5)}});
    asked.sweep = core::Sweep{"workload.tasks", {Value(2), Value(4), Value(6)}};
    const engine::EngineServices services{paths, launcher, catalogue, 0};
    const auto estimate = engine::estimateSweep(asked, services, {});
    ASSERT_TRUE(estimate);
    EXPECT_EQ(estimate->runs, 6u);
    EXPECT_EQ(estimate->timedRuns, 2);
    // 0.5 s × 0.02 = 10 ms for each of 2 × (2 + 4 + 6) tasks.
    EXPECT_GE(estimate->seconds, 0.23);
    EXPECT_LE(estimate->seconds, 1.0) << "twice that on a busy machine";
    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(engine::estimateSweep(asked, services, stop.get_token()));
}
