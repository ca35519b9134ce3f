// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What every strategy owes, whatever it is made of: each registered one is tested, with several counts.
// "Row n" is the n-th executor behaviour of the list that the suite follows; the futures level of the pool is
// in tst_future.cpp, the pool itself in tst_thread_pool.cpp, life and death of executors in
// tst_contract_life.cpp.
#include "strategy_run.h"
#include "support/gate.h"
#include "support/timeline_laws.h"
#include "support/timeline_text.h"

#include <atomic>
#include <cmath>
#include <gmock/gmock.h>
#include <numeric>

using namespace overlap;
using namespace overlap::core;
using namespace overlap::testing;

namespace {

constexpr Nanoseconds ms = 1'000'000;

Nanoseconds totalOf(const Lane& lane, State state)
{
    return lane.totals[static_cast<std::size_t>(state)];
}

/// The totals that the writers kept, the spans and the tasks tell the same story.
void expectLedgerCloses(const StrategyRun& run)
{
    EXPECT_EQ(run.timeline.lostRecords(), 0u);
    for (const Lane& lane : run.timeline.lanes) {
        SCOPED_TRACE(lane.name);
        const Nanoseconds sum = std::accumulate(lane.totals.begin(), lane.totals.end(), Nanoseconds{0});
        // A thread may still be starting when the others have done all there was.
        const Nanoseconds soft = totalOf(lane, State::idle) + totalOf(lane, State::queueEmpty) +
                                 totalOf(lane, State::dispatch) + totalOf(lane, State::starting);
        EXPECT_LE(sum - soft, run.result.wall) << "no more work than time";
        if (sum > 0 && lane.kind == LaneKind::worker) {
            EXPECT_GE(sum, run.result.wall) << "a lane that worked is accounted for until the end";
        }
        for (const State state : {State::computing, State::waiting, State::lockWait}) {
            Nanoseconds drawn = 0;
            for (const Span& span : lane.spans)
                drawn += span.state == state ? span.duration() : 0;
            EXPECT_EQ(drawn, totalOf(lane, state)) << stateName(state);
        }
    }
}

void expectLaws(const StrategyRun& run)
{
    EXPECT_EQ(brokenLaw(run.timeline), "") << timelineText(run.timeline);
    expectLedgerCloses(run);
    for (std::size_t i = 0; i < run.result.items.size(); ++i) {
        const ItemResult& item = run.result.items[i];
        EXPECT_TRUE(item.status == TaskStatus::done || item.status == TaskStatus::failed ||
                    item.status == TaskStatus::cancelled)
            << "item " << i << " was left pending";
        EXPECT_LE(item.begin, item.end);
        EXPECT_LE(item.end, run.result.wall);
        EXPECT_EQ(item.status == TaskStatus::failed, !item.error.empty());
    }
}

FakeWorkload::StageFunction squares(std::vector<std::atomic<int>>& runs)
{
    return [&runs](StageIndex, TaskContext& context, Value input) -> Stage<Value> {
        const auto item = static_cast<std::size_t>(input.asInteger());
        ++runs[item];
        co_await context.wait(static_cast<Nanoseconds>(context.random().below(2)) * ms);
        co_return Value(input.asInteger() * input.asInteger());
    };
}

} // namespace

class Contract : public ::testing::TestWithParam<std::string>
{
protected:
    StrategyRun run(const Job& job, std::stop_token stop = {}) { return runStrategy(GetParam(), job, stop); }
    Watchdog watchdog{"strategy " + GetParam(), std::chrono::seconds(100)};
};

INSTANTIATE_TEST_SUITE_P(Strategies, Contract, ::testing::ValuesIn(strategiesInThisProcess()), testName);

