// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// When a task has the lock, and what its lane says meanwhile. `other` is a second thread of the lock, which
// the test calls from wherever it needs a rival.
#include "executors/gil_context.h"

#include "recording/recorder.h"
#include "strategy_run.h"
#include "support/fake_workload.h"
#include "support/gate.h"
#include "support/timeline_text.h"

#include <gtest/gtest.h>
#include <thread>

using namespace overlap;
using namespace overlap::core;
using namespace overlap::testing;
using executors::Gil;
using executors::GilContext;
using executors::GilThread;

namespace {

constexpr Nanoseconds ms = 1'000'000;

class UnderTheLock : public ::testing::Test
{
protected:
    ItemResult run(FakeWorkload::StageFunction function, std::stop_token stop = {})
    {
        const FakeWorkload workload(1, std::move(function));
        const Job job = jobOf(workload);
        recording::Recorder recorder;
        recording::LaneWriter& writer = recorder.addLane("lane");
        const Nanoseconds origin = monotonicNow();
        recorder.begin(origin);
        GilContext context(job, writer, 0, origin, std::move(stop), mine);
        const ItemResult result = context.runItem(0);
        states.clear();
        recorder.reader(0).drain([&](std::span<const recording::Record> records) {
            // A thread that sleeps or has no core while it should compute is not what is tested here.
            State last = State::idle;
            for (const recording::Record& record : records) {
                if (record.state == State::coreWait || record.state == last)
                    continue;
                states += (states.empty() ? "" : " ") + std::string(stateName(record.state));
                last = record.state;
            }
        });
        return result;
    }
    /// Another thread takes the lock where somebody asks for it or lets it go, and soon gives it back.
    std::jthread rival()
    {
        return std::jthread([this] {
            GilThread thread(gil);
            thread.take();
            thread.finish();
        });
    }

    Watchdog watchdog{"a context under the lock"};
    Gil gil{ms};
    GilThread mine{gil};
    GilThread other{gil};
    std::string states;
};

} // namespace

TEST_F(UnderTheLock, WhoComputesHoldsItAndKeepsItForTheNextTask)
{
    run([this](StageIndex, TaskContext& context, Value) -> Stage<Value> {
        EXPECT_TRUE(mine.holds());
        context.checkpoint();
        co_return Value();
    });
    EXPECT_EQ(states, "computing dispatch");
    EXPECT_TRUE(mine.holds());
    run([](StageIndex, TaskContext&, Value) -> Stage<Value> { co_return Value(); });
    EXPECT_EQ(states, "computing dispatch");
    EXPECT_EQ(gil.switches(), 1u);
}

TEST_F(UnderTheLock, WhatWaitsGivesItBack)
{
    Semaphore taken(0);
    run([&](StageIndex, TaskContext& context, Value) -> Stage<Value> {
        co_await context.blocking([this] {
            EXPECT_TRUE(other.tryTake());
            other.finish();
        });
        EXPECT_TRUE(mine.holds());
        std::jthread sleeper([this] { // sees the lock free while the task sleeps
            EXPECT_TRUE(eventually([this] {
                const bool got = other.tryTake();
                other.finish();
                return got;
            }));
        });
        co_await context.wait(20 * ms);
        sleeper.join();
        std::jthread releaser([&] {
            other.take();
            other.finish();
            taken.release();
        });
        const Permit permit = co_await context.acquire(taken);
        EXPECT_TRUE(mine.holds());
        co_return Value();
    });
    // The rivals may or may not be met on the way back.
    EXPECT_TRUE(states.starts_with("computing waiting computing waiting ")) << states;
    EXPECT_NE(states.find("lock-wait"), std::string::npos) << states;
}

TEST_F(UnderTheLock, AFreePermitIsNoReasonToLetGo)
{
    Semaphore free(1);
    run([&](StageIndex, TaskContext& context, Value) -> Stage<Value> {
        const Permit permit = co_await context.acquire(free);
        EXPECT_FALSE(other.tryTake());
        co_return Value();
    });
    EXPECT_EQ(states, "computing dispatch");
}

TEST_F(UnderTheLock, ANativeCallRunsWithoutItAndIsComputing)
{
    const ItemResult result = run([this](StageIndex, TaskContext& context, Value) -> Stage<Value> {
        const bool free = co_await context.native([this, &context] {
            const bool got = other.tryTake();
            EXPECT_FALSE(context.cancelled());
            other.finish();
            return got;
        });
        EXPECT_TRUE(mine.holds());
        co_return Value(free);
    });
    EXPECT_EQ(result.value, Value(true));
    EXPECT_EQ(states, "computing dispatch");
}

