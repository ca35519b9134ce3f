// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The pool as concurrent.futures offers it: submit, map, cancel, results. "Row n" as in tst_contract.cpp.
#include "executors/future.h"

#include "support/gate.h"

#include <atomic>
#include <gmock/gmock.h>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <string>

using namespace overlap;
using core::Error;
using executors::Future;
using executors::FutureCancelled;
using executors::FutureState;
using executors::FutureTimeout;
using executors::mapOver;
using executors::submitTo;
using executors::ThreadPool;
using overlap::testing::eventually;
using overlap::testing::Gate;
using overlap::testing::Watchdog;

namespace {

constexpr core::Nanoseconds ms = 1'000'000;

class FuturePool : public ::testing::TestWithParam<int>
{
protected:
    /// Keeps every thread of the pool busy until the gate opens.
    void occupy()
    {
        for (int i = 0; i < GetParam(); ++i) {
            pool.submit([this](std::size_t) {
                ++inside;
                gate.wait();
            });
        }
        ASSERT_TRUE(eventually([&] { return inside == GetParam(); }));
    }
    ~FuturePool() override { gate.open(); }

    Watchdog watchdog{"futures"};
    Gate gate;
    std::atomic<int> inside = 0;
    ThreadPool pool{GetParam()};
};

INSTANTIATE_TEST_SUITE_P(Sizes, FuturePool, ::testing::Values(1, 2, 4, 16));

template <class Exception, class T>
std::string complaint(Future<T>& future)
{
    try {
        future.result();
    } catch (const Exception& error) {
        return error.what();
    }
    return "nothing was thrown";
}

} // namespace

// Rows 1 and 2: the result once; arguments and results that can only be moved go through untouched.
TEST_P(FuturePool, SubmitDeliversTheResultOnce)
{
    Future<int> number = submitTo(pool, [] { return 42; });
    EXPECT_EQ(number.result(), 42);
    EXPECT_THAT(complaint<Error>(number), ::testing::HasSubstr("taken before"));

    auto argument = std::make_unique<std::string>("moved");
    Future<std::unique_ptr<std::string>> owned = submitTo(pool, [held = std::move(argument)]() mutable {
        *held += " through";
        return std::move(held);
    });
    EXPECT_EQ(*owned.result(), "moved through");

    std::atomic<bool> ran = false;
    submitTo(pool, [&] { ran = true; }).result();
    EXPECT_TRUE(ran);
}

// Row 3: a map keeps the order of its input, whatever finishes first.
TEST_P(FuturePool, MapKeepsTheOrderOfItsInput)
{
    std::vector<int> inputs(200);
    std::iota(inputs.begin(), inputs.end(), 0);
    auto futures = mapOver(pool, inputs, [](int i) {
        if (i % 50 == 0)
            std::this_thread::sleep_for(std::chrono::milliseconds(3));
        return i * i;
    });
    for (std::size_t i = 0; i < futures.size(); ++i)
        EXPECT_EQ(futures[i].result(), static_cast<int>(i * i));

    std::vector<std::unique_ptr<int>> owned;
    owned.push_back(std::make_unique<int>(5));
    auto moved = mapOver(pool, std::move(owned), [](std::unique_ptr<int> value) { return *value; });
    EXPECT_EQ(moved.at(0).result(), 5);
    EXPECT_TRUE(mapOver(pool, std::vector<int>(), [](int i) { return i; }).empty());
}

// Rows 4, 39 and 41: what stands before a failing item is delivered, its own error is raised in its place,
// and neither the items behind it nor the pool mind.
TEST_P(FuturePool, MapDeliversUpToTheFailingItemAndBeyond)
{
    auto futures = mapOver(pool, std::vector<int>{0, 1, 2, 3, 4}, [](int i) {
        if (i == 2)
            throw std::runtime_error("item two %1");
        if (i == 4)
            throw 4;
        return i;
    });
    std::vector<int> seen;
    try {
        for (auto& future : futures)
            seen.push_back(future.result());
        FAIL() << "the error was lost";
    } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(), "item two %1");
    }
    EXPECT_EQ(seen, (std::vector<int>{0, 1}));
    EXPECT_EQ(futures[3].result(), 3);
    EXPECT_THROW(futures[4].result(), int);
    EXPECT_EQ(futures[2].state(), FutureState::failed);

    auto failing = mapOver(pool, std::vector<int>{1, 2}, [](int i) -> int {
        throw Error(core::Message("no %1", {std::to_string(i)}), "a place");
    });
    for (std::size_t i = 0; i < 2; ++i) {
        const std::exception_ptr own = failing[i].error();
        EXPECT_NE(own, failing[1 - i].error()) << "each has an object of its own";
        try {
            std::rethrow_exception(own);
        } catch (const Error& error) {
            EXPECT_EQ(error.message(), core::Message("no %1", {std::to_string(i + 1)}));
            EXPECT_EQ(error.place(), "a place");
        }
    }
    EXPECT_EQ(submitTo(pool, [] { return 1; }).result(), 1);
}

