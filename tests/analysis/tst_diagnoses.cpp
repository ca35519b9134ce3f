// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/diagnoses.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace overlap::analysis;
using namespace overlap::core;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

namespace {

constexpr Nanoseconds ms = 1'000'000;

StrategyReport strategyOf(const std::string& name, std::vector<int> counts,
                          std::vector<std::pair<State, double>> ledger, double itemSeconds = 0.1,
                          std::size_t items = 8)
{
    StrategyReport report;
    report.strategy.name = name;
    report.strategy.counts = std::move(counts);
    report.strategy.runtime = name.starts_with("python") ? Runtime::python : Runtime::native;
    report.baseline = baselineOf(report.strategy.runtime);
    report.items = items;
    report.medianWallSeconds = report.coldWallSeconds = 1;
    for (const auto& [state, share] : ledger)
        report.ledger[static_cast<std::size_t>(state)] = share;
    RunReport run;
    run.wallSeconds = 1;
    run.latencySeconds.assign(items, itemSeconds);
    report.runs = {run};
    report.tasks.done = items;
    report.latency =
        Latency{.p50 = itemSeconds, .p95 = {}, .p99 = {}, .max = itemSeconds, .first = itemSeconds};
    return report;
}

/// The diagnoses of a strategy in a report of its own, on two cores.
std::vector<Diagnosis> diagnosed(const StrategyReport& strategy, const Timeline* timeline = nullptr)
{
    Report report;
    report.environment.cores = 2;
    report.strategies = {strategy};
    return diagnosesOf(strategy, report, timeline);
}

std::vector<std::string> kinds(const std::vector<Diagnosis>& diagnoses)
{
    std::vector<std::string> names;
    for (const Diagnosis& diagnosis : diagnoses)
        names.emplace_back(diagnosisNames[static_cast<std::size_t>(diagnosis.kind)]);
    return names;
}

Lane lane(std::string name, std::vector<Span> spans, LaneKind kind = LaneKind::worker)
{
    Lane result;
    result.name = std::move(name);
    result.kind = kind;
    result.spans = std::move(spans);
    for (const Span& span : result.spans)
        result.totals[static_cast<std::size_t>(span.state)] += span.duration();
    return result;
}

Span span(Nanoseconds begin, Nanoseconds end, State state)
{
    Span result;
    result.begin = begin * ms;
    result.end = end * ms;
    result.state = state;
    return result;
}

TaskRow task(ItemIndex item, LaneIndex lane, Nanoseconds begin, Nanoseconds end, StageIndex stage = 0)
{
    return {item, stage, lane, TaskStatus::done, begin * ms, end * ms};
}

StageService stage(std::string name, int workers, double taskSeconds)
{
    return {std::move(name), workers, taskSeconds, taskSeconds / std::max(workers, 1)};
}

StrategyReport line(std::vector<StageService> stages, State work = State::waiting)
{
    std::vector<int> counts;
    for (const StageService& each : stages) {
        if (each.workers > 0)
            counts.push_back(each.workers);
    }
    StrategyReport report = strategyOf("pipeline", counts, {{work, 0.7}, {State::queueEmpty, 0.3}});
    const auto slowest = std::ranges::max_element(stages, {}, &StageService::secondsPerItem);
    report.bottleneck = Bottleneck{.stages = stages,
                                   .slowest = static_cast<std::size_t>(slowest - stages.begin()),
                                   .tied = {},
                                   .leastSeconds = 1};
    return report;
}

} // namespace

TEST(Diagnoses, NothingIsSaidOfWorkersThatWork)
{
    EXPECT_THAT(diagnosed(strategyOf("threads", {2}, {{State::computing, 0.95}, {State::idle, 0.05}})),
                IsEmpty());
    EXPECT_THAT(diagnosed(strategyOf("threads", {10}, {{State::waiting, 1}})), IsEmpty());
    EXPECT_THAT(diagnosed(strategyOf("sequential", {}, {{State::coreWait, 1}})), IsEmpty())
        << "one worker waits for nobody";
}

