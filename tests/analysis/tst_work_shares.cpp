// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/work_shares.h"
#include "simulated_work.h"

#include <gtest/gtest.h>

using namespace overlap::core;
using namespace overlap::testing;
using overlap::analysis::sharesOf;
using overlap::analysis::WorkShares;

TEST(WorkShares, TimeIsComputingOrWaiting)
{
    const WorkShares shares = sharesOf(workOf(
        4, {{waiting(30 * ms), {Need::blocking, 10 * ms}}, {computing(50 * ms), {Need::native, 10 * ms}}}));
    EXPECT_NEAR(shares.seconds, 0.4, 1e-12);
    EXPECT_NEAR(shares.itemSeconds, 0.1, 1e-12);
    EXPECT_NEAR(shares.computing, 0.6, 1e-12);
    EXPECT_NEAR(shares.waiting, 0.4, 1e-12);
    EXPECT_NEAR(shares.blocking, 0.1, 1e-12);
    EXPECT_FALSE(shares.waits());
    ASSERT_EQ(shares.stages.size(), 2u);
    EXPECT_NEAR(shares.stages[0].seconds, 0.04, 1e-12);
    EXPECT_TRUE(shares.stages[0].waits());
    EXPECT_NEAR(shares.stages[1].seconds, 0.06, 1e-12);
    EXPECT_FALSE(shares.stages[1].waits());
}

TEST(WorkShares, APermitTakesNoTime)
{
    const WorkShares shares = sharesOf(workOf(1, {{{Need::permit, 2}, waiting(10 * ms)}}));
    EXPECT_NEAR(shares.seconds, 0.01, 1e-12);
    EXPECT_EQ(shares.waiting, 1);
}

TEST(WorkShares, ASampleStandsForAllItems)
{
    WorkProfile profile = workOf(1000, {{computing(2 * ms)}});
    profile.sample.resize(2);
    profile.sample[1].tasks[0].segments[0].amount = 4 * ms;
    profile.sample[0].bytesThere = 100;
    profile.sample[1].bytesBack = 50;
    const WorkShares shares = sharesOf(profile);
    EXPECT_EQ(shares.items, 1000u);
    EXPECT_NEAR(shares.seconds, 3, 1e-9);
    EXPECT_NEAR(shares.longestItemSeconds, 0.004, 1e-12);
    EXPECT_EQ(shares.bytesThere, 50);
    EXPECT_EQ(shares.bytesBack, 25);
}

TEST(WorkShares, AnItemThatFailedEarlyCountsWhereItCame)
{
    WorkProfile profile = workOf(2, {{computing(1 * ms)}, {computing(3 * ms)}});
    profile.sample[1].tasks.resize(1);
    const WorkShares shares = sharesOf(profile);
    EXPECT_NEAR(shares.stages[1].seconds, 0.003, 1e-12) << "of one item alone";
    EXPECT_NEAR(shares.seconds, 0.005, 1e-12);
}

TEST(WorkShares, NoWorkHasNoShares)
{
    const WorkShares shares = sharesOf(workOf(3, {{}}));
    EXPECT_EQ(shares.seconds, 0);
    EXPECT_EQ(shares.computing, 0);
    EXPECT_EQ(shares.waiting, 0);
    EXPECT_EQ(shares.toValue().find("items")->asInteger(), 3);
    EXPECT_EQ(shares.toValue().find("stages")->asArray().size(), 1u);
}
