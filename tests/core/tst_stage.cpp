// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stage.h"

#include "core/task_context.h"
#include "core/value.h"
#include "support/fake_context.h"

#include <gtest/gtest.h>
#include <memory>
#include <stdexcept>

using namespace overlap::core;
using overlap::testing::FakeContext;
using overlap::testing::SuspendingContext;

namespace {

constexpr Nanoseconds ms = 1'000'000;

Stage<Value> doubled(Value input)
{
    co_return Value(input.asInteger() * 2);
}

Stage<Value> failing()
{
    throw std::runtime_error("broken");
    co_return Value();
}

Stage<Value> waitingTwice(TaskContext& context, std::shared_ptr<int> held)
{
    const auto local = held;
    co_await context.wait(10 * ms);
    ++*held;
    co_await context.wait(20 * ms);
    ++*held;
    co_return Value(*held);
}

Stage<Value> fetching(TaskContext& context)
{
    FetchRequest request;
    request.url = "http://x/";
    const FetchResponse response = co_await context.fetch(std::move(request));
    co_return Value(response.body);
}

Stage<Value> acquiring(TaskContext& context, Semaphore& semaphore, bool& inside)
{
    const Permit permit = co_await context.acquire(semaphore);
    inside = true;
    co_return Value(true);
}

Stage<Value> blocking(TaskContext& context, bool fails)
{
    const int number = co_await context.blocking([&] {
        if (fails)
            throw std::runtime_error("the call failed");
        return 7;
    });
    co_return Value(number);
}

} // namespace

TEST(Stage, StartsLazilyAndGivesItsValue)
{
    Stage<Value> stage = doubled(21);
    EXPECT_FALSE(stage.done());
    stage.resume();
    ASSERT_TRUE(stage.done());
    EXPECT_EQ(stage.take(), Value(42));
}

TEST(Stage, RethrowsWhatItThrew)
{
    Stage<Value> stage = failing();
    stage.resume();
    ASSERT_TRUE(stage.done());
    EXPECT_THROW(
        {
            try {
                stage.take();
            } catch (const std::runtime_error& error) {
                EXPECT_STREQ(error.what(), "broken");
                throw;
            }
        },
        std::runtime_error);
}

TEST(Stage, NeverSuspendsWhereTheContextCompletesInPlace)
{
    FakeContext context;
    Stage<Value> stage = waitingTwice(context, std::make_shared<int>(0));
    stage.resume();
    ASSERT_TRUE(stage.done());
    EXPECT_EQ(stage.take(), Value(2));
    EXPECT_EQ(context.waits, (std::vector<Nanoseconds>{10 * ms, 20 * ms}));
}

TEST(Stage, IsResumedByAContextThatSuspends)
{
    SuspendingContext context;
    const auto counter = std::make_shared<int>(0);
    Stage<Value> stage = waitingTwice(context, counter);
    stage.resume();
    ASSERT_FALSE(stage.done());
    ASSERT_EQ(context.waits.size(), 1u);
    EXPECT_EQ(context.waits[0]->duration, 10 * ms);
    EXPECT_EQ(*counter, 0);
    context.waits[0]->continuation.resume();
    EXPECT_EQ(*counter, 1);
    ASSERT_FALSE(stage.done());
    ASSERT_EQ(context.waits.size(), 2u);
    context.waits[1]->continuation.resume();
    ASSERT_TRUE(stage.done());
    EXPECT_EQ(stage.take(), Value(2));
}

TEST(Stage, SuspendedFetchAndAcquireGoOnWithTheirAnswer)
{
    SuspendingContext context;
    Stage<Value> fetch = fetching(context);
    fetch.resume();
    ASSERT_FALSE(fetch.done());
    ASSERT_EQ(context.fetches.size(), 1u);
    EXPECT_EQ(context.fetches[0]->request.url, "http://x/");
    context.fetches[0]->response.status = FetchStatus::answered;
    context.fetches[0]->response.body = "hello";
    context.fetches[0]->continuation.resume();
    ASSERT_TRUE(fetch.done());
    EXPECT_EQ(fetch.take(), Value("hello"));

    Semaphore semaphore(1);
    bool inside = false;
    Stage<Value> acquire = acquiring(context, semaphore, inside);
    acquire.resume();
    EXPECT_FALSE(inside);
    ASSERT_TRUE(context.acquisitions[0]->semaphore.tryAcquire());
    context.acquisitions[0]->continuation.resume();
    EXPECT_TRUE(inside);
    EXPECT_TRUE(acquire.done());
    EXPECT_TRUE(semaphore.tryAcquire()) << "the permit went back at the end of the stage";
}

TEST(Stage, BeingStoppedThrowsOutOfEveryAwaitable)
{
    FakeContext context;
    context.stopped = true;
    Semaphore semaphore(1);
    bool inside = false;
    Stage<Value> stages[] = {waitingTwice(context, std::make_shared<int>(0)), fetching(context),
                             acquiring(context, semaphore, inside)};
    for (Stage<Value>& stage : stages) {
        stage.resume();
        ASSERT_TRUE(stage.done());
        EXPECT_THROW(stage.take(), Cancelled);
    }
    EXPECT_FALSE(inside);
    EXPECT_TRUE(semaphore.tryAcquire());
    EXPECT_THROW(context.checkpoint(), Cancelled);
}

TEST(Stage, ABlockingCallIsEnteredAndLeftEvenWhereItThrows)
{
    FakeContext context;
    Stage<Value> good = blocking(context, false);
    good.resume();
    EXPECT_EQ(good.take(), Value(7));
    Stage<Value> bad = blocking(context, true);
    bad.resume();
    EXPECT_THROW(bad.take(), std::runtime_error);
    EXPECT_EQ(context.blockings, 2);
    EXPECT_EQ(context.blockingDepth, 0);
}

TEST(Stage, AnUnfinishedStageFreesWhatItHolds)
{
    const auto held = std::make_shared<int>(0);
    SuspendingContext context;
    {
        Stage<Value> unstarted = waitingTwice(context, held);
        EXPECT_GT(held.use_count(), 1);
    }
    EXPECT_EQ(held.use_count(), 1);
    {
        Stage<Value> suspended = waitingTwice(context, held);
        suspended.resume();
        ASSERT_FALSE(suspended.done());
        Stage<Value> moved = std::move(suspended);
        EXPECT_GT(held.use_count(), 1);
    }
    EXPECT_EQ(held.use_count(), 1);
}

TEST(TaskContext, FiguresOfATaskDependOnItemStageAndSeedOnly)
{
    EXPECT_EQ(FakeContext(3, 9).random().next(), FakeContext(3, 9).random().next());
    EXPECT_NE(FakeContext(3, 9).random().next(), FakeContext(4, 9).random().next());
    EXPECT_NE(FakeContext(3, 9).random().next(), FakeContext(3, 8).random().next());
}
