// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/recommendation.h"

#include "analysis/report_builder.h"
#include "simulated_work.h"
#include "support/noisy_times.h"
#include "support/small_catalogue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace overlap::analysis;
using namespace overlap::core;
using overlap::testing::noisyTimes;
using overlap::testing::smallExperiment;
using overlap::testing::strategyOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

namespace {

/// What every run of a strategy costs, but for one per mille of scatter.
struct Costs
{
    double wall = 1;
    double cpu = 1;
    double megabytes = 10;
    double latency = 0.1;
    std::size_t items = 10;
};

StrategySample sampleOf(const std::string& text, const Costs& costs, std::size_t blocks = 10)
{
    StrategySample sample;
    sample.strategy = strategyOf(text);
    sample.items = costs.items;
    for (std::size_t i = 0; i < blocks; ++i) {
        // Every strategy scatters in an order of its own.
        const double scatter = 1 + 0.001 * static_cast<double>((i * 7 + text.size()) % 5);
        RunReport run;
        run.block = static_cast<int>(i);
        run.wallSeconds = costs.wall * scatter;
        run.cpuSeconds = costs.cpu * scatter;
        run.peakMemoryBytes = static_cast<std::int64_t>(costs.megabytes * 1e6);
        run.latencySeconds.assign(costs.items, costs.latency * scatter);
        run.marks = {{"first-done", costs.latency}};
        run.tasks.done = costs.items;
        run.resultDigest = "same";
        sample.runs.push_back(run);
    }
    return sample;
}

Report reportOf(const std::vector<StrategySample>& samples, bool cancelled = false)
{
    return buildReport(smallExperiment(), {}, samples, cancelled);
}

Recommendation recommended(const std::vector<StrategySample>& samples, Cost counts = Cost::time)
{
    const auto list = recommendationsOf(reportOf(samples), counts);
    EXPECT_EQ(list.size(), 1u);
    return list.at(0);
}

std::vector<std::string> dominatedOf(const Recommendation& recommendation)
{
    std::vector<std::string> names;
    for (const Choice& choice : recommendation.choices) {
        if (!choice.dominatedBy.empty())
            names.push_back(choice.strategy.text());
    }
    return names;
}

std::string reasonsOf(const Recommendation& recommendation)
{
    std::string text;
    for (const Message& reason : recommendation.reasons)
        text += reason.english() + "\n";
    return text;
}

/// Costs that belong together: more workers take more memory and CPU time.
const std::vector<StrategySample> tradeOff{
    sampleOf("sequential", {.wall = 4, .cpu = 4, .megabytes = 10}),
    sampleOf("threads:2", {.wall = 2, .cpu = 4.2, .megabytes = 14}),
    sampleOf("processes:2", {.wall = 1.6, .cpu = 4.5, .megabytes = 60, .latency = 0.12}),
};

} // namespace

TEST(Recommendation, TheFastestWhereItIsMeasurablyFaster)
{
    const Recommendation advice = recommended(tradeOff);
    EXPECT_EQ(advice.strategy, "processes:2");
    EXPECT_EQ(advice.workers, 2);
    EXPECT_EQ(advice.family, AdviceFamily::processes);
    EXPECT_EQ(advice.least, "processes:2");
    EXPECT_EQ(advice.runnerUp, "threads:2");
    ASSERT_TRUE(advice.ratio && advice.ratio->interval95);
    EXPECT_NEAR(advice.ratio->value, 1.25, 0.005);
    EXPECT_GT(advice.ratio->interval95->low, 1.2);
    EXPECT_EQ(advice.matters, true);
    EXPECT_EQ(advice.sentence.english(), "Use processes:2.");
    EXPECT_THAT(reasonsOf(advice), HasSubstr("processes:2 takes 1.603 s, one after the other 4.008 s."));
    EXPECT_THAT(reasonsOf(advice), HasSubstr("The runner-up is threads:2, with 1.2"));
    EXPECT_THAT(dominatedOf(advice), IsEmpty()) << "each is best in something";
}

