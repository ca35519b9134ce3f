// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What ends a test that hangs must itself be known to work.
#include "support/gate.h"

#include <gtest/gtest.h>

using overlap::testing::Gate;
using overlap::testing::Watchdog;

TEST(Watchdog, EndsTheProgramAndSaysWhatHangsAndWhere)
{
    ::testing::FLAGS_gtest_death_test_style = "threadsafe";
    EXPECT_DEATH(
        {
            const Watchdog watchdog("a gate that nobody opens", std::chrono::seconds(1));
            Gate().wait();
        },
        "watchdog: a gate that nobody opens has not ended within 1 s(.|\n)*thread [0-9]+ .*state "
        "S(.|\n)*\\[0x");
}

TEST(Watchdog, LeavesInPeaceWhatEnds)
{
    const Watchdog watchdog("nothing", std::chrono::seconds(1));
}
