// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/report_builder.h"

#include "core/random.h"
#include "support/small_catalogue.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>

using namespace overlap;
using namespace overlap::core;
using analysis::buildReport;
using analysis::StrategySample;
using overlap::testing::smallCatalogue;
using overlap::testing::smallExperiment;

namespace {

// The figures are recomputed here by sorting, never by the functions under test.
double middle(std::vector<double> values)
{
    std::ranges::sort(values);
    const std::size_t n = values.size();
    return n % 2 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

RunReport runOf(Random& random, int block, bool warmup, std::size_t items)
{
    RunReport run;
    run.block = block;
    run.warmup = warmup;
    run.startupSeconds = random.uniform(0, 0.1);
    run.wallSeconds = random.uniform(1, 2);
    run.cpuSeconds = random.uniform(0, 1);
    run.peakMemoryBytes = 1000 + block;
    run.tasks.done = items;
    for (std::size_t i = 0; i < items; ++i)
        run.latencySeconds.push_back(random.uniform(0.1, 1));
    run.marks = {{"first-done", random.uniform(0.1, 1)}, {"last-done", run.wallSeconds}};
    for (double& seconds : run.ledgerSeconds)
        seconds = random.uniform(0, 1);
    run.resultDigest = "digest";
    return run;
}

StrategySample sampleOf(const std::string& text, Random& random, int blocks = 5, std::size_t items = 3)
{
    StrategySample sample;
    sample.strategy = parseStrategy(text, smallCatalogue().strategies, 2);
    sample.items = items;
    sample.runs.push_back(runOf(random, 0, true, items));
    for (int block = 0; block < blocks; ++block)
        sample.runs.push_back(runOf(random, block, false, items));
    return sample;
}

template <class Figure>
std::vector<double> measured(const StrategySample& sample, Figure figure)
{
    std::vector<double> values;
    for (const RunReport& run : sample.runs) {
        if (!run.warmup)
            values.push_back(figure(run));
    }
    return values;
}

} // namespace

TEST(ReportBuilder, EveryNumberFollowsFromTheRawSamples)
{
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Random random(seed);
        const int blocks = static_cast<int>(1 + random.below(9));
        const std::vector<StrategySample> samples{sampleOf("sequential", random, blocks),
                                                  sampleOf("threads:2", random, blocks)};
        const Report report = buildReport(smallExperiment(), {}, samples, false);
        ASSERT_EQ(report.strategies.size(), 2u);
        for (std::size_t s = 0; s < 2; ++s) {
            const StrategyReport& strategy = report.strategies[s];
            const StrategySample& sample = samples[s];
            EXPECT_EQ(strategy.medianWallSeconds,
                      middle(measured(sample, [](auto& run) { return run.wallSeconds; })));
            EXPECT_EQ(strategy.startupSeconds,
                      middle(measured(sample, [](auto& run) { return run.startupSeconds; })));
            EXPECT_EQ(strategy.cpuSeconds,
                      middle(measured(sample, [](auto& run) { return run.cpuSeconds; })));
            EXPECT_EQ(strategy.coldWallSeconds, middle(measured(sample, [](auto& run) {
                          return run.startupSeconds + run.wallSeconds;
                      })));
            std::vector<double> pooled;
            for (const RunReport& run : sample.runs) {
                if (!run.warmup)
                    pooled.insert(pooled.end(), run.latencySeconds.begin(), run.latencySeconds.end());
            }
            ASSERT_TRUE(strategy.latency);
            EXPECT_EQ(strategy.latency->p50, middle(pooled));
            EXPECT_EQ(strategy.latency->max, *std::ranges::max_element(pooled));
            EXPECT_EQ(strategy.latency->first,
                      middle(measured(sample, [](auto& run) { return run.marks[0].seconds; })));
            EXPECT_FALSE(strategy.latency->p95) << "fewer than 200 samples";
            std::array<double, stateCount> shares{};
            for (std::size_t i = 0; i < stateCount; ++i) {
                shares[i] = middle(measured(sample, [i](auto& run) {
                    return run.ledgerSeconds[i] /
                           std::accumulate(run.ledgerSeconds.begin(), run.ledgerSeconds.end(), 0.0);
                }));
            }
            const double all = std::accumulate(shares.begin(), shares.end(), 0.0);
            for (std::size_t i = 0; i < stateCount; ++i)
                EXPECT_DOUBLE_EQ(strategy.ledger[i], shares[i] / all);
            EXPECT_EQ(strategy.runs.size(), sample.runs.size()) << "raw samples are kept, warm-up too";
            EXPECT_EQ(strategy.items, 3u);
            EXPECT_EQ(strategy.peakMemoryBytes, 1000 + sample.runs.back().block) << "the largest of its runs";
            for (const RunReport& run : strategy.runs) {
                ASSERT_TRUE(run.latency) << "of each run";
                EXPECT_EQ(run.latency->p50, middle(run.latencySeconds));
                EXPECT_EQ(run.latency->max, *std::ranges::max_element(run.latencySeconds));
                EXPECT_EQ(run.latency->first, run.marks[0].seconds);
            }
        }
        EXPECT_FALSE(report.strategies[0].speedup);
        ASSERT_TRUE(report.strategies[1].speedup);
        EXPECT_EQ(report.strategies[1].speedup->value,
                  report.strategies[0].medianWallSeconds / report.strategies[1].medianWallSeconds);
    }
}

