// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a pool of processes owes where nobody dies. "Row n" is the n-th executor behaviour of the list that
// tst_contract.cpp follows; that suite runs in one process and cannot follow the work into others.
#include "executors/builtin_executors.h"
#include "process_pool.h"

#include <cmath>

using namespace overlap;
using namespace overlap::core;
using namespace overlap::testing;
using ::testing::HasSubstr;

namespace {

constexpr Nanoseconds ms = 1'000'000;

class Processes : public ProcessPool
{};

} // namespace

// Rows 1 and 3: each item once, results in the order of the input, whatever travels together.
TEST_F(Processes, ResultsComeInInputOrderWhateverTheChunk)
{
    std::vector<Value> items;
    for (std::size_t i = 0; i < 40; ++i)
        items.push_back(i % 3 == 0 ? act("do", "wait", 5) : heavyAct("mirror", static_cast<int>(i * 7)));
    for (const int workers : {1, 2, 4}) {
        for (const int chunk : {1, 6, 40, 50}) {
            for (const int inFlight : {1, 4}) {
                SCOPED_TRACE(std::to_string(workers) + " workers, chunk " + std::to_string(chunk) +
                             ", in flight " + std::to_string(inFlight));
                const PoolRun run = live(rulesFor(workers, chunk, inFlight), items);
                ASSERT_EQ(run.result.items.size(), 40u);
                EXPECT_EQ(run.count(TaskStatus::done), 40u);
                EXPECT_EQ(run.timeline.tasks.size(), 40u) << "each ran once";
                for (std::size_t i = 0; i < 40; ++i) {
                    const Value& value = run.result.items[i].value;
                    EXPECT_EQ(value, i % 3 == 0 ? Value() : Value(patternOf(i * 7)));
                }
                expectLaws(run);
            }
        }
    }
}

TEST_F(Processes, NoItemsAreNoWork)
{
    const PoolRun run = live(rulesFor(2), {});
    EXPECT_TRUE(run.result.items.empty());
    EXPECT_EQ(run.result.wall, 0);
    expectLaws(run);
}

// Row 12: as many workers as asked for, all of them at work, and never another.
TEST_F(Processes, AllWorkersAndNoOthersWork)
{
    for (const int workers : {1, 3, 8}) {
        for (const int chunk : {1, 2}) {
            const auto count = static_cast<std::size_t>(15 * workers);
            const PoolRun run = live(rulesFor(workers, chunk), repeated(count, act("do", "pid")));
            std::set<std::int64_t> pids;
            for (const ItemResult& item : run.result.items)
                pids.insert(item.value.asInteger());
            EXPECT_EQ(pids, std::set<std::int64_t>(run.workers.begin(), run.workers.end()));
            EXPECT_EQ(pids.size(), static_cast<std::size_t>(workers));
        }
    }
}

TEST_F(Processes, WaitsOverlap)
{
    const PoolRun run = live(rulesFor(8), repeated(8, act("do", "wait", 100)));
    EXPECT_EQ(run.count(TaskStatus::done), 8u);
    EXPECT_LT(run.result.wall, 400 * ms) << "one after another they take 800";
}

// Rows 4, 39 and 41: each failure its own task's alone, at its place, with its own words.
TEST_F(Processes, AFailureFailsItsTaskAloneAndKeepsItsText)
{
    for (const int chunk : {1, 5}) {
        SCOPED_TRACE(chunk);
        std::vector<Value> items = repeated(12, act("do", "pid"));
        items[1] = act("do", "throw");
        items[4] = act("decode", "throw");
        items[7] = act("encode", "throw");
        items[9] = unmadeAct();
        const PoolRun run = live(rulesFor(2, chunk), items);
        EXPECT_EQ(run.count(TaskStatus::failed), 4u);
        EXPECT_EQ(run.count(TaskStatus::done), 8u);
        EXPECT_EQ(run.error(1), "as asked");
        EXPECT_EQ(run.error(4), "the task could not be read in the worker process: as asked");
        EXPECT_EQ(run.error(7), "the result could not be sent from the worker process: as asked");
        EXPECT_EQ(run.error(9), "the task could not be sent: not to be made");
        EXPECT_FALSE(run.isKilled(0) || run.isKilled(1));
        expectLaws(run);
    }
}

TEST_F(Processes, AResultThatIsTooDeepFailsAlone)
{
    const PoolRun run = live(rulesFor(1), {act("do", "deep", 64), act("do", "deep", 65),
                                           act("do", "deep", 200), act("do", "pid")});
    EXPECT_EQ(run.result.items[0].status, TaskStatus::done);
    EXPECT_EQ(run.result.items[3].status, TaskStatus::done);
    for (const std::size_t item : {1, 2})
        EXPECT_THAT(run.error(item), HasSubstr("more than 64 levels"));
}

// Row 2: every byte arrives as it was sent, there and back, around the sizes at which something happens:
// buffers of the socket, of the reader, and what a writer keeps.
TEST_F(Processes, PayloadsTravelUntouched)
{
    std::vector<Value> items;
    std::vector<std::size_t> sizes{0, 1, 2};
    for (const std::size_t power : {8, 12, 16, 17, 18, 20, 22}) {
        for (const std::size_t beside : {64, 33, 20, 13, 12, 1, 0})
            sizes.push_back((std::size_t{1} << power) - beside);
        sizes.push_back((std::size_t{1} << power) + 1);
    }
    sizes.push_back(180'000);
    for (const std::size_t size : sizes)
        items.push_back(heavyAct("mirror", static_cast<std::int64_t>(size)));
    for (const int chunk : {1, 5}) {
        const PoolRun run = live(rulesFor(2, chunk), items);
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            ASSERT_EQ(run.result.items[i].status, TaskStatus::done) << run.error(i);
            EXPECT_TRUE(run.result.items[i].value.asString() == patternOf(sizes[i])) << sizes[i] << " bytes";
        }
        expectLaws(run);
    }
}

