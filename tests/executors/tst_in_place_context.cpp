// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/in_place_context.h"

#include "recording/timeline_builder.h"
#include "support/fake_workload.h"
#include "support/gate.h"

#include <gtest/gtest.h>
#include <thread>

using namespace overlap;
using namespace overlap::core;
using executors::InPlaceContext;
using executors::sleepUntil;
using overlap::testing::FakeWorkload;
using overlap::testing::Gate;

namespace {

constexpr Nanoseconds ms = 1'000'000;

class FakeFetcher final : public Fetcher
{
public:
    FetchResponse fetch(const FetchRequest& request, std::stop_token) override
    {
        FetchResponse response;
        response.status = request.url == "stop" ? FetchStatus::cancelled : FetchStatus::answered;
        response.body = request.url;
        return response;
    }
};

/// One lane on which single items run.
class InPlace : public ::testing::Test
{
protected:
    ItemResult run(FakeWorkload::StageFunction function, std::stop_token stop = {})
    {
        const FakeWorkload workload(1, std::move(function));
        Job job;
        job.workload = &workload;
        job.timeScale = 0.1;
        job.makeFetcher = [this] {
            ++fetchers;
            return std::make_unique<FakeFetcher>();
        };
        recording::Recorder recorder;
        recording::LaneWriter& writer = recorder.addLane("lane");
        const Nanoseconds origin = monotonicNow();
        recorder.begin(origin);
        InPlaceContext context(job, writer, 0, origin, stop);
        const ItemResult result = context.runItem(0, 9);
        recording::TimelineBuilder builder(recorder.lanes(), origin);
        states.clear();
        recorder.reader(0).drain([&](std::span<const recording::Record> records) {
            for (const recording::Record& record : records)
                states += (states.empty() ? "" : " ") + std::string(stateName(record.state));
            waker = records.front().waker;
        });
        return result;
    }

    int fetchers = 0;
    std::string states;
    LaneIndex waker = noLane;
};

} // namespace

TEST_F(InPlace, ComputingIsOneState)
{
    run([](StageIndex, TaskContext& context, Value) -> Stage<Value> {
        context.checkpoint();
        co_return Value();
    });
    EXPECT_EQ(states, "computing dispatch");
    EXPECT_EQ(waker, 9);
}

TEST_F(InPlace, WaitingIsRecordedAndScaled)
{
    const ItemResult result = run([](StageIndex, TaskContext& context, Value) -> Stage<Value> {
        co_await context.wait(100 * ms);
        co_return Value();
    });
    EXPECT_EQ(states, "computing waiting computing dispatch");
    EXPECT_GE(result.end - result.begin, 10 * ms);
}

TEST_F(InPlace, FetchingIsWaitingAndTheFetcherIsMadeOnce)
{
    const ItemResult result = run([](StageIndex, TaskContext& context, Value) -> Stage<Value> {
        FetchRequest request;
        request.url = "a";
        const FetchResponse first = co_await context.fetch(request);
        request.url = "b";
        const FetchResponse second = co_await context.fetch(request);
        co_return Value(first.body + second.body);
    });
    EXPECT_EQ(result.value, Value("ab"));
    EXPECT_EQ(states, "computing waiting computing waiting computing dispatch");
    EXPECT_EQ(fetchers, 1);
}

TEST_F(InPlace, ACancelledFetchCancelsTheItem)
{
    const ItemResult result = run([](StageIndex, TaskContext& context, Value) -> Stage<Value> {
        FetchRequest request;
        request.url = "stop";
        co_await context.fetch(request);
        co_return Value("went on");
    });
    EXPECT_EQ(result.status, TaskStatus::cancelled);
    EXPECT_TRUE(result.error.empty());
}

TEST_F(InPlace, ABlockingCallIsWaiting)
{
    run([](StageIndex, TaskContext& context, Value) -> Stage<Value> {
        co_await context.blocking([] {});
        co_return Value();
    });
    EXPECT_EQ(states, "computing waiting computing dispatch");
}

TEST_F(InPlace, AFreePermitIsNoWaitAndATakenOneIsLockWait)
{
    Semaphore semaphore(1);
    const auto acquiring = [&](StageIndex, TaskContext& context, Value) -> Stage<Value> {
        const Permit permit = co_await context.acquire(semaphore);
        co_return Value();
    };
    run(acquiring);
    EXPECT_EQ(states, "computing dispatch");
    ASSERT_TRUE(semaphore.tryAcquire());
    std::jthread releaser([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        semaphore.release();
    });
    run(acquiring);
    EXPECT_EQ(states, "computing lock-wait computing dispatch");
}

TEST_F(InPlace, StoppedItNeitherWaitsNorGoesOn)
{
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(run(
                  [](StageIndex, TaskContext& context, Value) -> Stage<Value> {
                      co_await context.wait(1000 * nanosecondsPerSecond);
                      co_return Value();
                  },
                  stop.get_token())
                  .status,
              TaskStatus::cancelled);
    EXPECT_EQ(run(
                  [](StageIndex, TaskContext& context, Value) -> Stage<Value> {
                      context.checkpoint();
                      co_return Value();
                  },
                  stop.get_token())
                  .status,
              TaskStatus::cancelled);
}

TEST(SleepUntil, NeverEndsEarly)
{
    for (int i = 0; i < 20; ++i) {
        const Nanoseconds deadline = monotonicNow() + i * ms / 4;
        EXPECT_FALSE(sleepUntil(deadline, {}));
        EXPECT_GE(monotonicNow(), deadline);
    }
    EXPECT_FALSE(sleepUntil(0, {})) << "a moment that has passed is no wait";
}

TEST(SleepUntil, IsEndedByAStop)
{
    const overlap::testing::Watchdog watchdog("sleepUntil");
    std::stop_source stop;
    Gate sleeping;
    std::jthread stopper([&] {
        sleeping.wait();
        stop.request_stop();
    });
    sleeping.open();
    EXPECT_TRUE(sleepUntil(monotonicNow() + 1000 * nanosecondsPerSecond, stop.get_token()));
    EXPECT_TRUE(sleepUntil(monotonicNow() + 1000 * nanosecondsPerSecond, stop.get_token()));
}