TEST(ReportBuilder, AFailureIsNotHiddenByALaterRunWithoutOne)
{
    Random random(3);
    std::vector<StrategySample> samples{sampleOf("sequential", random, 10),
                                        sampleOf("threads:2", random, 10)};
    TaskCounts& tasks = samples[1].runs[4].tasks;
    tasks.done = 1;
    tasks.failed = 2;
    const Report report = buildReport(smallExperiment(), {}, samples, false);
    EXPECT_EQ(report.strategies[1].tasks.failed, 2u);
    EXPECT_EQ(report.strategies[1].tasks.done, 1u);
    EXPECT_EQ(report.strategies[1].judgement, Judgement::none) << "a time of failed work is no success";
    EXPECT_FALSE(report.verdict);
}

TEST(ReportBuilder, AColdExperimentComparesColdTimes)
{
    Random random(4);
    Experiment experiment = smallExperiment();
    experiment.timing = Timing::cold;
    const std::vector<StrategySample> samples{sampleOf("sequential", random), sampleOf("threads:2", random)};
    const Report report = buildReport(experiment, {}, samples, false);
    EXPECT_EQ(report.strategies[1].speedup->value,
              report.strategies[0].coldWallSeconds / report.strategies[1].coldWallSeconds);
}

TEST(ReportBuilder, TailsAreToldFromEnoughSamplesOn)
{
    Random random(5);
    const Report few =
        buildReport(smallExperiment({"sequential"}), {}, {sampleOf("sequential", random, 1, 199)}, false);
    EXPECT_FALSE(few.strategies[0].latency->p95);
    const Report many =
        buildReport(smallExperiment({"sequential"}), {}, {sampleOf("sequential", random, 5, 200)}, false);
    EXPECT_TRUE(many.strategies[0].latency->p95);
    EXPECT_TRUE(many.strategies[0].latency->p99);
}

TEST(ReportBuilder, ASpeedUpNeverCrossesRuntimes)
{
    Random random(6);
    const std::vector<StrategySample> samples{sampleOf("sequential", random), sampleOf("threads:2", random),
                                              sampleOf("python-sequential", random),
                                              sampleOf("python-threads:2", random)};
    const Report report = buildReport(smallExperiment(), {}, samples, false);
    EXPECT_EQ(report.strategies[1].baseline, "sequential");
    EXPECT_EQ(report.strategies[3].baseline, "python-sequential");
    EXPECT_EQ(report.strategies[3].speedup->value,
              report.strategies[2].medianWallSeconds / report.strategies[3].medianWallSeconds);
    EXPECT_FALSE(report.strategies[2].speedup);
}

TEST(ReportBuilder, DigestsAreComparedWithinARuntime)
{
    Random random(7);
    std::vector<StrategySample> samples{sampleOf("sequential", random), sampleOf("threads:2", random),
                                        sampleOf("python-sequential", random)};
    for (RunReport& run : samples[2].runs)
        run.resultDigest = "another runtime, another amount of work";
    EXPECT_TRUE(buildReport(smallExperiment(), {}, samples, false).digestsEqual);
    samples[1].runs.back().resultDigest = "different";
    const Report report = buildReport(smallExperiment(), {}, samples, false);
    EXPECT_FALSE(report.digestsEqual);
    EXPECT_EQ(report.strategies[1].resultDigest, "") << "its own runs disagree";
    EXPECT_EQ(report.strategies[0].resultDigest, "digest");
    samples[1].runs.back().resultDigest = "digest";
    samples[1].runs.front().resultDigest = "different"; // the warm-up
    EXPECT_TRUE(buildReport(smallExperiment(), {}, samples, false).digestsEqual);
}

