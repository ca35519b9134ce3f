// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/finding.h"

#include "support/small_catalogue.h"

#include <gtest/gtest.h>

using namespace overlap::core;
using overlap::analysis::findingOf;
using overlap::analysis::methodOf;
using overlap::analysis::otherFindingOf;
using overlap::analysis::reserveOf;
using overlap::analysis::verdictOf;
using overlap::testing::smallCatalogue;
using overlap::testing::smallExperiment;

namespace {

/// A report with sequential at 5 s and one strategy at `seconds`.
Report reportOf(double seconds, int blocks = 1)
{
    Report report;
    report.experiment = smallExperiment();
    for (const char* text : {"sequential", "threads:2"}) {
        StrategyReport strategy;
        strategy.strategy = parseStrategy(text, smallCatalogue().strategies, 2);
        strategy.baseline = "sequential";
        strategy.medianWallSeconds = 5;
        strategy.coldWallSeconds = 6;
        strategy.runs.resize(static_cast<std::size_t>(blocks));
        report.strategies.push_back(strategy);
    }
    report.strategies[1].medianWallSeconds = seconds;
    report.strategies[1].coldWallSeconds = seconds + 1;
    report.strategies[1].speedup = Speedup{5 / seconds, std::nullopt};
    return report;
}

/// The same with Python's sequential at 5 s and python-threads:2 at `pythonSeconds`.
Report withPython(double seconds, double pythonSeconds)
{
    Report report = reportOf(seconds);
    Report python = reportOf(pythonSeconds);
    const char* texts[] = {"python-sequential", "python-threads:2"};
    for (std::size_t i = 0; i < 2; ++i) {
        python.strategies[i].strategy = parseStrategy(texts[i], smallCatalogue().strategies, 2);
        python.strategies[i].baseline = "python-sequential";
        report.strategies.push_back(python.strategies[i]);
    }
    return report;
}

std::string finding(const Report& report)
{
    return findingOf(report).english();
}

} // namespace

TEST(Finding, TellsTimesNotVerdicts)
{
    EXPECT_EQ(finding(reportOf(1)), "5.00 s one after the other became 1.00 s with threads:2: 5.00 ×.");
    EXPECT_EQ(finding(reportOf(5)), "Nothing gained: 5.00 s one after the other, 5.00 s with threads:2.");
    EXPECT_EQ(finding(reportOf(10)), "Slower: 5.00 s one after the other became 10.0 s with threads:2.");
    for (const double seconds : {0.1, 1.0, 4.0, 4.8, 5.2, 6.0, 50.0})
        EXPECT_EQ(finding(reportOf(seconds)).find("aster"), std::string::npos)
            << "no verdict without an interval";
}

TEST(Finding, HasTheUnitOfTheBars)
{
    Report report = reportOf(0.45);
    report.strategies[0].medianWallSeconds = 0.73;
    report.strategies[1].speedup = Speedup{0.73 / 0.45, std::nullopt};
    EXPECT_EQ(finding(report), "0.730 s one after the other became 0.450 s with threads:2: 1.62 ×.");
    report.strategies.pop_back();
    EXPECT_EQ(finding(report), "sequential took 0.730 s.");
    report.strategies[0].medianWallSeconds = 0.073;
    EXPECT_EQ(finding(report), "sequential took 73.0 ms.");
}

TEST(Finding, AVerdictIsToldWithItsInterval)
{
    Report report = reportOf(5 / 9.95, 10);
    report.strategies[1].speedup = Speedup{9.95, Interval{9.9, 10.0}};
    report.strategies[1].judgement = Judgement::faster;
    EXPECT_EQ(finding(report), "threads:2 is 9.95 × as fast as sequential (95 % interval 9.90 to 10.00).");
    report.strategies[1].speedup = Speedup{1.01, Interval{0.98, 1.04}};
    report.strategies[1].judgement = Judgement::noDifference;
    EXPECT_EQ(finding(report), "No measurable difference between threads:2 and sequential: 1.01 × (95 % "
                               "interval 0.98 to 1.04).");
    report.strategies[1].speedup = Speedup{0.85, Interval{0.82, 0.88}};
    report.strategies[1].judgement = Judgement::slower;
    EXPECT_EQ(finding(report),
              "threads:2 is slower: 0.85 × as fast as sequential (95 % interval 0.82 to 0.88).");
}

