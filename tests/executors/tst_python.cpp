// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The machine's CPython does its items under each strategy: order, failures, states, a stop, nothing left.
#include "python_pool.h"

using namespace overlap;
using namespace overlap::core;
using namespace overlap::testing;

namespace {

const std::vector<executors::PythonRules> everyStrategy{
    pythonRules(Pool::sequential), pythonRules(Pool::threads, 1), pythonRules(Pool::threads, 3),
    pythonRules(Pool::processes, 1), pythonRules(Pool::processes, 2)};

} // namespace

using Python = PythonPool;

TEST_F(Python, EveryStrategyDoesEveryItemAndAnswersInOrder)
{
    const TwinWorkload workload = sums(7, 1000);
    for (const executors::PythonRules& rules : everyStrategy) {
        const PythonLife life = live(rules, jobOf(workload));
        expectPythonLaws(life);
        ASSERT_EQ(life.count(TaskStatus::done), 7u);
        for (std::size_t i = 0; i < 7; ++i) {
            EXPECT_EQ(*life.result.items[i].value.find("task"), Value(i + 1));
            EXPECT_EQ(*life.result.items[i].value.find("sum"), Value("332833500"));
        }
        EXPECT_EQ(life.timeline.lanes.size(), static_cast<std::size_t>(rules.workers));
        EXPECT_EQ(life.timeline.tasks.size(), 7u);
        EXPECT_EQ(life.timeline.lostRecords(), 0u);
        EXPECT_LT(life.timeline.start, 0) << "start-up lies left of zero";
        EXPECT_GT(life.cpuTime, 0);
    }
}

TEST_F(Python, WaitsTakePlaceAtOnceOnThreads)
{
    const TwinWorkload workload = waits(4, 0.2);
    const PythonLife alone = live(pythonRules(Pool::sequential), jobOf(workload));
    const PythonLife together = live(pythonRules(Pool::threads, 4), jobOf(workload));
    EXPECT_GE(alone.result.wall, 4 * fromSeconds(0.2));
    EXPECT_LT(together.result.wall, alone.result.wall / 2);
    EXPECT_GT(alone.share(State::waiting), 0.9);
}

TEST_F(Python, AFailureIsItsItemsOwnAndKeepsItsWords)
{
    const TwinWorkload workload("data-chunks", settingOf({{"items", 100}, {"failingChunk", 2}}),
                                {0, 1, Value("three"), 3}, {{"chunk", "Chunk", ParameterKind::integer}});
    for (const executors::PythonRules& rules : everyStrategy) {
        const PythonLife life = live(rules, jobOf(workload));
        expectPythonLaws(life);
        EXPECT_EQ(life.count(TaskStatus::done), 2u);
        EXPECT_EQ(life.result.items[1].error, Message("chunk %1 was told to fail", {"2"}));
        EXPECT_THAT(life.error(2), ::testing::StartsWith("TypeError: "));
        EXPECT_EQ(std::ranges::count(life.timeline.tasks, TaskStatus::failed, &TaskRow::status), 2);
    }
}

TEST_F(Python, WhatCannotBeDoneInPythonIsSaidBeforeTheRun)
{
    const TwinWorkload unknown("juggling", settingOf({}), {1}, {});
    for (const executors::PythonRules& rules : everyStrategy)
        EXPECT_EQ(refusal(rules, unknown), "Python has no task “juggling”");
}

TEST_F(Python, AnItemStartsNoEarlierThanItsFeed)
{
    const TwinWorkload workload = sums(5, 10);
    for (const executors::PythonRules& rules : everyStrategy) {
        Job job = jobOf(workload);
        job.feedInterval = fromSeconds(0.1);
        job.timeScale = 0.5;
        const PythonLife life = live(rules, job);
        expectPythonLaws(life);
        for (std::size_t i = 0; i < 5; ++i)
            EXPECT_GE(life.result.items[i].begin, static_cast<Nanoseconds>(i) * fromSeconds(0.05));
        EXPECT_LT(life.share(State::dispatch) + life.share(State::transfer), 0.2)
            << "it is waiting for items";
    }
}

