// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/crossover_finding.h"

#include "analysis/crossover.h"
#include "analysis/report_builder.h"
#include "core/json.h"
#include "support/small_catalogue.h"

#include <algorithm>
#include <gmock/gmock.h>

using namespace overlap;
using namespace overlap::analysis;
using core::CrossoverOutcome;
using core::CrossoverSide;
using overlap::testing::smallCatalogue;
using overlap::testing::smallExperiment;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

namespace {

core::CrossoverReport question(std::vector<std::string> strategies = {"sequential", "threads:2"})
{
    core::CrossoverReport report;
    report.experiment = smallExperiment(std::move(strategies));
    report.experiment.repeats = 10;
    report.experiment.sweep = core::Sweep{"workload.seconds", {core::Value(0.1), core::Value(10.0)}};
    report.strategies = {report.experiment.strategies[0], report.experiment.strategies[1]};
    report.kind = core::ParameterKind::seconds;
    report.level = crossoverLevel(report.budget);
    return report;
}

StrategySample sampleOf(const std::string& text, double wall, const std::string& digest = "same")
{
    StrategySample sample;
    sample.strategy = core::parseStrategy(text, smallCatalogue().strategies, 2);
    sample.items = 4;
    for (int block = 0; block < 10; ++block) {
        core::RunReport run;
        run.block = block;
        run.wallSeconds = wall * (1 + 0.001 * (block % 3));
        run.startupSeconds = 0.5;
        run.tasks.done = 4;
        run.resultDigest = digest;
        sample.runs.push_back(run);
    }
    return sample;
}

/// `ratio` is how many times as fast the second strategy is.
core::Report measured(const core::CrossoverReport& crossover, double value, double ratio)
{
    return buildReport(crossover.experiment, {},
                       {sampleOf("sequential", value), sampleOf(crossover.strategies[1], value / ratio)},
                       false);
}

core::CrossoverReport answered(const std::vector<std::pair<double, double>>& points)
{
    core::CrossoverReport report = question();
    for (const auto& [value, ratio] : points)
        report.points.push_back(crossoverPointOf(report, core::Value(value), measured(report, value, ratio)));
    concludeCrossover(report);
    return report;
}

std::string sentence(const std::vector<std::pair<double, double>>& points)
{
    return answered(points).sentence.english();
}

} // namespace

TEST(CrossoverFinding, ACrossingIsToldWithItsIntervalAndItsTasks)
{
    const auto report = answered({{10, 1.8}, {0.1, 0.4}, {1, 0.8}, {2, 1.0}, {4, 1.3}});
    EXPECT_EQ(report.outcome, CrossoverOutcome::crossing);
    EXPECT_TRUE(report.logarithmic);
    ASSERT_EQ(report.crossings.size(), 1u);
    EXPECT_EQ(report.crossings[0].low, core::Value(1.0));
    EXPECT_EQ(report.crossings[0].high, core::Value(4.0));
    EXPECT_NEAR(*report.crossings[0].estimate, 1.9, 0.2);
    EXPECT_NEAR(report.crossings[0].taskSeconds->low, 0.25, 0.001);
    EXPECT_NEAR(report.crossings[0].taskSeconds->high, 1.0, 0.01);
    EXPECT_EQ(report.sentence.english(), "threads:2 overtakes sequential where workload.seconds is between "
                                         "1 s and 4 s: where a task takes 250 ms to 1.00 s, one after "
                                         "the other.");
    EXPECT_TRUE(std::ranges::is_sorted(report.points, {}, [](const core::CrossoverPoint& point) {
        return point.measured.value.asNumber();
    }));
    EXPECT_EQ(report.points[2].faster, CrossoverSide::open);
    EXPECT_THAT(report.hints, IsEmpty());
}