TEST(Recommendation, WhatCountsDecides)
{
    EXPECT_EQ(recommended(tradeOff, Cost::memory).strategy, "sequential");
    EXPECT_EQ(recommended(tradeOff, Cost::memory).runnerUp, "threads:2");
    EXPECT_EQ(recommended(tradeOff, Cost::cpu).strategy, "sequential");
    const Recommendation memory = recommended({sampleOf("sequential", {.wall = 4, .megabytes = 30}),
                                               sampleOf("threads:2", {.wall = 2, .megabytes = 35}),
                                               sampleOf("event-loop:8", {.wall = 3, .megabytes = 20})},
                                              Cost::memory);
    EXPECT_EQ(memory.strategy, "event-loop:8");
    EXPECT_EQ(memory.workers, 1);
    EXPECT_THAT(reasonsOf(memory),
                HasSubstr("event-loop:8 needs at most 20.0 MB of memory, one after the other 30.0 MB."));
    EXPECT_THAT(reasonsOf(memory), HasSubstr("The runner-up is sequential, which costs 1.50 × as much"));
}

TEST(Recommendation, LatencyIsThePercentileOnlyWhereThereAreEnoughItems)
{
    const auto tail = [](std::size_t items) {
        std::vector<StrategySample> samples{sampleOf("sequential", {.items = items}),
                                            sampleOf("threads:2", {.latency = 0.09, .items = items})};
        // One item in thirty of the threads is slow: within 19 of 20, but not the slowest.
        for (RunReport& run : samples[1].runs) {
            for (std::size_t i = 0; i < items; i += 30)
                run.latencySeconds[i] = 1;
        }
        return recommended(samples, Cost::latency);
    };
    const Recommendation few = tail(199);
    EXPECT_TRUE(few.slowestItem);
    EXPECT_EQ(few.strategy, "sequential");
    EXPECT_THAT(reasonsOf(few), HasSubstr("that of the slowest item"));
    const Recommendation many = tail(200);
    EXPECT_FALSE(many.slowestItem);
    EXPECT_EQ(many.strategy, "threads:2");
    EXPECT_THAT(reasonsOf(many), HasSubstr("With threads:2 19 of 20 items take at most 90."));
}

TEST(Recommendation, OfEqualsTheSimplerWithFewerWorkers)
{
    const Recommendation workers =
        recommended({sampleOf("sequential", {.wall = 4, .megabytes = 8}),
                     sampleOf("threads:8", {.wall = 0.999, .cpu = 1, .megabytes = 10}),
                     sampleOf("threads:4", {.wall = 1, .cpu = 1, .megabytes = 10})});
    EXPECT_EQ(workers.strategy, "threads:4");
    EXPECT_EQ(workers.runnerUp, "threads:8");
    EXPECT_EQ(workers.matters, false);
    EXPECT_THAT(reasonsOf(workers),
                HasSubstr("It does not matter: threads:4 and threads:8 are not surely 5 % apart, and "
                          "threads:4 has the fewest"));
    const Recommendation kinds =
        recommended({sampleOf("sequential", {.wall = 4, .megabytes = 8}),
                     sampleOf("event-loop:8", {.megabytes = 10}), sampleOf("threads:8", {.megabytes = 10})});
    EXPECT_EQ(kinds.strategy, "threads:8");
    EXPECT_THAT(reasonsOf(kinds), HasSubstr("threads:8 is the simplest"));
    EXPECT_TRUE(kinds.choice("event-loop:8")->alike);
    EXPECT_FALSE(kinds.choice("sequential")->alike);
}

