// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/speedup.h"

#include "support/measured_samples.h"
#include "support/noisy_times.h"

#include <algorithm>
#include <gtest/gtest.h>

using namespace overlap;
using overlap::testing::measuredSample;
using overlap::testing::noisyTimes;

TEST(Speedup, IsTheRatioOfMediansWithAnIntervalOverTheBlocksThatBothHave)
{
    const auto baseline = measuredSample("sequential", {4, 4.1, 4.2, 4.3, 4.4, 4.5}).runs;
    auto strategy = measuredSample("threads:2", {2, 2.1, 2.2, 2.3, 2.4}).runs;
    analysis::Bootstraps bootstraps(7);
    const auto speedup = analysis::speedupOf(baseline, strategy, core::Timing::warm, bootstraps);
    ASSERT_TRUE(speedup && speedup->interval95);
    EXPECT_DOUBLE_EQ(speedup->value, 4.25 / 2.2) << "all runs of each";
    const auto paired =
        analysis::Bootstrap(7, 5).ofMedian({4 / 2.0, 4.1 / 2.1, 4.2 / 2.2, 4.3 / 2.3, 4.4 / 2.4});
    EXPECT_EQ(speedup->interval95->low, paired->low);
    EXPECT_EQ(speedup->interval95->high, std::max(paired->high, speedup->value));
    const auto cold = analysis::speedupOf(baseline, strategy, core::Timing::cold, bootstraps);
    EXPECT_DOUBLE_EQ(cold->value, 4.75 / 2.7) << "start-up included";
    strategy.pop_back();
    EXPECT_FALSE(analysis::speedupOf(baseline, strategy, core::Timing::warm, bootstraps)->interval95);
}

TEST(Speedup, WhatABlockDidToBothCancels)
{
    core::Random random(3);
    auto above = noisyTimes(random, 12, 2, 0.03);
    auto below = noisyTimes(random, 12, 1, 0.03);
    analysis::Bootstraps bootstraps(7);
    const auto speedup = [&] {
        return *analysis::speedupOf(measuredSample("sequential", above).runs,
                                    measuredSample("threads:2", below).runs, core::Timing::warm, bootstraps);
    };
    const auto widthOf = [](const std::optional<core::Interval>& interval) {
        return interval->high - interval->low;
    };
    const core::Speedup calm = speedup();
    EXPECT_NEAR(calm.value, 2, 0.1);
    for (std::size_t i = 0; i < above.size(); ++i) {
        const double moment = random.uniform(1, 4);
        above[i] *= moment;
        below[i] *= moment;
    }
    const core::Speedup wild = speedup();
    EXPECT_LE(wild.interval95->low, wild.value) << "it reaches to the value";
    EXPECT_GE(wild.interval95->high, wild.value);
    EXPECT_LT(widthOf(wild.interval95), 2 * widthOf(calm.interval95));
    EXPECT_GT(widthOf(analysis::Bootstrap(7, 12).ofRatio(above, below)), 1.5 * widthOf(wild.interval95))
        << "which the medians of both sides do not know";
}

TEST(Speedup, IsNotToldWhereThereIsNoTime)
{
    const auto baseline = measuredSample("sequential", {4, 4}).runs;
    analysis::Bootstraps bootstraps(7);
    EXPECT_FALSE(analysis::speedupOf(baseline, {}, core::Timing::warm, bootstraps));
    EXPECT_FALSE(analysis::speedupOf({}, baseline, core::Timing::warm, bootstraps));
    EXPECT_FALSE(analysis::speedupOf(baseline, measuredSample("threads:2", {0, 0}).runs, core::Timing::warm,
                                     bootstraps));
}

TEST(Bootstraps, DrawEachNumberOfBlocksOnce)
{
    analysis::Bootstraps bootstraps(3);
    const analysis::Bootstrap& ten = bootstraps.of(10);
    EXPECT_EQ(ten.blocks(), 10U);
    EXPECT_EQ(bootstraps.of(11).blocks(), 11U);
    EXPECT_EQ(&bootstraps.of(10), &ten);
}
