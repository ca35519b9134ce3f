// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/valuation.h"

#include <cmath>
#include <gtest/gtest.h>
#include <stdexcept>

using namespace overlap::core;
using namespace overlap::workloads;

namespace {

constexpr auto never = [] {};

/// Black and Scholes, for a right to buy at today's price in a year.
double closedForm(double price)
{
    const auto normal = [](double x) { return 0.5 * std::erfc(-x / std::sqrt(2.0)); };
    const double plus = (0.03 + 0.25 * 0.25 / 2) / 0.25;
    return price * (normal(plus) - std::exp(-0.03) * normal(plus - 0.25));
}

} // namespace

TEST(Valuation, ApproachesTheClosedForm)
{
    // The gains scatter by about 19 % of the price, so the mean of 400,000 by 0.03 %.
    EXPECT_NEAR(valueOfOption(100, 400'000, Random(1), never), closedForm(100), 0.15);
    EXPECT_NEAR(valueOfOption(30'000, 400'000, Random(2), never), closedForm(30'000), 45);
}

TEST(Valuation, IsAFunctionOfItsRandomFigures)
{
    EXPECT_EQ(valueOfOption(100, 10'001, Random(1), never), valueOfOption(100, 10'002, Random(1), never));
    EXPECT_EQ(valueOfOption(100, 10'001, Random(1), never), valueOfOption(100, 10'001, Random(1), never));
    EXPECT_NE(valueOfOption(100, 10'001, Random(1), never), valueOfOption(100, 10'001, Random(2), never));
    EXPECT_GT(valueOfOption(100, 1'000, Random(3), never), 0);
}

TEST(Valuation, LooksForAStopAfterEveryBlock)
{
    int looks = 0;
    valueOfOption(100, 10 * yearsPerBlock, Random(1), [&looks] { ++looks; });
    EXPECT_EQ(looks, 10);
    EXPECT_THROW(valueOfOption(100, 1'000'000'000'000, Random(1), [] { throw std::runtime_error("stop"); }),
                 std::runtime_error);
}
