// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a pipeline owes beside the contract of every strategy: stages, queues, wakers, lanes. How its workers
// end is in tst_pipeline_ends.cpp. "Row n" as in tst_contract.cpp.
#include "analysis/ledger.h"
#include "strategy_run.h"
#include "support/gate.h"
#include "support/timeline_laws.h"
#include "support/timeline_text.h"

#include <atomic>
#include <gmock/gmock.h>
#include <mutex>
#include <numeric>
#include <pthread.h>
#include <set>

using namespace overlap;
using namespace overlap::core;
using namespace overlap::testing;

namespace {

constexpr Nanoseconds ms = 1'000'000;

StrategyRun runPipeline(const std::string& text, const Job& job, std::stop_token stop = {})
{
    return runStrategy(parseStrategy(text, executors::builtinStrategies(), 2), job, std::move(stop));
}

Nanoseconds totalOf(const Lane& lane, State state)
{
    return lane.totals[static_cast<std::size_t>(state)];
}

const Lane& laneOf(const StrategyRun& run, LaneKind kind)
{
    return *std::ranges::find(run.timeline.lanes, kind, &Lane::kind);
}

/// "1,3,1@queues=2/2/2" of a pattern such as "SPS".
std::string textOf(const std::string& pattern, int width, int places)
{
    std::string counts;
    std::string queues;
    for (const char stage : pattern) {
        counts += (counts.empty() ? "" : ",") + std::to_string(stage == 'S' ? 1 : width);
        queues += (queues.empty() ? "" : "/") + std::to_string(places);
    }
    return "pipeline:" + counts + "@queues=" + queues;
}

std::vector<std::string> patterns()
{
    std::vector<std::string> all;
    for (std::size_t length = 1; length <= 4; ++length) {
        for (unsigned bits = 0; bits < 1U << length; ++bits) {
            std::string pattern;
            for (std::size_t stage = 0; stage < length; ++stage)
                pattern += (bits >> stage & 1U) != 0 ? 'P' : 'S';
            all.push_back(pattern);
        }
    }
    return all;
}

Stage<Value> waits(TaskContext& context, Value input, Nanoseconds duration)
{
    co_await context.wait(duration);
    co_return input;
}

} // namespace

class Pipeline : public ::testing::Test
{
    Watchdog watchdog{"a pipeline", std::chrono::seconds(100)};
};

// Row 62: every pattern of serial and parallel stages, 1 to 4 places, 1 to 4 workers.
TEST_F(Pipeline, EveryPatternOfStagesPlacesAndWorkers)
{
    constexpr std::size_t items = 12;
    for (const std::string& pattern : patterns()) {
        for (int places = 1; places <= 4; ++places) {
            for (int width = 1; width <= 4; ++width) {
                const std::string text = textOf(pattern, width, places);
                SCOPED_TRACE(text);
                std::mutex mutex; // protects what follows
                std::vector<std::vector<ItemIndex>> order(pattern.size());
                std::size_t inside = 0;
                std::size_t most = 0;
                const FakeWorkload workload(
                    items,
                    [&](StageIndex stage, TaskContext& context, Value input) -> Stage<Value> {
                        {
                            const std::lock_guard lock(mutex);
                            order[stage].push_back(context.item());
                            inside += stage == 0 ? 1 : 0;
                            most = std::max(most, inside);
                            inside -= stage + 1U == pattern.size() ? 1 : 0;
                        }
                        std::this_thread::yield();
                        co_return input;
                    },
                    pattern.size());
                const StrategyRun run = runPipeline(text, jobOf(workload));
                ASSERT_EQ(brokenLaw(run.timeline), "");
                std::size_t room = 0; // for items that have begun and are not in the last stage yet
                bool serialSoFar = true;
                for (std::size_t stage = 0; stage < pattern.size(); ++stage) {
                    serialSoFar = serialSoFar && (pattern[stage] == 'S' || width == 1);
                    std::vector<ItemIndex> sorted = order[stage];
                    std::ranges::sort(sorted);
                    std::vector<ItemIndex> all(items);
                    std::iota(all.begin(), all.end(), 0U);
                    ASSERT_EQ(sorted, all) << "each item once in stage " << stage;
                    if (serialSoFar) {
                        ASSERT_EQ(order[stage], all) << "serial stages keep the order";
                    }
                    room += static_cast<std::size_t>(pattern[stage] == 'S' ? 1 : width) +
                            (stage > 0 ? static_cast<std::size_t>(places) : 0);
                }
                ASSERT_LE(most, room);
                ASSERT_EQ(run.timeline.tracks.size(), pattern.size());
                for (const Track& track : run.timeline.tracks) {
                    ASSERT_EQ(track.limit, places);
                    ASSERT_EQ(track.points.size(), 2 * items) << "in and out";
                    ASSERT_EQ(track.points.back().value, 0);
                    for (const Track::Point& point : track.points)
                        ASSERT_TRUE(point.value >= 0 && point.value <= places);
                }
                for (std::size_t i = 0; i < items; ++i) {
                    ASSERT_EQ(run.result.items[i].status, TaskStatus::done);
                    ASSERT_EQ(run.result.items[i].value, Value(i));
                }
            }
        }
    }
}

