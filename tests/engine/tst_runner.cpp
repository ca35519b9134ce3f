// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine_fixture.h"
#include "recording/timeline_builder.h"
#include "support/timeline_laws.h"
#include "support/timeline_text.h"

#include <gmock/gmock.h>
#include <numeric>

using namespace overlap;
using namespace overlap::testing;
using core::TaskStatus;
using core::Value;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

namespace {

class Runner : public EngineTest
{};

/// Names of the events in order, records left out.
struct Story
{
    std::mutex mutex;
    std::vector<std::string> told;
    std::vector<engine::LiveEvent> events;

    engine::LiveSink sink()
    {
        return [this](engine::LiveEvent event) {
            const std::lock_guard lock(mutex);
            if (std::holds_alternative<engine::PlanMade>(event))
                told.push_back("plan");
            else if (const auto* preparing = std::get_if<engine::RunPreparing>(&event))
                told.push_back("preparing " + std::to_string(preparing->index));
            else if (const auto* started = std::get_if<engine::RunStarted>(&event))
                told.push_back("started " + std::to_string(started->index));
            else if (const auto* ended = std::get_if<engine::RunEnded>(&event))
                told.push_back("ended " + std::to_string(ended->outcome->index));
            events.push_back(std::move(event));
        };
    }
};

double sumOf(const std::array<double, core::stateCount>& ledger)
{
    return std::accumulate(ledger.begin(), ledger.end(), 0.0);
}

} // namespace

TEST_F(Runner, TellsItsStoryInOrder)
{
    Story story;
    run(experiment("wait", {"sequential", "threads:2"}), {}, story.sink());
    EXPECT_THAT(story.told, ElementsAre("plan", "preparing 0", "started 0", "ended 0", "preparing 1",
                                        "started 1", "ended 1"));
    // Records come between the start and the end of their run, and by lane they are in order of time.
    std::size_t running = 99;
    std::map<std::pair<std::size_t, core::LaneIndex>, core::Nanoseconds> last;
    std::size_t records = 0;
    for (const engine::LiveEvent& event : story.events) {
        if (const auto* started = std::get_if<engine::RunStarted>(&event)) {
            running = started->index;
        } else if (const auto* arrived = std::get_if<engine::RecordsArrived>(&event)) {
            EXPECT_EQ(arrived->index, running);
            for (const recording::Record& record : arrived->records) {
                EXPECT_GE(record.time, (last[{arrived->index, arrived->lane}]));
                last[{arrived->index, arrived->lane}] = record.time;
                ++records;
            }
        } else if (std::holds_alternative<engine::RunEnded>(event)) {
            running = 99;
        }
    }
    EXPECT_GE(records, 16u);
}

TEST_F(Runner, TheLiveRecordsGiveTheFinalTimeline)
{
    Story story;
    const auto outcome = run(
        experiment("wait", {"threads:3"}, {{"tasks", Value(9)}, {"seconds", Value(0.5)}}), {}, story.sink());
    for (const auto& finished : outcome.lastRuns) {
        std::optional<recording::TimelineBuilder> builder;
        for (const engine::LiveEvent& event : story.events) {
            if (const auto* started = std::get_if<engine::RunStarted>(&event);
                started && started->index == finished->index)
                builder.emplace(started->lanes, started->origin);
            if (const auto* arrived = std::get_if<engine::RecordsArrived>(&event);
                arrived && arrived->index == finished->index)
                builder->append(arrived->lane, arrived->records);
        }
        ASSERT_TRUE(builder);
        builder->finish(finished->timeline->end);
        EXPECT_EQ(timelineText(*builder->timeline()), timelineText(*finished->timeline));
        EXPECT_EQ(brokenLaw(*finished->timeline), "");
    }
}

TEST_F(Runner, EveryStrategyGivesTheSameResults)
{
    core::Experiment asked = experiment("fetch", {"sequential", "threads:2", "threads:5"},
                                        {{"urls", urls({"/price/[1-5]", "/json", "/uuid"})}});
    const auto outcome = run(asked);
    const core::Report& report = outcome.report;
    ASSERT_EQ(report.strategies.size(), 3u);
    EXPECT_TRUE(report.digestsEqual);
    for (const core::StrategyReport& strategy : report.strategies) {
        EXPECT_EQ(strategy.tasks.done, 7u) << strategy.strategy.text();
        EXPECT_EQ(strategy.resultDigest.size(), 64u);
        EXPECT_EQ(strategy.resultDigest, report.strategies.front().resultDigest);
    }
    for (const auto& finished : outcome.lastRuns) {
        EXPECT_EQ(*finished->items[2].value.find("url"), Value("/price/3")) << "input order";
        EXPECT_EQ(brokenLaw(*finished->timeline), "");
    }
}

