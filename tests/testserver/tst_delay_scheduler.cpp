// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/random.h"
#include "testserver/delay_scheduler.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <poll.h>

using namespace overlap;
using testserver::DelayScheduler;
using Tokens = std::vector<DelayScheduler::Token>;

namespace {

bool becomesReadable(const DelayScheduler& scheduler, int milliseconds)
{
    pollfd watched{scheduler.descriptor(), POLLIN, 0};
    return poll(&watched, 1, milliseconds) == 1;
}

constexpr core::Nanoseconds millisecond = 1'000'000;

} // namespace

TEST(DelayScheduler, wakesByDeadlineAndAmongEqualsByToken)
{
    DelayScheduler scheduler;
    scheduler.add(30, 7);
    scheduler.add(10, 9);
    scheduler.add(10, 8);
    scheduler.add(20, 6);
    EXPECT_EQ(scheduler.next(), 10);
    EXPECT_EQ(scheduler.takeDue(9), Tokens{});
    EXPECT_EQ(scheduler.takeDue(20), (Tokens{8, 9, 6}));
    EXPECT_EQ(scheduler.size(), 1u);
    EXPECT_EQ(scheduler.takeDue(1000), Tokens{7});
    EXPECT_FALSE(scheduler.next());
}

TEST(DelayScheduler, whatIsRemovedDoesNotWake)
{
    DelayScheduler scheduler;
    scheduler.add(10, 5);
    scheduler.add(20, 6);
    EXPECT_TRUE(scheduler.remove(5));
    EXPECT_FALSE(scheduler.remove(5));
    EXPECT_FALSE(scheduler.remove(99));
    EXPECT_EQ(scheduler.takeDue(100), Tokens{6});
    EXPECT_FALSE(scheduler.remove(6));
}

TEST(DelayScheduler, takeAllEmptiesIt)
{
    DelayScheduler scheduler;
    scheduler.add(core::monotonicNow() + core::nanosecondsPerSecond, 2);
    scheduler.add(core::monotonicNow() + 2 * core::nanosecondsPerSecond, 3);
    EXPECT_EQ(scheduler.takeAll(), (Tokens{2, 3}));
    EXPECT_EQ(scheduler.size(), 0u);
    EXPECT_FALSE(becomesReadable(scheduler, 0));
}

TEST(DelayScheduler, theDescriptorSpeaksUpWhenADelayIsDueAndNotBefore)
{
    DelayScheduler scheduler;
    const core::Nanoseconds deadline = core::monotonicNow() + 50 * millisecond;
    scheduler.add(deadline, 2);
    ASSERT_TRUE(becomesReadable(scheduler, 5000));
    EXPECT_GE(core::monotonicNow(), deadline);
    EXPECT_EQ(scheduler.takeDue(core::monotonicNow()), Tokens{2});
    EXPECT_FALSE(becomesReadable(scheduler, 0)) << "once taken it is quiet";
}

TEST(DelayScheduler, anEarlierDelaySetsTheTimerForward)
{
    DelayScheduler scheduler;
    scheduler.add(core::monotonicNow() + 3600 * core::nanosecondsPerSecond, 2);
    scheduler.add(core::monotonicNow() + 10 * millisecond, 3);
    EXPECT_TRUE(becomesReadable(scheduler, 5000));
    EXPECT_EQ(scheduler.takeDue(core::monotonicNow()), Tokens{3});
    EXPECT_FALSE(becomesReadable(scheduler, 0));
    scheduler.add(0, 4);
    EXPECT_TRUE(becomesReadable(scheduler, 5000)) << "the past is due at once";
    EXPECT_TRUE(scheduler.remove(4));
    EXPECT_FALSE(becomesReadable(scheduler, 0)) << "nobody is due any more";
}

TEST(DelayScheduler, behavesAsASortedListUnderRandomUse)
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        SCOPED_TRACE(seed);
        core::Random random(seed);
        DelayScheduler scheduler;
        std::vector<std::pair<core::Nanoseconds, DelayScheduler::Token>> model;
        for (DelayScheduler::Token token = 2; token < 500; ++token) {
            const auto deadline = static_cast<core::Nanoseconds>(random.below(1000));
            scheduler.add(deadline, token);
            model.emplace_back(deadline, token);
            if (random.below(3) == 0) {
                const auto victim = model.begin() + static_cast<std::ptrdiff_t>(random.below(model.size()));
                EXPECT_TRUE(scheduler.remove(victim->second));
                model.erase(victim);
            }
        }
        std::sort(model.begin(), model.end());
        Tokens taken;
        for (core::Nanoseconds now = 0; now <= 1000; now += 100)
            for (const auto token : scheduler.takeDue(now))
                taken.push_back(token);
        Tokens expected;
        for (const auto& entry : model)
            expected.push_back(entry.second);
        EXPECT_EQ(taken, expected);
    }
}
