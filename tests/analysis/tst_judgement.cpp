// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/judgement.h"

#include "analysis/noise_floor.h"
#include "support/measured_samples.h"
#include "support/noisy_times.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>

using namespace overlap;
using core::Judgement;
using overlap::testing::measuredSample;
using overlap::testing::noisyTimes;
using overlap::testing::smallExperiment;

namespace {

core::Report reportOf(const std::vector<double>& baseline, const std::vector<double>& other,
                      const core::Environment& environment = {}, bool cancelled = false)
{
    return analysis::buildReport(smallExperiment(), environment,
                                 {measuredSample("sequential", baseline), measuredSample("threads:2", other)},
                                 cancelled);
}

Judgement judgementOf(const core::Report& report)
{
    return report.strategies.at(1).judgement;
}

std::vector<double> around(double middle, std::size_t blocks, double step = 0.001)
{
    std::vector<double> times;
    for (std::size_t i = 0; i < blocks; ++i)
        times.push_back(middle * (1 + step * static_cast<double>(i % 5)));
    return times;
}

/// How often of 200 comparisons each judgement came.
struct Rates
{
    int differences = 0;
    int faster = 0;
    int slower = 0;
};

constexpr int comparisons = 200;

Rates ratesFor(double slowdown, std::size_t blocks)
{
    // The spread at which an interval of 10 blocks alone finds a slowdown of 10 % in about 4 of 5 cases.
    constexpr double spread = 0.055;
    core::Random random(2026);
    Rates rates;
    for (int i = 0; i < comparisons; ++i) {
        const auto baseline = noisyTimes(random, blocks, 1, spread);
        const Judgement judgement =
            judgementOf(reportOf(baseline, noisyTimes(random, blocks, 1 + slowdown, spread)));
        rates.faster += judgement == Judgement::faster;
        rates.slower += judgement == Judgement::slower;
    }
    rates.differences = rates.faster + rates.slower;
    return rates;
}

} // namespace

TEST(Judgement, NeedsTenBlocks)
{
    EXPECT_EQ(judgementOf(reportOf(around(2, 9), around(1, 9))), Judgement::tooFewBlocks);
    EXPECT_EQ(judgementOf(reportOf(around(2, 10), around(1, 10))), Judgement::faster);
    EXPECT_EQ(judgementOf(reportOf(around(1, 10), around(2, 10))), Judgement::slower);
    EXPECT_EQ(judgementOf(reportOf(around(1, 10), around(1, 10))), Judgement::noDifference);
    EXPECT_EQ(judgementOf(reportOf(around(2, 1), around(1, 1))), Judgement::tooFewBlocks);
    EXPECT_EQ(reportOf(around(2, 10), around(1, 10)).strategies[0].judgement, Judgement::none)
        << "a baseline is not compared with itself";
}

TEST(Judgement, AnEffectBelowTheNoiseFloorIsNone)
{
    // Each block is slower, by a few thousandths or by some per cent: the interval leaves out 1, but neither
    // the machine nor the ratios can tell what the medians are apart.
    const auto baseline = around(1, 10, 0.05);
    auto other = baseline;
    for (std::size_t i = 0; i < other.size(); ++i)
        other[i] *= i % 2 == 0 ? 1.002 : 1.06;
    other[1] = baseline[1] * 1.002; // most are hardly slower
    const core::Report report = reportOf(baseline, other);
    ASSERT_TRUE(report.noiseFloor);
    EXPECT_GT(report.noiseFloor->fraction, 0.01);
    EXPECT_LT(report.strategies[1].speedup->interval95->high, 1);
    EXPECT_EQ(judgementOf(report), Judgement::noDifference);
}

TEST(Judgement, ARatioIsJudgedByItsIntervalAndTheNoiseFloor)
{
    const auto judged = [](double value, double low, double high, double floor, double above = 0,
                           double below = 0) {
        return analysis::judgeRatio({value, core::Interval{low, high}}, floor, above, below);
    };
    EXPECT_EQ(judged(1.2, 1.1, 1.3, 0.05), Judgement::faster);
    EXPECT_EQ(judged(0.8, 0.7, 0.9, 0.05), Judgement::slower);
    EXPECT_EQ(judged(1.2, 0.9, 1.3, 0.05), Judgement::noDifference) << "the interval holds 1";
    EXPECT_EQ(judged(1.2, 1.1, 1.3, 0.25), Judgement::noDifference) << "below the noise floor";
    EXPECT_EQ(judged(1.2, 1.1, 1.3, 0.05, 0.2), Judgement::noDifference) << "the recorder took a fifth";
    EXPECT_EQ(judged(1.2, 1.1, 1.3, 0.05, 0.04), Judgement::faster) << "a harmless share";
    EXPECT_EQ(judged(0.8, 0.7, 0.9, 0.05, 0, 0.2), Judgement::noDifference);
    EXPECT_EQ(analysis::judgeRatio({2, {}}, 0, 0, 0), Judgement::tooFewBlocks);
}

TEST(Judgement, ADifferenceWithinTheBlocksIsSeenOnAnUnsteadyMachine)
{
    // Half of the blocks took twice as long, both strategies alike: the baseline's own floor is high, but the
    // blocks agree on what is slower.
    auto baseline = around(1, 12, 0.002);
    auto other = around(1.1, 12, 0.003);
    for (std::size_t i = 0; i < 12; i += 2) {
        baseline[i] *= 2;
        other[i] *= 2;
    }
    const core::Report report = reportOf(baseline, other);
    EXPECT_GT(report.noiseFloor->fraction, 0.2);
    EXPECT_EQ(judgementOf(report), Judgement::slower);
}

