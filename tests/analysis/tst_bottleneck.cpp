// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/bottleneck.h"
#include "analysis/ledger_finding.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace overlap::core;
using namespace overlap::analysis;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

namespace {

/// `count` tasks of `seconds` on each of `workers`, and what is over on the first.
StageSample stage(std::string name, std::size_t workers, std::size_t count, double seconds)
{
    StageSample sample{std::move(name), std::vector<std::size_t>(workers, count / workers), {}};
    sample.tasksPerWorker.front() += count % workers;
    sample.taskSeconds.assign(count, seconds);
    return sample;
}

/// The assembly line of the lesson.
RunReport line(std::size_t prepare, std::size_t assemble, std::size_t inspect)
{
    RunReport run;
    run.stages = {stage("prepare", prepare, 8, 0.3), stage("assemble", assemble, 8, 0.4),
                  stage("inspect", inspect, 8, 0.2)};
    return run;
}

std::optional<Bottleneck> bottleneckOfRun(const RunReport& run, double feedSeconds = 0)
{
    return bottleneckOf({&run}, feedSeconds);
}

StrategyReport pipeline(const RunReport& run, double wall, double feedSeconds = 0)
{
    StrategyReport strategy;
    strategy.strategy.name = "pipeline";
    for (const StageSample& sample : run.stages)
        strategy.strategy.counts.push_back(static_cast<int>(sample.tasksPerWorker.size()));
    strategy.baseline = "sequential";
    strategy.tasks.done = 8;
    strategy.runs = {run};
    strategy.runs.front().wallSeconds = wall;
    strategy.medianWallSeconds = wall;
    strategy.bottleneck = bottleneckOfRun(run, feedSeconds);
    return strategy;
}

StrategyReport threads(int count, double wall)
{
    StrategyReport strategy;
    strategy.strategy.name = "threads";
    strategy.strategy.counts = {count};
    strategy.tasks.done = 8;
    strategy.medianWallSeconds = wall;
    strategy.runs.resize(1);
    return strategy;
}

std::vector<std::string> notesOf(std::vector<StrategyReport> strategies)
{
    Report report;
    report.strategies = std::move(strategies);
    std::vector<std::string> texts;
    for (const StrategyNote& note : stageNotesOf(report))
        texts.push_back(note.strategy + ": " + note.sentence.english());
    return texts;
}

} // namespace

TEST(Bottleneck, IsTheStageWithTheLongestServicePerWorker)
{
    const auto bottleneck = bottleneckOfRun(line(1, 1, 1));
    ASSERT_TRUE(bottleneck);
    ASSERT_EQ(bottleneck->stages.size(), 3U);
    EXPECT_EQ(bottleneck->slowest, 1U);
    EXPECT_THAT(bottleneck->tied, IsEmpty());
    EXPECT_NEAR(bottleneck->stages[1].taskSeconds, 0.4, 1e-12);
    EXPECT_NEAR(bottleneck->stages[1].secondsPerItem, 0.4, 1e-12);
    EXPECT_NEAR(bottleneck->leastSeconds, 3.7, 1e-9) << "0.3 + 8 × 0.4 + 0.2";
}

TEST(Bottleneck, TiesAreToldAndTheBoundIsTheLargestOverTheStages)
{
    const auto bottleneck = bottleneckOfRun(line(2, 2, 1));
    ASSERT_TRUE(bottleneck);
    EXPECT_EQ(bottleneck->slowest, 1U) << "of several the first";
    EXPECT_THAT(bottleneck->tied, ElementsAre(2U));
    EXPECT_EQ(bottleneck->stages[1].workers, 2);
    EXPECT_NEAR(bottleneck->stages[1].taskSeconds, 0.4, 1e-12);
    EXPECT_NEAR(bottleneck->stages[1].secondsPerItem, 0.2, 1e-12);
    EXPECT_NEAR(bottleneck->leastSeconds, 2.3, 1e-9) << "0.3 + 0.4 + 8 × 0.2";
}

TEST(Bottleneck, ATieEndsAFewPerCentBelow)
{
    RunReport run;
    run.stages = {stage("a", 1, 4, 0.0951), stage("b", 1, 4, 0.1), stage("c", 1, 4, 0.0949)};
    const auto bottleneck = bottleneckOfRun(run);
    EXPECT_EQ(bottleneck->slowest, 0U) << "the first of those that are tied, so that noise does not choose";
    EXPECT_THAT(bottleneck->tied, ElementsAre(1U));
}

