// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Workers that die, hang or go astray, in every phase of a task (rows 38 to 43, 53; F1 to F3): an error that
// names process and cause, in bounded time, for the task that the worker was at and for no other.
#include "process_pool.h"

using namespace overlap;
using namespace overlap::core;
using namespace overlap::testing;
using ::testing::HasSubstr;

namespace {

/// An act that is the end of a worker, and what the task's error says besides the pid.
struct Ending
{
    const char* name;
    const char* what;
    std::int64_t n;
    const char* cause;
    bool slow = false; ///< found by patience
};

constexpr Ending endings[] = {
    {"exit_0", "exit", 0, "ended on its own with exit code 0"},
    {"exit_3", "exit", 3, "ended on its own with exit code 3"},
    {"segv", "signal", SIGSEGV, "was ended by signal 11 (Segmentation fault)"},
    {"abort", "signal", SIGABRT, "was ended by signal 6 (Aborted)"},
    {"kill", "signal", SIGKILL, "was killed (signal 9): by hand, or because the memory ran out"},
    {"term", "signal", SIGTERM, "was ended by signal 15 (Terminated)"},
    {"hang", "hang", 0, "did not respond for", true},
    {"stop", "signal", SIGSTOP, "did not respond for", true},
    {"garbage", "garbage", 64, "sent what is no answer and was ended"},
    {"much_garbage", "garbage", 3'000'000, "sent what is no answer and was ended"},
    {"broken_promise", "promise", 500'000, "ended on its own with exit code 3"},
    {"promise_of_a_gigabyte", "promise", 1LL << 30, "ended on its own with exit code 3"},
    {"promise_of_four_gigabytes", "promise", 0xFFFFFFFF, "sent what is no answer and was ended"},
    {"hangup", "hangup", 0, "hung up and was ended"},
    {"fork", "fork", 2000, "ended on its own with exit code 3"},
};

struct Case
{
    Ending ending;
    const char* phase;
};

void PrintTo(const Case& one, std::ostream* out)
{
    *out << one.phase << " " << one.ending.name;
}

std::vector<Case> cases()
{
    std::vector<Case> all;
    for (const Ending& ending : endings) {
        for (const char* phase : {"decode", "do", "encode"}) {
            // To be stopped is to hang, seen from outside.
            if (std::string(ending.name) != "stop" || std::string(phase) == "do")
                all.push_back({ending, phase});
        }
    }
    return all;
}

std::string nameOf(const ::testing::TestParamInfo<Case>& instance)
{
    return std::string(instance.param.ending.name) + "_" + instance.param.phase;
}

executors::ProcessRules impatient(executors::ProcessRules rules)
{
    rules.workPatience = 300'000'000;
    return rules;
}

class ProcessDeaths : public ProcessPool, public ::testing::WithParamInterface<Case>
{
protected:
    const Ending& ending() const { return GetParam().ending; }
    Value lethal() const { return act(GetParam().phase, ending().what, ending().n); }

    void expectCause(const PoolRun& run, std::size_t item)
    {
        EXPECT_EQ(run.result.items[item].status, TaskStatus::failed);
        const std::string error = run.error(item);
        EXPECT_THAT(error, HasSubstr(ending().cause));
        const LaneIndex lane = run.result.items[item].lane;
        ASSERT_LT(lane, run.workers.size());
        EXPECT_THAT(error, HasSubstr("worker process " + std::to_string(run.workers[lane]) + " "));
        EXPECT_TRUE(run.isKilled(lane)) << shortText(run);
    }
};

} // namespace

INSTANTIATE_TEST_SUITE_P(Matrix, ProcessDeaths, ::testing::ValuesIn(cases()), nameOf);

// The rest of the chunk, which nobody had come to, is done by the others; so is what was in flight behind it.
TEST_P(ProcessDeaths, FailsTheTaskItWasAtAndNoOther)
{
    for (const int chunk : ending().slow ? std::vector{5} : std::vector{1, 5}) {
        SCOPED_TRACE(chunk);
        // Two milliseconds: longer than answers of a chunk wait for each other.
        std::vector<Value> items = repeated(10, act("do", "wait", 2));
        items[7] = lethal();
        const PoolRun run = live(impatient(rulesFor(2, chunk)), items);
        for (std::size_t i = 0; i < items.size(); ++i)
            EXPECT_EQ(run.result.items[i].status, i == 7 ? TaskStatus::failed : TaskStatus::done)
                << i << run.error(i);
        expectCause(run, 7);
        expectLaws(run);
        const LaneIndex other = 1 - run.result.items[7].lane;
        EXPECT_FALSE(run.isKilled(other));
    }
}

// With several chunks in flight the answers that came before the end count, and what waited goes to others.
TEST_P(ProcessDeaths, WhatWasInFlightIsNotLost)
{
    if (ending().slow)
        GTEST_SKIP() << "as above, and each takes a while";
    std::vector<Value> items = repeated(200, act("do", "pid"));
    items[100] = lethal();
    const PoolRun run = live(impatient(rulesFor(3, 1, 8)), items);
    EXPECT_EQ(run.count(TaskStatus::done), 199u);
    expectCause(run, 100);
    expectLaws(run);
}

TEST_P(ProcessDeaths, WithoutAnotherWorkerTheRestSaysSo)
{
    if (ending().slow && std::string(GetParam().phase) != "do")
        GTEST_SKIP() << "one of them will do: each takes a while";
    std::vector<Value> items = repeated(10, act("do", "nothing"));
    items[4] = lethal();
    const PoolRun run = live(impatient(rulesFor(1)), items);
    EXPECT_EQ(run.count(TaskStatus::done), 4u);
    expectCause(run, 4);
    for (std::size_t i = 5; i < 10; ++i)
        EXPECT_EQ(run.error(i), "no worker process is left for this task: the last one was " +
                                    std::to_string(run.workers[0]));
    expectLaws(run);
}

class ProcessCrashes : public ProcessPool
{};

// Row 53: several at once, all of them, and one after the other; each task has its own worker's obituary.
TEST_F(ProcessCrashes, ManyDeathsAtOnce)
{
    for (const int workers : {1, 2, 5, 13}) {
        SCOPED_TRACE(workers);
        const auto count = static_cast<std::size_t>(workers);
        std::vector<Value> items = repeated(count, act("do", "signal", SIGKILL));
        items.resize(count + 5, act("do", "pid"));
        const PoolRun run = live(rulesFor(workers), items);
        std::set<std::string> errors;
        for (std::size_t i = 0; i < count; ++i)
            errors.insert(run.error(i));
        EXPECT_EQ(errors.size(), count) << "each names another process";
        EXPECT_EQ(run.count(TaskStatus::failed), count + 5);
        EXPECT_THAT(run.error(count + 4), HasSubstr("no worker process is left"));
        expectLaws(run);
    }
}

// A task that is the end of each worker that touches it costs one worker, not the pool.
TEST_F(ProcessCrashes, ADeadlyTaskIsNotGivenToAnother)
{
    std::vector<Value> items = repeated(60, act("do", "spin", 1));
    for (const std::size_t deadly : {10, 25, 40})
        items[deadly] = act("decode", "signal", SIGSEGV);
    for (const int chunk : {1, 4, 10}) {
        SCOPED_TRACE(chunk);
        const PoolRun run = live(rulesFor(4, chunk), items);
        EXPECT_EQ(std::ranges::count_if(run.timeline.lanes,
                                        [&](const Lane& lane) {
                                            return run.isKilled(
                                                static_cast<std::size_t>(&lane - run.timeline.lanes.data()));
                                        }),
                  3)
            << shortText(run);
        for (const std::size_t deadly : {10, 25, 40})
            EXPECT_THAT(run.error(deadly), HasSubstr("signal 11"));
        EXPECT_GE(run.count(TaskStatus::done), 60u - 3u * static_cast<unsigned>(chunk));
        expectLaws(run);
    }
}

// A stage that waits may be silent as long as it likes.
TEST_F(ProcessCrashes, WaitingIsNoHanging)
{
    const PoolRun run = live(impatient(rulesFor(2)), repeated(2, act("do", "wait", 800)));
    EXPECT_EQ(run.count(TaskStatus::done), 2u) << run.error(0);
}

// F1, at any moment: whatever a worker was at, each item ends once and the timeline stays true. Killed in the
// middle of a write into its ring, a worker leaves only published records (F11): an unpublished one would
// have no time, and break a law.
TEST_F(ProcessCrashes, KilledAtRandomMoments)
{
    const unsigned seed = 20261122;
    core::Random random(seed);
    const int kills = isSoak() ? 10'000 : 200;
    constexpr int workers = 4;
    std::size_t killed = 0;
    std::size_t lost = 0;
    for (int round = 0; killed < static_cast<std::size_t>(kills); ++round) {
        SCOPED_TRACE("seed " + std::to_string(seed) + ", round " + std::to_string(round));
        const int chunk = round % 3 == 0 ? 25 : 1;
        std::jthread killer;
        const auto killAll = [&random](const std::stop_token& ended, const std::vector<pid_t>& pids) {
            for (const pid_t pid : pids) {
                std::this_thread::sleep_for(std::chrono::microseconds(random.below(8000)));
                if (!ended.stop_requested())
                    kill(pid, SIGKILL);
            }
        };
        const PoolRun run =
            live(rulesFor(workers, chunk), repeated(5000, act("do", "nothing")),
                 {.beforeRun = [&](const auto& pids) { killer = std::jthread(killAll, pids); },
                  .afterRun = [&] { killer = {}; }});
        for (std::size_t lane = 0; lane < workers; ++lane)
            killed += run.isKilled(lane) ? 1 : 0;
        lost += run.count(TaskStatus::failed);
        expectLaws(run);
        ASSERT_FALSE(HasFailure());
    }
    EXPECT_GT(lost, 0u);
    if (isSoak())
        std::printf("soak: %zu workers killed, %zu tasks lost\n", killed, lost);
}