// Row 14: captures go before the result is announced, results with the last who wants them, both at once
// where a task is cancelled.
TEST_P(FuturePool, NothingIsHeldLongerThanNeeded)
{
    auto captured = std::make_shared<int>(7);
    const std::weak_ptr<int> watchedCapture = captured;
    Future<int> ran = submitTo(pool, [held = std::move(captured)] { return *held; });
    EXPECT_EQ(ran.result(), 7);
    EXPECT_TRUE(watchedCapture.expired());

    std::weak_ptr<int> watchedResult;
    {
        Future<std::shared_ptr<int>> made = submitTo(pool, [] { return std::make_shared<int>(1); });
        EXPECT_EQ(made.error(), nullptr); // has ended
        watchedResult = made.result();
        EXPECT_TRUE(watchedResult.expired()) << "given away, not kept";
    }

    occupy();
    auto pending = std::make_shared<int>(0);
    const std::weak_ptr<int> dropped = pending;
    Future<void> cancelled = submitTo(pool, [held = std::move(pending)] { ++*held; });
    EXPECT_TRUE(cancelled.cancel());
    EXPECT_TRUE(dropped.expired()) << "although it still stands in the queue";
}

// Rows 15 and 17: only what has not started can be cancelled; what is true of a future in each state.
TEST_P(FuturePool, OnlyPendingTasksCanBeCancelled)
{
    struct Row
    {
        Future<int>& future;
        FutureState state;
        bool cancelled, running, done, cancels;
    };
    Gate entered;
    Gate leave;
    Future<int> value = submitTo(pool, [] { return 1; });
    Future<int> error = submitTo(pool, []() -> int { throw std::runtime_error("x"); });
    EXPECT_EQ(error.error() != nullptr, true);
    EXPECT_EQ(value.error(), nullptr);
    for (int i = 1; i < GetParam(); ++i)
        pool.submit([&](std::size_t) { leave.wait(); });
    Future<int> running = submitTo(pool, [&] {
        entered.open();
        leave.wait();
        return 2;
    });
    ASSERT_TRUE(entered.wait());
    std::atomic<bool> cancelledRan = false;
    Future<int> pending = submitTo(pool, [] { return 3; });
    Future<int> cancelled = submitTo(pool, [&] {
        cancelledRan = true;
        return 4;
    });
    EXPECT_TRUE(cancelled.cancel());
    const Row rows[] = {
        {value, FutureState::done, false, false, true, false},
        {error, FutureState::failed, false, false, true, false},
        {running, FutureState::running, false, true, false, false},
        {cancelled, FutureState::cancelled, true, false, true, true},
        {pending, FutureState::pending, false, false, false, true},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(static_cast<int>(row.state));
        EXPECT_EQ(row.future.state(), row.state);
        EXPECT_EQ(row.future.cancelled(), row.cancelled);
        EXPECT_EQ(row.future.running(), row.running);
        EXPECT_EQ(row.future.done(), row.done);
        EXPECT_EQ(row.future.cancel(), row.cancels);
    }
    leave.open();
    EXPECT_EQ(running.result(), 2) << "a task that runs is never interrupted";
    pool.shutdown();
    EXPECT_FALSE(cancelledRan);
    EXPECT_TRUE(pending.cancelled());
}

// Row 18: asked without patience, a future says where it stands.
TEST_P(FuturePool, ResultsWithoutPatience)
{
    Future<int> value = submitTo(pool, [] { return 1; });
    Future<int> error = submitTo(pool, []() -> int { throw std::runtime_error("x"); });
    EXPECT_NE(error.error(), nullptr);
    EXPECT_EQ(value.error(), nullptr);
    EXPECT_EQ(value.error(0), nullptr);
    EXPECT_EQ(value.result(0), 1);
    EXPECT_THROW(error.result(0), std::runtime_error);
    occupy();
    Future<int> pending = submitTo(pool, [] { return 1; });
    EXPECT_THROW(pending.result(0), FutureTimeout);
    EXPECT_THROW(pending.error(0), FutureTimeout);
    try {
        pending.result(20 * ms);
        FAIL();
    } catch (const FutureTimeout& timeout) {
        EXPECT_STREQ(timeout.what(), "the task has not ended within 0.02 s");
    }
    EXPECT_TRUE(pending.cancel());
    EXPECT_THROW(pending.result(0), FutureCancelled);
    EXPECT_THROW(pending.error(0), FutureCancelled);
}

// Row 19: whoever is blocked in result() wakes for a value, an error and a cancel. Row 59: all thousand of
// them.
TEST_P(FuturePool, EveryEndWakesWhoeverWaits)
{
    occupy();
    Future<int> value = submitTo(pool, [] { return 1; });
    Future<int> error = submitTo(pool, []() -> int { throw std::runtime_error("x"); });
    Future<int> cancelled = submitTo(pool, [] { return 1; });
    std::atomic<int> woken = 0;
    std::vector<std::jthread> waiters;
    waiters.emplace_back([&] { woken += value.result() == 1; });
    waiters.emplace_back([&] { woken += complaint<std::runtime_error>(error) == "x"; });
    waiters.emplace_back([&] { woken += complaint<FutureCancelled>(cancelled) == "the task was cancelled"; });
    EXPECT_TRUE(cancelled.cancel());
    ASSERT_TRUE(eventually([&] { return woken == 1; })) << "by the cancel, before anything ran";
    gate.open();
    waiters.clear();
    EXPECT_EQ(woken, 3);
}

