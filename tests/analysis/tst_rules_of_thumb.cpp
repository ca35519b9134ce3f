// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules_of_thumb.h"

#include "swept_report.h"

#include <gmock/gmock.h>

using namespace overlap;
using namespace overlap::testing;
using core::RuleOutcome;
using core::RuleVerdict;
using core::Value;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

namespace {

/// A sweep over workers of "cut-work" on four cores.
RuleVerdict workersRule(const std::string& strategy, double ratio, const std::vector<int>& counts,
                        const std::function<double(double)>& speedup)
{
    std::vector<Value> values;
    for (const int count : counts)
        values.emplace_back(count);
    core::Experiment experiment =
        sweptExperiment("cut-work", {"sequential", strategy}, "strategy.workers", std::move(values));
    experiment.parameters.set("ratio", ratio);
    const core::Report report = sweptReport(experiment, 10, [&](std::size_t i) {
        const double seconds = 1 / speedup(counts[i]);
        return std::vector<Measured>{{.name = "sequential"},
                                     {.name = strategy, .counts = {counts[i]}, .seconds = [=](int block) {
                                          return noisy(seconds, block);
                                      }}};
    });
    if (report.rules.size() != 1)
        throw std::runtime_error("not one rule");
    return report.rules.front();
}

double asFarAs(double most, double workers)
{
    return std::min(most, workers);
}

/// "cut-work" over a parameter of the work: seconds of the baseline and what `processes:4` gains.
RuleVerdict workRule(const std::string& over, std::size_t items,
                     const std::vector<std::pair<double, double>>& points)
{
    std::vector<Value> values;
    for (std::size_t i = 0; i < points.size(); ++i)
        values.emplace_back(static_cast<std::int64_t>(i + 1));
    const core::Report report =
        sweptReport(sweptExperiment("cut-work", {"sequential", "processes:4"}, over, std::move(values)), 10,
                    [&](std::size_t i) {
                        const auto [seconds, gain] = points[i];
                        return std::vector<Measured>{
                            {.name = "sequential",
                             .seconds = [=](int block) { return noisy(seconds, block); },
                             .items = items},
                            {.name = "processes",
                             .counts = {4},
                             .seconds = [=](int block) { return noisy(seconds / gain, block + 2); },
                             .items = items}};
                    });
    if (report.rules.size() != 1)
        throw std::runtime_error("not one rule");
    return report.rules.front();
}

} // namespace

TEST(RulesOfThumb, ThreadsHoldWhereTheWaitFitsThem)
{
    const std::vector<int> counts{1, 4, 8, 12, 20, 32, 64};
    // Four cores and a wait of 2 × the computing: the knee is at 12, within 8 to 20.
    const RuleVerdict holds = workersRule("threads", 2, counts, [](double n) { return asFarAs(12, n); });
    EXPECT_EQ(holds.rule, "thread-workers");
    EXPECT_EQ(holds.outcome, RuleOutcome::holds);
    EXPECT_THAT(holds.sentence.english(), HasSubstr("from 12 workers on it is as good"));
    EXPECT_THAT(holds.sentence.english(), HasSubstr("= 12)"));
    // A wait of 20 ×: the knee is at 84, and 64 are far better than 20.
    const RuleVerdict fails = workersRule("threads", 20, counts, [](double n) { return asFarAs(84, n); });
    EXPECT_EQ(fails.outcome, RuleOutcome::fails);
    EXPECT_THAT(fails.sentence.english(), HasSubstr("threads:20 gains 20"));
    EXPECT_THAT(fails.sentence.english(), HasSubstr("threads:64 gains 64"));
    EXPECT_EQ(workersRule("threads", 4, {1, 2, 4}, [](double n) { return n; }).outcome, RuleOutcome::open);
}

TEST(RulesOfThumb, ProcessesHoldAtTheCores)
{
    const std::vector<int> counts{1, 2, 4, 8, 12};
    EXPECT_EQ(workersRule("processes", 0, counts, [](double n) { return asFarAs(4, n); }).outcome,
              RuleOutcome::holds);
    const RuleVerdict fails = workersRule("processes", 0, counts, [](double n) { return asFarAs(8, n); });
    EXPECT_EQ(fails.rule, "process-workers");
    EXPECT_EQ(fails.outcome, RuleOutcome::fails);
    EXPECT_THAT(fails.sentence.english(), HasSubstr("processes:4 gains 4"));
    EXPECT_EQ(workersRule("processes", 0, {1, 2, 3}, [](double n) { return n; }).outcome, RuleOutcome::open);
    EXPECT_THROW(workersRule("processes", 4, counts, [](double n) { return n; }), std::runtime_error)
        << "work that waits says nothing of it";
    EXPECT_THROW(workersRule("threads", 0, counts, [](double n) { return n; }), std::runtime_error);
}