TEST(Finding, WithTooFewBlocksForAVerdictItTellsTimesAndInterval)
{
    Report report = reportOf(1, 5);
    report.strategies[1].speedup = Speedup{5, Interval{4.8, 5.3}};
    report.strategies[1].judgement = Judgement::tooFewBlocks;
    EXPECT_EQ(finding(report),
              "5.00 s one after the other became 1.00 s with threads:2: 5.0 × (95 % interval 4.8 to 5.3).");
}

TEST(Finding, SpeaksOfAVerdictBeforeALargerFigureThatIsNone)
{
    Report report = reportOf(4, 10);
    report.strategies[1].speedup = Speedup{1.25, Interval{1.2, 1.3}};
    report.strategies[1].judgement = Judgement::faster;
    StrategyReport third = report.strategies[1];
    third.strategy = parseStrategy("threads:8", smallCatalogue().strategies, 2);
    third.speedup = Speedup{1.3, Interval{0.9, 2.0}};
    third.judgement = Judgement::noDifference;
    report.strategies.push_back(third);
    EXPECT_EQ(finding(report), "threads:2 is 1.25 × as fast as sequential (95 % interval 1.20 to 1.30).");
}

TEST(Finding, HasThresholds)
{
    EXPECT_EQ(finding(reportOf(5 / 1.1)).substr(0, 6), "5.00 s");
    EXPECT_EQ(finding(reportOf(5 / 1.04)).substr(0, 14), "Nothing gained");
    EXPECT_EQ(finding(reportOf(5 / 0.96)).substr(0, 14), "Nothing gained");
    EXPECT_EQ(finding(reportOf(5 / 0.9)).substr(0, 6), "Slower");
}

TEST(Finding, SpeaksOfTheBest)
{
    Report report = reportOf(2);
    StrategyReport third = report.strategies[1];
    third.strategy = parseStrategy("threads:8", smallCatalogue().strategies, 2);
    third.medianWallSeconds = 1;
    third.speedup = Speedup{5, std::nullopt};
    report.strategies.push_back(third);
    EXPECT_EQ(finding(report), "5.00 s one after the other became 1.00 s with threads:8: 5.00 ×.");
}

TEST(Finding, ColdExperimentsTellColdTimes)
{
    Report report = reportOf(2);
    report.experiment.timing = Timing::cold;
    report.strategies[1].speedup = Speedup{2, std::nullopt};
    EXPECT_EQ(finding(report), "6.00 s one after the other became 3.00 s with threads:2: 2.00 ×.");
}

TEST(Finding, DifferentResultsCannotBeCompared)
{
    Report report = reportOf(1);
    report.digestsEqual = false;
    for (StrategyReport& strategy : report.strategies)
        strategy.comparable = false;
    EXPECT_EQ(finding(report),
              "The strategies came to different results, so their times cannot be compared.");
}

TEST(Finding, SpeaksOfNativeCodeFirstAndNeverMixesRuntimes)
{
    Report report = withPython(2.5, 0.5);
    EXPECT_EQ(finding(report), "5.00 s one after the other became 2.50 s with threads:2: 2.00 ×.")
        << "the larger ratio is Python's";
    EXPECT_EQ(otherFindingOf(report).english(),
              "5.00 s one after the other became 0.500 s with python-threads:2: 10.0 ×.");
    report.strategies[1].judgement = Judgement::noDifference;
    report.strategies[3].judgement = Judgement::faster;
    EXPECT_EQ(verdictOf(report)->strategy, "threads:2");
    report.strategies.erase(report.strategies.begin(), report.strategies.begin() + 2);
    EXPECT_EQ(verdictOf(report)->strategy, "python-threads:2");
    EXPECT_TRUE(otherFindingOf(report).empty()) << "it is the finding itself";
}