TEST_F(Pipeline, LanesStandInTheOrderOfTheWayAndBearTheStagesName)
{
    const FakeWorkload workload(
        4, [](StageIndex, TaskContext& context, Value input) { return waits(context, std::move(input), ms); },
        2);
    const StrategyRun run = runPipeline("pipeline:1,2@queues=0/3", jobOf(workload));
    std::vector<std::string> names;
    for (const Lane& lane : run.timeline.lanes)
        names.push_back(lane.name);
    EXPECT_THAT(names, ::testing::ElementsAre("feeder", "stage 1", "stage 2", "stage 3", "collector"))
        << "stages that are called alike go on counting";
    EXPECT_EQ(run.timeline.lanes.front().kind, LaneKind::feeder);
    EXPECT_EQ(run.timeline.lanes.back().kind, LaneKind::collector);
    ASSERT_EQ(run.timeline.tracks.size(), 2u);
    EXPECT_EQ(run.timeline.tracks[0].name, "queue 1");
    EXPECT_EQ(run.timeline.tracks[0].limit, 0);
    EXPECT_EQ(run.timeline.tracks[1].limit, 3);
}

TEST_F(Pipeline, TheSystemKnowsTheThreadsByTheirLanes)
{
    std::mutex mutex;
    std::set<std::string> names; // protected by mutex
    const FakeWorkload workload(
        6,
        [&](StageIndex, TaskContext& context, Value input) -> Stage<Value> {
            char name[16] = {};
            pthread_getname_np(pthread_self(), name, sizeof name);
            {
                const std::lock_guard lock(mutex);
                names.insert(name);
            }
            co_await context.wait(2 * ms);
            co_return input;
        },
        2);
    runPipeline("pipeline:1,2", jobOf(workload));
    EXPECT_THAT(names, ::testing::IsSubsetOf({"stage 1", "stage 2", "stage 3"}));
    EXPECT_TRUE(names.contains("stage 1"));
}

// Back-pressure: the slow stage holds the fast one up, and who waited knows whom for.
TEST_F(Pipeline, AFullQueueHoldsUpWhoPutsAndTheTakerIsItsWaker)
{
    const FakeWorkload workload(
        8,
        [](StageIndex stage, TaskContext& context, Value input) {
            return waits(context, std::move(input), stage == 0 ? ms / 10 : 5 * ms);
        },
        2);
    const StrategyRun run = runPipeline("pipeline:1,1@queues=1/2", jobOf(workload));
    EXPECT_EQ(brokenLaw(run.timeline), "") << timelineText(run.timeline);
    const Lane& first = run.timeline.lanes[1];
    EXPECT_GT(totalOf(first, State::queueFull), 5 * ms);
    EXPECT_GT(totalOf(laneOf(run, LaneKind::feeder), State::queueFull), 5 * ms);
    EXPECT_EQ(totalOf(run.timeline.lanes[2], State::queueFull), 0);
    for (std::size_t lane = 0; lane < 2; ++lane) {
        const auto& spans = run.timeline.lanes[lane].spans;
        std::size_t waitsSeen = 0;
        for (std::size_t i = 0; i + 1 < spans.size(); ++i) {
            if (spans[i].state != State::queueFull)
                continue;
            ++waitsSeen;
            EXPECT_EQ(spans[i + 1].waker, lane + 1) << timelineText(run.timeline);
        }
        EXPECT_GT(waitsSeen, 0u);
    }
    // A second worker behind it makes the waiting shorter.
    const StrategyRun wider = runPipeline("pipeline:1,4@queues=1/2", jobOf(workload));
    EXPECT_LT(totalOf(wider.timeline.lanes[1], State::queueFull), totalOf(first, State::queueFull));
}

