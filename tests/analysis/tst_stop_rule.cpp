// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/stop_rule.h"

#include "support/measured_samples.h"

#include <gmock/gmock.h>

using namespace overlap;
using analysis::ComparedSamples;
using analysis::StrategySample;
using overlap::testing::measuredSample;
using overlap::testing::smallExperiment;
using ::testing::HasSubstr;
using ::testing::StartsWith;

namespace {

core::Experiment until(double precision, int limit = 40)
{
    core::Experiment experiment = smallExperiment();
    experiment.repeats = limit;
    experiment.precision = precision;
    return experiment;
}

/// Times in steps of that share around `middle`: 0.1 gives intervals of the speed-up some 10 % wide.
std::vector<double> around(double middle, std::size_t blocks, double step)
{
    std::vector<double> times;
    for (std::size_t i = 0; i < blocks; ++i)
        times.push_back(middle * (1 + step * static_cast<double>(i * 7 % 5)));
    return times;
}

bool isSure(const core::Experiment& experiment, const std::vector<ComparedSamples>& points)
{
    analysis::Bootstraps bootstraps(experiment.seed);
    return analysis::isSure(experiment, points, bootstraps);
}

bool sureOf(const core::Experiment& experiment, const std::vector<StrategySample>& samples)
{
    ComparedSamples compared;
    for (const StrategySample& sample : samples)
        compared.push_back(&sample);
    return isSure(experiment, {compared});
}

std::vector<StrategySample> pairOf(std::size_t blocks, double step)
{
    return {measuredSample("sequential", around(2, blocks, step)),
            measuredSample("threads:2", around(1, blocks, step / 2))};
}

core::Report reportOf(const core::Experiment& experiment, const std::vector<StrategySample>& samples,
                      bool cancelled = false)
{
    return analysis::buildReport(experiment, {}, samples, cancelled);
}

std::string hintOf(const core::Report& report)
{
    return analysis::stoppingHint(report).english();
}

} // namespace

TEST(StopRule, WidthIsAShareOfTheSpeedup)
{
    EXPECT_FALSE(analysis::widthOf({2, {}}));
    EXPECT_DOUBLE_EQ(*analysis::widthOf({2, core::Interval{1.75, 2.25}}), 0.25);
    EXPECT_FALSE(analysis::widthOf({0, core::Interval{0, 0}}));
}

TEST(StopRule, StopsFromTenBlocksOn)
{
    EXPECT_FALSE(sureOf(until(0.5), pairOf(9, 0.01)));
    EXPECT_TRUE(sureOf(until(0.5), pairOf(10, 0.01)));
    EXPECT_TRUE(sureOf(until(0.5, 7), pairOf(7, 0.01))) << "where the limit is lower, from there on";
    EXPECT_FALSE(sureOf(until(0.5, 4), pairOf(4, 0.01))) << "there is no interval yet";
    EXPECT_FALSE(sureOf(smallExperiment(), pairOf(40, 0.01))) << "nobody asked";
}

TEST(StopRule, StopsAtTheWidthThatTheReportTells)
{
    const auto samples = pairOf(12, 0.03);
    const double width = *analysis::widthOf(*reportOf(until(1), samples).strategies[1].speedup);
    ASSERT_GT(width, 0.01);
    EXPECT_TRUE(sureOf(until(width * 1.0001), samples));
    EXPECT_FALSE(sureOf(until(width * 0.9999), samples));
}

TEST(StopRule, LooksAtEverySpeedup)
{
    auto samples = pairOf(12, 0.001);
    ASSERT_TRUE(sureOf(until(0.05), samples));
    samples.push_back(measuredSample("threads:3", around(1, 12, 0.2)));
    EXPECT_FALSE(sureOf(until(0.05), samples));
    EXPECT_FALSE(sureOf(until(0.05), {measuredSample("sequential", around(1, 12, 0.001))}))
        << "nothing is compared";
}

TEST(StopRule, EachRuntimeAndEachPointHasItsOwnBaseline)
{
    // Against the baseline of the other runtime or point the ratios would scatter.
    const auto calm = around(1, 12, 0.001);
    const auto wild = around(1, 12, 0.2);
    EXPECT_FALSE(sureOf(until(0.05), {measuredSample("sequential", wild), measuredSample("threads:2", calm),
                                      measuredSample("python-sequential", calm)}));
    const auto baseline = measuredSample("sequential", calm);
    const auto other = measuredSample("sequential", around(1, 12, 0.0001));
    const auto threads = measuredSample("threads:2", calm);
    const auto scattered = measuredSample("threads:2", wild);
    EXPECT_TRUE(isSure(until(0.05), {{&baseline, &threads}, {&other, &threads}}));
    EXPECT_FALSE(isSure(until(0.05), {{&baseline, &threads}, {&other, &scattered}}));
}

