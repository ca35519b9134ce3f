// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is peculiar to the event loop; what it owes like all others is in tst_contract.cpp.
#include "executors/event_loop.h"
#include "executors/in_place_context.h"
#include "strategy_run.h"
#include "support/gate.h"
#include "support/timeline_laws.h"
#include "support/timeline_text.h"

#include <gmock/gmock.h>
#include <map>
#include <set>
#include <thread>

using namespace overlap;
using namespace overlap::core;
using namespace overlap::testing;
using executors::EventLoop;
using ::testing::ElementsAre;

namespace {

constexpr Nanoseconds ms = 1'000'000;

/// "https://…/MS" is answered after so many milliseconds with its own address; "…/refused" fails at once.
class FakeMultiFetcher final : public MultiFetcher
{
public:
    struct Log
    {
        int made = 0;
        int started = 0;
        int cancelledAt = -1; ///< how many were under way then
    };
    explicit FakeMultiFetcher(Log& log) : m_log(log) { ++m_log.made; }

    void start(Token token, const FetchRequest& request) override
    {
        ++m_log.started;
        const std::string delay = request.url.substr(request.url.rfind('/') + 1);
        Ended ended{token, {}};
        ended.response.status = delay == "refused" ? FetchStatus::failed : FetchStatus::answered;
        ended.response.body = request.url;
        ended.response.error = delay == "refused" ? Message("refused") : Message();
        m_underWay.emplace(monotonicNow() + (delay == "refused" ? 0 : std::stoll(delay) * ms), ended);
    }
    std::vector<Ended> wait(Nanoseconds deadline, std::stop_token stop) override
    {
        if (!m_underWay.empty())
            deadline = std::min(deadline, m_underWay.begin()->first);
        executors::sleepUntil(deadline, stop);
        std::vector<Ended> ended;
        while (!m_underWay.empty() && m_underWay.begin()->first <= monotonicNow()) {
            ended.push_back(std::move(m_underWay.begin()->second));
            m_underWay.erase(m_underWay.begin());
        }
        return ended;
    }
    void cancelAll() override
    {
        m_log.cancelledAt = static_cast<int>(m_underWay.size());
        m_underWay.clear();
    }

private:
    Log& m_log;
    std::multimap<Nanoseconds, Ended> m_underWay;
};

FetchRequest requestOf(const std::string& url)
{
    FetchRequest request;
    request.url = url;
    return request;
}

void spin(Nanoseconds duration)
{
    for (const Nanoseconds end = monotonicNow() + duration; monotonicNow() < end;) {
    }
}

const Lane& slotOf(const StrategyRun& run, std::size_t item)
{
    return run.timeline.lanes.at(run.result.items.at(item).lane);
}

std::vector<State> statesOf(const Lane& lane)
{
    std::vector<State> states;
    for (const Span& span : lane.spans)
        states.push_back(span.state);
    return states;
}

/// Spans of a lane in a state with an item.
std::vector<Span> spansOf(const Lane& lane, State state, ItemIndex item)
{
    std::vector<Span> spans;
    std::ranges::copy_if(lane.spans, std::back_inserter(spans),
                         [&](const Span& span) { return span.state == state && span.item == item; });
    return spans;
}

class EventLoopRun : public ::testing::Test
{
protected:
    StrategyRun run(int slots, const Workload& workload, std::stop_token stop = {})
    {
        Job job = jobOf(workload);
        job.makeMultiFetcher = [this] { return std::make_unique<FakeMultiFetcher>(fetches); };
        StrategyRun outcome = runStrategy("event-loop:" + std::to_string(slots), job, std::move(stop));
        EXPECT_EQ(brokenLaw(outcome.timeline), "") << timelineText(outcome.timeline);
        return outcome;
    }

    FakeMultiFetcher::Log fetches;
    Watchdog watchdog{"event loop", std::chrono::seconds(100)};
};

} // namespace