TEST_F(Pipeline, WhoWaitedForAnItemKnowsWhoPutIt)
{
    const FakeWorkload workload(
        4,
        [](StageIndex stage, TaskContext& context, Value input) {
            return waits(context, std::move(input), stage == 0 ? 5 * ms : ms / 10);
        },
        2);
    const StrategyRun run = runPipeline("pipeline:1,1", jobOf(workload));
    const Lane& second = run.timeline.lanes[2];
    EXPECT_GT(totalOf(second, State::queueEmpty), 10 * ms);
    std::size_t woken = 0;
    for (std::size_t i = 0; i + 1 < second.spans.size(); ++i) {
        if (second.spans[i].state == State::queueEmpty) {
            ++woken;
            EXPECT_EQ(second.spans[i + 1].waker, 1) << timelineText(run.timeline);
        }
    }
    EXPECT_EQ(woken, 4u);
    EXPECT_NE(second.spans.back().state, State::queueEmpty) << "the wait for the end mark is idle";
}

TEST_F(Pipeline, TheLedgerClosesExactly)
{
    const FakeWorkload workload(
        20,
        [](StageIndex stage, TaskContext& context, Value input) {
            return waits(context, std::move(input), (stage + 1) * ms / 2);
        },
        3);
    for (const char* text :
         {"pipeline:1,1,1@queues=1/1/1", "pipeline:3,2,4", "pipeline:2,2,1@timeout=20ms"}) {
        SCOPED_TRACE(text);
        const StrategyRun run = runPipeline(text, jobOf(workload));
        EXPECT_EQ(brokenLaw(run.timeline), "");
        std::vector<analysis::StateTimes> lanes;
        for (const Lane& lane : run.timeline.lanes) {
            if (lane.kind != LaneKind::worker)
                continue;
            lanes.push_back(lane.totals);
            EXPECT_EQ(std::accumulate(lane.totals.begin(), lane.totals.end(), Nanoseconds{0}),
                      run.result.wall)
                << lane.name;
        }
        const auto seconds = analysis::ledgerSeconds(lanes, run.result.wall);
        EXPECT_NEAR(std::accumulate(seconds.begin(), seconds.end(), 0.0),
                    toSeconds(run.result.wall) * static_cast<double>(lanes.size()), 1e-9);
    }
}

// Rows 4 and 41, in each stage: the item fails alone, with its own error, and goes no further.
TEST_F(Pipeline, AFailureInAnyStageIsThatItemsAlone)
{
    for (StageIndex failing = 0; failing < 3; ++failing) {
        SCOPED_TRACE(failing);
        std::atomic<int> beyond = 0;
        const FakeWorkload workload(
            12,
            [&](StageIndex stage, TaskContext& context, Value input) -> Stage<Value> {
                const ItemIndex item = context.item();
                beyond += stage > failing && item % 3 != 0 ? 1 : 0;
                if (stage == failing && item % 3 == 1)
                    throw std::runtime_error("item " + std::to_string(item));
                if (stage == failing && item % 3 == 2)
                    throw Error(Message("no %1", {"bread"}));
                co_return input;
            },
            3);
        const StrategyRun run = runPipeline("pipeline:1,2,1@queues=1/1/1", jobOf(workload));
        EXPECT_EQ(brokenLaw(run.timeline), "");
        EXPECT_EQ(beyond, 0);
        for (std::size_t i = 0; i < 12; ++i) {
            const ItemResult& item = run.result.items[i];
            EXPECT_EQ(item.status, i % 3 == 0 ? TaskStatus::done : TaskStatus::failed);
            EXPECT_EQ(item.error.english(), i % 3 == 0   ? ""
                                            : i % 3 == 1 ? "item " + std::to_string(i)
                                                         : "no bread");
            EXPECT_LE(item.begin, item.end);
        }
        EXPECT_EQ(run.timeline.tasks.size(), 4u * 3 + 8u * (failing + 1U));
    }
}

TEST_F(Pipeline, AnItemsTimeIsThatOfItsWholeWay)
{
    const FakeWorkload workload(
        3,
        [](StageIndex, TaskContext& context, Value input) {
            return waits(context, std::move(input), 3 * ms);
        },
        3);
    const StrategyRun run = runPipeline("pipeline:1,1,1", jobOf(workload));
    for (const ItemResult& item : run.result.items) {
        EXPECT_GE(item.end - item.begin, 9 * ms);
        EXPECT_EQ(run.timeline.lanes[item.lane].name, "stage 3");
    }
}

TEST_F(Pipeline, AnotherNumberOfStagesIsRefused)
{
    const FakeWorkload workload(
        3, [](StageIndex, TaskContext& context, Value input) { return waits(context, std::move(input), ms); },
        3);
    try {
        runPipeline("pipeline:1,1", jobOf(workload));
        FAIL();
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), ::testing::HasSubstr("2 stages, but this work has 3"));
    }
}
