// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The pool of threads itself. "Row n" as in tst_contract.cpp.
#include "executors/thread_pool.h"

#include "core/message.h"
#include "support/gate.h"

#include <atomic>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>
#include <set>

using overlap::core::Error;
using overlap::executors::ThreadPool;
using overlap::testing::eventually;
using overlap::testing::Gate;
using overlap::testing::Watchdog;

namespace {

/// Counts what the hooks tell.
struct Watch
{
    std::atomic<int> started = 0;
    std::atomic<int> idle = 0;
    std::atomic<int> left = 0;

    ThreadPool::Hooks hooks()
    {
        ThreadPool::Hooks hooks;
        hooks.starting = [this](std::size_t) { ++started; };
        hooks.idle = [this](std::size_t) { ++idle; };
        hooks.leaving = [this](std::size_t) { ++left; };
        return hooks;
    }
};

} // namespace

class ThreadPoolSizes : public ::testing::TestWithParam<std::size_t>
{};

// Row 12.
TEST_P(ThreadPoolSizes, FifteenTimesAsManyBlockedTasksStartExactlyAllThreads)
{
    const Watchdog watchdog("saturation");
    const std::size_t size = GetParam();
    Watch watch;
    Gate gate;
    std::atomic<std::size_t> inside = 0;
    std::atomic<std::size_t> ran = 0;
    ThreadPool pool(size, watch.hooks());
    for (std::size_t i = 0; i < 15 * size; ++i) {
        pool.submit([&](std::size_t) {
            ++inside;
            gate.wait();
            ++ran;
        });
    }
    EXPECT_EQ(pool.threadCount(), size);
    EXPECT_TRUE(eventually([&] { return inside == size; }));
    EXPECT_EQ(watch.started, static_cast<int>(size));
    gate.open();
    pool.shutdown();
    EXPECT_EQ(ran, 15 * size);
    EXPECT_EQ(watch.started, static_cast<int>(size)) << "never more";
    EXPECT_EQ(watch.left, static_cast<int>(size));
}

TEST_P(ThreadPoolSizes, ManyShortTasksRunOnceEach)
{
    const Watchdog watchdog("many short tasks");
    std::vector<std::atomic<int>> runs(5000);
    ThreadPool pool(GetParam());
    std::atomic<bool> indexWrong = false;
    for (auto& run : runs) {
        pool.submit([&](std::size_t thread) {
            ++run;
            if (thread >= GetParam())
                indexWrong = true;
        });
    }
    pool.shutdown();
    for (const auto& run : runs)
        ASSERT_EQ(run, 1);
    EXPECT_FALSE(indexWrong);
}

INSTANTIATE_TEST_SUITE_P(Sizes, ThreadPoolSizes, ::testing::Values(1, 2, 4, 16));

// Row 13.
TEST(ThreadPool, StartsNoThreadBeforeThereIsWork)
{
    ThreadPool pool(4);
    EXPECT_EQ(pool.threadCount(), 0u);
}

// Row 13.
TEST(ThreadPool, UsesAnIdleThreadAgain)
{
    const Watchdog watchdog("idle threads");
    Watch watch;
    ThreadPool pool(4, watch.hooks());
    std::set<std::size_t> threads;
    for (int round = 1; round <= 3; ++round) {
        Gate ran;
        pool.submit([&](std::size_t thread) {
            threads.insert(thread);
            ran.open();
        });
        ASSERT_TRUE(ran.wait());
        ASSERT_TRUE(eventually([&] { return watch.idle == round; }));
    }
    EXPECT_EQ(pool.threadCount(), 1u);
    EXPECT_EQ(threads, std::set<std::size_t>{0});
}

TEST(ThreadPool, WhoComesFirstIsServedFirst)
{
    const Watchdog watchdog("first in first out");
    Gate gate;
    std::vector<int> order;
    ThreadPool pool(1);
    pool.submit([&](std::size_t) { gate.wait(); });
    for (int i = 0; i < 200; ++i)
        pool.submit([&, i](std::size_t) { order.push_back(i); });
    gate.open();
    pool.shutdown();
    ASSERT_EQ(order.size(), 200u);
    EXPECT_TRUE(std::ranges::is_sorted(order));
}

