// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A worker that writes anything over its lane in shared memory harms nobody who reads it: no crash, no hang,
// and nothing that cannot be reaches the tables. Dying in the middle of a write is in
// tst_processes_deaths.cpp.
#include "process_pool.h"

using namespace overlap;
using namespace overlap::core;
using namespace overlap::testing;

namespace {

class ProcessRings : public ProcessPool
{
protected:
    /// What holds even then.
    static void expectHarmless(const PoolRun& run)
    {
        for (const Lane& lane : run.timeline.lanes) {
            Nanoseconds last = run.timeline.start;
            for (const Span& span : lane.spans) {
                EXPECT_GE(span.begin, last);
                EXPECT_GE(span.end, span.begin);
                EXPECT_LT(static_cast<std::size_t>(span.state), stateCount);
                EXPECT_TRUE(span.item == noItem || span.item < run.result.items.size());
                EXPECT_TRUE(span.waker == noLane || span.waker < run.timeline.lanes.size());
                last = span.begin;
            }
            Nanoseconds sum = 0;
            for (const Nanoseconds total : lane.totals) {
                EXPECT_GE(total, 0);
                sum += total;
            }
            EXPECT_LE(sum, run.result.wall + 5 * nanosecondsPerSecond) << "start-up and shutdown, no more";
        }
        for (const TaskRow& task : run.timeline.tasks) {
            EXPECT_LT(task.item, run.result.items.size());
            EXPECT_LT(task.lane, run.timeline.lanes.size());
            EXPECT_LE(task.begin, task.end);
        }
        EXPECT_GE(run.timeline.start, -60 * nanosecondsPerSecond);
    }
};

} // namespace

TEST_F(ProcessRings, ScribblingDoesNoHarm)
{
    const int seeds = isSoak() ? 2000 : 30;
    for (int seed = 0; seed < seeds; ++seed) {
        SCOPED_TRACE(seed);
        std::vector<Value> items = repeated(40, act("do", "wait", 1));
        items[10] = act(seed % 3 == 0 ? "decode" : seed % 3 == 1 ? "do" : "encode", "scribble", seed);
        const PoolRun run = live(rulesFor(2, 1 + seed % 4), items);
        EXPECT_EQ(run.count(TaskStatus::done), 40u) << "its answers are well";
        expectHarmless(run);
    }
}

// It dies right after: whoever marks its lane writes within it, whatever stands in its header.
TEST_F(ProcessRings, ScribblingAsLastWordsDoesNoHarm)
{
    const int seeds = isSoak() ? 2000 : 30;
    for (int seed = 0; seed < seeds; ++seed) {
        SCOPED_TRACE(seed);
        std::vector<Value> items = repeated(12, act("do", "wait", 1));
        items[5] = act("decode", "scribble", seed);
        items[5].set("do", seed % 2 == 0 ? "exit" : "signal");
        items[5].set("n", seed % 2 == 0 ? seed : SIGKILL);
        const PoolRun run = live(rulesFor(2), items);
        EXPECT_EQ(run.result.items[5].status, TaskStatus::failed);
        EXPECT_EQ(run.count(TaskStatus::done), 11u);
        expectHarmless(run);
    }
}

// A stop then, and a hang: what the watch over silence reads is nonsense, and it ends all the same.
TEST_F(ProcessRings, AScribblerThatHangsIsFound)
{
    executors::ProcessRules rules = rulesFor(2);
    rules.workPatience = 300'000'000;
    for (const std::int64_t seed : {0, 5}) {
        std::vector<Value> items = repeated(6, act("do", "wait", 1));
        items[2] = act("decode", "scribble", seed);
        items[2].set("do", "hang");
        const PoolRun run = live(rules, items);
        EXPECT_THAT(run.error(2), ::testing::HasSubstr("did not respond for"));
        EXPECT_EQ(run.count(TaskStatus::done), 5u);
        expectHarmless(run);
    }
}

// F10: records that nobody takes are lost and counted, and the answers come all the same.
TEST_F(ProcessRings, AFullRingHoldsNobodyUp)
{
    const Value parameters = actsParameters(repeated(3000, act("do", "nothing")));
    const auto workload = actsWorkload().make(parameters);
    const Job job = jobInProcesses(*workload, "acts", parameters);
    recording::Recorder recorder(64);
    executors::ProcessesExecutor executor(rulesFor(2), recorder, {&launcher, program});
    executor.prepare(job);
    const RunResult result = executor.run(job, {});
    executor.shutdown(ShutdownMode::wait);
    EXPECT_EQ(std::ranges::count(result.items, TaskStatus::done, &ItemResult::status), 3000);
    for (std::size_t lane = 0; lane < 2; ++lane) {
        const auto tasks = std::ranges::count(result.items, lane, &ItemResult::lane);
        if (tasks > 64) { // on a busy machine one worker may do nearly all; a task has two records and more
            EXPECT_GT(recorder.reader(lane).lost(), 0u);
        }
        const auto totals = recorder.totals(lane);
        const Nanoseconds sum = std::accumulate(totals.begin(), totals.end(), Nanoseconds{0});
        Nanoseconds last = 0;
        for (const ItemResult& item : result.items)
            last = item.lane == lane ? std::max(last, item.end) : last;
        EXPECT_GE(sum, last) << "the totals do not depend on it";
    }
}
