// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The pool of threads in crowds, at its limits, and over many lives. "Row n" as in tst_contract.cpp.
#include "executors/thread_pool.h"

#include "core/message.h"
#include "support/census.h"
#include "support/gate.h"

#include <atomic>
#include <gmock/gmock.h>
#include <limits>
#include <random>
#include <set>

using overlap::core::Error;
using overlap::executors::ThreadPool;
using overlap::testing::Census;
using overlap::testing::eventually;
using overlap::testing::Gate;
using overlap::testing::isSoak;
using overlap::testing::noThreadMoreThan;
using overlap::testing::threadNames;
using overlap::testing::Watchdog;

// Row 10.
TEST(ThreadPoolLife, SillySizesAreRefusedBeforeAnythingStarts)
{
    const std::size_t before = threadNames().size();
    for (const std::int64_t size : {0L, -1L, 1025L, 10'000'000L, std::numeric_limits<std::int64_t>::max(),
                                    std::numeric_limits<std::int64_t>::min()}) {
        SCOPED_TRACE(size);
        try {
            const ThreadPool pool(size);
            ADD_FAILURE() << "accepted";
        } catch (const Error& error) {
            EXPECT_STREQ(error.what(), size < 1 ? "the number of threads of a pool must be greater than 0"
                                                : "a pool has at most 1024 threads");
        }
    }
    EXPECT_TRUE(noThreadMoreThan(before));
}

// Row 37.
TEST(ThreadPoolLife, ThreadsHaveReadableNamesOfTheirOwn)
{
    const Watchdog watchdog("names");
    const auto namesIn = [](ThreadPool& pool) {
        Gate gate;
        std::atomic<int> inside = 0;
        for (int i = 0; i < 12; ++i) {
            pool.submit([&](std::size_t) {
                ++inside;
                gate.wait();
            });
        }
        EXPECT_TRUE(eventually([&] { return inside == 12; }));
        std::set<std::string> names;
        for (const std::string& name : threadNames())
            names.insert(name);
        gate.open();
        pool.wait();
        return names;
    };
    ThreadPool pool(12, {}, "Special");
    EXPECT_THAT(namesIn(pool),
                ::testing::IsSupersetOf({"Special 1", "Special 2", "Special 9", "Special 12"}));
    ThreadPool plain(12);
    EXPECT_THAT(namesIn(plain), ::testing::IsSupersetOf({"worker 1", "worker 12"}));
    ThreadPool lengthy(12, {}, "a name beyond all bounds");
    EXPECT_THAT(namesIn(lengthy), ::testing::IsSupersetOf({"a name beyond 1", "a name beyon 12"}));
}

// Row 33: closing needs no room in the queue.
TEST(ThreadPoolLife, ClosingABusyPoolWithALongQueueNeverBlocks)
{
    const Watchdog watchdog("closing");
    Gate gate;
    Gate inside;
    std::atomic<int> ran = 0;
    ThreadPool pool(1);
    pool.submit([&](std::size_t) {
        inside.open();
        gate.wait();
    });
    ASSERT_TRUE(inside.wait());
    for (int i = 0; i < 100'000; ++i)
        pool.submit([&](std::size_t) { ++ran; });
    pool.close();
    pool.close();
    EXPECT_EQ(ran, 0);
    EXPECT_THROW(pool.submit([](std::size_t) {}), Error);
    gate.open();
    pool.wait();
    EXPECT_EQ(ran, 100'000);
}

// Row 59.
TEST(ThreadPoolLife, WaitingFromItsOwnThreadIsAnErrorNotADeadlock)
{
    const Watchdog watchdog("wait from the pool's own thread");
    std::atomic<bool> refused = false;
    ThreadPool pool(2);
    pool.wait(); // nothing to wait for
    pool.submit([&](std::size_t) {
        EXPECT_EQ(ThreadPool::current(), &pool);
        try {
            pool.wait();
        } catch (const Error&) {
            refused = true;
        }
    });
    pool.wait();
    EXPECT_TRUE(refused);
    EXPECT_EQ(ThreadPool::current(), nullptr);
}

// Row 59.
TEST(ThreadPoolLife, AThousandWaitersAllWake)
{
    const Watchdog watchdog("a thousand waiters");
    for (int round = 0; round < 3; ++round) {
        Gate gate;
        std::atomic<int> waiting = 0;
        std::atomic<int> woken = 0;
        std::atomic<bool> ran = false;
        ThreadPool pool(1);
        ThreadPool waiters(1000);
        pool.submit([&](std::size_t) {
            gate.wait();
            ran = true;
        });
        for (int i = 0; i < 1000; ++i) {
            waiters.submit([&](std::size_t) {
                ++waiting;
                pool.wait();
                woken += ran;
            });
        }
        ASSERT_TRUE(eventually([&] { return waiting == 1000; }));
        EXPECT_EQ(woken, 0);
        if (round == 2)
            pool.close(); // also while the pool ends
        gate.open();
        if (round == 1)
            pool.shutdown();
        waiters.shutdown();
        EXPECT_EQ(woken, 1000);
    }
}

TEST(ThreadPoolLife, CancellingWakesWhoeverWaits)
{
    const Watchdog watchdog("cancel and wait");
    Gate gate;
    Gate inside;
    ThreadPool pool(1);
    pool.submit([&](std::size_t) {
        inside.open();
        gate.wait();
    });
    ASSERT_TRUE(inside.wait());
    for (int i = 0; i < 100; ++i)
        pool.submit([](std::size_t) { FAIL() << "was dropped"; });
    Gate woken;
    const std::jthread waiter([&] {
        pool.wait();
        woken.open();
    });
    EXPECT_EQ(pool.cancelPending(), 100u);
    gate.open();
    EXPECT_TRUE(woken.wait());
}

TEST(ThreadPoolLife, SeveralMayShutItDownAndEachReturnsWhenItIsOver)
{
    const Watchdog watchdog("several shutdowns");
    std::atomic<int> ran = 0;
    std::atomic<int> early = 0;
    ThreadPool pool(2);
    for (int i = 0; i < 20; ++i) {
        pool.submit([&](std::size_t) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
            ++ran;
        });
    }
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&] {
            pool.shutdown();
            early += ran != 20;
        });
    }
    threads.clear();
    EXPECT_EQ(early, 0);
}