TEST_F(EventLoopRun, WaitsPassTogetherOnOneThread)
{
    std::set<std::thread::id> threads;
    const FakeWorkload workload(8, [&](StageIndex, TaskContext& context, Value input) -> Stage<Value> {
        threads.insert(std::this_thread::get_id());
        co_await context.wait(50 * ms);
        threads.insert(std::this_thread::get_id());
        co_return input;
    });
    const StrategyRun outcome = run(8, workload);
    EXPECT_EQ(threads.size(), 1u);
    Nanoseconds waited = 0;
    for (const ItemResult& item : outcome.result.items)
        waited += item.end - item.begin;
    EXPECT_GT(waited, 3 * outcome.result.wall) << "eight times would be perfect";
    EXPECT_LT(run(2, workload).timeline.lanes.size(), outcome.timeline.lanes.size());
}

// Tasks stand on the slots alone, and what they say is what the results say.
TEST_F(EventLoopRun, TasksStandOnTheLanesOfTheSlots)
{
    const FakeWorkload workload(
        9,
        [](StageIndex, TaskContext& context, Value input) -> Stage<Value> {
            co_await context.wait(ms);
            co_return input;
        },
        2);
    const StrategyRun outcome = run(3, workload);
    ASSERT_EQ(outcome.timeline.lanes.size(), 4u);
    EXPECT_EQ(outcome.timeline.lanes[EventLoop::lane].kind, LaneKind::worker);
    for (std::size_t slot = 1; slot < 4; ++slot)
        EXPECT_EQ(outcome.timeline.lanes[slot].kind, LaneKind::slot);
    EXPECT_EQ(outcome.timeline.tasks.size(), 18u);
    for (const TaskRow& task : outcome.timeline.tasks) {
        const ItemResult& item = outcome.result.items[task.item];
        EXPECT_NE(task.lane, EventLoop::lane);
        EXPECT_EQ(task.lane, item.lane);
        EXPECT_EQ(task.stage == 0 ? task.begin : task.end, task.stage == 0 ? item.begin : item.end);
    }
}

// One item computes: the loop's lane says which, and the other item's lane says since when it could go on.
TEST_F(EventLoopRun, WhatComputesHoldsUpTheOthersVisibly)
{
    const FakeWorkload workload(2, [](StageIndex, TaskContext& context, Value input) -> Stage<Value> {
        if (input.asInteger() == 0)
            co_await context.wait(2 * ms);
        else
            spin(20 * ms);
        co_return input;
    });
    const StrategyRun outcome = run(2, workload);
    const Lane& loop = outcome.timeline.lanes[EventLoop::lane];
    const Lane& held = slotOf(outcome, 0);
    ASSERT_THAT(statesOf(held),
                ElementsAre(State::computing, State::waiting, State::dispatch, State::computing));
    const std::vector<Span> computing = spansOf(slotOf(outcome, 1), State::computing, 1);
    const std::vector<Span> onTheLoop = spansOf(loop, State::computing, 1);
    ASSERT_EQ(computing.size(), onTheLoop.size());
    for (std::size_t i = 0; i < computing.size(); ++i) {
        EXPECT_EQ(computing[i].begin, onTheLoop[i].begin);
        EXPECT_EQ(computing[i].end, onTheLoop[i].end);
    }
    const Span& ready = held.spans[2];
    EXPECT_LT(ready.begin, computing.back().end) << "it could have gone on";
    EXPECT_GE(ready.end, computing.back().end) << "it went on when the other had done";
    EXPECT_EQ(held.spans[3].waker, EventLoop::lane);
    EXPECT_EQ(outcome.result.items[0].value, Value(0));
}

TEST_F(EventLoopRun, ABlockingCallBlocksTheLoop)
{
    const FakeWorkload workload(2, [](StageIndex, TaskContext& context, Value input) -> Stage<Value> {
        if (input.asInteger() == 0)
            co_await context.wait(2 * ms);
        else
            co_await context.blocking([] { std::this_thread::sleep_for(std::chrono::milliseconds(20)); });
        co_return input;
    });
    const StrategyRun outcome = run(2, workload);
    const std::vector<Span> blocked = spansOf(outcome.timeline.lanes[EventLoop::lane], State::waiting, 1);
    ASSERT_EQ(blocked.size(), 1u);
    const std::vector<Span> ready = spansOf(slotOf(outcome, 0), State::dispatch, 0);
    ASSERT_EQ(ready.size(), 1u);
    EXPECT_LT(ready[0].begin, blocked[0].end);
    EXPECT_GE(ready[0].end, blocked[0].end);
    for (const Span& span : spansOf(outcome.timeline.lanes[EventLoop::lane], State::waiting, noItem))
        EXPECT_TRUE(span.end <= blocked[0].begin || span.begin >= blocked[0].end);
}