TEST(ReportBuilder, WhatIsVoidInOneRuntimeStandsInTheOther)
{
    Random random(17);
    std::vector<StrategySample> samples{sampleOf("sequential", random, 10), sampleOf("threads:2", random, 10),
                                        sampleOf("python-sequential", random, 10),
                                        sampleOf("python-threads:2", random, 10)};
    const Report whole = buildReport(smallExperiment(), {}, samples, false);
    EXPECT_TRUE(whole.strategies[0].noiseFloor);
    EXPECT_FALSE(whole.strategies[1].noiseFloor) << "of baselines alone";
    EXPECT_NE(whole.strategies[2].noiseFloor, whole.strategies[0].noiseFloor);
    EXPECT_EQ(whole.noiseFloor->fraction, *whole.strategies[0].noiseFloor);
    EXPECT_EQ(whole.noiseFloor->strategy, "sequential");

    samples[3].runs.back().resultDigest = "different";
    const Report report = buildReport(smallExperiment(), {}, samples, false);
    EXPECT_FALSE(report.digestsEqual);
    EXPECT_TRUE(report.strategies[1].comparable);
    EXPECT_FALSE(report.strategies[2].comparable);
    EXPECT_FALSE(report.strategies[3].comparable);
    EXPECT_EQ(report.strategies[1].judgement, whole.strategies[1].judgement);
    EXPECT_NE(report.strategies[1].judgement, Judgement::none);
    EXPECT_EQ(report.strategies[3].judgement, Judgement::none);
}

TEST(ReportBuilder, UnfinishedWorkIsNotADifferentResult)
{
    Random random(8);
    std::vector<StrategySample> samples{sampleOf("sequential", random, 1), sampleOf("threads:2", random, 1)};
    samples[1].runs.back().tasks = {1, 0, 2};
    samples[1].runs.back().resultDigest = "of one task done and two cancelled";
    const Report report = buildReport(smallExperiment(), {}, samples, true);
    EXPECT_TRUE(report.cancelled);
    EXPECT_TRUE(report.digestsEqual) << "nothing was found to differ";
    EXPECT_FALSE(report.strategies[1].speedup) << "the time of a third of the work is no speed-up";
}

TEST(ReportBuilder, WhatWasNotMeasuredIsLeftOut)
{
    Random random(9);
    StrategySample only = sampleOf("threads:2", random, 0);
    const Report report = buildReport(smallExperiment(), {}, {sampleOf("sequential", random), only}, false);
    ASSERT_EQ(report.strategies.size(), 1u);
    EXPECT_TRUE(buildReport(smallExperiment(), {}, {}, false).strategies.empty());
    const Report alone = buildReport(smallExperiment(), {}, {sampleOf("threads:2", random)}, false);
    EXPECT_FALSE(alone.strategies[0].speedup) << "its baseline is not there yet";
}

TEST(ReportBuilder, NothingDoneHasNoLatency)
{
    Random random(10);
    StrategySample sample = sampleOf("sequential", random, 2, 0);
    for (RunReport& run : sample.runs)
        run.marks.clear();
    const Report report = buildReport(smallExperiment({"sequential"}), {}, {sample}, false);
    EXPECT_FALSE(report.strategies[0].latency);
}

