// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/time_axis.h"

#include <gtest/gtest.h>
#include <ostream>

using namespace overlap::analysis;
using overlap::core::fromSeconds;

namespace {

std::string labels(double from, double to, double width)
{
    std::string text;
    for (const Tick& tick : niceTicks({fromSeconds(from), fromSeconds(to), 0, width}))
        text += (text.empty() ? "" : " | ") + tick.label;
    return text;
}

TEST(TimeAxis, pixelsAndTimesAreInverse)
{
    const TimeAxis axis{fromSeconds(-0.2), fromSeconds(2.2), 230, 671};
    EXPECT_DOUBLE_EQ(axis.toPixel(axis.begin), 230);
    EXPECT_DOUBLE_EQ(axis.toPixel(axis.end), 901);
    for (const double seconds : {-0.2, 0.0, 0.001, 1.62, 2.2}) {
        const auto time = fromSeconds(seconds);
        EXPECT_NEAR(static_cast<double>(axis.toTime(axis.toPixel(time)) - time), 0, 1) << seconds;
    }
}

TEST(TimeAxis, labelsHaveTheDigitsThatTheStepNeeds)
{
    EXPECT_EQ(labels(0, 2.2, 671), "0.0 s | 0.2 | 0.4 | 0.6 | 0.8 | 1.0 | 1.2 | 1.4 | 1.6 | 1.8 | 2.0 | 2.2");
    EXPECT_EQ(labels(0, 11, 671), "0 s | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11");
    EXPECT_EQ(labels(0, 400, 671), "0 s | 50 | 100 | 150 | 200 | 250 | 300 | 350 | 400");
}

TEST(TimeAxis, zoomedInItSpeaksOfMillisecondsAndMicroseconds)
{
    EXPECT_EQ(labels(0, 0.06, 671), "0.00 s | 0.01 | 0.02 | 0.03 | 0.04 | 0.05 | 0.06");
    EXPECT_EQ(labels(0.5, 0.51, 400), "500 ms | 502 | 504 | 506 | 508 | 510");
    EXPECT_EQ(labels(1.5, 1.50002, 400), "1500.000 ms | 1500.005 | 1500.010 | 1500.015 | 1500.020");
    EXPECT_EQ(labels(0, 0.00002, 400), "0 µs | 5 | 10 | 15 | 20");
}

TEST(TimeAxis, startUpIsNegative)
{
    EXPECT_EQ(labels(-0.25, 0.5, 400), "\u22120.2 s | 0.0 | 0.2 | 0.4");
}

TEST(TimeAxis, labelsNeverTouch)
{
    for (double length = 1e-6; length < 1e4; length *= 1.7) {
        for (const double width : {120.0, 400.0, 1600.0}) {
            const TimeAxis axis{fromSeconds(3), fromSeconds(3 + length), 0, width};
            const auto ticks = niceTicks(axis);
            for (std::size_t i = 1; i < ticks.size(); ++i) {
                const double apart = axis.toPixel(ticks[i].time) - axis.toPixel(ticks[i - 1].time);
                EXPECT_GE(apart, 6.5 * static_cast<double>(ticks[i].label.size())) << length << ' ' << width;
            }
            EXPECT_LE(ticks.size(), 1 + width / 56);
        }
    }
}

TEST(TimeAxis, niceSteps)
{
    EXPECT_EQ(niceStep(0.3), 1);
    EXPECT_EQ(niceStep(1), 1);
    EXPECT_EQ(niceStep(1.1), 2);
    EXPECT_EQ(niceStep(3e8), 500'000'000);
    EXPECT_EQ(niceStep(6e8), 1'000'000'000);
}

TEST(TimeAxis, zoomKeepsItsPlace)
{
    const TimeInterval before{0, fromSeconds(2)};
    const TimeInterval after = zoomed(before, fromSeconds(0.5), 4);
    EXPECT_EQ(after, (TimeInterval{fromSeconds(0.375), fromSeconds(0.875)}));
    EXPECT_EQ(zoomed(after, fromSeconds(0.5), 0.25), before);
}

TEST(TimeAxis, clampMovesBeforeItShrinks)
{
    const TimeInterval bounds{0, 1000};
    EXPECT_EQ(clamped({-100, 200}, bounds, 10), (TimeInterval{0, 300}));
    EXPECT_EQ(clamped({900, 1200}, bounds, 10), (TimeInterval{700, 1000}));
    EXPECT_EQ(clamped({-500, 2000}, bounds, 10), bounds);
    EXPECT_EQ(clamped({500, 501}, bounds, 10), (TimeInterval{500, 510}));
}

} // namespace