TEST(RulesOfThumb, WhatTheIntervalsCannotTellApartStaysOpen)
{
    core::Experiment experiment =
        sweptExperiment("cut-work", {"sequential", "processes"}, "strategy.workers", {Value(4), Value(8)});
    const core::Report report = sweptReport(experiment, 10, [&](std::size_t i) {
        // Half as long or twice as long, from block to block; eight are a fifth faster all the same.
        const double seconds = i == 0 ? 0.3 : 0.25;
        return std::vector<Measured>{{.name = "sequential"},
                                     {.name = "processes",
                                      .counts = {i == 0 ? 4 : 8},
                                      .seconds = [=](int block) { return seconds * (0.5 + 0.15 * block); }}};
    });
    ASSERT_EQ(report.rules.size(), 1U);
    EXPECT_EQ(report.rules[0].outcome, RuleOutcome::open);
    EXPECT_THAT(report.rules[0].sentence.english(), HasSubstr("intervals overlap; more blocks would tell."));
}

TEST(RulesOfThumb, AQueueHoldsWhereLongerOnesGainNoMore)
{
    const std::vector<int> sizes{1, 3, 9, 48};
    const auto rule = [&](const std::function<double(double)>& speedup) {
        std::vector<Value> values(sizes.begin(), sizes.end());
        return sweptReport(sweptExperiment("assembly-line", {"sequential", "pipeline:1,1,1@queues=3/3/3"},
                                           "strategy.queues", values),
                           10,
                           [&](std::size_t i) {
                               const std::string size = std::to_string(sizes[i]);
                               const double seconds = 1 / speedup(sizes[i]);
                               return std::vector<Measured>{
                                   {.name = "sequential"},
                                   {.name = "pipeline",
                                    .counts = {1, 1, 1},
                                    .options = {{"queues", size + "/" + size + "/" + size}},
                                    .seconds = [=](int block) { return noisy(seconds, block); },
                                    .latencySeconds = 0.01 * sizes[i]}};
                           })
            .rules;
    };
    const auto holds = rule([](double places) { return places < 3 ? 1.5 : 2.5; });
    ASSERT_EQ(holds.size(), 1U);
    EXPECT_EQ(holds[0].rule, "queue-size");
    EXPECT_EQ(holds[0].outcome, RuleOutcome::holds);
    EXPECT_THAT(holds[0].sentence.english(),
                HasSubstr("an item is under way for 30.0 ms, with queues of 48 for 480 ms"));
    EXPECT_EQ(rule([](double places) { return places < 40 ? 1.5 : 2.5; })[0].outcome, RuleOutcome::fails);
}

TEST(RulesOfThumb, TheLengthOfATaskIsMeasured)
{
    // Ten tasks: 1 s, 0.1 s, 10 ms, 1 ms each.
    const RuleVerdict needed = workRule("workload.tasks", 10, {{10, 3.9}, {1, 3.9}, {0.1, 2.0}, {0.01, 0.5}});
    EXPECT_EQ(needed.rule, "granularity");
    EXPECT_EQ(needed.outcome, RuleOutcome::holds);
    EXPECT_THAT(needed.sentence.english(), HasSubstr("tasks of 10.0 ms gain, and only from 100 ms on"));
    const RuleVerdict coarse =
        workRule("workload.tasks", 10, {{10, 3.9}, {1, 3.9}, {0.1, 3.9}, {0.01, 3.9}, {0.001, 1.5}});
    EXPECT_EQ(coarse.outcome, RuleOutcome::fails);
    EXPECT_THAT(coarse.sentence.english(), HasSubstr("tasks of 100 µs gain, and from 1.00 ms on"));
    const RuleVerdict never = workRule("workload.tasks", 10, {{10, 0.9}, {1, 0.8}});
    EXPECT_EQ(never.outcome, RuleOutcome::fails);
    EXPECT_THAT(never.sentence.english(), HasSubstr("no length gains with processes:4 here."));
}

