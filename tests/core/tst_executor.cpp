// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace overlap::core;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

ItemResult item(TaskStatus status, Nanoseconds end)
{
    ItemResult result;
    result.status = status;
    result.end = end;
    return result;
}

} // namespace

TEST(OrderOfFinishing, FollowsTheEnds)
{
    EXPECT_THAT(orderOfFinishing(
                    {item(TaskStatus::done, 30), item(TaskStatus::failed, 10), item(TaskStatus::done, 20)}),
                ElementsAre(1, 2, 0));
}

TEST(OrderOfFinishing, EqualEndsKeepTheInputOrder)
{
    EXPECT_THAT(
        orderOfFinishing({item(TaskStatus::done, 5), item(TaskStatus::done, 5), item(TaskStatus::done, 1)}),
        ElementsAre(2, 0, 1));
}

TEST(OrderOfFinishing, WhatWasCancelledNeverFinished)
{
    EXPECT_THAT(orderOfFinishing({item(TaskStatus::cancelled, 1), item(TaskStatus::done, 2),
                                  item(TaskStatus::pending, 0)}),
                ElementsAre(1));
    EXPECT_THAT(orderOfFinishing({}), IsEmpty());
}