// Many short items do not keep one in flight from going on.
TEST_F(EventLoopRun, NewItemsDoNotOvertakeForEver)
{
    const FakeWorkload workload(60, [](StageIndex, TaskContext& context, Value input) -> Stage<Value> {
        if (input.asInteger() == 0)
            co_await context.wait(2 * ms);
        else
            spin(ms);
        co_return input;
    });
    const StrategyRun outcome = run(2, workload);
    const auto order = orderOfFinishing(outcome.result.items);
    EXPECT_LT(std::ranges::find(order, 0u) - order.begin(), 30) << "the third would be perfect";
}

TEST_F(EventLoopRun, PermitsComeInTheOrderOfAsking)
{
    constexpr std::size_t items = 6;
    Semaphore semaphore(1);
    std::vector<ItemIndex> order;
    const FakeWorkload workload(items, [&](StageIndex, TaskContext& context, Value input) -> Stage<Value> {
        for (int turn = 0; turn < 3; ++turn) {
            const Permit permit = co_await context.acquire(semaphore);
            order.push_back(context.item());
            co_await context.wait(ms);
        }
        co_return input;
    });
    const StrategyRun outcome = run(items, workload);
    std::vector<ItemIndex> expected;
    for (int turn = 0; turn < 3; ++turn) {
        for (ItemIndex item = 0; item < items; ++item)
            expected.push_back(item);
    }
    EXPECT_EQ(order, expected);
    EXPECT_TRUE(semaphore.tryAcquire());
    // Who gave the permit back is known.
    for (ItemIndex item = 1; item < items; ++item) {
        const Lane& lane = slotOf(outcome, item);
        const auto waited = std::ranges::find(lane.spans, State::lockWait, &Span::state);
        const auto resumed = std::find_if(waited, lane.spans.end(),
                                          [](const Span& span) { return span.state == State::computing; });
        ASSERT_NE(resumed, lane.spans.end());
        EXPECT_EQ(resumed->waker, outcome.result.items[item - 1].lane);
    }
}

TEST_F(EventLoopRun, EachAnswerGoesToItsItem)
{
    const FakeWorkload workload(12, [](StageIndex, TaskContext& context, Value input) -> Stage<Value> {
        const std::int64_t item = input.asInteger();
        FetchRequest request;
        request.url =
            "http://" + std::to_string(item) + "/" + (item % 4 == 3 ? "refused" : std::to_string(12 - item));
        const FetchResponse response = co_await context.fetch(std::move(request));
        if (response.status == FetchStatus::failed)
            throw Error(response.error);
        co_return Value(response.body.substr(7, response.body.rfind('/') - 7));
    });
    const StrategyRun outcome = run(5, workload);
    for (std::size_t item = 0; item < 12; ++item) {
        if (item % 4 == 3)
            EXPECT_EQ(outcome.result.items[item].error.english(), "refused");
        else
            EXPECT_EQ(outcome.result.items[item].value, Value(std::to_string(item)));
    }
    EXPECT_EQ(fetches.made, 1);
    EXPECT_EQ(fetches.started, 12);
}

TEST_F(EventLoopRun, WhoeverNeverFetchesMakesNoFetcherAndWhoGetsNoneFails)
{
    const FakeWorkload workload(2, [](StageIndex, TaskContext& context, Value input) -> Stage<Value> {
        if (input.asInteger() == 1)
            co_await context.fetch(requestOf("http://x/1"));
        co_return input;
    });
    Job job = jobOf(workload);
    job.makeMultiFetcher = []() -> std::unique_ptr<MultiFetcher> { throw Error(Message("no descriptors")); };
    const StrategyRun outcome = runStrategy("event-loop:2", job);
    EXPECT_EQ(outcome.result.items[0].status, TaskStatus::done);
    EXPECT_EQ(outcome.result.items[1].error.english(), "no descriptors");
}