TEST(Recommendation, StaySequentialWhereNothingIsBetter)
{
    const Recommendation tie =
        recommended({sampleOf("sequential", {}), sampleOf("threads:2", {.wall = 0.999}),
                     sampleOf("processes:2", {.wall = 1.5, .megabytes = 60})});
    EXPECT_EQ(tie.strategy, "sequential");
    EXPECT_EQ(tie.family, AdviceFamily::sequential);
    EXPECT_EQ(tie.matters, false);
    EXPECT_EQ(tie.sentence.english(), "Stay sequential.");
    EXPECT_THAT(reasonsOf(tie), HasSubstr("nothing that was tried is worth the trouble"));
    const Recommendation best =
        recommended({sampleOf("sequential", {}), sampleOf("threads:2", {.wall = 1.5})});
    EXPECT_EQ(best.strategy, "sequential");
    EXPECT_EQ(best.matters, true) << "the other way is slower";
}

TEST(Recommendation, AnEffectBelowTheNoiseFloorIsNone)
{
    // Each block is 5 % faster with threads, but the baseline's blocks differ by tens of per cent.
    overlap::core::Random random(7);
    const auto walls = noisyTimes(random, 10, 1, 0.3);
    std::vector<StrategySample> samples{sampleOf("sequential", {}), sampleOf("threads:2", {.cpu = 1.5})};
    for (std::size_t i = 0; i < walls.size(); ++i) {
        samples[0].runs[i].wallSeconds = walls[i];
        samples[1].runs[i].wallSeconds = walls[i] * 0.95;
    }
    EXPECT_EQ(recommended(samples).strategy, "sequential");
    EXPECT_EQ(recommended(samples).matters, false);
    for (std::size_t i = 0; i < walls.size(); ++i)
        samples[1].runs[i].wallSeconds = walls[i] * 0.3;
    EXPECT_EQ(recommended(samples).strategy, "threads:2");
}

TEST(Recommendation, ADisturbedMachineIsNamed)
{
    auto samples = tradeOff;
    EXPECT_THAT(reasonsOf(recommended(samples)), ::testing::Not(HasSubstr("disturbed")));
    for (StrategySample& sample : samples) {
        for (RunReport& run : sample.runs)
            run.disturbances = {{DisturbanceKind::load, 2}};
    }
    EXPECT_THAT(reasonsOf(recommended(samples)), HasSubstr("Every block was disturbed."));
}

TEST(Recommendation, NobodyChoosesByLessThanFivePerCent)
{
    const auto advice = [](double wall) {
        std::vector<StrategySample> samples{sampleOf("sequential", {}),
                                            sampleOf("threads:2", {.wall = wall})};
        for (StrategySample& sample : samples) {
            for (RunReport& run : sample.runs)
                run.wallSeconds = sample.strategy.name == "threads" ? wall : 1;
        }
        return recommended(samples).strategy;
    };
    EXPECT_EQ(advice(0.96), "sequential");
    EXPECT_EQ(advice(0.93), "threads:2");
}

TEST(Recommendation, ADominatedChoiceIsNeverRecommended)
{
    // As fast as threads, with more memory and CPU time.
    const Recommendation advice =
        recommended({sampleOf("sequential", {.wall = 4, .cpu = 4, .megabytes = 10}),
                     sampleOf("threads:2", {.wall = 2.001, .cpu = 4, .megabytes = 14}),
                     sampleOf("processes:2", {.wall = 2, .cpu = 4.4, .megabytes = 60})});
    EXPECT_EQ(advice.strategy, "threads:2");
    EXPECT_THAT(dominatedOf(advice), ElementsAre("processes:2"));
    EXPECT_EQ(advice.choice("processes:2")->dominatedBy, "threads:2");
    EXPECT_EQ(advice.runnerUp, "processes:2");
    EXPECT_EQ(advice.matters, false) << "as far as time alone is asked for";
    EXPECT_THAT(reasonsOf(advice), HasSubstr("processes:2 is left out: threads:2 is worse in none"));
}

TEST(Recommendation, WhoDominatesIsNotDominated)
{
    // Each takes more memory than the one before, in nothing less.
    const Recommendation advice = recommended({sampleOf("sequential", {.wall = 4, .megabytes = 10}),
                                               sampleOf("threads:2", {.wall = 2, .megabytes = 14}),
                                               sampleOf("threads:4", {.wall = 1.999, .megabytes = 18}),
                                               sampleOf("processes:2", {.wall = 1.998, .megabytes = 60})});
    EXPECT_EQ(advice.choice("threads:4")->dominatedBy, "threads:2");
    EXPECT_EQ(advice.choice("processes:2")->dominatedBy, "threads:2");
}