TEST_F(UnderTheLock, ComingBackFromANativeCallCanMeanWaiting)
{
    run([&](StageIndex, TaskContext& context, Value) -> Stage<Value> {
        std::jthread releaser;
        co_await context.native([&] {
            EXPECT_TRUE(other.tryTake());
            // Only once it asks is it certain that it waits.
            releaser = std::jthread([this] {
                EXPECT_TRUE(eventually([this] { return other.asked(); }));
                other.finish();
            });
        });
        co_return Value();
    });
    EXPECT_EQ(states, "computing gil-wait computing dispatch");
}

TEST_F(UnderTheLock, ACheckpointGivesWayWhereItIsAskedTo)
{
    run([this](StageIndex, TaskContext& context, Value) -> Stage<Value> {
        const std::jthread waiter = rival();
        EXPECT_TRUE(eventually([this] { return mine.asked(); }));
        EXPECT_FALSE(context.cancelled());
        EXPECT_TRUE(mine.asked()) << "asking whether it is cancelled is no checkpoint";
        EXPECT_EQ(gil.switches(), 1u);
        context.checkpoint();
        EXPECT_GE(gil.switches(), 2u) << "the other had it";
        EXPECT_TRUE(mine.holds());
        EXPECT_FALSE(mine.asked());
        co_return Value();
    });
    EXPECT_EQ(states, "computing gil-wait computing dispatch");
}

TEST_F(UnderTheLock, TheEndOfATaskGivesWayToo)
{
    std::jthread waiter;
    run([&](StageIndex, TaskContext&, Value) -> Stage<Value> {
        waiter = rival();
        EXPECT_TRUE(eventually([this] { return mine.asked(); }));
        co_return Value();
    });
    EXPECT_EQ(states, "computing dispatch");
    EXPECT_FALSE(mine.holds());
    EXPECT_EQ(gil.switches(), 2u);
}

TEST_F(UnderTheLock, ATaskThatHasToWaitForItBeginsThere)
{
    ASSERT_TRUE(other.tryTake());
    const std::jthread releaser([this] {
        EXPECT_TRUE(eventually([this] { return other.asked(); }));
        other.finish();
    });
    EXPECT_EQ(run([](StageIndex, TaskContext&, Value) -> Stage<Value> { co_return Value(1); }).value,
              Value(1));
    EXPECT_EQ(states, "gil-wait computing dispatch");
}

TEST_F(UnderTheLock, StoppedBeforeItHadTheLockItDoesNothing)
{
    ASSERT_TRUE(other.tryTake());
    std::stop_source stop;
    const std::jthread stopper([&] {
        EXPECT_TRUE(eventually([this] { return other.asked(); }));
        stop.request_stop();
    });
    bool ran = false;
    const ItemResult result = run(
        [&](StageIndex, TaskContext&, Value) -> Stage<Value> {
            ran = true;
            co_return Value();
        },
        stop.get_token());
    EXPECT_EQ(result.status, TaskStatus::cancelled);
    EXPECT_EQ(states, "gil-wait dispatch");
    EXPECT_FALSE(ran);
    EXPECT_FALSE(mine.holds());
    other.release(); // nobody asks any more
}

TEST(GilThreads, TheLastLaneShowsTheHolder)
{
    const Watchdog watchdog("gil-threads");
    const FakeWorkload workload(12, [](StageIndex, TaskContext& context, Value input) -> Stage<Value> {
        for (const Nanoseconds end = monotonicNow() + 2 * ms; monotonicNow() < end;)
            context.checkpoint();
        co_await context.wait(ms);
        co_return input;
    });
    const StrategyRun run = runStrategy("gil-threads:3@switch=1ms", jobOf(workload));
    ASSERT_EQ(run.timeline.lanes.size(), 4u);
    const Lane& holder = run.timeline.lanes.back();
    EXPECT_EQ(holder.kind, LaneKind::holder);
    EXPECT_EQ(holder.name, "lock holder");
    Nanoseconds computing = 0;
    for (std::size_t lane = 0; lane < 3; ++lane) {
        EXPECT_EQ(run.timeline.lanes[lane].kind, LaneKind::worker);
        for (const Span& span : run.timeline.lanes[lane].spans) {
            if (span.state != State::computing && span.state != State::coreWait)
                continue;
            computing += span.duration();
            // Whoever computes is the one that the holder's lane names, with the same item.
            const Nanoseconds middle = span.begin + span.duration() / 2;
            const auto held = std::ranges::find_if(holder.spans, [&](const Span& candidate) {
                return candidate.begin <= middle && middle < candidate.end;
            });
            ASSERT_NE(held, holder.spans.end()) << timelineText(run.timeline);
            EXPECT_EQ(held->waker, lane);
            EXPECT_EQ(held->item, span.item);
        }
    }
    EXPECT_LE(computing, run.result.wall) << "one at a time";
    EXPECT_GT(holder.spans.size(), 12u);
}