TEST(CrossoverFinding, EveryOtherOutcomeHasItsSentence)
{
    EXPECT_THAT(sentence({{0.1, 2}, {1, 1.5}, {10, 0.5}}),
                HasSubstr("sequential overtakes threads:2 where workload.seconds is between 1 s and"));
    EXPECT_THAT(sentence({{0.1, 0.5}, {1, 2}, {10, 0.5}}),
                HasSubstr("overtake each other 2 times as workload.seconds grows: at 100 ms – 1 s, 1 s – 10 "
                          "s."));
    EXPECT_EQ(sentence({{0.1, 1.5}, {1, 1.0}, {10, 2}}),
              "threads:2 is faster than sequential from one end of the range to the other, 100 ms to 10 s "
              "of workload.seconds: no crossover in it.");
    EXPECT_THAT(sentence({{0.1, 1.0}, {1, 1.5}, {10, 2}}),
                HasSubstr("threads:2 is surely faster than sequential where workload.seconds is 1 s or "
                          "more; below, down to 100 ms,"));
    EXPECT_THAT(sentence({{0.1, 0.5}, {1, 0.8}, {10, 1.0}}),
                HasSubstr("sequential is surely faster than threads:2 where workload.seconds is 1 s or "
                          "less; above, up to 10 s,"));
    EXPECT_THAT(sentence({{0.1, 1.0}, {1, 2}, {2, 2}, {10, 1.0}}),
                HasSubstr("where workload.seconds is between 1 s and 2 s; on both sides"));
    EXPECT_THAT(sentence({{0.1, 1.0}, {10, 1.0}}), HasSubstr("neither sequential nor threads:2"));
    EXPECT_THAT(sentence({{0.1, 0.5}}), HasSubstr("stopped before both ends of the range, 100 ms and 10 s"));
    EXPECT_THAT(sentence({}), HasSubstr("stopped before both ends"));
}

TEST(CrossoverFinding, WhatCannotBeComparedDecidesNothing)
{
    core::CrossoverReport report = question();
    const auto add = [&](double value, const core::Report& point) {
        report.points.push_back(crossoverPointOf(report, core::Value(value), point));
        return report.points.back();
    };
    const auto different =
        add(0.1, buildReport(report.experiment, {},
                             {sampleOf("sequential", 1), sampleOf("threads:2", 0.5, "other")}, false));
    EXPECT_EQ(different.ratio, 0);
    EXPECT_EQ(different.faster, CrossoverSide::open);
    auto failing = sampleOf("threads:2", 0.5);
    failing.runs.front().tasks.failed = 1;
    EXPECT_EQ(add(1, buildReport(report.experiment, {}, {sampleOf("sequential", 1), failing}, false)).ratio,
              0);
    EXPECT_EQ(add(2, buildReport(report.experiment, {}, {sampleOf("sequential", 1)}, true)).ratio, 0);
    EXPECT_EQ(add(10, buildReport(report.experiment, {},
                                  {sampleOf("sequential", 1), sampleOf("threads:2", 0.5)}, true))
                  .ratio,
              0)
        << "stopped";
    concludeCrossover(report);
    EXPECT_THAT(report.sentence.english(), HasSubstr("can be compared at no value of workload.seconds"));
    EXPECT_EQ(report.hints.size(), 4u);
    EXPECT_THAT(report.hints[0].english(), HasSubstr("At 100 ms of workload.seconds the times cannot"));
    report.cancelled = true;
    concludeCrossover(report);
    EXPECT_THAT(report.sentence.english(), HasSubstr("stopped before both ends"));
    EXPECT_THAT(report.hints, IsEmpty());
}

TEST(CrossoverFinding, TheStatedTimeIsTheExperiments)
{
    core::CrossoverReport report = question();
    report.experiment.timing = core::Timing::cold;
    const auto point = crossoverPointOf(report, core::Value(1.0), measured(report, 1.0, 2));
    EXPECT_NEAR(point.ratio, 1.5 / 1.0, 0.01) << "half a second of start-up each";
}

