// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time.h"

#include "core/state.h"

#include <gtest/gtest.h>

using namespace overlap::core;

namespace {
constexpr Nanoseconds ms = 1'000'000;
}

TEST(Time, SecondsRoundToTheNearestNanosecond)
{
    EXPECT_EQ(fromSeconds(1.5), 1'500'000'000);
    EXPECT_EQ(fromSeconds(0.1), 100'000'000);
    EXPECT_EQ(fromSeconds(0.3), 300'000'000);
    EXPECT_EQ(fromSeconds(-0.1), -100'000'000);
    EXPECT_EQ(toSeconds(250 * ms), 0.25);
}

TEST(Time, ScalingMultipliesButKeepsWaitsAboveTheNoise)
{
    EXPECT_EQ(scaledDuration(1000 * ms, 1.0), 1000 * ms);
    EXPECT_EQ(scaledDuration(1000 * ms, 0.1), 100 * ms);
    EXPECT_EQ(scaledDuration(1000 * ms, 3), 3000 * ms);
    EXPECT_EQ(scaledDuration(1000 * ms, 0.001), 5 * ms) << "never below 5 ms";
    EXPECT_EQ(scaledDuration(5 * ms, 0.1), 5 * ms);
    EXPECT_EQ(scaledDuration(3 * ms, 0.1), 3 * ms) << "a shorter wait keeps its length";
    EXPECT_EQ(scaledDuration(3 * ms, 2), 6 * ms);
    EXPECT_EQ(scaledDuration(0, 10), 0);
}

TEST(Time, TheClockNeverGoesBack)
{
    Nanoseconds last = monotonicNow();
    for (int i = 0; i < 100'000; ++i) {
        const Nanoseconds now = monotonicNow();
        ASSERT_GE(now, last);
        last = now;
    }
    EXPECT_GT(threadCpuNow(), 0);
}

TEST(State, NamesAreTheOnesOfTheFiles)
{
    EXPECT_EQ(stateName(State::computing), "computing");
    EXPECT_EQ(stateName(State::gilWait), "gil-wait");
    EXPECT_EQ(stateName(State::lockWait), "lock-wait");
    EXPECT_EQ(stateName(State::queueEmpty), "queue-empty");
    EXPECT_EQ(stateName(State::queueFull), "queue-full");
    EXPECT_EQ(stateName(State::coreWait), "core-wait");
    EXPECT_EQ(stateName(State::idle), "idle");
    for (std::size_t i = 0; i < stateCount; ++i)
        EXPECT_EQ(stateFromName(stateNames[i]), static_cast<State>(i));
    EXPECT_EQ(stateFromName("Computing"), std::nullopt);
    EXPECT_EQ(stateFromName(""), std::nullopt);
}