TEST(Recommendation, EvenTheBaselineCanBeDominated)
{
    const Recommendation advice =
        recommended({sampleOf("sequential", {.latency = 0.2}), sampleOf("threads:2", {.latency = 0.1})});
    EXPECT_EQ(advice.strategy, "threads:2") << "as good in time, and better in latency";
    EXPECT_THAT(dominatedOf(advice), ElementsAre("sequential"));
    EXPECT_EQ(advice.runnerUp, "sequential") << "there is no other";
    EXPECT_EQ(advice.matters, false);
    EXPECT_THAT(reasonsOf(advice), HasSubstr("in nothing else that was measured does threads:2 cost more"));
}

TEST(Recommendation, AThousandthOfCpuTimeDominatesNobody)
{
    const std::vector<StrategySample> waits{sampleOf("sequential", {.wall = 4, .cpu = 0.0001}),
                                            sampleOf("threads:8", {.wall = 0.5, .cpu = 0.0008}),
                                            sampleOf("event-loop:8", {.wall = 0.5, .cpu = 0.0002})};
    EXPECT_EQ(recommended(waits).strategy, "threads:8") << "the simplest of two that are as good";
    EXPECT_THAT(dominatedOf(recommended(waits)), ElementsAre("sequential"));
    EXPECT_EQ(recommended(waits, Cost::cpu).strategy, "sequential") << "asked for, it decides";
}

TEST(Recommendation, ACircleWithinTheNoiseDominatesNobody)
{
    // Each is better than the next in one cost by less than what tells the third from both.
    const auto sample = [](const char* text, std::array<double, 3> offsets) {
        StrategySample made = sampleOf(text, {});
        for (RunReport& run : made.runs) {
            run.wallSeconds = 1 + offsets[0];
            run.cpuSeconds = 1 + offsets[1];
            run.peakMemoryBytes = static_cast<std::int64_t>(1e7 * (1 + offsets[2]));
            run.latencySeconds.assign(10, 0.1);
        }
        return made;
    };
    const Recommendation advice =
        recommended({sample("threads:2", {0.0, 0.008, 0.016}), sample("threads:3", {0.016, 0.0, 0.008}),
                     sample("threads:4", {0.008, 0.016, 0.0})});
    EXPECT_THAT(dominatedOf(advice), IsEmpty());
    EXPECT_FALSE(advice.strategy.empty());
}

TEST(Recommendation, TooFewBlocksRecommendNothing)
{
    for (const std::size_t blocks : {1u, 5u, 9u}) {
        const Recommendation advice = recommended(
            {sampleOf("sequential", {.wall = 4}, blocks), sampleOf("threads:2", {.wall = 2}, blocks)});
        EXPECT_EQ(advice.strategy, "");
        EXPECT_EQ(advice.least, "threads:2");
        EXPECT_FALSE(advice.matters);
        EXPECT_THAT(advice.sentence.english(),
                    HasSubstr("Too few blocks for a recommendation: " + std::to_string(blocks)));
        EXPECT_EQ(advice.choice("threads:2")->costs[0]->interval95.has_value(), blocks >= 5);
        EXPECT_NEAR(advice.choice("sequential")->ratio->value, 2, 0.01) << "of what was least";
        EXPECT_TRUE(advice.toValue().find("strategy")->isNull());
        EXPECT_TRUE(advice.toValue().find("family")->isNull());
    }
}

