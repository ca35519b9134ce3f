// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the workers of a pipeline end: by the end mark, by giving up, by dying, by a stop; always, and with a
// word on what nobody took. "Row n" as in tst_contract.cpp.
#include "strategy_run.h"
#include "support/census.h"
#include "support/gate.h"
#include "support/timeline_laws.h"
#include "support/timeline_text.h"

#include <atomic>
#include <gmock/gmock.h>
#include <random>

using namespace overlap;
using namespace overlap::core;
using namespace overlap::testing;
using ::testing::AllOf;
using ::testing::HasSubstr;

namespace {

constexpr Nanoseconds ms = 1'000'000;

StrategyRun runPipeline(const std::string& text, const Job& job, std::stop_token stop = {})
{
    return runStrategy(parseStrategy(text, executors::builtinStrategies(), 2), job, std::move(stop));
}

std::size_t countOf(const RunResult& result, TaskStatus status)
{
    return static_cast<std::size_t>(std::ranges::count(result.items, status, &ItemResult::status));
}

Nanoseconds lastEnd(const RunResult& result)
{
    return std::ranges::max(result.items, {}, &ItemResult::end).end;
}

Stage<Value> waits(TaskContext& context, Value input, Nanoseconds duration)
{
    co_await context.wait(duration);
    co_return input;
}

[[noreturn]] void endWorker()
{
    throw WorkerEnds(Message("the argument is no tuple"));
}

} // namespace

class PipelineEnds : public ::testing::Test
{
    Watchdog watchdog{"the end of a pipeline", std::chrono::seconds(isSoak() ? 3000 : 100)};
};

TEST_F(PipelineEnds, GivingUpCostsItsTimeAndLosesNothing)
{
    const FakeWorkload workload(
        6, [](StageIndex, TaskContext& context, Value input) { return waits(context, std::move(input), ms); },
        2);
    const StrategyRun run = runPipeline("pipeline:1,2@queues=0/5,timeout=200ms", jobOf(workload));
    EXPECT_EQ(countOf(run.result, TaskStatus::done), 6u);
    EXPECT_GE(run.result.wall, lastEnd(run.result) + 190 * ms) << "the time-out is inside the wall";
    EXPECT_EQ(brokenLaw(run.timeline), "");
    const StrategyRun marked = runPipeline("pipeline:1,2@queues=0/5", jobOf(workload));
    EXPECT_LT(marked.result.wall - lastEnd(marked.result), run.result.wall - lastEnd(run.result));

    Job scaled = jobOf(workload);
    scaled.timeScale = 0.1;
    const StrategyRun shorter = runPipeline("pipeline:1,2@queues=0/5,timeout=2000ms", scaled);
    EXPECT_GE(shorter.result.wall, lastEnd(shorter.result) + 190 * ms);
    EXPECT_LT(shorter.result.wall, lastEnd(shorter.result) + 1900 * ms) << "the time scale applies";
}

TEST_F(PipelineEnds, TheFirstStageNeverGivesUp)
{
    const FakeWorkload workload(3, [](StageIndex, TaskContext& context, Value input) {
        return waits(context, std::move(input), ms);
    });
    Job job = jobOf(workload);
    job.feedInterval = 30 * ms;
    EXPECT_EQ(countOf(runPipeline("pipeline:1@timeout=5ms", job).result, TaskStatus::done), 3u);
}