TEST(ReportBuilder, ExpectationsAreJudgedUnlessCancelled)
{
    Random random(11);
    std::vector<StrategySample> samples{sampleOf("sequential", random, 1), sampleOf("threads:2", random, 1)};
    samples[0].runs.back().wallSeconds = 4;
    samples[1].runs.back().wallSeconds = 2;
    const auto met = [&](std::optional<double> atLeast, std::optional<double> atMost) {
        Experiment experiment = smallExperiment();
        experiment.expect = {{"threads:2", atLeast, atMost}};
        const Report report = buildReport(experiment, {}, samples, false);
        EXPECT_EQ(report.expectations.size(), 1u);
        return report.expectations.at(0).met;
    };
    EXPECT_TRUE(met(2.0, 2.0));
    EXPECT_TRUE(met(1.9, std::nullopt));
    EXPECT_TRUE(met(std::nullopt, 2.1));
    EXPECT_FALSE(met(2.1, std::nullopt));
    EXPECT_FALSE(met(std::nullopt, 1.9));
    Experiment experiment = smallExperiment();
    experiment.expect = {{"threads:2", 2.0, 2.0}, {"threads:9", 2.0, 2.0}};
    EXPECT_EQ(buildReport(experiment, {}, samples, false).expectations.size(), 1u);
    EXPECT_TRUE(buildReport(experiment, {}, samples, true).expectations.empty());
}

TEST(ReportBuilder, AShareIsOfTheMedianCeilingOfTheMeasuredBlocks)
{
    Random random(12);
    std::vector<StrategySample> samples{sampleOf("sequential", random, 1), sampleOf("threads:4", random, 1)};
    samples[0].runs.back().wallSeconds = 3;
    samples[1].runs.back().wallSeconds = 2; // 1.5 times as fast
    Environment environment;
    environment.cores = 2;
    analysis::CeilingSample two{2, {{0, 1.9}, {1, 0.1, true}, {2, 1.5}, {3, 2.0}}};
    const auto built = [&](Expectation expectation, bool cancelled = false) {
        Experiment experiment = smallExperiment();
        experiment.expect = {std::move(expectation)};
        return buildReport(experiment, environment, samples, cancelled, {two});
    };
    const auto met = [&](Expectation expectation) {
        const Report report = built(std::move(expectation));
        EXPECT_EQ(report.ceilings.at(0).median, 1.9) << "without the replaced block";
        EXPECT_EQ(report.expectations.at(0).ceiling, 1.9) << "four workers on two cores";
        return report.expectations.at(0).met;
    };
    EXPECT_TRUE(met({"threads:4", {}, {}, 1.5 / 1.9 - 1e-9}));
    EXPECT_FALSE(met({"threads:4", {}, {}, 1.5 / 1.9 + 1e-9}));
    EXPECT_TRUE(met({"threads:4", 1.5, 1.5, 0.7}));
    EXPECT_FALSE(met({"threads:4", 1.6, {}, 0.7})) << "each bound counts";
    EXPECT_FALSE(met({"threads:4", {}, 1.4, 0.7}));

    EXPECT_EQ(built({"threads:4", {}, {}, 0.7}).ceilings.at(0).runs.size(), 4u) << "raw samples are kept";
    EXPECT_FALSE(built({"threads:4", {}, {}, 0.7}).ceilings.at(0).interval95) << "three blocks";
    EXPECT_TRUE(built({"threads:4", {}, {}, 0.7}, true).expectations.empty());
    two.runs.insert(two.runs.end(), {{4, 1.8}, {5, 1.95}});
    const auto interval = built({"threads:4", {}, {}, 0.7}).ceilings.at(0).interval95;
    ASSERT_TRUE(interval);
    EXPECT_LE(interval->low, 1.9);
    EXPECT_GE(interval->high, 1.9);

    two.runs = {{0, 1.9, true}};
    EXPECT_TRUE(built({"threads:4", {}, {}, 0.7}).ceilings.empty());
    EXPECT_TRUE(built({"threads:4", {}, {}, 0.7}).expectations.empty()) << "not measured yet is not missed";
}

TEST(ReportBuilder, OneWorkerOrOneCoreIsItsOwnCeiling)
{
    Random random(13);
    const std::vector<StrategySample> samples{sampleOf("sequential", random), sampleOf("threads:1", random),
                                              sampleOf("threads:4", random)};
    for (const auto& [strategy, cores] : {std::pair("threads:1", 8), std::pair("threads:4", 1)}) {
        Experiment experiment = smallExperiment();
        experiment.expect = {{strategy, {}, {}, 0.001}};
        Environment environment;
        environment.cores = cores;
        const Report report = buildReport(experiment, environment, samples, false);
        ASSERT_EQ(report.expectations.size(), 1u) << strategy;
        EXPECT_EQ(report.expectations[0].ceiling, 1.0);
        EXPECT_TRUE(report.expectations[0].met);
    }
}