TEST(Recommendation, OtherResultsVoidTheComparisonOfTheirRuntimeAlone)
{
    auto other = sampleOf("threads:2", {.wall = 0.5});
    for (RunReport& run : other.runs)
        run.resultDigest = "different";
    const auto list = recommendationsOf(
        reportOf({sampleOf("sequential", {}), other, sampleOf("python-sequential", {.wall = 9}),
                  sampleOf("python-processes:2", {.wall = 5, .megabytes = 90})}),
        Cost::time);
    ASSERT_EQ(list.size(), 2u);
    EXPECT_EQ(list[0].strategy, "");
    EXPECT_THAT(list[0].sentence.english(), HasSubstr("came to different results"));
    EXPECT_EQ(list[1].runtime, Runtime::python);
    EXPECT_EQ(list[1].strategy, "python-processes:2");
}

TEST(Recommendation, RuntimesAreNeverComparedWithEachOther)
{
    const auto list = recommendationsOf(
        reportOf({sampleOf("sequential", {.wall = 4}), sampleOf("threads:2", {.wall = 2}),
                  sampleOf("python-sequential", {.wall = 1}), sampleOf("python-threads:2", {.wall = 1.2})}),
        Cost::time);
    ASSERT_EQ(list.size(), 2u);
    EXPECT_EQ(list[0].strategy, "threads:2") << "Python's times are of other work";
    EXPECT_EQ(list[1].strategy, "python-sequential");
    EXPECT_EQ(list[0].choices.size(), 2u);
}

TEST(Recommendation, WhatFailedIsNotRecommended)
{
    auto failed = sampleOf("processes:2", {.wall = 0.1});
    failed.runs[3].tasks.failed = 1;
    const Recommendation advice = recommended(
        {sampleOf("sequential", {.wall = 4}), sampleOf("threads:2", {.wall = 2, .megabytes = 14}), failed});
    EXPECT_EQ(advice.strategy, "threads:2");
    EXPECT_EQ(advice.least, "threads:2");
    EXPECT_THAT(advice.choice("processes:2")->obstacle.english(), HasSubstr("failed"));
    EXPECT_FALSE(advice.choice("processes:2")->ratio);
    auto meant = failed;
    meant.runs[3].tasks.meant = 1;
    EXPECT_EQ(recommended({sampleOf("sequential", {.wall = 4}), meant}).strategy, "processes:2")
        << "it was there to fail";
    EXPECT_THAT(recommended({failed}).sentence.english(), HasSubstr("No strategy did all of its work"));
}

TEST(Recommendation, AModelOfPythonsLockIsNoChoice)
{
    const Recommendation advice =
        recommended({sampleOf("sequential", {.wall = 4}), sampleOf("gil-threads:8", {.wall = 1}),
                     sampleOf("threads:8", {.wall = 1.2, .megabytes = 14})});
    EXPECT_EQ(advice.strategy, "threads:8");
    EXPECT_FALSE(advice.choice("gil-threads:8")->obstacle.empty());
}

TEST(Recommendation, AStopOrABuildThatCannotMeasureRecommendsNothing)
{
    const std::vector<StrategySample> samples{sampleOf("sequential", {.wall = 4}),
                                              sampleOf("threads:2", {.wall = 2})};
    EXPECT_THAT(recommendationsOf(reportOf(samples, true), Cost::time).at(0).sentence.english(),
                HasSubstr("Stopped early"));
    Report debug = reportOf(samples);
    debug.environment.measurable = false;
    const Recommendation advice = recommendationsOf(debug, Cost::time).at(0);
    EXPECT_EQ(advice.strategy, "");
    EXPECT_THAT(advice.sentence.english(), HasSubstr("not for measurement"));
}

TEST(Recommendation, WhatIsNotKnownDecidesNothing)
{
    std::vector<StrategySample> samples{sampleOf("sequential", {.wall = 4}),
                                        sampleOf("threads:2", {.wall = 2})};
    for (StrategySample& sample : samples) {
        for (RunReport& run : sample.runs) {
            run.peakMemoryBytes = 0;
            run.latencySeconds.clear();
        }
    }
    EXPECT_EQ(recommended(samples).strategy, "threads:2");
    EXPECT_FALSE(recommended(samples).choice("threads:2")->costs[2]);
    EXPECT_THAT(recommended(samples, Cost::memory).sentence.english(), HasSubstr("was not measured"));
    EXPECT_THAT(recommended(samples, Cost::latency).least, IsEmpty());
}