// Rows 1 and 3: every result once, in the order of the input, whoever finished first.
TEST_P(Contract, EveryItemRunsOnceAndResultsComeInInputOrder)
{
    for (const std::size_t count : {1, 2, 3, 7, 60}) {
        SCOPED_TRACE(count);
        std::vector<std::atomic<int>> runs(count);
        const FakeWorkload workload(count, squares(runs));
        const StrategyRun outcome = run(jobOf(workload));
        ASSERT_EQ(outcome.result.items.size(), count);
        for (std::size_t i = 0; i < count; ++i) {
            EXPECT_EQ(runs[i], 1);
            EXPECT_EQ(outcome.result.items[i].status, TaskStatus::done);
            EXPECT_EQ(outcome.result.items[i].value, Value(i * i));
            EXPECT_LT(outcome.result.items[i].lane, outcome.timeline.lanes.size());
        }
        EXPECT_EQ(outcome.timeline.tasks.size(), count);
        expectLaws(outcome);
    }
}

TEST_P(Contract, NoItemsAreNoWork)
{
    std::vector<std::atomic<int>> runs(1);
    const FakeWorkload workload(0, squares(runs));
    const StrategyRun outcome = run(jobOf(workload));
    EXPECT_TRUE(outcome.result.items.empty());
    EXPECT_EQ(outcome.result.wall, 0);
    expectLaws(outcome);
}

// Rows 4, 39 and 41: what came before and behind a failing item is delivered; each error is its item's own,
// at its place, with its text; the strategy works on.
TEST_P(Contract, AFailureFailsItsItemAloneAndKeepsItsText)
{
    const FakeWorkload workload(12, [](StageIndex, TaskContext&, Value input) -> Stage<Value> {
        switch (input.asInteger() % 4) {
        case 1:
            throw std::runtime_error("item " + std::to_string(input.asInteger()) + " %1 broke");
        case 2:
            throw Error(Message("no %1 at %2", {"bread", "home"}), "a place");
        case 3:
            throw 42;
        default:
            break;
        }
        co_return input;
    });
    const StrategyRun outcome = run(jobOf(workload));
    for (std::size_t i = 0; i < 12; ++i) {
        const ItemResult& item = outcome.result.items[i];
        EXPECT_EQ(item.status, i % 4 == 0 ? TaskStatus::done : TaskStatus::failed);
        if (i % 4 == 0) {
            EXPECT_EQ(item.value, Value(i));
        } else {
            EXPECT_TRUE(item.value.isNull());
        }
    }
    EXPECT_EQ(outcome.result.items[1].error.english(), "item 1 %1 broke");
    EXPECT_EQ(outcome.result.items[5].error.english(), "item 5 %1 broke");
    EXPECT_EQ(outcome.result.items[2].error, Message("no %1 at %2", {"bread", "home"}))
        << "it can be translated";
    EXPECT_EQ(outcome.result.items[3].error.english(), "the task failed without saying why");
    expectLaws(outcome);
}

TEST_P(Contract, AnItemThatCannotBeMadeFailsAlone)
{
    FakeWorkload workload(6, [](StageIndex, TaskContext& context, Value input) -> Stage<Value> {
        co_await context.wait(ms);
        co_return input;
    });
    workload.m_item = [](ItemIndex item) {
        if (item % 2 == 1)
            throw std::runtime_error("no item");
        return Value(item);
    };
    const StrategyRun outcome = run(jobOf(workload));
    for (std::size_t i = 0; i < 6; ++i)
        EXPECT_EQ(outcome.result.items[i].status, i % 2 == 1 ? TaskStatus::failed : TaskStatus::done);
    EXPECT_EQ(outcome.result.items[1].error.english(), "no item");
    expectLaws(outcome);
}

TEST_P(Contract, StagesFollowEachOther)
{
    const FakeWorkload workload(
        20,
        [](StageIndex stage, TaskContext& context, Value input) -> Stage<Value> {
            EXPECT_EQ(context.stage(), stage);
            Value list = stage == 0 ? Value(Value::Array{input}) : std::move(input);
            EXPECT_EQ(context.item(), static_cast<ItemIndex>(list.asArray().front().asInteger()));
            EXPECT_EQ(context.random().next(), Random::of(42, context.item(), stage).next());
            co_await context.wait(ms / 2);
            list.append(stage);
            if (stage == 1 && context.item() == 7)
                throw std::runtime_error("in the middle");
            co_return list;
        },
        3);
    const StrategyRun outcome = run(jobOf(workload));
    for (std::size_t i = 0; i < 20; ++i) {
        const ItemResult& item = outcome.result.items[i];
        if (i == 7) {
            EXPECT_EQ(item.status, TaskStatus::failed);
            continue;
        }
        EXPECT_EQ(item.value, Value(Value::Array{Value(i), Value(0), Value(1), Value(2)}));
    }
    EXPECT_EQ(outcome.timeline.tasks.size(), 19u * 3 + 2) << "the stage behind a failed one does not run";
    expectLaws(outcome);
}

