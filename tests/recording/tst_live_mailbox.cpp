// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/live_mailbox.h"

#include <atomic>
#include <gtest/gtest.h>
#include <memory>
#include <thread>

using overlap::recording::LiveMailbox;

TEST(LiveMailbox, IsEmptiedInOrder)
{
    LiveMailbox<int> box;
    EXPECT_TRUE(box.take().empty());
    box.post(1);
    box.post(2);
    EXPECT_EQ(box.take(), (std::vector<int>{1, 2}));
    EXPECT_TRUE(box.take().empty());
}

TEST(LiveMailbox, TakesEventsThatCanOnlyBeMoved)
{
    LiveMailbox<std::unique_ptr<int>> box;
    box.post(std::make_unique<int>(3));
    EXPECT_EQ(*box.take().front(), 3);
}

TEST(LiveMailbox, LosesAndDoublesNothingBetweenThreads)
{
    LiveMailbox<int> box;
    constexpr int each = 50'000;
    std::atomic<int> posting = 2;
    std::vector<std::jthread> writers;
    for (int writer = 0; writer < 2; ++writer) {
        writers.emplace_back([&, writer] {
            for (int i = 0; i < each; ++i)
                box.post(writer * each + i);
            --posting;
        });
    }
    std::vector<int> next{0, each};
    const auto take = [&] {
        for (const int event : box.take()) {
            int& expected = next[static_cast<std::size_t>(event / each)];
            ASSERT_EQ(event, expected) << "each writer's events keep their order";
            ++expected;
        }
    };
    while (posting > 0)
        take();
    writers.clear();
    take();
    EXPECT_EQ(next, (std::vector<int>{each, 2 * each}));
}