TEST(Recommendation, AColdExperimentCountsItsStart)
{
    std::vector<StrategySample> samples{sampleOf("sequential", {.wall = 4}),
                                        sampleOf("processes:2", {.wall = 2, .megabytes = 60})};
    for (RunReport& run : samples[1].runs)
        run.startupSeconds = 3;
    EXPECT_EQ(recommended(samples).strategy, "processes:2");
    EXPECT_THAT(reasonsOf(recommended(samples)),
                HasSubstr("Not counted is the start: processes:2 needs 3.00 s for it."));
    Report cold = reportOf(samples);
    cold.experiment.timing = Timing::cold;
    EXPECT_EQ(recommendationsOf(cold, Cost::time).at(0).strategy, "sequential");
    for (RunReport& run : samples[1].runs)
        run.startupSeconds = 0.01;
    EXPECT_THAT(reasonsOf(recommended(samples)), ::testing::Not(HasSubstr("start")));
}

TEST(Recommendation, ItsDocumentSaysItAll)
{
    const Value value = recommended(tradeOff).toValue();
    EXPECT_EQ(value.find("runtime")->asString(), "native");
    EXPECT_EQ(value.find("counts")->asString(), "time");
    EXPECT_EQ(value.find("family")->asString(), "processes");
    EXPECT_EQ(value.find("strategy")->asString(), "processes:2");
    EXPECT_EQ(value.find("runnerUp")->find("strategy")->asString(), "threads:2");
    EXPECT_TRUE(value.find("matters")->asBoolean());
    EXPECT_TRUE(value.find("dominated")->asArray().empty());
    const Value& threads = value.find("choices")->asArray().at(1);
    EXPECT_NEAR(threads.find("costs")->find("cpu")->find("value")->asNumber(), 4.2, 0.02);
    EXPECT_NEAR(threads.find("costs")->find("memory")->find("value")->asNumber(), 14e6, 1);
    EXPECT_TRUE(threads.find("obstacle")->isNull());
}

TEST(Recommendation, CostsHaveNames)
{
    EXPECT_EQ(costFromName("latency"), Cost::latency);
    EXPECT_EQ(costFromName("money"), std::nullopt);
    EXPECT_EQ(costText(Cost::memory, {9.5e6, {}}), "9.50 MB");
    EXPECT_EQ(costText(Cost::memory, {250e6, {}}), "250 MB");
    EXPECT_EQ(costText(Cost::time, {0.0123, {}}), "12.3 ms");
}

TEST(Recommendation, EveryStrategyHasItsPlaceInTheTree)
{
    EXPECT_EQ(familyOf(strategyOf("python-sequential")), AdviceFamily::sequential);
    EXPECT_EQ(familyOf(strategyOf("work-stealing:2")), AdviceFamily::threads);
    EXPECT_EQ(familyOf(strategyOf("processes:2@chunk=5")), AdviceFamily::chunking);
    EXPECT_EQ(familyOf(strategyOf("pipeline:1,1")), AdviceFamily::queues);
    EXPECT_EQ(familyOf(strategyOf("event-loop:3")), AdviceFamily::eventLoop);
    EXPECT_LT(kindRank(strategyOf("sequential")), kindRank(strategyOf("threads:1")));
    EXPECT_LT(kindRank(strategyOf("python-threads:4")), kindRank(strategyOf("python-processes:2")));
    EXPECT_LT(kindRank(strategyOf("processes:2")), kindRank(strategyOf("pipeline:1,1")));
    EXPECT_LT(complexityOf(strategyOf("threads:3")), complexityOf(strategyOf("threads:4")));
    EXPECT_LT(complexityOf(strategyOf("threads:9")), complexityOf(strategyOf("event-loop:2")));
    EXPECT_LT(complexityOf(strategyOf("pipeline:1,1")), complexityOf(strategyOf("pipeline:1,2")));
}
