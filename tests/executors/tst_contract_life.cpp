// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How every registered strategy starts, stops, and leaves nothing behind. "Row n" as in tst_contract.cpp.
// The long forms (OVERLAP_SOAK) print what they measured.
#include "strategy_run.h"
#include "support/census.h"
#include "support/gate.h"

#include <algorithm>
#include <atomic>
#include <gmock/gmock.h>
#include <map>
#include <pthread.h>
#include <random>

using namespace overlap;
using namespace overlap::core;
using namespace overlap::testing;

namespace {

constexpr Nanoseconds ms = 1'000'000;

int longOrShort(int longForm, int shortForm)
{
    return isSoak() ? longForm : shortForm;
}

Stage<Value> unchanged(Value value)
{
    co_return value;
}

std::size_t countOf(const RunResult& result, TaskStatus status)
{
    return static_cast<std::size_t>(std::ranges::count(result.items, status, &ItemResult::status));
}

/// Items of every kind, chosen by their number: quick, waiting, waiting for each other, computing, failing.
Stage<Value> mixed(TaskContext& context, Value input, Semaphore& semaphore)
{
    switch (input.asInteger() % 5) {
    case 0:
        co_await context.wait(2 * ms);
        break;
    case 1: {
        const Permit permit = co_await context.acquire(semaphore);
        co_await context.wait(ms);
        break;
    }
    case 2:
        for (const Nanoseconds end = monotonicNow() + ms; monotonicNow() < end;)
            context.checkpoint();
        break;
    case 3:
        throw std::runtime_error("item " + std::to_string(input.asInteger()));
    default:
        break;
    }
    co_return input;
}

} // namespace

class ContractLife : public ::testing::TestWithParam<std::string>
{
protected:
    StrategyRun run(const Job& job, std::stop_token stop = {}) { return runStrategy(GetParam(), job, stop); }
    int workers() const { return strategyOf(GetParam()).workers(); }
    Watchdog watchdog{"strategy " + GetParam(), std::chrono::seconds(longOrShort(3000, 100))};
};

INSTANTIATE_TEST_SUITE_P(Strategies, ContractLife, ::testing::ValuesIn(strategiesInThisProcess({1, 4, 16})),
                         testName);

// Row 29.
TEST_P(ContractLife, ARunAfterShutdownIsAnError)
{
    for (const ShutdownMode mode : {ShutdownMode::wait, ShutdownMode::cancelPending}) {
        std::atomic<int> ran = 0;
        const FakeWorkload workload(3, [&](StageIndex, TaskContext&, Value input) {
            ++ran;
            return unchanged(std::move(input));
        });
        recording::Recorder recorder;
        const auto executor = executors::makeExecutor(strategyOf(GetParam()), recorder);
        executor->prepare(jobOf(workload));
        executor->shutdown(mode);
        try {
            executor->run(jobOf(workload), {});
            ADD_FAILURE() << "it ran after shutdown";
        } catch (const Error& error) {
            EXPECT_THAT(error.what(), ::testing::HasSubstr("after"));
        }
        EXPECT_EQ(ran, 0);
        executor->shutdown(mode); // again: no effect
    }
}

// Rows 12, 36 and 37: no more threads than workers, each with a readable name of its own, all of them joined.
TEST_P(ContractLife, WorkersHaveNamesOfTheirOwnAndAreGoneAfterwards)
{
    const Census before;
    std::mutex mutex;
    std::map<std::thread::id, std::string> names; // protected by mutex
    std::atomic<std::size_t> mostThreads = 0;
    const FakeWorkload workload(
        15 * static_cast<std::size_t>(workers()),
        [&](StageIndex, TaskContext& context, Value input) -> Stage<Value> {
            char name[16] = {};
            pthread_getname_np(pthread_self(), name, sizeof name);
            {
                const std::lock_guard lock(mutex);
                names[std::this_thread::get_id()] = name;
                mostThreads = std::max<std::size_t>(mostThreads, threadNames().size());
            }
            co_await context.blocking([] { std::this_thread::sleep_for(std::chrono::milliseconds(1)); });
            co_return input;
        });
    run(jobOf(workload));
    EXPECT_LE(names.size(), static_cast<std::size_t>(workers()));
    EXPECT_LE(mostThreads, before.threads + static_cast<std::size_t>(workers()) + 2)
        << "GIL holder and feeder";
    std::set<std::string> different;
    for (const auto& [thread, name] : names) {
        EXPECT_FALSE(name.empty());
        EXPECT_TRUE(different.insert(name).second) << "two threads are called " << name;
    }
    EXPECT_TRUE(noThreadMoreThan(before.threads));
}