TEST_F(Python, ManySmallItemsLoseNothing)
{
    const TwinWorkload workload(
        "doublings", settingOf({}), numbersBelow(20'000),
        {{"number", "Number", ParameterKind::integer}, {"double", "Doubled", ParameterKind::integer}});
    for (const executors::PythonRules& rules :
         {pythonRules(Pool::sequential), pythonRules(Pool::threads, 4), pythonRules(Pool::processes, 2)}) {
        const PythonLife life = live(rules, jobOf(workload));
        expectPythonLaws(life);
        EXPECT_EQ(life.count(TaskStatus::done), 20'000u);
        EXPECT_EQ(life.timeline.lostRecords(), 0u);
        EXPECT_EQ(life.timeline.tasks.size(), 20'000u);
    }
}

TEST_F(Python, AChunkGoesToOneProcessAndItsItemsAreTheirOwn)
{
    executors::PythonRules rules = pythonRules(Pool::processes, 2);
    rules.chunk = 10;
    const TwinWorkload workload("data-chunks", settingOf({{"items", 10}, {"failingChunk", 14}}),
                                numbersBelow(25), {{"chunk", "Chunk", ParameterKind::integer}});
    Job job = jobOf(workload);
    const PythonLife life = live(rules, job);
    expectPythonLaws(life);
    EXPECT_EQ(life.count(TaskStatus::done), 24u);
    EXPECT_EQ(life.error(13), "chunk 14 was told to fail");
    for (std::size_t i = 0; i < 25; ++i)
        EXPECT_EQ(life.result.items[i].lane, life.result.items[i / 10 * 10].lane) << i;
    EXPECT_EQ(life.timeline.tasks.size(), 25u);
    rules.chunk = 100'000;
    EXPECT_EQ(live(rules, job).count(TaskStatus::done), 24u) << "more than there are";
    rules.chunk = 2;
    job.feedInterval = fromSeconds(0.02);
    const PythonLife fed = live(rules, job);
    for (std::size_t i = 0; i < 25; ++i)
        EXPECT_GE(fed.result.items[i].begin, static_cast<Nanoseconds>(i) * fromSeconds(0.02)) << i;
}

TEST_F(Python, ALongSwitchIntervalDelaysWhoWaits)
{
    const std::string asksForLock =
        "'" + interpreter.string() +
        "' -c 'import sys; sys.exit(not getattr(sys, \"_is_gil_enabled\", lambda: 1)())'";
    if (std::system(asksForLock.c_str()) != 0)
        GTEST_SKIP() << "this Python has no lock";
    const TwinWorkload workload(
        "convoy", settingOf({{"waits", 5}, {"pause", 0.005}, {"compute", 0.4}}), numbersBelow(2),
        {{"task", "Task", ParameterKind::integer}, {"delay", "Late", ParameterKind::seconds, false, true}});
    const auto delayWith = [&](double interval) {
        executors::PythonRules rules = pythonRules(Pool::threads, 2);
        rules.switchInterval = fromSeconds(interval);
        const PythonLife life = live(rules, jobOf(workload));
        EXPECT_EQ(life.count(TaskStatus::done), 2u);
        return life.result.items[0].value.find("delay")->asNumber();
    };
    bool longer = false; // whatever else runs here delays both
    for (int attempt = 0; attempt < 3 && !longer; ++attempt)
        longer = delayWith(0.05) > 2 * delayWith(0.001);
    EXPECT_TRUE(longer);
}

TEST_F(Python, ThePoolsBoundsAreTheStrategys)
{
    for (const char* name : {"python-threads", "python-processes"}) {
        for (const char* count : {"0", "-1", "10000000"}) {
            EXPECT_THROW(
                core::parseStrategy(std::string(name) + ":" + count, executors::builtinStrategies(), 2),
                core::Error);
        }
    }
}

TEST_F(Python, EveryLifeEndsHoweverItIsLeft)
{
    const TwinWorkload workload = waits(2, 0.01);
    const Job job = jobOf(workload);
    for (const executors::PythonRules& rules : everyStrategy) {
        const executors::ExecutorServices services{&launcher, {}, interpreter, runner};
        {
            recording::Recorder recorder;
            executors::PythonExecutor executor(rules, recorder, services);
            executor.shutdown(ShutdownMode::wait); // never prepared
        }
        {
            recording::Recorder recorder;
            executors::PythonExecutor executor(rules, recorder, services);
            executor.prepare(job); // never run
            executor.shutdown(ShutdownMode::wait);
            EXPECT_THROW(executor.run(job, {}), core::Error);
        }
        {
            recording::Recorder recorder;
            executors::PythonExecutor executor(rules, recorder, services);
            executor.prepare(job); // dropped
        }
        EXPECT_TRUE(childrenOf().empty());
    }
}

TEST_F(Python, MoreThreadsThanItemsAndMoreItemsThanThreads)
{
    const TwinWorkload one = waits(1, 0.01);
    EXPECT_EQ(live(pythonRules(Pool::threads, 64), jobOf(one)).count(TaskStatus::done), 1u);
    const TwinWorkload none = waits(0, 0.01);
    for (const executors::PythonRules& rules : everyStrategy)
        EXPECT_EQ(live(rules, jobOf(none)).result.items.size(), 0u);
}
