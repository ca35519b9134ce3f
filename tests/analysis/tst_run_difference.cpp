// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/run_difference.h"

#include <gtest/gtest.h>

using namespace overlap::analysis;
using namespace overlap::core;

namespace {

TaskRow task(overlap::core::ItemIndex item, StageIndex stage, Nanoseconds begin, Nanoseconds end,
             LaneIndex lane = 0)
{
    return {item, stage, lane, TaskStatus::done, begin, end};
}

TEST(RunDifference, matchesByItemAndStageWhateverTheOrderAndTheLane)
{
    Timeline here;
    here.tasks = {task(1, 0, 0, 10), task(0, 0, 5, 20), task(1, 1, 12, 30), task(3, 0, 40, 50)};
    Timeline there;
    there.tasks = {task(0, 0, 0, 12, 2), task(1, 0, 0, 13, 1), task(2, 0, 3, 9), task(1, 1, 20, 30, 1)};
    const RunDifference difference = differenceOf(here, there);
    ASSERT_EQ(difference.tasks.size(), 3U);
    EXPECT_EQ(difference.tasks[0], (TaskDifference{0, 0, 5, 20, 2, 0, 12}));
    EXPECT_EQ(difference.tasks[0].later(), 5);
    EXPECT_EQ(difference.tasks[0].longer(), 3);
    EXPECT_EQ(difference.tasks[1].longer(), -3);
    EXPECT_EQ(difference.tasks[2].later(), -8);
    EXPECT_EQ(difference.onlyHere, 1U);
    EXPECT_EQ(difference.onlyThere, 1U);
    EXPECT_EQ(difference.find(1, 1), &difference.tasks[2]);
    EXPECT_EQ(difference.find(3, 0), nullptr);
    EXPECT_EQ(difference.find(9, 0), nullptr);
}

TEST(RunDifference, whatWasDoneTwiceIsMatchedInOrder)
{
    Timeline here;
    here.tasks = {task(0, 0, 20, 25), task(0, 0, 0, 10)};
    Timeline there;
    there.tasks = {task(0, 0, 1, 10), task(0, 0, 30, 36), task(0, 0, 50, 60)};
    const RunDifference difference = differenceOf(here, there);
    ASSERT_EQ(difference.tasks.size(), 2U);
    EXPECT_EQ(difference.tasks[0].later(), -1);
    EXPECT_EQ(difference.tasks[1].later(), -10);
    EXPECT_EQ(difference.onlyThere, 1U);
}

TEST(RunDifference, ofARunWithItselfIsNone)
{
    Timeline run;
    for (overlap::core::ItemIndex item = 0; item < 100; ++item)
        run.tasks.push_back(task(99 - item, 0, item, item * 2));
    const RunDifference difference = differenceOf(run, run);
    EXPECT_EQ(difference.tasks.size(), 100U);
    for (const TaskDifference& each : difference.tasks)
        EXPECT_TRUE(each.later() == 0 && each.longer() == 0);
    EXPECT_EQ(difference.onlyHere + difference.onlyThere, 0U);
}

} // namespace