// Rows 61 and 34 and "cancel returns within 250 ms", at random moments of runs of every kind of task.
// Whatever happens, each item ends once: done, failed or cancelled.
TEST_P(ContractLife, CancelledAtRandomMomentsItReturnsSoon)
{
    const unsigned seed = 20261121;
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    std::vector<double> late;
    const int rounds = longOrShort(1000, 15);
    for (int round = 0; round < rounds; ++round) {
        Semaphore semaphore(1);
        const FakeWorkload workload(200, [&](StageIndex, TaskContext& context, Value input) {
            return mixed(context, std::move(input), semaphore);
        });
        std::stop_source stop;
        std::atomic<Nanoseconds> stopped = 0;
        const auto moment = std::chrono::microseconds(random() % 40'000);
        std::jthread stopper([&] {
            std::this_thread::sleep_for(moment);
            stopped = monotonicNow();
            stop.request_stop();
        });
        const StrategyRun outcome = run(jobOf(workload), stop.get_token());
        const Nanoseconds returned = monotonicNow();
        stopper.join();
        if (stopped < returned)
            late.push_back(toSeconds(returned - stopped));
        ASSERT_EQ(countOf(outcome.result, TaskStatus::done) + countOf(outcome.result, TaskStatus::failed) +
                      countOf(outcome.result, TaskStatus::cancelled),
                  200u)
            << "round " << round;
        for (std::size_t i = 0; i < 200; ++i) {
            const ItemResult& item = outcome.result.items[i];
            if (item.status == TaskStatus::failed) {
                ASSERT_EQ(item.error.english(), "item " + std::to_string(i));
            }
        }
    }
    ASSERT_FALSE(late.empty()) << "no stop came in time";
    std::ranges::sort(late);
    // The machine that runs the tests may be busy with others, so the promise is held against the median.
    EXPECT_LT(late[late.size() / 2], 0.25);
    EXPECT_LT(late.back(), 3.0);
    if (isSoak())
        std::printf("soak: %s: %zu stops, median %.2f ms, 99 %% within %.2f ms, slowest %.2f ms\n",
                    GetParam().c_str(), late.size(), late[late.size() / 2] * 1e3,
                    late[late.size() * 99 / 100] * 1e3, late.back() * 1e3);
}

// Rows 30, 31, 36 and 59: ten thousand lives in the long form, some of them cut short, leave nothing behind.
TEST_P(ContractLife, StartsAndStopsAgainAndAgain)
{
    std::atomic<int> ran = 0;
    const FakeWorkload workload(6, [&](StageIndex, TaskContext&, Value input) {
        ++ran;
        return unchanged(std::move(input));
    });
    const auto life = [&](int round) {
        recording::Recorder recorder(256);
        const auto executor = executors::makeExecutor(strategyOf(GetParam()), recorder);
        const ShutdownMode mode = round % 3 == 0 ? ShutdownMode::cancelPending : ShutdownMode::wait;
        if (round % 7 == 6)
            return executor->shutdown(mode);
        executor->prepare(jobOf(workload));
        if (round % 7 != 5) {
            std::stop_source stop;
            if (round % 7 == 4)
                stop.request_stop();
            const RunResult result = executor->run(jobOf(workload), stop.get_token());
            ASSERT_EQ(countOf(result, TaskStatus::pending), 0u);
        }
        executor->shutdown(mode);
    };
    const int warmUp = 50; // stacks and arenas that the system keeps
    for (int round = 0; round < warmUp; ++round)
        life(round);
    const Census before;
    const Nanoseconds begin = monotonicNow();
    const int rounds = longOrShort(10'000, 140);
    for (int round = 0; round < rounds; ++round)
        life(round);
    const double seconds = toSeconds(monotonicNow() - begin);
    const Census after;
    EXPECT_TRUE(noThreadMoreThan(before.threads));
    EXPECT_EQ(after.descriptors, before.descriptors);
    EXPECT_EQ(after.children, before.children);
    EXPECT_EQ(ran % 6, 0);
#ifndef OVERLAP_SANITIZED
    EXPECT_LT(after.resident, before.resident + 8 * 1024 * 1024);
#endif
    if (isSoak())
        std::printf("soak: %s: %d rounds in %.1f s (%.0f µs each); threads %zu → %zu, descriptors %zu → %zu, "
                    "resident %zu → %zu KiB\n",
                    GetParam().c_str(), rounds, seconds, seconds / rounds * 1e6, before.threads,
                    after.threads, before.descriptors, after.descriptors, before.resident / 1024,
                    after.resident / 1024);
}

// Row 64: nobody starves and nothing locks up where tasks wait for each other's permits.
TEST_P(ContractLife, TasksThatShareSemaphoresAllGetThrough)
{
    for (const int permits : {1, 3}) {
        Semaphore semaphore(permits);
        std::atomic<int> inside = 0;
        std::atomic<int> most = 0;
        const std::size_t items = static_cast<std::size_t>(longOrShort(5000, 400));
        const FakeWorkload workload(
            items, [&](StageIndex, TaskContext& context, Value input) -> Stage<Value> {
                for (int turn = 0; turn < 3; ++turn) {
                    const Permit permit = co_await context.acquire(semaphore);
                    const int now = ++inside;
                    for (int seen = most; seen < now && !most.compare_exchange_weak(seen, now);) {
                    }
                    context.checkpoint();
                    --inside;
                }
                co_return input;
            });
        const StrategyRun outcome = run(jobOf(workload));
        EXPECT_EQ(countOf(outcome.result, TaskStatus::done), items);
        EXPECT_LE(most, permits);
        EXPECT_EQ(inside, 0);
    }
}

// Rows 9, 10 and 11: silly numbers of workers are refused by the text, in one sentence, before anything
// starts.
TEST(ContractCounts, SillyNumbersAreRefusedBeforeAnythingStarts)
{
    const Census before;
    for (const StrategyDescriptor& descriptor : executors::builtinStrategies()) {
        std::vector<std::string> silly{":0",
                                       ":-1",
                                       ":10000000",
                                       ":99999999999999999999",
                                       ":1e3",
                                       ":nan",
                                       ":",
                                       ":2.5",
                                       ":" + std::to_string(descriptor.maximumCount + 1)};
        if (descriptor.counts == CountShape::none)
            silly.push_back(":1");
        for (const std::string& count : silly) {
            SCOPED_TRACE(descriptor.name + count);
            try {
                parseStrategy(descriptor.name + count, executors::builtinStrategies(), 2);
                ADD_FAILURE() << "accepted";
            } catch (const Error& error) {
                const std::string sentence = error.what();
                EXPECT_THAT(sentence, ::testing::HasSubstr(descriptor.name));
                EXPECT_EQ(sentence.find('\n'), std::string::npos);
            }
        }
        EXPECT_THROW(parseStrategy(descriptor.name + "@chunk=0", executors::builtinStrategies(), 2), Error);
    }
    EXPECT_TRUE(noThreadMoreThan(before.threads));
}