TEST_P(Contract, NoItemStartsBeforeItIsFed)
{
    std::vector<std::atomic<int>> runs(5);
    const FakeWorkload workload(5, squares(runs));
    Job job = jobOf(workload);
    job.feedInterval = 200 * ms;
    job.timeScale = 0.1;
    const StrategyRun outcome = run(job);
    for (std::size_t i = 0; i < 5; ++i)
        EXPECT_GE(outcome.result.items[i].begin, static_cast<Nanoseconds>(i) * 20 * ms) << "item " << i;
    EXPECT_GE(outcome.result.wall, 80 * ms);
    expectLaws(outcome);
}

TEST_P(Contract, WaitsAreScaledAndNeverShorter)
{
    const FakeWorkload workload(3, [](StageIndex, TaskContext& context, Value input) -> Stage<Value> {
        co_await context.wait(300 * ms);
        co_return input;
    });
    Job job = jobOf(workload);
    job.timeScale = 0.1;
    const StrategyRun outcome = run(job);
    for (const ItemResult& item : outcome.result.items)
        EXPECT_GE(item.end - item.begin, 30 * ms);
    EXPECT_LT(outcome.result.wall, 3 * 300 * ms);
    expectLaws(outcome);
}

// Row 61: a stop ends every sibling, in endless loops too.
TEST_P(Contract, AStopCancelsWhatIsNotDoneSoon)
{
    Semaphore never(0);
    using Wait = std::function<Stage<Value>(TaskContext&)>;
    const std::pair<const char*, Wait> kinds[] = {
        {"wait",
         [](TaskContext& context) -> Stage<Value> {
             co_await context.wait(1000 * nanosecondsPerSecond);
             co_return Value(1);
         }},
        {"acquire",
         [&](TaskContext& context) -> Stage<Value> {
             const Permit permit = co_await context.acquire(never);
             co_return Value(1);
         }},
        {"compute",
         [](TaskContext& context) -> Stage<Value> {
             while (true)
                 context.checkpoint();
             co_return Value(1);
         }},
        {"native call",
         [](TaskContext& context) -> Stage<Value> {
             while (!context.cancelled()) {
             }
             context.checkpoint();
             co_return Value(1);
         }},
    };
    for (const auto& [name, wait] : kinds) {
        SCOPED_TRACE(name);
        Gate firstRuns; // else the stop could come before the first item's thread had its turn
        Gate reached;
        std::stop_source stop;
        const FakeWorkload workload(40, [&](StageIndex, TaskContext& context, Value input) -> Stage<Value> {
            if (input.asInteger() == 0) {
                firstRuns.open();
                return [](Value value) -> Stage<Value> { co_return value; }(std::move(input));
            }
            // As a blocking call, in place: under a lock the first item could not begin otherwise.
            context.blocking([&] { firstRuns.wait(); }).await_resume();
            reached.open();
            return wait(context);
        });
        Nanoseconds stopped = 0;
        std::jthread stopper([&] {
            reached.wait();
            stopped = monotonicNow();
            stop.request_stop();
        });
        const StrategyRun outcome = run(jobOf(workload), stop.get_token());
        const Nanoseconds returned = monotonicNow();
        stopper.join();
        // 250 ms are owed on a quiet machine.
        EXPECT_LT(toSeconds(returned - stopped), 3.0);
        EXPECT_EQ(outcome.result.items[0].status, TaskStatus::done);
        for (std::size_t i = 1; i < 40; ++i)
            EXPECT_EQ(outcome.result.items[i].status, TaskStatus::cancelled);
        expectLaws(outcome);
    }
}

