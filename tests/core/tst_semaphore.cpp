// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/semaphore.h"

#include "support/gate.h"

#include <atomic>
#include <chrono>
#include <gtest/gtest.h>
#include <thread>
#include <vector>

using namespace overlap::core;
using overlap::testing::eventually;
using overlap::testing::Watchdog;

TEST(Semaphore, GivesAsManyPermitsAsItHas)
{
    Semaphore semaphore(2);
    EXPECT_TRUE(semaphore.tryAcquire());
    EXPECT_TRUE(semaphore.acquire({}));
    EXPECT_FALSE(semaphore.tryAcquire());
    semaphore.release();
    EXPECT_TRUE(semaphore.tryAcquire());
    EXPECT_FALSE(semaphore.tryAcquire());
}

TEST(Semaphore, WhoHadToWaitKnowsWhoLetItGoOn)
{
    const Watchdog watchdog("semaphore with a lane");
    Semaphore semaphore(1);
    LaneIndex by = 7;
    ASSERT_TRUE(semaphore.acquire({}, &by));
    EXPECT_EQ(by, 7) << "it did not wait";
    std::jthread waiter([&] { EXPECT_TRUE(semaphore.acquire({}, &by)); });
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    {
        Permit mine(semaphore, 3);
        const Permit moved = std::move(mine);
    }
    waiter.join();
    // Where the waiter came too late to wait, there was nothing to tell.
    EXPECT_TRUE(by == 3 || by == 7) << by;
    semaphore.release();
    EXPECT_TRUE(semaphore.tryAcquire());
}

TEST(Semaphore, NeverMoreAtATimeThanPermitsAndEverybodyGetsOne)
{
    const Watchdog watchdog("semaphore with many waiters");
    Semaphore semaphore(3);
    std::atomic<int> inside = 0;
    std::atomic<int> most = 0;
    std::atomic<int> served = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 16; ++i) {
        threads.emplace_back([&] {
            for (int round = 0; round < 200; ++round) {
                ASSERT_TRUE(semaphore.acquire({}));
                const Permit permit(semaphore);
                const int now = ++inside;
                for (int seen = most; seen < now && !most.compare_exchange_weak(seen, now);) {
                }
                std::this_thread::yield();
                --inside;
                ++served;
            }
        });
    }
    threads.clear();
    EXPECT_EQ(served, 16 * 200);
    EXPECT_LE(most, 3);
    EXPECT_GE(most, 1);
    EXPECT_TRUE(semaphore.tryAcquire() && semaphore.tryAcquire() && semaphore.tryAcquire());
    EXPECT_FALSE(semaphore.tryAcquire());
}

TEST(Semaphore, AStopWakesEveryWaiter)
{
    const Watchdog watchdog("semaphore under stop");
    Semaphore semaphore(0);
    std::stop_source stop;
    std::atomic<int> waiting = 0;
    std::atomic<int> refused = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 20; ++i) {
        threads.emplace_back([&] {
            ++waiting;
            refused += semaphore.acquire(stop.get_token()) ? 0 : 1;
        });
    }
    ASSERT_TRUE(eventually([&] { return waiting == 20; }));
    EXPECT_EQ(refused, 0);
    stop.request_stop();
    threads.clear();
    EXPECT_EQ(refused, 20);
}

TEST(Semaphore, AFreePermitIsGivenEvenUnderStop)
{
    Semaphore semaphore(1);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_TRUE(semaphore.acquire(stop.get_token()));
    EXPECT_FALSE(semaphore.acquire(stop.get_token()));
}

TEST(Semaphore, APermitIsGivenBackOnce)
{
    Semaphore semaphore(1);
    ASSERT_TRUE(semaphore.tryAcquire());
    {
        Permit first(semaphore);
        Permit second(std::move(first));
        EXPECT_FALSE(semaphore.tryAcquire());
    }
    EXPECT_TRUE(semaphore.tryAcquire());
    EXPECT_FALSE(semaphore.tryAcquire());
}