TEST_F(Runner, LedgersCloseToWorkersTimesWall)
{
    core::Experiment asked = experiment("wait", {"sequential", "threads:2", "threads:4", "threads:9"},
                                        {{"tasks", Value(7)}, {"seconds", Value(1.0)}});
    const auto outcome = run(asked);
    for (const core::StrategyReport& strategy : outcome.report.strategies) {
        SCOPED_TRACE(strategy.strategy.text());
        const double expected = strategy.strategy.workers() * strategy.runs.front().wallSeconds;
        EXPECT_NEAR(sumOf(strategy.runs.front().ledgerSeconds), expected, expected / 100);
        EXPECT_NEAR(sumOf(strategy.ledger), 1.0, 0.01);
        EXPECT_GT(strategy.ledger[static_cast<std::size_t>(core::State::waiting)], 0);
        for (const double share : strategy.ledger)
            EXPECT_GE(share, 0);
    }
}

TEST_F(Runner, LedgersOfVeryShortRunsCloseToo)
{
    core::Experiment asked =
        experiment("fetch", {"sequential", "threads:32"}, {{"urls", urls({"/json?[1-32]"})}});
    asked.repeats = 20;
    const auto outcome = run(asked);
    for (const core::StrategyReport& strategy : outcome.report.strategies) {
        for (const core::RunReport& single : strategy.runs) {
            const double expected = strategy.strategy.workers() * single.wallSeconds;
            EXPECT_NEAR(sumOf(single.ledgerSeconds), expected, expected / 100) << strategy.strategy.text();
        }
    }
}

TEST_F(Runner, OverlappingWaitsOverlap)
{
    core::Experiment asked =
        experiment("wait", {"sequential", "threads:4"}, {{"tasks", Value(4)}, {"seconds", Value(5.0)}});
    asked.repeats = 2;
    const core::Report report = run(asked).report;
    ASSERT_TRUE(report.strategies[1].speedup);
    EXPECT_GT(report.strategies[1].speedup->value, 2.0);
    EXPECT_LT(report.strategies[1].speedup->value, 4.3);
    EXPECT_FALSE(report.strategies[0].speedup) << "a baseline has none";
}

TEST_F(Runner, BlocksWarmUpAndBaselineAreReported)
{
    core::Experiment asked = experiment("wait", {"threads:2"}, {{"seconds", Value(0.1)}});
    asked.repeats = 5;
    const auto outcome = run(asked);
    ASSERT_EQ(outcome.report.strategies.size(), 2u);
    EXPECT_TRUE(outcome.report.strategies[0].addedBaseline);
    for (const core::StrategyReport& strategy : outcome.report.strategies) {
        EXPECT_EQ(strategy.runs.size(), 6u);
        EXPECT_EQ(std::ranges::count(strategy.runs, true, &core::RunReport::warmup), 1);
        EXPECT_GT(strategy.peakMemoryBytes, 0);
    }
    EXPECT_EQ(outcome.report.environment.program, "Overlap " OVERLAP_VERSION);
}

TEST_F(Runner, FailuresAreCountedAndKeepTheirText)
{
    const auto outcome = run(experiment("fetch", {"sequential", "threads:3"},
                                        {{"urls", urls({"/json", "/status/500", "/nothing"})}}));
    for (const auto& finished : outcome.lastRuns) {
        EXPECT_EQ(finished->report.tasks.done, 1u);
        EXPECT_EQ(finished->report.tasks.failed, 2u);
        EXPECT_EQ(finished->items[1].error.english(), "the server answered with status 500");
        EXPECT_EQ(finished->items[2].error.english(), "the server answered with status 404");
        EXPECT_EQ(finished->report.latencySeconds.size(), 1u) << "failures enter no latency";
    }
    EXPECT_TRUE(outcome.report.digestsEqual);
    EXPECT_FALSE(outcome.report.cancelled);
}