TEST(Diagnoses, NothingIsSaidOfUnfinishedWork)
{
    StrategyReport strategy =
        strategyOf("gil-threads", {2}, {{State::computing, 0.5}, {State::gilWait, 0.5}});
    EXPECT_THAT(kinds(diagnosed(strategy)), ElementsAre("gil"));
    strategy.tasks.cancelled = 1;
    EXPECT_THAT(diagnosed(strategy), IsEmpty());
    strategy.tasks = {};
    strategy.tasks.failed = 1;
    EXPECT_THAT(diagnosed(strategy), IsEmpty());
}

TEST(Diagnoses, TheInterpretersLockIsToldFromATenthOn)
{
    const auto found =
        diagnosed(strategyOf("gil-threads", {4}, {{State::computing, 0.25}, {State::gilWait, 0.75}}));
    ASSERT_THAT(kinds(found), ElementsAre("gil"));
    EXPECT_EQ(found[0].strategy, "gil-threads:4");
    EXPECT_EQ(found[0].sentence.english(),
              "75 % of worker time went into waiting for the interpreter's lock: its "
              "threads compute one at a time.");
    EXPECT_EQ(found[0].figure("share"), 0.75);
    EXPECT_EQ(found[0].remedy.strategy, "processes:2") << "no more than there are cores";
    EXPECT_EQ(diagnosed(strategyOf("python-threads", {2}, {{State::computing, 0.5}, {State::gilWait, 0.5}}))
                  .front()
                  .remedy.strategy,
              "python-processes:2");
    EXPECT_THAT(diagnosed(strategyOf("gil-threads", {4}, {{State::waiting, 0.91}, {State::gilWait, 0.09}})),
                IsEmpty());
}

TEST(Diagnoses, TooManyWorkersForTheCores)
{
    const auto found =
        diagnosed(strategyOf("threads", {8}, {{State::computing, 0.25}, {State::coreWait, 0.75}}));
    ASSERT_THAT(kinds(found), ElementsAre("oversubscription"));
    EXPECT_EQ(found[0].sentence.english(),
              "75 % of worker time went into waiting for a core: 8.0 workers wanted one "
              "at an average moment, and there are 2.");
    EXPECT_EQ(found[0].remedy.strategy, "threads:2");
    // Whose tasks wait as long as they compute keep two cores busy with four.
    EXPECT_EQ(
        diagnosed(strategyOf("threads", {8},
                             {{State::computing, 0.25}, {State::waiting, 0.25}, {State::coreWait, 0.5}}))
            .front()
            .remedy.strategy,
        "threads:4");
    EXPECT_THAT(diagnosed(strategyOf("threads", {2}, {{State::computing, 0.5}, {State::coreWait, 0.5}})),
                IsEmpty())
        << "as many as cores: something else used them";
}

TEST(Diagnoses, OneCoreIsToldInTheSingular)
{
    Report report;
    report.environment.cores = 1;
    const auto found = diagnosesOf(
        strategyOf("threads", {4}, {{State::computing, 0.25}, {State::coreWait, 0.75}}), report, nullptr);
    ASSERT_THAT(kinds(found), ElementsAre("oversubscription"));
    EXPECT_THAT(found[0].sentence.english(), HasSubstr("waiting for the only core: 4.0 workers wanted it"));
    EXPECT_EQ(found[0].remedy.sentence.english(), "One worker keeps it as busy, with less memory.");
    EXPECT_EQ(found[0].remedy.strategy, "threads:1");
}

TEST(Diagnoses, StartUpWeighsAgainstTheTimeToTheLastResult)
{
    StrategyReport strategy = strategyOf("processes", {4}, {{State::computing, 1}});
    strategy.startupSeconds = 0.015;
    strategy.coldWallSeconds = 0.020;
    const auto found = diagnosed(strategy);
    ASSERT_THAT(kinds(found), ElementsAre("start-up"));
    EXPECT_EQ(found[0].sentence.english(),
              "Starting the workers took 15.0 ms of 20.0 ms until the last result.");
    EXPECT_EQ(found[0].remedy.strategy, "threads:4");
    strategy.coldWallSeconds = 0.1;
    EXPECT_THAT(diagnosed(strategy), IsEmpty());
    strategy.startupSeconds = 0.0009;
    strategy.coldWallSeconds = 0.001;
    EXPECT_THAT(diagnosed(strategy), IsEmpty()) << "nobody notices a millisecond";
}