TEST(Bottleneck, AFeederMayBeSlowerThanEveryStage)
{
    const auto bottleneck = bottleneckOfRun(line(4, 4, 4), 0.25);
    ASSERT_TRUE(bottleneck);
    ASSERT_EQ(bottleneck->stages.size(), 4U);
    EXPECT_EQ(bottleneck->slowest, 0U);
    EXPECT_EQ(bottleneck->stages[0].name, "feeder");
    EXPECT_EQ(bottleneck->stages[0].workers, 0);
    EXPECT_NEAR(bottleneck->leastSeconds, 7 * 0.25 + 0.9, 1e-9);
    EXPECT_EQ(bottleneckOfRun(line(1, 1, 1), 0.1)->slowest, 2U);
}

TEST(Bottleneck, TheBoundHoldsForTasksOfDifferentLength)
{
    RunReport run;
    run.stages = {stage("a", 1, 3, 0.1), stage("b", 2, 3, 0.1)};
    run.stages[1].taskSeconds = {0.1, 0.9, 0.2};
    // Neither 1.2 ÷ 2 nor the mean is what holds the line up, but the one long task.
    EXPECT_NEAR(bottleneckOfRun(run)->leastSeconds, 0.1 + 0.9, 1e-9);
    EXPECT_NEAR(bottleneckOfRun(run)->stages[1].secondsPerItem, 0.2, 1e-9);
}

TEST(Bottleneck, IsAMedianOverTheRuns)
{
    RunReport slow = line(1, 1, 1);
    slow.stages[0] = stage("prepare", 1, 8, 9);
    const RunReport usual = line(1, 1, 1);
    const auto bottleneck = bottleneckOf({&usual, &slow, &usual}, 0);
    EXPECT_EQ(bottleneck->slowest, 1U);
    EXPECT_NEAR(bottleneck->leastSeconds, 3.7, 1e-9);
}

TEST(Bottleneck, NothingIsSaidWhereThereAreNoStagesOrOneDidNothing)
{
    EXPECT_FALSE(bottleneckOf({}, 0));
    EXPECT_FALSE(bottleneckOfRun(RunReport()));
    RunReport run = line(1, 1, 1);
    run.stages[2].taskSeconds.clear();
    EXPECT_FALSE(bottleneckOfRun(run));
}

TEST(StageSamples, AreTheTasksOfEachWorkerWithoutWaitingForRoom)
{
    const auto ms = [](double value) { return fromSeconds(value / 1000); };
    Timeline timeline;
    timeline.lanes.resize(3);
    // Waits for room within the task, before it and behind it.
    timeline.lanes[0].spans = {{0, ms(10), noItem, 0, noLane, State::queueFull, 0},
                               {ms(10), ms(40), 0, 0, noLane, State::waiting, 0},
                               {ms(40), ms(60), 0, 0, noLane, State::queueFull, 0},
                               {ms(60), ms(90), noItem, 0, noLane, State::queueFull, 0},
                               {ms(90), ms(95), 1, 0, noLane, State::waiting, 0}};
    timeline.tasks = {{0, 0, 0, TaskStatus::done, ms(10), ms(60)},
                      {1, 0, 0, TaskStatus::done, ms(90), ms(95)},
                      {0, 1, 2, TaskStatus::done, ms(60), ms(80)},
                      {1, 1, 2, TaskStatus::failed, ms(95), ms(99)}};
    const auto samples =
        stageSamplesOf(timeline, {{"produce", Nature::waiting}, {"consume", Nature::waiting}}, {1, 2});
    ASSERT_EQ(samples.size(), 2U);
    EXPECT_EQ(samples[0].name, "produce");
    EXPECT_THAT(samples[0].tasksPerWorker, ElementsAre(2U));
    ASSERT_EQ(samples[0].taskSeconds.size(), 2U);
    EXPECT_NEAR(samples[0].taskSeconds[0], 0.030, 1e-9);
    EXPECT_NEAR(samples[0].taskSeconds[1], 0.005, 1e-9);
    EXPECT_THAT(samples[1].tasksPerWorker, ElementsAre(1U, 0U)) << "one of them came too late for any";
    EXPECT_THAT(samples[1].taskSeconds, ElementsAre(::testing::DoubleNear(0.020, 1e-9)));
}