TEST(CrossoverFinding, HintsSayHowFarItCanBeTrusted)
{
    core::CrossoverReport report = answered({{0.1, 0.5}, {10, 2}});
    EXPECT_THAT(report.hints, IsEmpty());
    report.experiment.repeats = 5;
    report.budget.points = 2;
    concludeCrossover(report);
    ASSERT_EQ(report.hints.size(), 2u);
    EXPECT_THAT(report.hints[0].english(), HasSubstr("fewer than 10 blocks"));
    EXPECT_THAT(report.hints[1].english(), HasSubstr("All 2 values"));
}

TEST(CrossoverFinding, TheDocumentHoldsWhatItWasFoundFrom)
{
    const auto report = answered({{0.1, 0.5}, {10, 2}, {1, 1}});
    const core::Value document = core::parseJson(core::writeJson(report.toValue()));
    EXPECT_EQ(document.find("schema")->asString(), "overlap.crossover/1");
    EXPECT_EQ(document.find("over")->asString(), "workload.seconds");
    EXPECT_EQ(*document.find("between"),
              core::Value(core::Value::Array{core::Value("sequential"), core::Value("threads:2")}));
    EXPECT_EQ(document.find("experiment")->find("sweep")->find("values")->asArray().size(), 2u);
    const auto& points = document.find("points")->asArray();
    ASSERT_EQ(points.size(), 3u);
    EXPECT_EQ(points[0].find("value")->asNumber(), 0.1);
    EXPECT_EQ(points[0].find("faster")->asString(), "sequential");
    EXPECT_TRUE(points[1].find("faster")->isNull());
    EXPECT_EQ(points[2].find("faster")->asString(), "threads:2");
    EXPECT_NEAR(points[2].find("ratio")->asNumber(), 2, 1e-9);
    EXPECT_EQ(points[2].find("interval")->asArray().size(), 2u);
    EXPECT_EQ(points[2].find("strategies")->asArray()[1].find("runs")->asArray().size(), 10u);
    const core::Value& answer = *document.find("answer");
    EXPECT_EQ(answer.find("outcome")->asString(), "crossing");
    EXPECT_EQ(answer.find("crossings")->asArray()[0].find("low")->asNumber(), 0.1);
    EXPECT_EQ(answer.find("crossings")->asArray()[0].find("faster")->asString(), "threads:2");
    EXPECT_EQ(answer.find("sentence")->asString(), report.sentence.english());
    // The same points as a sweep, for whoever reads sweeps.
    const core::Report sweep = report.measured();
    EXPECT_THAT(sweep.experiment.sweep->values,
                ElementsAre(core::Value(0.1), core::Value(1.0), core::Value(10.0)));
    EXPECT_EQ(sweep.points.size(), 3u);
}

TEST(CrossoverFinding, ValuesAreWrittenAsTheirKindIs)
{
    EXPECT_EQ(crossoverValueText(core::ParameterKind::seconds, 0.00125), "1.25 ms");
    EXPECT_EQ(crossoverValueText(core::ParameterKind::seconds, 0.0014), "1.4 ms");
    EXPECT_EQ(crossoverValueText(core::ParameterKind::seconds, 0.00057), "570 µs");
    EXPECT_EQ(crossoverValueText(core::ParameterKind::seconds, 2e-8), "20 ns");
    EXPECT_EQ(crossoverValueText(core::ParameterKind::seconds, 120), "120 s");
    EXPECT_EQ(crossoverValueText(core::ParameterKind::seconds, 0), "0 s");
    EXPECT_EQ(crossoverValueText(core::ParameterKind::integer, 9999), "9999");
    EXPECT_THAT(crossoverValueText(core::ParameterKind::integer, 31'600),
                AllOf(HasSubstr("31"), HasSubstr("600")));
    EXPECT_EQ(crossoverValueText(core::ParameterKind::bytes, 8'000'000), "8 MB");
    EXPECT_EQ(crossoverValueText(core::ParameterKind::bytes, 12'500), "12.5 kB");
    EXPECT_EQ(crossoverValueText(core::ParameterKind::bytes, 12), "12 B");
    EXPECT_EQ(crossoverValueText(core::ParameterKind::number, 0.25), "0.25");
}
