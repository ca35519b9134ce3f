// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/bottleneck.h"

#include "analysis/measured_runs.h"
#include "analysis/standing.h"
#include "analysis/statistics.h"
#include "core/text.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace overlap::analysis {

using core::Bottleneck;
using core::Message;
using core::Nanoseconds;
using core::StageSample;
using core::StageService;
using core::StrategyReport;
using core::Term;

namespace {

constexpr std::string_view feederName = "feeder"; // as its lane is called

/// How long a lane waited for room between two times. Spans are by begin.
Nanoseconds waitForRoom(const core::Lane& lane, Nanoseconds begin, Nanoseconds end)
{
    Nanoseconds waited = 0;
    auto span = std::ranges::lower_bound(lane.spans, begin, {}, &core::Span::end);
    for (; span != lane.spans.end() && span->begin < end; ++span) {
        if (span->state == core::State::queueFull)
            waited += std::min(span->end, end) - std::max(span->begin, begin);
    }
    return waited;
}

double sumOf(const std::vector<double>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

double meanOf(const StageSample& stage)
{
    return sumOf(stage.taskSeconds) / static_cast<double>(stage.taskSeconds.size());
}

double workersOf(const StageSample& stage)
{
    return static_cast<double>(stage.tasksPerWorker.size());
}

double leastSecondsOf(const core::RunReport& run, double feedSeconds)
{
    double shortest = 0;
    for (const StageSample& stage : run.stages)
        shortest += std::ranges::min(stage.taskSeconds);
    const auto items = static_cast<double>(run.stages.front().taskSeconds.size());
    double least = feedSeconds * (items - 1) + shortest;
    for (const StageSample& stage : run.stages) {
        const double busy =
            std::max(sumOf(stage.taskSeconds) / workersOf(stage), std::ranges::max(stage.taskSeconds));
        least = std::max(least, busy + shortest - std::ranges::min(stage.taskSeconds));
    }
    return least;
}

template <class Figure>
double medianOver(const std::vector<const core::RunReport*>& runs, Figure figure)
{
    std::vector<double> values;
    for (const core::RunReport* run : runs)
        values.push_back(figure(*run));
    return median(std::move(values));
}

Term nameOf(const StageService& stage)
{
    return {stage.workers == 0 ? "Lanes" : "Workloads", stage.name};
}

/// The first that is tied with the slowest; where none is, the slowest of the others.
const StageService& nextOf(const Bottleneck& bottleneck)
{
    if (!bottleneck.tied.empty())
        return bottleneck.stages[bottleneck.tied.front()];
    std::size_t next = bottleneck.slowest == 0 ? 1 : 0; // there are two stages at least
    for (std::size_t i = 0; i < bottleneck.stages.size(); ++i) {
        if (i != bottleneck.slowest &&
            bottleneck.stages[i].secondsPerItem > bottleneck.stages[next].secondsPerItem)
            next = i;
    }
    return bottleneck.stages[next];
}

Message bottleneckSentence(const Bottleneck& bottleneck)
{
    const StageService& slowest = bottleneck.stages[bottleneck.slowest];
    const double unit = slowest.taskSeconds;
    const StageService& other = nextOf(bottleneck);
    const std::vector<core::Argument> words{nameOf(slowest),
                                            core::durationText(slowest.taskSeconds, unit),
                                            std::to_string(slowest.workers),
                                            core::durationText(slowest.secondsPerItem, unit),
                                            nameOf(other),
                                            core::durationText(other.secondsPerItem),
                                            core::durationText(bottleneck.leastSeconds)};
    if (bottleneck.tied.size() > 1) {
        return Message(OVERLAP_TR_NOOP("Messages", "%1 and others hold the line up alike, %4 per item each, "
                                                   "so it takes at least %7."),
                       words);
    }
    if (!bottleneck.tied.empty()) {
        return Message(OVERLAP_TR_NOOP("Messages", "%1 and %5 hold the line up alike, %4 and %6 per item, so "
                                                   "it takes at least %7."),
                       words);
    }
    if (slowest.workers == 0) {
        return Message(OVERLAP_TR_NOOP("Messages", "%1 is the bottleneck: an item every %4; %5 would take %6 "
                                                   "per item. So the line takes at least %7."),
                       words);
    }
    if (slowest.workers == 1) {
        return Message(OVERLAP_TR_NOOP("Messages", "%1 is the bottleneck: %2 ÷ 1 worker = %4 per item, next "
                                                   "is %5 with %6. So the line takes at least %7."),
                       words);
    }
    return Message(OVERLAP_TR_NOOP("Messages", "%1 is the bottleneck: %2 ÷ %3 workers = %4 per item, next is "
                                               "%5 with %6. So the line takes at least %7."),
                   words);
}

/// "3, 4, 5": of the last measured run.
std::vector<Message> sharingSentences(const StrategyReport& strategy)
{
    std::vector<Message> sentences;
    constexpr std::size_t readable = 16;
    for (const StageSample& stage : measuredRuns(strategy.runs).back()->stages) {
        if (stage.tasksPerWorker.size() < 2 || stage.tasksPerWorker.size() > readable)
            continue;
        std::vector<std::string> counts;
        for (const std::size_t count : stage.tasksPerWorker)
            counts.push_back(std::to_string(count));
        sentences.push_back(Message(OVERLAP_TR_NOOP("Messages", "tasks of the workers of %1: %2"),
                                    {Term{"Workloads", stage.name}, core::joined(counts, ", ")}));
    }
    return sentences;
}

/// When the last item was done and when the program ended, where that is noticeably later.
Message endSentence(const StrategyReport& strategy)
{
    constexpr double noticeable = 0.05;
    const auto lastDone = [](const core::RunReport& run) {
        const auto mark = std::ranges::find(run.marks, "last-done", &core::Mark::name);
        return mark == run.marks.end() ? run.wallSeconds : mark->seconds;
    };
    const double done = medianOver(measuredRuns(strategy.runs), lastDone);
    if (done >= (1 - noticeable) * strategy.medianWallSeconds)
        return {};
    return Message(
        OVERLAP_TR_NOOP("Messages", "The last item was done after %1, the program ended after %2."),
        {core::durationText(done, strategy.medianWallSeconds),
         core::durationText(strategy.medianWallSeconds)});
}

/// The pool with as many workers as the pipeline, where it was faster.
const StrategyReport* fasterPool(const core::Report& report, const StrategyReport& pipeline)
{
    constexpr double noticeable = 1.02;
    const StrategyReport* pool = report.strategy("threads:" + std::to_string(pipeline.strategy.workers()));
    const core::Timing timing = report.experiment.timing;
    return pool && isWhole(pool->tasks) &&
                   statedSeconds(pipeline, timing) > noticeable * statedSeconds(*pool, timing)
               ? pool
               : nullptr;
}

} // namespace

std::vector<StageSample> stageSamplesOf(const core::Timeline& timeline,
                                        const std::vector<core::StageInfo>& stages,
                                        const std::vector<int>& workers)
{
    std::vector<StageSample> samples;
    std::vector<std::map<core::LaneIndex, std::size_t>> counts(stages.size());
    for (const core::StageInfo& stage : stages)
        samples.push_back({stage.name, {}, {}});
    for (const core::TaskRow& task : timeline.tasks) {
        if (task.status != core::TaskStatus::done || task.stage >= stages.size())
            continue;
        const core::Lane& lane = timeline.lanes[task.lane];
        samples[task.stage].taskSeconds.push_back(
            core::toSeconds(task.end - task.begin - waitForRoom(lane, task.begin, task.end)));
        ++counts[task.stage][task.lane];
    }
    for (std::size_t stage = 0; stage < stages.size(); ++stage) {
        for (const auto& [lane, count] : counts[stage])
            samples[stage].tasksPerWorker.push_back(count);
        if (stage < workers.size()) {
            const auto all = static_cast<std::size_t>(workers[stage]);
            samples[stage].tasksPerWorker.resize(std::max(all, samples[stage].tasksPerWorker.size()));
        }
    }
    return samples;
}

std::optional<Bottleneck> bottleneckOf(const std::vector<const core::RunReport*>& runs, double feedSeconds)
{
    const auto told = [](const core::RunReport* run) {
        return !run->stages.empty() && std::ranges::none_of(run->stages, [](const StageSample& stage) {
            return stage.taskSeconds.empty();
        });
    };
    if (runs.empty() || !std::ranges::all_of(runs, told))
        return std::nullopt;

    Bottleneck bottleneck;
    if (feedSeconds > 0)
        bottleneck.stages.push_back({std::string(feederName), 0, feedSeconds, feedSeconds});
    for (std::size_t i = 0; i < runs.front()->stages.size(); ++i) {
        const StageSample& first = runs.front()->stages[i];
        StageService service;
        service.name = first.name;
        service.workers = static_cast<int>(first.tasksPerWorker.size());
        service.taskSeconds =
            medianOver(runs, [i](const core::RunReport& run) { return meanOf(run.stages[i]); });
        service.secondsPerItem = service.taskSeconds / service.workers;
        bottleneck.stages.push_back(std::move(service));
    }
    const double most = std::ranges::max(bottleneck.stages, {}, &StageService::secondsPerItem).secondsPerItem;
    for (std::size_t i = 0; i < bottleneck.stages.size(); ++i) {
        if (bottleneck.stages[i].secondsPerItem >= tiedFrom * most)
            bottleneck.tied.push_back(i);
    }
    bottleneck.slowest = bottleneck.tied.front();
    bottleneck.tied.erase(bottleneck.tied.begin());
    bottleneck.leastSeconds = medianOver(
        runs, [feedSeconds](const core::RunReport& run) { return leastSecondsOf(run, feedSeconds); });
    return bottleneck;
}

std::vector<StrategyNote> stageNotesOf(const core::Report& report)
{
    std::vector<StrategyNote> notes;
    const StrategyReport* beaten = nullptr;
    for (const StrategyReport& strategy : report.strategies) {
        if (!strategy.bottleneck || !isWhole(strategy.tasks))
            continue;
        const std::string name = strategy.strategy.text();
        if (Message end = endSentence(strategy); !end.empty())
            notes.push_back({name, std::move(end)});
        notes.push_back({name, bottleneckSentence(*strategy.bottleneck)});
        for (Message& sentence : sharingSentences(strategy))
            notes.push_back({name, std::move(sentence)});
        const StrategyReport* const pool = beaten ? nullptr : fasterPool(report, strategy);
        if (!pool)
            continue;
        beaten = &strategy;
        notes.push_back(
            {pool->strategy.text(),
             Message(OVERLAP_TR_NOOP("Messages",
                                     "faster than %1 with as many workers: nothing is handed over, "
                                     "and nobody waits for the stage before. Stations pay where "
                                     "they are what is scarce: one oven, one licence."),
                     {name})});
    }
    return notes;
}

} // namespace overlap::analysis
