// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/drift.h"

#include "support/measured_samples.h"
#include "support/noisy_times.h"

#include <cmath>
#include <gmock/gmock.h>
#include <numeric>

using namespace overlap;
using analysis::driftOf;
using overlap::testing::measuredSample;
using overlap::testing::noisyTimes;
using overlap::testing::smallExperiment;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

namespace {

std::vector<int> counted(std::size_t count)
{
    std::vector<int> blocks(count);
    std::iota(blocks.begin(), blocks.end(), 0);
    return blocks;
}

/// Grows evenly by that share of 1 s from the first block to the last.
std::vector<double> growing(std::vector<double> times, double share)
{
    for (std::size_t i = 0; i < times.size(); ++i)
        times[i] += share * static_cast<double>(i) / static_cast<double>(times.size() - 1);
    return times;
}

core::Report reportOf(const std::vector<double>& baseline, const std::vector<double>& strategy)
{
    return analysis::buildReport(
        smallExperiment(), {},
        {measuredSample("sequential", baseline), measuredSample("threads:2", strategy)}, false);
}

std::vector<std::string> hintsOf(const core::Report& report)
{
    std::vector<std::string> texts;
    for (const core::Message& hint : report.hints)
        texts.push_back(hint.english());
    return texts;
}

} // namespace

TEST(Drift, OfAStraightLineIsItsRise)
{
    const auto drift = driftOf(counted(11), growing(std::vector<double>(11, 0.95), 0.1));
    ASSERT_TRUE(drift);
    EXPECT_NEAR(drift->share, 0.1, 1e-12);
    EXPECT_NEAR(drift->interval95.low, 0.1, 1e-12);
    EXPECT_NEAR(drift->interval95.high, 0.1, 1e-12);
    // S = 55, Var S = 11·10·27 ÷ 18 = 165
    EXPECT_NEAR(drift->p, std::erfc(54 / std::sqrt(165.0) / std::sqrt(2.0)), 1e-15);
    EXPECT_NEAR(driftOf(counted(11), growing(std::vector<double>(11, 1.05), -0.1))->share, -0.1, 1e-12);
}

TEST(Drift, AFewOutliersDoNotMakeOne)
{
    auto times = growing(std::vector<double>(20, 1), 0.1);
    times[18] = times[19] = 9;
    const auto drift = driftOf(counted(20), times);
    EXPECT_NEAR(drift->share, 0.1, 0.02);
    EXPECT_NEAR(drift->interval95.low, 0.1, 0.02);
}

TEST(Drift, CountsTheBlocksThatLieBetween)
{
    auto blocks = counted(10);
    for (std::size_t i = 5; i < 10; ++i)
        blocks[i] += 10; // ten were replaced
    std::vector<double> times;
    for (const int block : blocks)
        times.push_back(1 + 0.01 * block);
    const auto drift = driftOf(blocks, times);
    EXPECT_NEAR(drift->share, 0.19 / ((1.04 + 1.15) / 2), 1e-12);
}

TEST(Drift, EqualTimesHaveNone)
{
    const auto drift = driftOf(counted(10), std::vector<double>(10, 1.0));
    EXPECT_EQ(drift->share, 0);
    EXPECT_EQ(drift->p, 1);
    // Two groups of ties: S = 25, Var S = (10·9·25 − 2·5·4·15) ÷ 18 = 825 ÷ 9
    std::vector<double> halves(10, 1.0);
    std::fill(halves.begin() + 5, halves.end(), 2.0);
    EXPECT_NEAR(driftOf(counted(10), halves)->p, std::erfc(24 / std::sqrt(825.0 / 9) / std::sqrt(2.0)),
                1e-15);
}

TEST(Drift, IsNotToldFromTooLittle)
{
    EXPECT_FALSE(driftOf(counted(9), std::vector<double>(9, 1.0)));
    EXPECT_FALSE(driftOf(counted(10), std::vector<double>(10, 0.0)));
}

TEST(Drift, IsRarelySeenWhereThereIsNone)
{
    core::Random random(5);
    int seen = 0;
    int covered = 0;
    int found = 0;
    constexpr int samples = 2000;
    for (int i = 0; i < samples; ++i) {
        const auto times = noisyTimes(random, 15, 1, 0.05);
        const auto none = driftOf(counted(15), times);
        const auto real = driftOf(counted(15), growing(times, 0.2));
        seen += none->p < 0.05;
        covered += none->interval95.low <= 0 && none->interval95.high >= 0;
        found += real->p < 0.05;
    }
    EXPECT_NEAR(seen, 0.045 * samples, 0.02 * samples);
    EXPECT_NEAR(covered, 0.95 * samples, 0.02 * samples);
    EXPECT_GT(found, 0.95 * samples);
}

TEST(Drift, IsToldWhereItIsBeyondTheNoise)
{
    core::Random random(6);
    const auto calm = noisyTimes(random, 20, 1, 0.01);
    const core::Report drifting = reportOf(calm, growing(noisyTimes(random, 20, 1, 0.01), 0.2));
    ASSERT_TRUE(drifting.strategies[1].drift);
    EXPECT_FALSE(drifting.strategies[0].drift->beyondNoise);
    EXPECT_TRUE(drifting.strategies[1].drift->beyondNoise);
    EXPECT_THAT(hintsOf(drifting), Contains(HasSubstr("threads:2 took longer and longer: about 1")));
    const core::Report settling = reportOf(calm, growing(noisyTimes(random, 20, 1, 0.01), -0.2));
    EXPECT_THAT(hintsOf(settling), Contains(HasSubstr("threads:2 took less and less time: about 2")));
    const core::Report steady = reportOf(calm, noisyTimes(random, 20, 1, 0.01));
    EXPECT_THAT(hintsOf(steady), Not(Contains(HasSubstr(" and l"))));
}

TEST(Drift, BelowTheNoiseFloorIsNotWorthAWord)
{
    // The strategy creeps without any scatter, but its baseline scatters by more than that.
    core::Random random(7);
    const core::Report report =
        reportOf(noisyTimes(random, 20, 1, 0.2), growing(std::vector<double>(20, 1), 0.01));
    ASSERT_GT(report.noiseFloor->fraction, 0.02);
    EXPECT_LT(report.strategies[1].drift->p, 1e-6);
    EXPECT_FALSE(report.strategies[1].drift->beyondNoise);
}