// Rows 15 and 31.
TEST(ThreadPool, CancellingDropsWhatHasNotStarted)
{
    const Watchdog watchdog("cancel pending");
    Gate gate;
    std::atomic<int> inside = 0;
    std::atomic<int> ran = 0;
    ThreadPool pool(2);
    for (int i = 0; i < 50; ++i) {
        pool.submit([&](std::size_t) {
            ++inside;
            gate.wait();
            ++ran;
        });
    }
    ASSERT_TRUE(eventually([&] { return inside == 2; }));
    EXPECT_EQ(pool.cancelPending(), 48u);
    EXPECT_EQ(pool.cancelPending(), 0u);
    gate.open();
    pool.submit([&](std::size_t) { ++ran; }); // the pool goes on
    pool.shutdown();
    EXPECT_EQ(ran, 3);
}

// Row 30.
TEST(ThreadPool, ShuttingDownFinishesWhatIsQueued)
{
    const Watchdog watchdog("shutdown");
    for (int round = 0; round < 20; ++round) {
        ThreadPool pool(3);
        std::atomic<int> ran = 0;
        for (int i = 0; i < 50; ++i)
            pool.submit([&](std::size_t) { ++ran; });
        pool.shutdown();
        ASSERT_EQ(ran, 50);
    }
}

// Row 29.
TEST(ThreadPool, AfterShutdownItTakesNoWork)
{
    ThreadPool pool(2);
    pool.submit([](std::size_t) {});
    pool.shutdown();
    pool.shutdown(); // again: no effect
    try {
        pool.submit([](std::size_t) { FAIL() << "ran after shutdown"; });
        FAIL() << "accepted after shutdown";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), ::testing::HasSubstr("after"));
    }
    EXPECT_EQ(pool.cancelPending(), 0u);
    ThreadPool unused(2);
    unused.shutdown();
    EXPECT_THROW(unused.submit([](std::size_t) {}), Error);
}

// Row 59.
TEST(ThreadPool, ShuttingDownFromItsOwnThreadIsAnErrorNotADeadlock)
{
    const Watchdog watchdog("shutdown from the pool's own thread");
    Gate done;
    Gate more;
    std::atomic<bool> refused = false;
    ThreadPool pool(2);
    pool.submit([&](std::size_t) {
        try {
            pool.shutdown();
        } catch (const Error&) {
            refused = true;
        }
        done.open();
    });
    ASSERT_TRUE(done.wait());
    EXPECT_TRUE(refused);
    pool.submit([&](std::size_t) { more.open(); });
    EXPECT_TRUE(more.wait()) << "the refused shutdown changed nothing";
}

TEST(ThreadPool, TasksMaySubmitTasks)
{
    const Watchdog watchdog("submitting from tasks");
    Gate done;
    std::function<void(int)> chain;
    ThreadPool pool(2);
    chain = [&](int left) {
        if (left == 0)
            done.open();
        else
            pool.submit([&, left](std::size_t) { chain(left - 1); });
    };
    chain(100);
    EXPECT_TRUE(done.wait());
}

TEST(ThreadPool, TenThreadsMaySubmitAtOnce)
{
    const Watchdog watchdog("ten submitting threads");
    ThreadPool pool(4);
    std::atomic<int> ran = 0;
    std::vector<std::jthread> submitters;
    for (int i = 0; i < 10; ++i) {
        submitters.emplace_back([&] {
            for (int k = 0; k < 500; ++k)
                pool.submit([&](std::size_t) { ++ran; });
        });
    }
    submitters.clear();
    pool.shutdown();
    EXPECT_EQ(ran, 5000);
    EXPECT_EQ(pool.threadCount(), 0u);
}