TEST(StageNotes, NameTheBottleneckAndHowTheTasksWereShared)
{
    EXPECT_THAT(
        notesOf({pipeline(line(1, 1, 1), 3.72)}),
        ElementsAre("pipeline:1,1,1: assemble is the bottleneck: 400 ms ÷ 1 worker = 400 ms per item, "
                    "next is prepare with 300 ms. So the line takes at least 3.70 s."));
    RunReport uneven = line(1, 3, 1);
    uneven.stages[1].tasksPerWorker = {4, 1, 3};
    EXPECT_THAT(notesOf({pipeline(uneven, 3)}),
                ElementsAre("pipeline:1,3,1: prepare is the bottleneck: 300 ms ÷ 1 worker = 300 ms per item, "
                            "next is inspect with 200 ms. So the line takes at least 3.00 s.",
                            "pipeline:1,3,1: tasks of the workers of assemble: 4, 1, 3"));
    EXPECT_THAT(
        notesOf({pipeline(line(2, 2, 1), 2.3)}).front(),
        "pipeline:2,2,1: assemble and inspect hold the line up alike, 200 ms and 200 ms per item, so it "
        "takes at least 2.30 s.");
    EXPECT_THAT(
        notesOf({pipeline(line(4, 4, 4), 2.7, 0.25)}).front(),
        "pipeline:4,4,4: feeder is the bottleneck: an item every 250 ms; assemble would take 100 ms per "
        "item. So the line takes at least 2.65 s.");
    RunReport even;
    even.stages = {stage("a", 1, 4, 0.1), stage("b", 1, 4, 0.1), stage("c", 1, 4, 0.1)};
    EXPECT_THAT(notesOf({pipeline(even, 0.6)}).front(),
                "pipeline:1,1,1: a and others hold the line up alike, 100 ms per item each, so it takes at "
                "least 600 ms.");
}

TEST(StageNotes, APoolOfAsManyWorkersMayBeFasterAndTheNoteSaysWhy)
{
    const auto notes = notesOf({threads(3, 2.8), pipeline(line(1, 1, 1), 3.7)});
    ASSERT_EQ(notes.size(), 2U);
    EXPECT_THAT(notes[1], HasSubstr("threads:3: faster than pipeline:1,1,1 with as many workers"));
    EXPECT_THAT(notes[1], HasSubstr("scarce"));
    EXPECT_EQ(notesOf({threads(3, 3.7), pipeline(line(1, 1, 1), 3.7)}).size(), 1U) << "no faster";
    EXPECT_EQ(notesOf({threads(2, 2.8), pipeline(line(1, 1, 1), 3.7)}).size(), 1U) << "fewer workers";
}

TEST(StageNotes, TheLastItemAndTheEndOfTheProgramAreToldApart)
{
    StrategyReport strategy = pipeline(line(1, 1, 1), 5.7);
    strategy.runs.front().marks = {{"first-done", 0.9}, {"last-done", 3.7}};
    EXPECT_EQ(notesOf({strategy}).front(),
              "pipeline:1,1,1: The last item was done after 3.70 s, the program ended after 5.70 s.");
    strategy.runs.front().marks.back().seconds = 5.6;
    EXPECT_EQ(notesOf({strategy}).size(), 1U);
}

TEST(StageNotes, NothingIsSaidOfUnfinishedWork)
{
    StrategyReport strategy = pipeline(line(1, 1, 1), 3.7);
    strategy.tasks.cancelled = 1;
    EXPECT_THAT(notesOf({strategy}), IsEmpty());
    EXPECT_THAT(notesOf({threads(3, 1)}), IsEmpty());
}

TEST(StageNotes, WhereTimeWentNamesTheBottleneckOfAPipeline)
{
    StrategyReport strategy = pipeline(line(1, 1, 1), 3.7);
    strategy.ledger[static_cast<std::size_t>(State::waiting)] = 0.6;
    strategy.ledger[static_cast<std::size_t>(State::queueEmpty)] = 0.3;
    strategy.ledger[static_cast<std::size_t>(State::queueFull)] = 0.1;
    EXPECT_THAT(ledgerSentenceOf(strategy, 2).english(), HasSubstr("side by side")) << "mostly they wait";
    std::swap(strategy.ledger[static_cast<std::size_t>(State::waiting)],
              strategy.ledger[static_cast<std::size_t>(State::queueEmpty)]);
    EXPECT_EQ(ledgerSentenceOf(strategy, 2).english(), "70 % of worker time went into waiting for other "
                                                       "stages; the bottleneck is assemble, with 400 ms per "
                                                       "item.");
}