TEST(Judgement, IsVoidWhereNothingCanBeCompared)
{
    const auto slow = around(2, 10);
    const auto fast = around(1, 10);
    core::Environment debugBuild;
    debugBuild.measurable = false;
    EXPECT_EQ(judgementOf(reportOf(slow, fast, debugBuild)), Judgement::none);
    EXPECT_EQ(judgementOf(reportOf(slow, fast, {}, true)), Judgement::none) << "cancelled";

    auto different = measuredSample("threads:2", fast);
    different.runs.back().resultDigest = "different";
    EXPECT_EQ(judgementOf(analysis::buildReport(smallExperiment(), {},
                                                {measuredSample("sequential", slow), different}, false)),
              Judgement::none);
    auto failed = measuredSample("threads:2", fast);
    failed.runs.back().tasks = {0, 1, 0};
    EXPECT_EQ(judgementOf(analysis::buildReport(smallExperiment(), {},
                                                {measuredSample("sequential", slow), failed}, false)),
              Judgement::none);
}

TEST(Judgement, AHeavyRecorderVoidsOnlyAVerdictThatItCouldTurn)
{
    core::Environment environment;
    environment.recordNanoseconds = 1e6;
    const auto judged = [&](double baseline, double other, std::uint64_t records) {
        auto strategy = measuredSample("threads:2", around(other, 10));
        auto yardstick = measuredSample("sequential", around(baseline, 10));
        for (core::RunReport& run : yardstick.runs)
            run.records = records;
        return analysis::buildReport(smallExperiment(), environment, {yardstick, strategy}, false);
    };
    EXPECT_EQ(judgementOf(judged(1.10, 1, 40)), Judgement::faster) << "4 % is harmless";
    const core::Report heavy = judged(1.10, 1, 200);
    EXPECT_NEAR(heavy.strategies[0].recorderShare, 0.18, 0.01);
    EXPECT_EQ(judgementOf(heavy), Judgement::noDifference) << "less its recorder the baseline may be as fast";
    EXPECT_EQ(judgementOf(judged(2, 1, 200)), Judgement::faster) << "10 % of a factor of two change no sign";
}

TEST(Judgement, RarelySeesADifferenceBetweenEquals)
{
    const Rates rates = ratesFor(0, 10);
    EXPECT_LE(rates.differences, comparisons * 5 / 100);
}

TEST(Judgement, FindsASlowdownOfTenPercent)
{
    const Rates rates = ratesFor(0.10, 10);
    EXPECT_GE(rates.slower, comparisons * 80 / 100);
    EXPECT_EQ(rates.faster, 0);
}

TEST(NoiseFloor, IsWhatItsHeaderSays)
{
    core::Random values(5);
    for (const std::size_t blocks : {10u, 11u}) {
        const auto times = noisyTimes(values, blocks, 1, 0.05);
        const std::size_t half = blocks / 2;
        core::Random random = core::Random::of(9, 0, 0xFFFD);
        std::vector<double> apart;
        const auto middle = [](std::vector<double> some) {
            std::ranges::sort(some);
            return some.size() % 2 ? some[some.size() / 2]
                                   : (some[some.size() / 2 - 1] + some[some.size() / 2]) / 2;
        };
        for (int split = 0; split < 1999; ++split) {
            std::vector<double> order = times;
            for (std::size_t i = blocks; i > 1; --i)
                std::swap(order[i - 1], order[random.below(i)]);
            const auto cut = order.begin() + static_cast<std::ptrdiff_t>(half);
            apart.push_back(std::fabs(std::log(middle({order.begin(), cut}) /
                                               middle({cut, cut + static_cast<std::ptrdiff_t>(half)}))));
        }
        std::ranges::sort(apart);
        const double expected =
            std::exp(apart[1899] * std::sqrt(static_cast<double>(half) / static_cast<double>(blocks))) - 1;
        EXPECT_NEAR(*analysis::noiseFloorOf(times, 9), expected, 1e-14);
    }
}

TEST(NoiseFloor, IsWhatEqualThingsMeasureApart)
{
    // Against the truth: medians of 10 blocks against medians of 10 fresh blocks of the same thing.
    constexpr double spread = 0.05;
    core::Random random(11);
    std::vector<double> apart;
    std::vector<double> floors;
    const auto middle = [](std::vector<double> some) {
        std::ranges::sort(some);
        return (some[4] + some[5]) / 2;
    };
    for (int i = 0; i < 400; ++i) {
        const auto one = noisyTimes(random, 10, 1, spread);
        apart.push_back(std::fabs(std::log(middle(one) / middle(noisyTimes(random, 10, 1, spread)))));
        floors.push_back(*analysis::noiseFloorOf(one, static_cast<std::uint64_t>(i)));
    }
    std::ranges::sort(apart);
    std::ranges::sort(floors);
    EXPECT_NEAR(floors[200] / apart[380], 0.85, 0.25);
}

TEST(NoiseFloor, IsNotToldFromTooLittle)
{
    EXPECT_FALSE(analysis::noiseFloorOf(around(1, 9), 1));
    EXPECT_TRUE(analysis::noiseFloorOf(around(1, 10), 1));
    EXPECT_FALSE(analysis::noiseFloorOf(std::vector<double>(10, 0.0), 1));
    EXPECT_EQ(*analysis::noiseFloorOf(std::vector<double>(10, 1.0), 1), 0);
}