// Row 34.
TEST(ThreadPool, SubmitCancelAndShutdownAtOnceNeverHang)
{
    const Watchdog watchdog("submit, cancel and shutdown at once");
    for (int round = 0; round < 100; ++round) {
        std::atomic<int> accepted = 0;
        std::atomic<int> ran = 0;
        std::size_t dropped = 0;
        ThreadPool pool(3);
        std::jthread submitter([&] {
            try {
                for (int i = 0; i < 1000; ++i) {
                    pool.submit([&](std::size_t) { ++ran; });
                    ++accepted;
                }
            } catch (const Error&) {
            }
        });
        std::jthread canceller([&] {
            for (int i = 0; i < 10; ++i)
                dropped += pool.cancelPending();
        });
        pool.shutdown();
        submitter.join();
        canceller.join();
        ASSERT_EQ(static_cast<std::size_t>(ran) + dropped, static_cast<std::size_t>(accepted))
            << "run or dropped, in round " << round;
    }
}

// Row 14.
TEST(ThreadPool, CapturesAreDestroyedAtOnce)
{
    const Watchdog watchdog("captures");
    Gate gate;
    Gate inside;
    ThreadPool pool(1);
    auto ran = std::make_shared<int>(0);
    const std::weak_ptr<int> watched = ran;
    pool.submit([held = std::move(ran)](std::size_t) { ++*held; });
    // The thread is idle by then and stays alive, but holds nothing.
    EXPECT_TRUE(eventually([&] { return watched.expired(); }));

    pool.submit([&](std::size_t) {
        inside.open();
        gate.wait();
    });
    ASSERT_TRUE(inside.wait());
    auto pending = std::make_shared<int>(0);
    const std::weak_ptr<int> dropped = pending;
    pool.submit([held = std::move(pending)](std::size_t) { ++*held; });
    pool.cancelPending();
    EXPECT_TRUE(dropped.expired());
    gate.open();
}

TEST(ThreadPool, ADroppedCaptureMayUseThePool)
{
    const Watchdog watchdog("captures that use the pool");
    Gate gate;
    Gate submitted;
    Gate inside;
    ThreadPool pool(1);
    struct Submitter
    {
        ThreadPool& pool;
        Gate& gate;
        ~Submitter()
        {
            pool.submit([&gate = gate](std::size_t) { gate.open(); });
        }
    };
    pool.submit([&](std::size_t) {
        inside.open();
        gate.wait();
    });
    ASSERT_TRUE(inside.wait());
    pool.submit([held = std::make_shared<Submitter>(pool, submitted)](std::size_t) {});
    EXPECT_EQ(pool.cancelPending(), 1u);
    gate.open();
    EXPECT_TRUE(submitted.wait());
}

// Row 35: leaving the scope is shutting down.
TEST(ThreadPool, TheDestructorFinishesWhatIsQueued)
{
    const Watchdog watchdog("destructor");
    std::atomic<int> ran = 0;
    Gate gate;
    Gate inside;
    std::jthread opener;
    {
        ThreadPool pool(1);
        pool.submit([&](std::size_t) {
            inside.open();
            gate.wait();
            ++ran;
        });
        for (int i = 0; i < 10; ++i)
            pool.submit([&](std::size_t) { ran += 100; });
        ASSERT_TRUE(inside.wait());
        opener = std::jthread([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            gate.open();
        });
    }
    EXPECT_EQ(ran, 1001);
}

TEST(ThreadPool, HooksSeeEveryThreadComeAndGo)
{
    const Watchdog watchdog("hooks");
    std::vector<std::string> seen;
    {
        ThreadPool::Hooks hooks;
        // One thread only, so all of this is in order.
        hooks.starting = [&](std::size_t thread) { seen.push_back("starting " + std::to_string(thread)); };
        hooks.idle = [&](std::size_t) { seen.push_back("idle"); };
        hooks.leaving = [&](std::size_t) { seen.push_back("leaving"); };
        ThreadPool pool(1, hooks);
        Gate ran;
        pool.submit([&](std::size_t) { ran.open(); });
        ASSERT_TRUE(ran.wait());
        pool.shutdown();
    }
    ASSERT_GE(seen.size(), 2u);
    EXPECT_EQ(seen.front(), "starting 0");
    EXPECT_EQ(seen.back(), "leaving");
}
