// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/interval_text.h"

#include <gtest/gtest.h>

using namespace overlap;
using analysis::intervalText;
using analysis::ratioTexts;
using analysis::timeText;
using core::Interval;

namespace {

std::string ratio(double value, double low, double high)
{
    const auto texts = ratioTexts(value, Interval{low, high});
    return texts.value + " (" + texts.low + " to " + texts.high + ")";
}

} // namespace

TEST(IntervalText, ShowsNoMoreDigitsThanTheIntervalSupports)
{
    EXPECT_EQ(ratio(9.9512, 9.90, 10.0), "9.95 (9.90 to 10.00)");
    EXPECT_EQ(ratio(9.95, 8.1, 11.2), "10 (8 to 11)");
    EXPECT_EQ(ratio(1.9932, 1.86, 2.003), "1.99 (1.86 to 2.00)");
    EXPECT_EQ(ratio(1.0004, 1.0003, 1.0005), "1.000 (1.000 to 1.000)") << "never a fifth digit";
    EXPECT_EQ(ratio(121.4, 119.2, 125.0), "121 (119 to 125)");
    EXPECT_EQ(ratioTexts(9.9512, std::nullopt).value, "9.95");
    EXPECT_EQ(ratioTexts(9.9512, std::nullopt).low, "");
}

TEST(IntervalText, AnIntervalThatLeavesOutOneShowsIt)
{
    EXPECT_EQ(ratio(0.9, 0.8, 0.98), "0.90 (0.80 to 0.98)");
    EXPECT_EQ(ratio(1.3, 1.02, 1.5), "1.30 (1.02 to 1.50)");
    EXPECT_EQ(ratio(0.9, 0.8, 1.02), "0.9 (0.8 to 1.0)") << "one that holds it needs no more digits";
}

TEST(IntervalText, TimesFollowTheSameRule)
{
    EXPECT_EQ(timeText(0.05031, Interval{0.0501, 0.0506}), "50.3 ms");
    EXPECT_EQ(timeText(0.0523, Interval{0.045, 0.060}), "52 ms");
    EXPECT_EQ(timeText(0.0523, std::nullopt), "52.3 ms");
    EXPECT_EQ(timeText(0.503, Interval{0.50, 0.51}, 5.0), "0.503 s");
    EXPECT_EQ(intervalText(Interval{0.0501, 0.0506}), "50.1 – 50.6 ms");
    EXPECT_EQ(intervalText(std::nullopt), "");
}