// The consumer gives up while the producer still works: no hang, and every item says what became of it.
TEST_F(PipelineEnds, WhoGivesUpTooEarlyIsNamed)
{
    const FakeWorkload workload(
        6,
        [](StageIndex stage, TaskContext& context, Value input) {
            return waits(context, std::move(input), stage == 0 && context.item() == 2 ? 200 * ms : ms);
        },
        2);
    for (const char* queues : {"0/0", "1/1", "2/1", "1/2"}) {
        SCOPED_TRACE(queues);
        const StrategyRun run =
            runPipeline("pipeline:1,1@queues=" + std::string(queues) + ",timeout=20ms", jobOf(workload));
        EXPECT_EQ(brokenLaw(run.timeline), "");
        EXPECT_EQ(countOf(run.result, TaskStatus::pending), 0u);
        for (std::size_t i = 0; i < 6; ++i) {
            if (i < 2 && run.result.items[i].status == TaskStatus::done)
                continue;
            EXPECT_EQ(run.result.items[i].status, TaskStatus::failed);
            EXPECT_THAT(run.result.items[i].error.english(),
                        AllOf(HasSubstr("nobody took this item"), HasSubstr("“stage”"),
                              HasSubstr("gave up after 20.0 ms")));
            EXPECT_LE(run.result.items[i].end, run.result.wall);
        }
        EXPECT_EQ(std::ranges::count(run.timeline.tasks, StageIndex{0}, &TaskRow::stage), 6)
            << "the producer does its work all the same";
    }
}

TEST_F(PipelineEnds, AWorkerThatDiesTakesItsItemAloneWhileOthersAreLeft)
{
    std::atomic<bool> died = false;
    const FakeWorkload workload(
        20,
        [&](StageIndex stage, TaskContext& context, Value input) -> Stage<Value> {
            if (stage == 1 && !died.exchange(true))
                endWorker();
            return waits(context, std::move(input), ms);
        },
        2);
    const StrategyRun run = runPipeline("pipeline:1,2@queues=1/1", jobOf(workload));
    EXPECT_EQ(countOf(run.result, TaskStatus::done), 19u);
    const auto lost = std::ranges::find(run.result.items, TaskStatus::failed, &ItemResult::status);
    ASSERT_NE(lost, run.result.items.end());
    EXPECT_EQ(lost->error.english(), "the argument is no tuple");
    EXPECT_EQ(brokenLaw(run.timeline), "") << timelineText(run.timeline);
}

// In each stage, with queues of every kind: a definite end, and the stage and its reason in words.
TEST_F(PipelineEnds, WhereAllWorkersOfAStageDieEveryItemSaysSo)
{
    for (StageIndex dying = 0; dying < 3; ++dying) {
        for (const char* text :
             {"pipeline:1,1,1", "pipeline:2,2,2@queues=1/1/1", "pipeline:1,2,1@queues=0/1/0",
              "pipeline:1,1,1@timeout=30ms", "pipeline:2,1,2@queues=1/2/1,timeout=30ms"}) {
            SCOPED_TRACE(::testing::Message() << text << ", stage " << dying);
            const FakeWorkload workload(
                12,
                [&](StageIndex stage, TaskContext& context, Value input) -> Stage<Value> {
                    if (stage == dying)
                        endWorker();
                    return waits(context, std::move(input), ms / 5);
                },
                3);
            const Strategy strategy = parseStrategy(text, executors::builtinStrategies(), 2);
            const StrategyRun run = runStrategy(strategy, jobOf(workload));
            EXPECT_EQ(brokenLaw(run.timeline), "");
            EXPECT_EQ(countOf(run.result, TaskStatus::failed), 12u);
            std::size_t withTheirWorker = 0;
            for (const ItemResult& item : run.result.items) {
                EXPECT_THAT(item.error.english(), HasSubstr("the argument is no tuple"));
                withTheirWorker += item.error.english() == "the argument is no tuple" ? 1 : 0;
            }
            EXPECT_EQ(withTheirWorker, static_cast<std::size_t>(strategy.counts[dying]));
            if (dying > 0) {
                EXPECT_EQ(std::ranges::count(run.timeline.tasks, StageIndex{0}, &TaskRow::stage), 12);
            }
        }
    }
}

TEST_F(PipelineEnds, ADeadFirstStageEndsTheFeeder)
{
    const FakeWorkload workload(5, [](StageIndex, TaskContext&, Value) -> Stage<Value> { endWorker(); });
    Job job = jobOf(workload);
    job.feedInterval = 1000 * nanosecondsPerSecond;
    const StrategyRun run = runPipeline("pipeline:1", job);
    EXPECT_EQ(countOf(run.result, TaskStatus::failed), 5u);
    EXPECT_LT(run.result.wall, 100 * nanosecondsPerSecond);
    EXPECT_THAT(run.result.items[4].error.english(), HasSubstr("nobody took this item"));
}