// Rows 29, 30, 31, 32 and 35: every way to shut down returns; nothing is left pending; what is counted as
// submitted is counted again as done, failed or cancelled.
TEST_P(FuturePool, EveryWayToShutDownEndsEveryTask)
{
    enum class Way { wait, cancelPending, noWait, scope };
    for (const Way way : {Way::wait, Way::cancelPending, Way::noWait, Way::scope}) {
        SCOPED_TRACE(static_cast<int>(way));
        Gate own;
        std::vector<Future<int>> futures;
        std::jthread opener;
        {
            ThreadPool dying(GetParam());
            for (int i = 0; i < 50; ++i) {
                futures.push_back(submitTo(dying, [&own, i] {
                    own.wait();
                    return i % 10 == 3 ? throw std::runtime_error("3") : i;
                }));
            }
            if (way == Way::cancelPending) {
                ASSERT_TRUE(
                    eventually([&] { return futures[static_cast<std::size_t>(GetParam()) - 1].running(); }));
                EXPECT_EQ(dying.cancelPending(), 50u - static_cast<std::size_t>(GetParam()));
                own.open();
                dying.shutdown();
            } else if (way == Way::noWait) {
                dying.close();
                EXPECT_FALSE(futures.back().done()) << "it returned at once";
                EXPECT_THROW(submitTo(dying, [] { return 1; }), Error);
                own.open();
                EXPECT_EQ(futures.back().result(), 49) << "what was queued still runs";
            } else {
                opener = std::jthread([&] {
                    std::this_thread::sleep_for(std::chrono::milliseconds(5));
                    own.open();
                });
                if (way == Way::wait)
                    dying.shutdown();
            }
        }
        const auto count = [&](FutureState state) {
            return std::ranges::count(futures, state, &Future<int>::state);
        };
        EXPECT_EQ(count(FutureState::done) + count(FutureState::failed) + count(FutureState::cancelled), 50);
        if (way == Way::cancelPending) {
            EXPECT_EQ(count(FutureState::cancelled), 50 - GetParam());
        } else {
            EXPECT_EQ(count(FutureState::done), 45);
            EXPECT_EQ(count(FutureState::failed), 5);
            EXPECT_EQ(futures[7].result(), 7) << "readable although its pool is gone";
        }
    }
}

// Row 34: everything at once, and each accepted task ends once.
TEST_P(FuturePool, SubmitCancelAndShutdownAtOnceLoseNothing)
{
    for (int round = 0; round < 30; ++round) {
        ThreadPool dying(GetParam());
        std::vector<Future<int>> futures;
        std::atomic<std::size_t> ready = 0;
        futures.reserve(500);
        std::jthread submitter([&] {
            try {
                for (int i = 0; i < 500; ++i) {
                    futures.push_back(submitTo(dying, [i] { return i; }));
                    ++ready;
                }
            } catch (const Error&) {
            }
        });
        std::jthread canceller([&] {
            for (int i = 0; i < 200; ++i) {
                if (const std::size_t there = ready; there > 0)
                    futures[there - 1].cancel();
            }
            dying.cancelPending();
        });
        if (round % 2 == 0)
            std::this_thread::yield();
        dying.shutdown();
        submitter.join();
        canceller.join();
        for (Future<int>& future : futures)
            ASSERT_TRUE(future.done()) << "left pending in round " << round;
    }
}

// Row 59: waiting for one's own pool is an error, not a deadlock. For another pool it is fine.
TEST_P(FuturePool, ATaskCannotWaitForItsOwnPool)
{
    Future<std::string> inner = submitTo(pool, [&]() -> std::string {
        Future<int> never = submitTo(pool, [&] {
            gate.wait();
            return 1;
        });
        try {
            never.result();
        } catch (const Error& error) {
            return error.what();
        }
        return "it waited";
    });
    EXPECT_THAT(inner.result(), ::testing::HasSubstr("own pool"));
    gate.open();
    ThreadPool other(1);
    EXPECT_EQ(submitTo(other, [&] { return submitTo(pool, [] { return 5; }).result(); }).result(), 5);
    Future<int> ended = submitTo(pool, [] { return 6; });
    EXPECT_EQ(ended.error(), nullptr);
    EXPECT_EQ(submitTo(pool, [&] { return ended.result(); }).result(), 6)
        << "what has ended needs no waiting";
}

TEST(Future, AFailedSubmitGivesNoFutureAndKeepsNothing)
{
    ThreadPool pool(1);
    pool.close();
    auto held = std::make_shared<int>(1);
    const std::weak_ptr<int> watched = held;
    EXPECT_THROW(submitTo(pool, [held = std::move(held)] { return *held; }), Error);
    EXPECT_TRUE(watched.expired());
}