// Row 64: a tree of tasks that submit tasks, from every thread at once, on pools of every size.
TEST(ThreadPoolLife, ATreeOfTasksNeverStarves)
{
    const Watchdog watchdog("tree of tasks");
    for (int size = 1; size <= 16; ++size) {
        std::atomic<int> ran = 0;
        ThreadPool pool(size);
        std::function<void(int)> grow = [&](int depth) {
            ++ran;
            if (depth > 0) {
                pool.submit([&, depth](std::size_t) { grow(depth - 1); });
                pool.submit([&, depth](std::size_t) { grow(depth - 1); });
            }
        };
        pool.submit([&](std::size_t) { grow(9); });
        pool.wait();
        ASSERT_EQ(ran, 1023) << size << " threads";
    }
}

// Row 65 for what is not free of locks: long runs of random deeds, the same for the same seed.
TEST(ThreadPoolLife, RandomDeedsAlwaysComeToAnEnd)
{
    const Watchdog watchdog("random deeds", std::chrono::seconds(isSoak() ? 3000 : 100));
    for (unsigned seed = 1; seed <= (isSoak() ? 3000u : 60u); ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random(seed);
        std::atomic<std::size_t> ran = 0;
        std::size_t accepted = 0;
        std::size_t dropped = 0;
        bool closed = false;
        {
            ThreadPool pool(1 + random() % 8);
            for (int deed = 0; deed < 300; ++deed) {
                switch (random() % 100) {
                case 0:
                    dropped += pool.cancelPending();
                    break;
                case 1:
                    pool.wait();
                    EXPECT_EQ(ran + dropped, accepted);
                    break;
                case 2:
                    if (random() % 10 == 0) {
                        pool.close();
                        closed = true;
                    }
                    break;
                case 3:
                    std::this_thread::yield();
                    break;
                default:
                    try {
                        pool.submit([&](std::size_t) { ++ran; });
                        EXPECT_FALSE(closed);
                        ++accepted;
                    } catch (const Error&) {
                        EXPECT_TRUE(closed);
                    }
                }
            }
        }
        ASSERT_EQ(ran + dropped, accepted);
    }
}

// Rows 36 and 59.
TEST(ThreadPoolLife, StartsAndStopsAgainAndAgain)
{
    const Watchdog watchdog("start and stop rounds", std::chrono::seconds(isSoak() ? 3000 : 100));
    const auto life = [](int round) {
        std::atomic<int> ran = 0;
        {
            ThreadPool pool(4);
            for (int i = 0; i < round % 9; ++i)
                pool.submit([&](std::size_t) { ++ran; });
            if (round % 3 == 0)
                pool.shutdown();
            else if (round % 3 == 1)
                pool.close();
        }
        ASSERT_EQ(ran, round % 9);
    };
    for (int round = 0; round < 50; ++round)
        life(round);
    const Census before;
    const int rounds = isSoak() ? 10'000 : 200;
    for (int round = 0; round < rounds; ++round)
        life(round);
    const Census after;
    EXPECT_TRUE(noThreadMoreThan(before.threads));
    EXPECT_EQ(after.descriptors, before.descriptors);
#ifndef OVERLAP_SANITIZED
    EXPECT_LT(after.resident, before.resident + 8 * 1024 * 1024);
#endif
    if (isSoak())
        std::printf("soak: the pool itself: %d rounds: threads %zu → %zu, descriptors %zu → %zu, resident "
                    "%zu → %zu KiB\n",
                    rounds, before.threads, after.threads, before.descriptors, after.descriptors,
                    before.resident / 1024, after.resident / 1024);
}