TEST_F(PipelineEnds, EverywhereElseADyingWorkerIsAFailedTask)
{
    const FakeWorkload workload(6, [](StageIndex, TaskContext& context, Value input) -> Stage<Value> {
        if (context.item() == 1)
            endWorker();
        return waits(context, std::move(input), ms / 10);
    });
    for (const char* text : {"sequential", "threads:1", "gil-threads:2"}) {
        SCOPED_TRACE(text);
        const StrategyRun run = runStrategy(text, jobOf(workload));
        EXPECT_EQ(countOf(run.result, TaskStatus::done), 5u);
        EXPECT_EQ(run.result.items[1].error.english(), "the argument is no tuple");
    }
}

// Rows 34, 37 and 61: stopped at random moments, with full queues, dying and failing workers and time-outs,
// it returns soon, and each item has one fate.
TEST_F(PipelineEnds, StoppedAtRandomMomentsItReturnsSoon)
{
    const Census before;
    std::mt19937 random(20261122);
    std::vector<double> late;
    const int rounds = isSoak() ? 2000 : 60;
    for (int round = 0; round < rounds; ++round) {
        const FakeWorkload workload(
            100,
            [&](StageIndex stage, TaskContext& context, Value input) -> Stage<Value> {
                switch ((context.item() + stage) % 7) {
                case 0:
                    return waits(context, std::move(input), ms);
                case 1:
                    throw std::runtime_error("broken");
                case 2:
                    if (round % 5 == 0 && context.item() > 50)
                        endWorker();
                    break;
                default:
                    break;
                }
                return waits(context, std::move(input), 0);
            },
            3);
        const char* texts[] = {"pipeline:1,1,1@queues=1/1/1", "pipeline:2,3,1@queues=1/2/0", "pipeline:4,1,2",
                               "pipeline:1,4,1@queues=3/0/1,timeout=10ms"};
        std::stop_source stop;
        std::atomic<Nanoseconds> stopped = 0;
        const auto moment = std::chrono::microseconds(random() % 30'000);
        std::jthread stopper([&] {
            std::this_thread::sleep_for(moment);
            stopped = monotonicNow();
            stop.request_stop();
        });
        Job job = jobOf(workload);
        job.feedInterval = round % 3 == 0 ? ms / 5 : 0;
        const StrategyRun run = runPipeline(texts[round % 4], job, stop.get_token());
        const Nanoseconds returned = monotonicNow();
        stopper.join();
        if (stopped < returned)
            late.push_back(toSeconds(returned - stopped));
        ASSERT_EQ(countOf(run.result, TaskStatus::pending), 0u) << "round " << round;
        ASSERT_EQ(brokenLaw(run.timeline), "") << "round " << round;
    }
    ASSERT_FALSE(late.empty());
    std::ranges::sort(late);
    // 250 ms are owed on a quiet machine.
    EXPECT_LT(late[late.size() / 2], 0.25);
    EXPECT_LT(late.back(), 3.0);
    EXPECT_TRUE(noThreadMoreThan(before.threads));
}

// Rows 36 and 59.
TEST_F(PipelineEnds, StartsAndStopsAgainAndAgain)
{
    const FakeWorkload workload(
        5, [](StageIndex, TaskContext& context, Value input) { return waits(context, std::move(input), 0); },
        3);
    const Census before;
    const int rounds = isSoak() ? 10'000 : 300;
    for (int round = 0; round < rounds; ++round) {
        std::stop_source stop;
        if (round % 4 == 3)
            stop.request_stop();
        const StrategyRun run = runPipeline(round % 2 == 0 ? "pipeline:1,2,1@queues=1/1/1" : "pipeline:2,1,2",
                                            jobOf(workload), stop.get_token());
        ASSERT_EQ(countOf(run.result, round % 4 == 3 ? TaskStatus::cancelled : TaskStatus::done), 5u);
    }
    EXPECT_TRUE(noThreadMoreThan(before.threads));
    EXPECT_EQ(Census().descriptors, before.descriptors);
}