TEST(StopRule, CountsWholeMeasuredBlocksAlone)
{
    auto samples = pairOf(10, 0.001);
    samples[1].runs.pop_back();
    EXPECT_FALSE(sureOf(until(0.5), samples)) << "a block is half done";
    samples = pairOf(10, 0.001);
    for (StrategySample& sample : samples)
        sample.runs[3].replaced = true;
    EXPECT_FALSE(sureOf(until(0.5), samples)) << "nine count";
    samples = pairOf(10, 0.001);
    for (StrategySample& sample : samples)
        sample.runs[0].warmup = true;
    EXPECT_FALSE(sureOf(until(0.5), samples));
}

TEST(StopRule, DoesNotLookAtWhereTheIntervalLies)
{
    // The same scatter around a speed-up of 1 and around one of 3 stops alike.
    for (const double step : {0.001, 0.01, 0.05, 0.1}) {
        const auto equal = {measuredSample("sequential", around(1, 14, step)),
                            measuredSample("threads:2", around(1, 14, step / 3))};
        const auto faster = {measuredSample("sequential", around(3, 14, step)),
                             measuredSample("threads:2", around(1, 14, step / 3))};
        EXPECT_EQ(sureOf(until(0.05), equal), sureOf(until(0.05), faster)) << step;
    }
}

TEST(StopRule, TheReportSaysWhyItStopped)
{
    const core::Report sure = reportOf(until(0.5), pairOf(12, 0.001));
    ASSERT_TRUE(sure.stopping);
    EXPECT_TRUE(sure.stopping->sure);
    EXPECT_EQ(sure.stopping->blocks, 12);
    EXPECT_EQ(sure.stopping->limit, 40);
    EXPECT_DOUBLE_EQ(*sure.stopping->widest, *analysis::widthOf(*sure.strategies[1].speedup));
    EXPECT_EQ(hintOf(sure),
              "Stopped when sure, after 12 of at most 40 blocks: the interval of every speed-up "
              "is at most 50 % of it wide, as asked.");
    EXPECT_EQ(sure.hints.front().english(), hintOf(sure));

    const core::Report limited = reportOf(until(0.001, 12), pairOf(12, 0.1));
    EXPECT_FALSE(limited.stopping->sure);
    EXPECT_THAT(hintOf(limited), StartsWith("The limit of 12 blocks came first: the widest interval of a "
                                            "speed-up is "));
    EXPECT_THAT(hintOf(limited), HasSubstr("% of it wide, not 0.1 % as asked."));

    const core::Report blind = reportOf(until(0.07, 3), pairOf(3, 0.001));
    EXPECT_FALSE(blind.stopping->widest);
    EXPECT_EQ(hintOf(blind), "The limit of 3 blocks came before there was any interval: allow 10 blocks or "
                             "more.");
}

TEST(StopRule, ThereIsNothingToSayWhileItGoesOnOrWhereSomebodyStoppedIt)
{
    EXPECT_EQ(hintOf(reportOf(until(0.001), pairOf(12, 0.1))), "") << "28 blocks are to come";
    EXPECT_EQ(hintOf(reportOf(until(0.5), pairOf(12, 0.001), true)), "") << "cancelled";
    EXPECT_FALSE(reportOf(smallExperiment(), pairOf(12, 0.001)).stopping);
    EXPECT_FALSE(reportOf(until(0.5), {measuredSample("sequential", around(1, 12, 0.001))}).stopping);
}

TEST(StopRule, OfASweepTheWidestOfAllPointsCounts)
{
    core::Experiment experiment = until(0.5);
    experiment.sweep = core::Sweep{"workload.seconds", {core::Value(1), core::Value(2)}};
    core::Experiment at = smallExperiment();
    const auto calm = pairOf(12, 0.001);
    const auto wild = pairOf(12, 0.1);
    const core::Report report = analysis::buildSweepReport(
        experiment, {}, {{core::Value(1), at, calm}, {core::Value(2), at, wild}}, false);
    ASSERT_TRUE(report.stopping);
    EXPECT_DOUBLE_EQ(*report.stopping->widest, *analysis::widthOf(*report.points[1].strategies[1].speedup));
    EXPECT_THAT(report.hints.front().english(), StartsWith("Stopped when sure, after 12 of at most 40"));
}

TEST(StopRule, ADisturbedBlockThatNoneReplacedIsLeftOut)
{
    auto samples = pairOf(12, 0.001);
    for (StrategySample& sample : samples)
        sample.runs[3].replaced = true;
    const core::Report report = reportOf(until(0.5), samples);
    ASSERT_GE(report.hints.size(), 2U);
    EXPECT_EQ(report.hints[1].english(),
              "One block was disturbed by something else on this machine and is left out.");
}