TEST_F(EventLoopRun, ErrorsBeforeAndBehindASuspensionFailTheirItemAlone)
{
    const FakeWorkload workload(30, [](StageIndex, TaskContext& context, Value input) -> Stage<Value> {
        const std::int64_t kind = input.asInteger() % 3;
        if (kind == 0)
            throw std::runtime_error("before");
        co_await context.wait(ms);
        if (kind == 1)
            throw std::runtime_error("behind");
        co_return input;
    });
    const StrategyRun outcome = run(4, workload);
    for (std::size_t i = 0; i < 30; ++i) {
        const ItemResult& item = outcome.result.items[i];
        EXPECT_EQ(item.status, i % 3 == 2 ? TaskStatus::done : TaskStatus::failed);
        EXPECT_EQ(item.error.english(), i % 3 == 0 ? "before" : i % 3 == 1 ? "behind" : "");
    }
}

// A stop unwinds what is suspended: nothing is left of it, and permits are back.
TEST_F(EventLoopRun, AStopUnwindsWhatIsSuspended)
{
    Semaphore semaphore(1);
    const auto held = std::make_shared<int>(0);
    std::stop_source stop;
    int started = 0;
    const FakeWorkload workload(12, [&](StageIndex, TaskContext& context, Value input) -> Stage<Value> {
        return [](TaskContext& inner, Value value, Semaphore& mutex, std::shared_ptr<int>,
                  std::function<void()> begun) -> Stage<Value> {
            begun();
            const std::int64_t kind = value.asInteger() % 3;
            if (kind == 0)
                co_await inner.wait(1000 * nanosecondsPerSecond);
            else if (kind == 1)
                co_await inner.fetch(requestOf("http://x/1000000"));
            const Permit permit = co_await inner.acquire(mutex);
            co_await inner.wait(1000 * nanosecondsPerSecond);
            co_return value;
        }(context, std::move(input), semaphore, held, [&] {
                   if (++started == 9)
                       stop.request_stop();
               });
    });
    const StrategyRun outcome = run(9, workload, stop.get_token());
    for (const ItemResult& item : outcome.result.items)
        EXPECT_EQ(item.status, TaskStatus::cancelled);
    EXPECT_EQ(started, 9) << "the last three never began";
    EXPECT_EQ(held.use_count(), 1);
    EXPECT_TRUE(semaphore.tryAcquire());
    EXPECT_EQ(fetches.cancelledAt, 3);
}

TEST_F(EventLoopRun, AHundredThousandEmptyItemsInAThousandSlots)
{
    const FakeWorkload workload(
        100'000, [](StageIndex, TaskContext&, Value input) -> Stage<Value> { co_return input; });
    recording::Recorder recorder(256);
    const auto executor = executors::makeExecutor(strategyOf("event-loop:1000"), recorder);
    executor->prepare(jobOf(workload));
    const RunResult result = executor->run(jobOf(workload), {});
    executor->shutdown(ShutdownMode::wait);
    EXPECT_EQ(std::ranges::count(result.items, TaskStatus::done, &ItemResult::status), 100'000);
    EXPECT_EQ(result.items.back().value, Value(99'999));
}

TEST_F(EventLoopRun, ATenThousandthItemWaitsWithTheOthers)
{
    const FakeWorkload workload(10'000, [](StageIndex, TaskContext& context, Value input) -> Stage<Value> {
        co_await context.wait(200 * ms);
        co_return input;
    });
    const StrategyRun outcome = run(10'000, workload);
    EXPECT_EQ(outcome.timeline.lostRecords(), 0u);
    EXPECT_EQ(std::ranges::count(outcome.result.items, TaskStatus::done, &ItemResult::status), 10'000);
    EXPECT_LT(outcome.result.wall, 10'000 * 200 * ms / 100) << "0.2 s would be perfect, one by one 2000";
}

// Few items in flight fill few lanes.
TEST_F(EventLoopRun, TheFirstFreeSlotIsTaken)
{
    const FakeWorkload workload(
        5, [](StageIndex, TaskContext&, Value input) -> Stage<Value> { co_return input; });
    Job job = jobOf(workload);
    job.feedInterval = 5 * ms;
    const StrategyRun outcome = runStrategy("event-loop:4", job);
    for (const ItemResult& item : outcome.result.items)
        EXPECT_EQ(item.lane, 1);
    const Lane& loop = outcome.timeline.lanes[EventLoop::lane];
    EXPECT_GT(loop.totals[static_cast<std::size_t>(State::queueEmpty)], 0);
    EXPECT_EQ(loop.totals[static_cast<std::size_t>(State::waiting)], 0);
}
