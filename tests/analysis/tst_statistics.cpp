// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/statistics.h"

#include "core/random.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

using namespace overlap::analysis;

TEST(Statistics, MedianIsTheMiddle)
{
    EXPECT_EQ(median({3}), 3);
    EXPECT_EQ(median({5, 1, 3}), 3);
    EXPECT_EQ(median({4, 1, 3, 2}), 2.5);
    EXPECT_EQ(median({2, 2, 2, 9}), 2);
    EXPECT_EQ(median({-1, 1}), 0);
}

TEST(Statistics, PercentileIsTheNearestRank)
{
    const std::vector<double> five{15, 20, 35, 40, 50};
    EXPECT_EQ(percentile(five, 0.05), 15);
    EXPECT_EQ(percentile(five, 0.30), 20);
    EXPECT_EQ(percentile(five, 0.40), 20);
    EXPECT_EQ(percentile(five, 0.50), 35);
    EXPECT_EQ(percentile(five, 1.00), 50);
    EXPECT_EQ(percentile(five, 0.00), 15);
    EXPECT_EQ(percentile({7}, 0.99), 7);
}

TEST(Statistics, BothAgreeWithSorting)
{
    constexpr std::uint64_t seed = 3;
    SCOPED_TRACE("seed " + std::to_string(seed));
    overlap::core::Random random(seed);
    for (int round = 0; round < 300; ++round) {
        std::vector<double> values;
        for (std::uint64_t i = 1 + random.below(40); i > 0; --i)
            values.push_back(static_cast<double>(random.below(20)));
        std::vector<double> sorted = values;
        std::ranges::sort(sorted);
        const std::size_t n = sorted.size();
        const double middle = n % 2 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
        EXPECT_EQ(median(values), middle);
        for (const double share : {0.1, 0.25, 0.5, 0.75, 0.9}) {
            const double value = percentile(values, share);
            const auto notAbove = std::ranges::count_if(sorted, [&](double x) { return x <= value; });
            const auto below = std::ranges::count_if(sorted, [&](double x) { return x < value; });
            EXPECT_GE(static_cast<double>(notAbove), share * static_cast<double>(n) - 1e-9);
            EXPECT_LT(static_cast<double>(below), share * static_cast<double>(n) + 1e-9)
                << "the smallest such value";
        }
    }
}

TEST(Statistics, ATailNeedsTenValuesBehindIt)
{
    const auto ascending = [](int count) {
        std::vector<double> values;
        for (int i = 1; i <= count; ++i)
            values.push_back(i);
        return values;
    };
    EXPECT_EQ(supportedPercentile(ascending(199), 0.95), std::nullopt);
    EXPECT_EQ(supportedPercentile(ascending(200), 0.95), 190);
    EXPECT_EQ(supportedPercentile(ascending(999), 0.99), std::nullopt);
    EXPECT_EQ(supportedPercentile(ascending(1000), 0.99), 990);
    EXPECT_EQ(supportedPercentile(ascending(20), 0.5), 10);
    EXPECT_EQ(supportedPercentile({}, 0.5), std::nullopt);
}