TEST_P(Contract, AStopEndsTheWaitForTheFeeder)
{
    std::stop_source stop;
    const FakeWorkload workload(4, [&](StageIndex, TaskContext&, Value input) -> Stage<Value> {
        stop.request_stop();
        co_return input;
    });
    Job job = jobOf(workload);
    job.feedInterval = 1000 * nanosecondsPerSecond;
    const StrategyRun outcome = run(job, stop.get_token());
    EXPECT_EQ(outcome.result.items[0].status, TaskStatus::done);
    for (std::size_t i = 1; i < 4; ++i)
        EXPECT_EQ(outcome.result.items[i].status, TaskStatus::cancelled);
    expectLaws(outcome);
}

TEST_P(Contract, StoppedBeforeItBeginsItRunsNothing)
{
    std::vector<std::atomic<int>> runs(9);
    const FakeWorkload workload(9, squares(runs));
    std::stop_source stop;
    stop.request_stop();
    const StrategyRun outcome = run(jobOf(workload), stop.get_token());
    for (std::size_t i = 0; i < 9; ++i) {
        EXPECT_EQ(runs[i], 0);
        EXPECT_EQ(outcome.result.items[i].status, TaskStatus::cancelled);
    }
    expectLaws(outcome);
}

// Row 12, as far as it shows from outside: never more at a time than workers.
TEST_P(Contract, WorkersAreLanesAndNoMoreRunAtATime)
{
    std::atomic<int> inside = 0;
    std::atomic<int> most = 0;
    const FakeWorkload workload(30, [&](StageIndex, TaskContext& context, Value input) -> Stage<Value> {
        const int now = ++inside;
        for (int seen = most; seen < now && !most.compare_exchange_weak(seen, now);) {
        }
        co_await context.blocking([] { std::this_thread::sleep_for(std::chrono::milliseconds(2)); });
        --inside;
        co_return input;
    });
    const StrategyRun outcome = run(jobOf(workload));
    const int workers = parseStrategy(GetParam(), executors::builtinStrategies(), 2).workers();
    EXPECT_LE(most, workers);
    EXPECT_EQ(std::ranges::count(outcome.timeline.lanes, LaneKind::worker, &Lane::kind), workers);
    expectLaws(outcome);
}

TEST_P(Contract, CpuTimeIsThatOfTheWork)
{
    const FakeWorkload computing(4, [](StageIndex, TaskContext&, Value input) -> Stage<Value> {
        const Nanoseconds begin = threadCpuNow();
        while (threadCpuNow() - begin < 5 * ms) {
        }
        co_return input;
    });
    EXPECT_GE(run(jobOf(computing)).cpuTime, 20 * ms);
    const FakeWorkload waiting(4, [](StageIndex, TaskContext& context, Value input) -> Stage<Value> {
        co_await context.wait(25 * ms);
        co_return input;
    });
    EXPECT_LT(run(jobOf(waiting)).cpuTime, 50 * ms) << "waiting costs no CPU";
}

// Row 14.
TEST_P(Contract, WhatTasksHeldIsGoneAfterwards)
{
    const auto held = std::make_shared<int>(0);
    {
        const FakeWorkload workload(8, [held](StageIndex, TaskContext& context, Value input) -> Stage<Value> {
            return [](TaskContext& inner, Value value, std::shared_ptr<int> mine) -> Stage<Value> {
                co_await inner.wait(ms);
                if (value.asInteger() == 3)
                    throw std::runtime_error("x");
                co_return Value(*mine);
            }(context, std::move(input), held);
        });
        run(jobOf(workload));
        EXPECT_EQ(held.use_count(), 2) << "ours and the workload's";
    }
    EXPECT_EQ(held.use_count(), 1);
}

TEST_P(Contract, ShuttingDownWithoutARunIsHarmless)
{
    recording::Recorder recorder;
    std::vector<std::atomic<int>> runs(1);
    const FakeWorkload workload(1, squares(runs));
    const Strategy strategy = parseStrategy(GetParam(), executors::builtinStrategies(), 2);
    executors::makeExecutor(strategy, recorder)->shutdown(ShutdownMode::cancelPending);
    const auto prepared = executors::makeExecutor(strategy, recorder);
    prepared->prepare(jobOf(workload));
    prepared->shutdown(ShutdownMode::wait);
    EXPECT_EQ(runs[0], 0);
}