TEST(Diagnoses, TheInterpretersOwnStartIsNotTheWorkers)
{
    Report report;
    StrategyReport baseline = strategyOf("python-sequential", {}, {{State::computing, 1}});
    baseline.startupSeconds = 0.02;
    baseline.coldWallSeconds = 0.03;
    StrategyReport threads = strategyOf("python-threads", {2}, {{State::computing, 1}});
    threads.startupSeconds = 0.021;
    threads.coldWallSeconds = 0.03;
    StrategyReport processes = strategyOf("python-processes", {2}, {{State::computing, 1}});
    processes.startupSeconds = 0.2;
    processes.coldWallSeconds = 0.3;
    report.strategies = {baseline, threads, processes};
    EXPECT_THAT(diagnosesOf(threads, report, nullptr), IsEmpty());
    const auto found = diagnosesOf(processes, report, nullptr);
    ASSERT_THAT(kinds(found), ElementsAre("start-up"));
    EXPECT_EQ(found[0].remedy.strategy, "python-sequential");
    report.strategies[0].coldWallSeconds = 0.4;
    EXPECT_EQ(diagnosesOf(processes, report, nullptr)[0].remedy.strategy, "") << "the baseline is slower";
}

TEST(Diagnoses, MovingDataBetweenProcesses)
{
    const auto found =
        diagnosed(strategyOf("processes", {4}, {{State::computing, 0.6}, {State::transfer, 0.4}}));
    ASSERT_THAT(kinds(found), ElementsAre("transfer"));
    EXPECT_EQ(found[0].sentence.english(),
              "40 % of worker time went into moving data between processes, 200 ms for each item.");
    EXPECT_EQ(found[0].remedy.strategy, "threads:4");
}