TEST(Finding, DifferentResultsInPythonVoidPythonAlone)
{
    Report report = withPython(2.5, 0.5);
    report.digestsEqual = false;
    report.strategies[2].comparable = report.strategies[3].comparable = false;
    EXPECT_EQ(finding(report),
              "The Python strategies came to different results, so their times cannot be compared.");
    EXPECT_TRUE(otherFindingOf(report).empty());
    EXPECT_FALSE(verdictOf(report));
}

TEST(Finding, UnfinishedWorkIsSaidToBeSo)
{
    Report report = reportOf(1);
    report.cancelled = true;
    report.strategies[1].tasks.cancelled = 1;
    EXPECT_EQ(finding(report), "Stopped early: these times are of unfinished work.");
    report.digestsEqual = false; // of course: some results are missing
    EXPECT_EQ(finding(report), "Stopped early: these times are of unfinished work.");
}

TEST(Finding, OneStrategyAloneTellsItsTime)
{
    Report report = reportOf(1);
    report.strategies.pop_back();
    EXPECT_EQ(finding(report), "sequential took 5.00 s.");
    report.strategies.clear();
    EXPECT_TRUE(findingOf(report).empty());
}

TEST(Finding, IsReservedWhereNoBlockWasQuiet)
{
    Report report = reportOf(1, 3);
    EXPECT_TRUE(reserveOf(report).empty());
    for (StrategyReport& strategy : report.strategies) {
        for (RunReport& run : strategy.runs)
            run.disturbances = {{DisturbanceKind::load, 1.0}};
    }
    EXPECT_EQ(reserveOf(report).english(), "Every block was disturbed.");
    report.strategies[1].runs[2].disturbances.clear();
    EXPECT_TRUE(reserveOf(report).empty());
    // What counts in no figure is no ground for a reserve, and none against it.
    report.strategies[1].runs[2].replaced = true;
    EXPECT_FALSE(reserveOf(report).empty());
    report.strategies[0].runs.resize(1);
    report.strategies[1].runs.resize(1);
    EXPECT_TRUE(reserveOf(report).empty()) << "the hint about one block says it already";
}

TEST(Noise, IsSaidWhereItIsKnown)
{
    Report report = reportOf(1);
    EXPECT_TRUE(overlap::analysis::noiseOf(report).empty());
    report.noiseFloor = NoiseFloor{0.0213, "sequential"};
    EXPECT_EQ(overlap::analysis::noiseOf(report).english(), "Noise floor ± 2.1 %.");
    report.noiseFloor = NoiseFloor{0.0004, "sequential"};
    EXPECT_EQ(overlap::analysis::noiseOf(report).english(), "Noise floor below 0.1 %.");
}

TEST(Method, SaysHowItWasMeasured)
{
    EXPECT_EQ(methodOf(reportOf(1)).english(),
              "Wall time from a warm start, one block, so no interval. Shorter is better.");
    Report report = reportOf(1, 6);
    report.strategies[0].runs[0].warmup = true;
    report.strategies[1].runs[0].warmup = true;
    EXPECT_EQ(methodOf(report).english(),
              "Wall time from a warm start, median of 5 blocks. Shorter is better.");
    report.experiment.timing = Timing::cold;
    EXPECT_EQ(methodOf(report).english(),
              "Wall time from a cold start, median of 5 blocks. Shorter is better.");
    EXPECT_FALSE(methodOf(Report{}).english().empty());
}

TEST(Finding, WhatWasStoppedBetweenTwoRunsIsToldSo)
{
    Report report = reportOf(1, 3);
    report.cancelled = true;
    EXPECT_EQ(finding(report), "Stopped early: less was measured than asked for.");
    report.strategies.clear();
    EXPECT_EQ(finding(report), "Stopped early: less was measured than asked for.");
}