TEST_F(Runner, AStopInTheMiddleKeepsWhatThereIs)
{
    using Strategies = std::vector<std::string>;
    for (const Strategies& strategies :
         {Strategies{"threads:8", "sequential"}, Strategies{"threads:8", "threads:2", "sequential"}}) {
        SCOPED_TRACE(strategies[1]);
        core::Experiment asked =
            experiment("wait", strategies, {{"tasks", Value(50)}, {"seconds", Value(5.0)}});
        std::stop_source stop;
        std::atomic<core::Nanoseconds> stopped = 0;
        std::atomic<bool> second = false;
        const auto outcome = run(asked, stop.get_token(), [&](engine::LiveEvent event) {
            if (const auto* preparing = std::get_if<engine::RunPreparing>(&event))
                second = preparing->index > 0;
            const auto* arrived = std::get_if<engine::RecordsArrived>(&event);
            const bool taskEnded =
                arrived && std::ranges::any_of(arrived->records, [](const recording::Record& record) {
                    return record.flags & recording::recordTaskEnd;
                });
            if (second && taskEnded && stopped == 0) {
                stopped = core::monotonicNow();
                stop.request_stop();
            }
        });
        EXPECT_LT(core::toSeconds(core::monotonicNow() - stopped), 3.0)
            << "250 ms are owed on a quiet machine";
        EXPECT_TRUE(outcome.report.cancelled);
        EXPECT_TRUE(outcome.report.expectations.empty());
        const auto& partial = *std::ranges::find_if(
            outcome.lastRuns, [](const auto& r) { return r && r->report.tasks.cancelled > 0; });
        ASSERT_TRUE(partial);
        EXPECT_GT(partial->report.tasks.done, 0u);
        EXPECT_EQ(partial->report.tasks.done + partial->report.tasks.cancelled, 50u);
        EXPECT_EQ(brokenLaw(*partial->timeline), "");
        const int workers = outcome.plan.strategies[partial->strategy].strategy.workers();
        EXPECT_NEAR(sumOf(partial->report.ledgerSeconds), workers * partial->report.wallSeconds,
                    workers * partial->report.wallSeconds / 100);
    }
}

TEST_F(Runner, AStopBetweenTwoRunsIsACancelledReport)
{
    std::stop_source stop;
    const auto outcome =
        run(experiment("wait", {"sequential", "threads:2"}), stop.get_token(), [&](engine::LiveEvent event) {
            if (std::holds_alternative<engine::RunEnded>(event))
                stop.request_stop();
        });
    EXPECT_EQ(outcome.report.strategies.size(), 1u);
    EXPECT_TRUE(outcome.report.cancelled) << "a strategy is missing, so this is not the whole experiment";
}

TEST_F(Runner, StoppedBeforeItBeginsItReportsNothingDone)
{
    std::stop_source stop;
    stop.request_stop();
    const auto outcome = run(experiment("wait", {"sequential"}), stop.get_token());
    EXPECT_TRUE(outcome.report.cancelled);
    EXPECT_TRUE(outcome.report.strategies.empty());
    EXPECT_EQ(outcome.lastRuns.size(), 1u);
    EXPECT_EQ(outcome.lastRuns.front(), nullptr);
}

TEST_F(Runner, TheServerIsGoneAfterwards)
{
    const auto before = childrenOf();
    std::set<pid_t> during;
    const core::Experiment asked = experiment("fetch", {"sequential"}, {{"urls", urls({"/json"})}});
    run(asked, {}, [&](engine::LiveEvent event) {
        if (std::holds_alternative<engine::RunPreparing>(event))
            during = childrenOf();
    });
    EXPECT_EQ(during.size(), before.size() + 1) << "the server is a child of this process";
    EXPECT_EQ(childrenOf(), before);
    const std::size_t descriptors = openDescriptors();
    run(asked);
    EXPECT_EQ(openDescriptors(), descriptors) << "nothing stays open";
}

TEST_F(Runner, NoServerIsStartedForNothing)
{
    std::set<pid_t> during;
    run(experiment("wait", {"sequential"}), {}, [&](engine::LiveEvent event) {
        if (std::holds_alternative<engine::RunPreparing>(event))
            during = childrenOf();
    });
    EXPECT_TRUE(during.empty());
}

TEST_F(Runner, AServerThatCannotStartIsOneSentence)
{
    paths.root = "/nowhere";
    try {
        run(experiment("fetch", {"sequential"}, {{"urls", urls({"/json"})}}));
        FAIL();
    } catch (const core::Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("/nowhere/libexec/overlap/overlap-testserver cannot be started"));
        EXPECT_EQ(std::string(error.what()).find('\n'), std::string::npos);
    }
    EXPECT_TRUE(childrenOf().empty());
}

TEST_F(Runner, AnExpectationMayNameStrategiesAsTheExperimentDoes)
{
    core::Experiment asked =
        experiment("wait", {"sequential", "threads:2xcores"}, {{"tasks", Value(4)}, {"seconds", Value(2.0)}});
    asked.expect = {{"threads:2xcores", 1.1, std::nullopt}};
    validate(asked);
    const core::Report report = run(asked).report;
    ASSERT_EQ(report.expectations.size(), 1u) << "an expectation must not be dropped silently";
    EXPECT_TRUE(report.expectations.front().met);
}

TEST_F(Runner, TheFeedIntervalHoldsUnderEveryStrategy)
{
    core::Experiment asked =
        experiment("wait", {"sequential", "threads:4"}, {{"tasks", Value(4)}, {"seconds", Value(0.3)}});
    asked.feedSeconds = 1.0;
    for (const auto& finished : run(asked).lastRuns) {
        for (std::size_t i = 0; i < 4; ++i)
            EXPECT_GE(finished->items[i].begin, static_cast<core::Nanoseconds>(i) * 20'000'000);
    }
}