// Rows 9, 10 and 11, with the sentence of the strategy's text.
TEST_F(Processes, SillyNumbersAreRefusedBeforeAnythingStarts)
{
    for (const char* text : {"processes:0", "processes:-1", "processes:257", "processes:2@chunk=0",
                             "processes:2@chunk=-1", "processes:2@inflight=0", "processes:2@chunk=1.5",
                             "processes:2@chunk=nan", "processes:2@chunk=100001"}) {
        SCOPED_TRACE(text);
        EXPECT_THROW(parseStrategy(text, executors::builtinStrategies(), 2), Error);
    }
    for (const char* text : {"processes:1", "processes:256", "processes:2@chunk=100000,inflight=1000"})
        EXPECT_EQ(parseStrategy(text, executors::builtinStrategies(), 2).text(), text);
}

// Row 29.
TEST_F(Processes, ARunAfterShutdownIsAnError)
{
    const Value parameters = actsParameters({act("do", "nothing")});
    const auto workload = actsWorkload().make(parameters);
    const Job job = jobInProcesses(*workload, "acts", parameters);
    for (const bool prepared : {false, true}) {
        recording::Recorder recorder;
        executors::ProcessesExecutor executor(rulesFor(2), recorder, {&launcher, program});
        if (prepared)
            executor.prepare(job);
        executor.shutdown(ShutdownMode::wait);
        try {
            executor.run(job, {});
            ADD_FAILURE() << "ran";
        } catch (const Error& error) {
            EXPECT_THAT(error.what(), HasSubstr("after the executor was shut down"));
        }
    }
}

// Rows 32 and 36: every way to end leaves nothing, also without having run, also without shutdown.
TEST_F(Processes, EveryShutdownReturnsAndLeavesNothing)
{
    const Value parameters = actsParameters(repeated(4, act("do", "pid")));
    const auto workload = actsWorkload().make(parameters);
    const Job job = jobInProcesses(*workload, "acts", parameters);
    for (const ShutdownMode mode : {ShutdownMode::wait, ShutdownMode::cancelPending}) {
        for (const bool run : {false, true}) {
            for (const int shutdowns : {0, 1, 2}) {
                {
                    recording::Recorder recorder;
                    executors::ProcessesExecutor executor(rulesFor(3), recorder, {&launcher, program});
                    executor.prepare(job);
                    EXPECT_EQ(childrenOf().size(), 3u);
                    if (run)
                        executor.run(job, {});
                    for (int i = 0; i < shutdowns; ++i)
                        executor.shutdown(mode);
                    if (shutdowns > 0) {
                        EXPECT_TRUE(childrenOf().empty());
                    }
                }
                EXPECT_TRUE(childrenOf().empty());
            }
        }
    }
}

// A worker that neither reads on nor ends must not hold up the others' end: they share one patience.
TEST_F(Processes, WorkersThatStandStillAreEndedTogether)
{
    const Value parameters = actsParameters({act("do", "nothing")});
    const auto workload = actsWorkload().make(parameters);
    recording::Recorder recorder;
    executors::ProcessesExecutor executor(rulesFor(6), recorder, {&launcher, program});
    executor.prepare(jobInProcesses(*workload, "acts", parameters));
    for (const pid_t worker : childrenOf())
        kill(worker, SIGSTOP);
    const Nanoseconds begin = monotonicNow();
    executor.shutdown(ShutdownMode::wait);
    EXPECT_LT(toSeconds(monotonicNow() - begin), 3.0) << "one second for each of six would be more";
}

// Row 58 and F17: a worker has what it was given and nothing of its siblings', however quickly they start.
TEST_F(Processes, DescriptorsAreNotInheritedAmongSiblings)
{
    const int rounds = isSoak() ? 1000 : 50;
    std::vector<pid_t> all;
    for (int round = 0; round < rounds; ++round) {
        const PoolRun run = live(rulesFor(8), repeated(8, act("do", "fds")));
        for (const ItemResult& item : run.result.items)
            ASSERT_EQ(item.value, Value("0 1 2 3 4 ")) << "round " << round;
        EXPECT_EQ(run.workers.size(), 8u);
    }
}

TEST_F(Processes, WhatAWorkerPrintsGoesNowhere)
{
    ::testing::internal::CaptureStdout();
    const PoolRun run = live(rulesFor(2), repeated(4, act("do", "say", 1000)));
    EXPECT_EQ(::testing::internal::GetCapturedStdout(), "") << "our standard output may be a report's JSON";
    EXPECT_EQ(run.count(TaskStatus::done), 4u);
}

TEST_F(Processes, ItTellsWhatItsWorkersUsed)
{
    const PoolRun run = live(rulesFor(2), {act("do", "spin", 100), act("do", "memory", 50)});
    EXPECT_GT(run.cpuTime, 5 * ms) << "however busy the machine is";
    EXPECT_LT(run.cpuTime, 5 * nanosecondsPerSecond);
    EXPECT_GT(run.peakMemoryBytes, 50'000'000);
    EXPECT_LT(run.peakMemoryBytes, 1'000'000'000);
}