TEST(RulesOfThumb, WhereTheLineLiesBelowWhichSequentialIsFaster)
{
    const RuleVerdict holds = workRule("workload.work", 8, {{0.01, 0.2}, {0.03, 0.8}, {0.1, 1.5}, {1, 3}});
    EXPECT_EQ(holds.rule, "worth-it");
    EXPECT_EQ(holds.outcome, RuleOutcome::holds);
    EXPECT_THAT(holds.sentence.english(), HasSubstr("work of 30.0 ms does not gain, work of 100 ms does"));
    EXPECT_EQ(workRule("workload.work", 8, {{0.001, 0.5}, {0.003, 1.5}, {1, 3}}).outcome, RuleOutcome::fails);
    EXPECT_EQ(workRule("workload.work", 8, {{0.1, 0.5}, {0.3, 0.9}, {1, 3}}).outcome, RuleOutcome::fails);
    const RuleVerdict always = workRule("workload.work", 8, {{0.001, 1.5}, {1, 3}});
    EXPECT_EQ(always.outcome, RuleOutcome::fails);
    EXPECT_THAT(always.sentence.english(), HasSubstr("even the smallest work tried, 1.00 ms, gains"));
    const RuleVerdict never = workRule("workload.work", 8, {{0.001, 0.5}, {1, 0.9}});
    EXPECT_EQ(never.outcome, RuleOutcome::fails);
    EXPECT_THAT(never.sentence.english(), HasSubstr("no work up to 1.00 s gains here."));
    // One that gains by chance below one that does not is no line.
    EXPECT_THAT(workRule("workload.work", 8, {{0.001, 1.5}, {0.03, 0.8}, {0.1, 1.5}}).sentence.english(),
                HasSubstr("work of 30.0 ms does not gain, work of 100 ms does"));
}

TEST(RulesOfThumb, TheConvoyGrowsWithTheInterval)
{
    const auto rules = [](double shortest, double longest) {
        return sweptReport(sweptExperiment("convoy", {"sequential", "gil-threads:2"}, "strategy.switch",
                                           {Value("50us"), Value("50ms")}),
                           3,
                           [=](std::size_t i) {
                               Value summary = Value::object();
                               summary.set("delaySeconds", i == 0 ? shortest : longest);
                               return std::vector<Measured>{
                                   {.name = "sequential", .summary = summary},
                                   {.name = "gil-threads",
                                    .counts = {2},
                                    .options = {{"switch", i == 0 ? "50us" : "50ms"}},
                                    .summary = summary}};
                           })
            .rules;
    };
    const auto grows = rules(0.0002, 0.05);
    ASSERT_EQ(grows.size(), 1U) << "the baseline shares no lock";
    EXPECT_EQ(grows[0].rule, "switch-interval");
    EXPECT_EQ(grows[0].outcome, RuleOutcome::holds);
    EXPECT_EQ(grows[0].sentence.english(),
              "The convoy under gil-threads:2: with a switch interval of 50.0 ms a wait "
              "ends 50.0 ms late, with one of 50.0 µs it ends 200 µs late.");
    EXPECT_EQ(rules(0.0002, 0.0003)[0].outcome, RuleOutcome::fails);
}

TEST(RulesOfThumb, FewBlocksAreSaidAndOtherSweepsHaveNoRule)
{
    const auto report = [](const char* workload, int blocks) {
        return sweptReport(
            sweptExperiment(workload, {"sequential", "processes"}, "strategy.workers", {Value(2), Value(4)}),
            blocks, [](std::size_t i) {
                return std::vector<Measured>{{.name = "sequential"},
                                             {.name = "processes", .counts = {i == 0 ? 2 : 4}}};
            });
    };
    const auto said = [](const core::Report& one) {
        std::string all;
        for (const core::Message& hint : one.hints)
            all += hint.english() + "\n";
        return all;
    };
    EXPECT_THAT(said(report("cut-work", 9)), HasSubstr("stands on fewer than 10 blocks"));
    EXPECT_THAT(said(report("cut-work", 10)), Not(HasSubstr("rule of thumb")));
    EXPECT_THAT(report("wait", 1).rules, IsEmpty());
    EXPECT_THAT(said(report("wait", 1)), Not(HasSubstr("rule of thumb")));
}