TEST(Diagnoses, TinyTasksAreToldInsteadOfWhatFollowsFromThem)
{
    const std::vector<std::pair<State, double>> ledger{
        {State::computing, 0.1}, {State::transfer, 0.5}, {State::queueEmpty, 0.4}};
    const auto found = diagnosed(strategyOf("processes", {2}, ledger, 5e-6, 100));
    ASSERT_THAT(kinds(found), ElementsAre("tiny-tasks"));
    EXPECT_EQ(found[0].sentence.english(),
              "The tasks are tiny, 5.00 µs each: 90 % of worker time went into handing "
              "them over and waiting for them.");
    EXPECT_EQ(found[0].remedy.strategy, "sequential")
        << "half a millisecond of work is no work for processes";
    const auto many = diagnosed(strategyOf("processes", {2}, ledger, 5e-6, 10'000));
    EXPECT_EQ(many.at(0).remedy.strategy, "processes:2@chunk=1000") << "five milliseconds a batch";
    EXPECT_THAT(kinds(diagnosed(strategyOf("processes", {2}, ledger, 2e-4))), ElementsAre("transfer"));
    EXPECT_THAT(
        diagnosed(strategyOf("threads", {2}, {{State::computing, 0.9}, {State::dispatch, 0.1}}, 5e-6)),
        IsEmpty())
        << "tiny, and yet most time is spent on them";
}

TEST(Diagnoses, TheBottleneckGetsWorkersUntilTheStagesKeepPace)
{
    const auto found =
        diagnosed(line({stage("prepare", 1, 0.3), stage("assemble", 1, 0.4), stage("inspect", 1, 0.2)}));
    ASSERT_THAT(kinds(found), ElementsAre("bottleneck"));
    EXPECT_EQ(found[0].sentence.english(), "assemble holds the others up: it lets an item through every 400 "
                                           "ms, the next slowest would every 300 "
                                           "ms. 30 % of worker time was without work.");
    EXPECT_EQ(found[0].remedy.strategy, "pipeline:2,2,1");
    EXPECT_THAT(
        diagnosed(line({stage("prepare", 2, 0.3), stage("assemble", 2, 0.4), stage("inspect", 1, 0.2)})),
        IsEmpty());
    EXPECT_THAT(
        diagnosed(line({stage("feeder", 0, 0.9), stage("prepare", 1, 0.3), stage("assemble", 1, 0.1)})),
        IsEmpty())
        << "what comes in so slowly is nobody's fault";
}

TEST(Diagnoses, StagesThatComputeGetNoMoreWorkersThanCores)
{
    const auto found = diagnosed(line({stage("decode", 1, 0.4), stage("encode", 1, 0.1)}, State::computing));
    ASSERT_THAT(kinds(found), ElementsAre("bottleneck"));
    EXPECT_EQ(found[0].remedy.strategy, "");
    EXPECT_THAT(found[0].remedy.sentence.english(), HasSubstr("Make decode itself shorter"));
    // The lanes say that only the second stage computes, so there is a core left for it.
    Timeline timeline;
    timeline.end = 1000 * ms;
    timeline.lanes = {lane("fetch 1", {span(0, 1000, State::waiting)}),
                      lane("analyse 1", {span(0, 1000, State::computing)})};
    EXPECT_EQ(diagnosed(line({stage("fetch", 1, 0.1), stage("analyse", 1, 0.4)}, State::computing), &timeline)
                  .front()
                  .remedy.strategy,
              "pipeline:1,2");
}

TEST(Diagnoses, AStageStarvesBetweenItsFirstTaskAndItsLast)
{
    Timeline timeline;
    timeline.end = 1000 * ms;
    timeline.lanes = {
        lane("produce 1", {span(0, 1000, State::waiting)}),
        lane("consume 1", {span(0, 400, State::queueEmpty), span(400, 500, State::waiting),
                           span(500, 800, State::queueEmpty), span(800, 1000, State::waiting)})};
    timeline.tasks = {task(0, 0, 0, 400), task(0, 1, 400, 500, 1), task(1, 0, 400, 800),
                      task(1, 1, 800, 1000, 1)};
    StrategyReport strategy = line({stage("produce", 1, 0.4), stage("consume", 1, 0.15)});
    auto found = diagnosed(strategy, &timeline);
    ASSERT_THAT(kinds(found), ElementsAre("bottleneck", "starvation"));
    EXPECT_EQ(found[1].sentence.english(),
              "consume starves: it waited 50 % of its time for work, because produce gives "
              "an item only every 400 ms.");
    ASSERT_TRUE(found[1].place);
    EXPECT_EQ(found[1].place->name, "consume 1");
    EXPECT_EQ(found[1].place->begin, 500 * ms) << "before its first task a line fills";
    EXPECT_EQ(found[1].place->end, 800 * ms);
    EXPECT_EQ(found[1].remedy.strategy, "pipeline:2,1");
    timeline.lanes[1].spans[2].begin = 700 * ms;
    EXPECT_THAT(kinds(diagnosed(strategy, &timeline)), ElementsAre("bottleneck")) << "less than a quarter";
    // Who has several workers may do with fewer.
    strategy = line({stage("produce", 1, 0.4), stage("consume", 4, 0.5)});
    timeline.lanes[1].spans[2].begin = 500 * ms;
    found = diagnosed(strategy, &timeline);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[1].remedy.strategy, "pipeline:1,2");
    // Who only hands things over has to wait.
    strategy = line({stage("produce", 1, 0.4), stage("consume", 1, 0.001)});
    EXPECT_THAT(kinds(diagnosed(strategy, &timeline)), ElementsAre("bottleneck"));
}

TEST(Diagnoses, BackPressureNamesWhoWasHeldUpAndTheQueue)
{
    Timeline timeline;
    timeline.end = 1000 * ms;
    timeline.lanes = {lane("feeder", {span(0, 40, State::queueFull)}, LaneKind::feeder),
                      lane("produce 1", {span(0, 300, State::waiting), span(300, 400, State::queueFull),
                                         span(500, 700, State::queueFull)}),
                      lane("consume 1", {span(0, 1000, State::waiting)})};
    const auto found = diagnosed(line({stage("produce", 1, 0.2), stage("consume", 1, 0.4)}), &timeline);
    ASSERT_THAT(kinds(found), ElementsAre("bottleneck", "back-pressure"));
    EXPECT_EQ(found[1].sentence.english(), "Back-pressure: produce 1 was held up for 300 ms, 30 % of the "
                                           "run, because the queue to consume was full.");
    ASSERT_TRUE(found[1].place);
    EXPECT_EQ(found[1].place->lane, 1);
    EXPECT_EQ(found[1].place->begin, 500 * ms);
    EXPECT_EQ(found[1].remedy.strategy, "pipeline:1,2");
    timeline.lanes[1].spans.resize(2);
    timeline.lanes[1].spans[1].end = 350 * ms;
    EXPECT_THAT(kinds(diagnosed(line({stage("produce", 1, 0.2), stage("consume", 1, 0.4)}), &timeline)),
                ElementsAre("bottleneck"));
    timeline.lanes[0].spans[0].end = 240 * ms;
    EXPECT_THAT(
        diagnosed(line({stage("produce", 1, 0.2), stage("consume", 1, 0.4)}), &timeline)[1]
            .sentence.english(),
        HasSubstr("feeder was held up for 240 ms, 24 % of the run, because the queue to produce was full"));
}

TEST(Diagnoses, WhereItemsDoNotDivideEvenlyWorkersIdleInTheLastRound)
{
    Timeline timeline;
    timeline.end = 200 * ms;
    timeline.lanes = {lane("worker 1", {span(0, 200, State::waiting)}),
                      lane("worker 2", {span(0, 200, State::waiting)}),
                      lane("worker 3", {span(0, 100, State::waiting)})};
    timeline.tasks = {task(0, 0, 0, 100), task(1, 1, 0, 100), task(2, 2, 0, 100), task(3, 0, 100, 200),
                      task(4, 1, 100, 200)};
    StrategyReport strategy =
        strategyOf("threads", {3}, {{State::waiting, 0.83}, {State::idle, 0.17}}, 0.1, 5);
    auto found = diagnosed(strategy, &timeline);
    ASSERT_THAT(kinds(found), ElementsAre("straggler-tail"));
    EXPECT_EQ(found[0].sentence.english(),
              "The items do not divide evenly: of 5 on 3 workers the last round has 2. 17 % "
              "of worker time was idle.");
    EXPECT_EQ(found[0].remedy.strategy, "threads:5");
    ASSERT_TRUE(found[0].place);
    EXPECT_EQ(found[0].place->begin, 100 * ms);
    EXPECT_EQ(found[0].place->end, 200 * ms);
    // Who computes gains nothing from more workers than cores.
    strategy.ledger[static_cast<std::size_t>(State::waiting)] = 0;
    strategy.ledger[static_cast<std::size_t>(State::computing)] = 0.83;
    EXPECT_EQ(diagnosed(strategy, &timeline).front().remedy.strategy, "");
}

TEST(Diagnoses, OneLongTaskAtTheEndIsToldAsSuch)
{
    Timeline timeline;
    timeline.end = 400 * ms;
    timeline.lanes = {lane("worker 1", {span(0, 100, State::computing)}),
                      lane("worker 2", {span(0, 400, State::computing)})};
    // The item that finished last went through two stages.
    timeline.tasks = {task(0, 0, 0, 100), task(1, 1, 0, 300), task(1, 1, 300, 400, 1)};
    StrategyReport strategy =
        strategyOf("threads", {2}, {{State::computing, 0.6}, {State::idle, 0.4}}, 0.1, 2);
    EXPECT_EQ(
        diagnosed(strategy, &timeline).at(0).sentence.english(),
        "At the end the others waited for one long task: it took 400 ms, the usual one takes 100 ms. 38 % of "
        "worker time was idle.");
    strategy.latency->p50 = 0.3;
    EXPECT_THAT(
        diagnosed(strategy, &timeline).at(0).sentence.english(),
        HasSubstr("The tasks differ in length: at the end workers had nothing left to do for up to 300 ms."));
    strategy.latency->p50 = 0.39;
    EXPECT_THAT(diagnosed(strategy, &timeline), IsEmpty()) << "equal tasks";
}

TEST(Diagnoses, APlaceIsTheLongestStayInTheStatesThatAreMeant)
{
    Timeline timeline;
    timeline.start = -50 * ms;
    timeline.end = 100 * ms;
    timeline.lanes = {lane("worker 1", {span(0, 30, State::computing), span(30, 50, State::gilWait)}),
                      lane("worker 2", {span(0, 40, State::gilWait), span(40, 100, State::computing)}),
                      lane("GIL", {span(0, 100, State::gilWait)}, LaneKind::holder)};
    const auto found = diagnosed(
        strategyOf("gil-threads", {2}, {{State::computing, 0.7}, {State::gilWait, 0.3}}), &timeline);
    ASSERT_TRUE(found.at(0).place);
    EXPECT_EQ(found[0].place->name, "worker 2");
    EXPECT_EQ(found[0].place->end, 40 * ms);
    EXPECT_THAT(found[0].states, ElementsAre(State::gilWait));
}
