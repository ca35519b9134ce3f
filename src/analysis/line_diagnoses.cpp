// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/line_diagnoses.h"

#include "analysis/diagnoses.h"
#include "analysis/measured_runs.h"
#include "analysis/statistics.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace overlap::analysis {

using core::Bottleneck;
using core::Diagnosis;
using core::DiagnosisKind;
using core::Lane;
using core::LaneIndex;
using core::LaneKind;
using core::LanePlace;
using core::Message;
using core::Nanoseconds;
using core::Span;
using core::StageService;
using core::State;
using core::StrategyReport;
using core::Term;
using core::Timeline;

namespace {

Term termOf(const StageService& stage)
{
    return {stage.workers == 0 ? "Lanes" : "Workloads", stage.name};
}

double withoutWork(const StrategyReport& strategy)
{
    return shareOf(strategy, State::queueEmpty) + shareOf(strategy, State::queueFull) +
           shareOf(strategy, State::idle);
}

/// The slowest and the one after it, by seconds per item.
struct Pace
{
    double slowest = 0;
    double next = 0;
};

Pace paceOf(const std::vector<StageService>& stages)
{
    Pace pace;
    for (const StageService& stage : stages) {
        if (stage.secondsPerItem > pace.slowest)
            pace = {stage.secondsPerItem, pace.slowest};
        else
            pace.next = std::max(pace.next, stage.secondsPerItem);
    }
    return pace;
}

/// Worker lanes of each stage, in order; of a pool one group.
std::vector<std::vector<LaneIndex>> workersByStage(const core::Strategy& strategy, const Timeline& timeline)
{
    std::vector<std::vector<LaneIndex>> stages(strategy.counts.size());
    std::size_t stage = 0;
    for (std::size_t i = 0; i < timeline.lanes.size() && stage < stages.size(); ++i) {
        if (timeline.lanes[i].kind != LaneKind::worker)
            continue;
        stages[stage].push_back(static_cast<LaneIndex>(i));
        if (stages[stage].size() == static_cast<std::size_t>(strategy.counts[stage]))
            ++stage;
    }
    return stages;
}

/// Which stages mostly compute; without a timeline all of them where the strategy does.
std::vector<bool> computingStages(const StrategyReport& strategy, const Timeline* timeline)
{
    const bool mostly = shareOf(strategy, State::computing) > shareOf(strategy, State::waiting);
    std::vector<bool> computing(strategy.strategy.counts.size(), mostly);
    if (!timeline)
        return computing;
    const auto stages = workersByStage(strategy.strategy, *timeline);
    for (std::size_t stage = 0; stage < stages.size(); ++stage) {
        Nanoseconds more = 0;
        for (const LaneIndex lane : stages[stage]) {
            const auto& totals = timeline->lanes[lane].totals;
            more += totals[static_cast<std::size_t>(State::computing)] +
                    totals[static_cast<std::size_t>(State::coreWait)] -
                    totals[static_cast<std::size_t>(State::waiting)];
        }
        computing[stage] = more > 0;
    }
    return computing;
}

/// Workers per stage, so that no stage is clearly slower than the next: one more for the slowest, again and
/// again, up to twice as many as it has, because beyond that the figures say little. Empty where nothing
/// helps: a feeder cannot be hurried, and stages that compute need a core for each worker.
std::vector<int> balanced(const StrategyReport& strategy, int cores, const Timeline* timeline)
{
    std::vector<StageService> stages;
    for (const StageService& stage : strategy.bottleneck->stages) {
        if (stage.workers > 0)
            stages.push_back(stage);
    }
    const double feeder = strategy.bottleneck->stages.front().workers == 0
                              ? strategy.bottleneck->stages.front().secondsPerItem
                              : 0;
    const std::vector<bool> computing = computingStages(strategy, timeline);
    int onCores = 0;
    for (std::size_t i = 0; i < stages.size() && i < computing.size(); ++i)
        onCores += computing[i] ? stages[i].workers : 0;
    std::vector<int> counts = strategy.strategy.counts;
    if (counts.size() != stages.size())
        return {};
    while (true) {
        const auto slowest = static_cast<std::size_t>(
            std::ranges::max_element(stages, {}, &StageService::secondsPerItem) - stages.begin());
        StageService& stage = stages[slowest];
        const double next = std::max(paceOf(stages).next, feeder);
        if (stage.secondsPerItem < clearlySlower * next ||
            stage.workers >= 2 * strategy.strategy.counts[slowest] ||
            (computing[slowest] && onCores >= cores))
            break;
        stage.secondsPerItem = stage.taskSeconds / ++stage.workers;
        onCores += computing[slowest] ? 1 : 0;
        counts[slowest] = stage.workers;
    }
    return counts == strategy.strategy.counts ? std::vector<int>() : counts;
}

/// More workers where they help, or the word that none do.
core::Remedy relief(const StrategyReport& strategy, int cores, const Timeline* timeline)
{
    const StageService& slowest = strategy.bottleneck->stages[strategy.bottleneck->slowest];
    const std::vector<int> counts = balanced(strategy, cores, timeline);
    if (!counts.empty()) {
        return {Message(OVERLAP_TR_NOOP("Messages", "Give %1 more workers, until the stages keep pace with "
                                                    "each other."),
                        {termOf(slowest)}),
                withCounts(strategy.strategy, counts)};
    }
    return {Message(OVERLAP_TR_NOOP("Messages", "Make %1 itself shorter: more workers would not help here."),
                    {termOf(slowest)}),
            {}};
}

struct Interval
{
    Nanoseconds begin = 0;
    Nanoseconds end = 0;
};

/// From its first task to its last, by lane.
std::map<LaneIndex, Interval> taskTimes(const Timeline& timeline)
{
    std::map<LaneIndex, Interval> times;
    for (const core::TaskRow& task : timeline.tasks) {
        const auto [place, added] = times.try_emplace(task.lane, Interval{task.begin, task.end});
        if (!added) {
            place->second.begin = std::min(place->second.begin, task.begin);
            place->second.end = std::max(place->second.end, task.end);
        }
    }
    return times;
}

Nanoseconds timeIn(const Lane& lane, State state, Interval within)
{
    Nanoseconds time = 0;
    for (const Span& span : lane.spans) {
        if (span.state == state)
            time +=
                std::max<Nanoseconds>(0, std::min(span.end, within.end) - std::max(span.begin, within.begin));
    }
    return time;
}

/// The longest span of a lane in one of these states within a time.
std::optional<LanePlace> longestOn(const Timeline& timeline, LaneIndex index,
                                   const std::vector<State>& states, Interval within)
{
    const Lane& lane = timeline.lanes[index];
    std::optional<LanePlace> place;
    for (const Span& span : lane.spans) {
        const Nanoseconds begin = std::max(span.begin, within.begin);
        const Nanoseconds end = std::min(span.end, within.end);
        if (std::ranges::find(states, span.state) == states.end() || end <= begin)
            continue;
        if (!place || end - begin > place->end - place->begin)
            place = LanePlace{index, lane.name, begin, end};
    }
    return place;
}

/// From the first task to the last of the item that finished last.
Nanoseconds lastItemTime(const Timeline& timeline)
{
    const core::TaskRow& last = timeline.tasks.back(); // in order of finishing
    Nanoseconds begin = last.begin;
    for (const core::TaskRow& task : timeline.tasks) {
        if (task.item == last.item)
            begin = std::min(begin, task.begin);
    }
    return last.end - begin;
}

/// The stage of a bottleneck that has workers; those behind a feeder stand one further on.
const StageService& serviceOf(const Bottleneck& bottleneck, std::size_t stage)
{
    const std::size_t feeders = bottleneck.stages.front().workers == 0 ? 1 : 0;
    return bottleneck.stages[stage + feeders];
}

} // namespace

double shareOf(const StrategyReport& strategy, State state)
{
    return strategy.ledger[static_cast<std::size_t>(state)];
}

core::Figure percentOf(double share)
{
    // "100 %" is kept for all of it.
    return share > 0.99 && share < 1 ? core::fixedNumber(std::min(100 * share, 99.9), 1)
                                     : core::fixedNumber(100 * share, 0);
}

std::string withCounts(core::Strategy strategy, std::vector<int> counts)
{
    strategy.counts = std::move(counts);
    return strategy.text();
}

std::optional<LanePlace> longestPlace(const Timeline& timeline, const std::vector<State>& states)
{
    std::optional<LanePlace> longest;
    const bool startup = std::ranges::find(states, State::starting) != states.end();
    const Interval whole{startup ? timeline.start : 0, timeline.end};
    for (std::size_t i = 0; i < timeline.lanes.size(); ++i) {
        if (timeline.lanes[i].kind != LaneKind::worker)
            continue;
        auto place = longestOn(timeline, static_cast<LaneIndex>(i), states, whole);
        if (place && (!longest || place->end - place->begin > longest->end - longest->begin))
            longest = std::move(place);
    }
    return longest;
}

std::optional<Diagnosis> bottleneckDiagnosis(const StrategyReport& strategy, int cores,
                                             const Timeline* timeline)
{
    if (!strategy.bottleneck)
        return std::nullopt;
    const StageService& slowest = strategy.bottleneck->stages[strategy.bottleneck->slowest];
    const Pace pace = paceOf(strategy.bottleneck->stages);
    const double share = withoutWork(strategy);
    if (slowest.workers == 0 || pace.slowest < clearlySlower * pace.next || share < noticeableShare)
        return std::nullopt;
    Diagnosis found;
    found.kind = DiagnosisKind::bottleneck;
    found.sentence = Message(
        OVERLAP_TR_NOOP("Messages", "%1 holds the others up: it lets an item through every %2, the next "
                                    "slowest would every %3. %4 % of worker time was without work."),
        {termOf(slowest), core::durationText(pace.slowest), core::durationText(pace.next), percentOf(share)});
    found.figures = {{"secondsPerItem", pace.slowest}, {"nextSecondsPerItem", pace.next}, {"share", share}};
    found.states = {State::queueEmpty, State::queueFull, State::idle};
    found.remedy = relief(strategy, cores, timeline);
    return found;
}

std::optional<Diagnosis> starvationDiagnosis(const StrategyReport& strategy, int cores,
                                             const Timeline& timeline)
{
    if (!strategy.bottleneck)
        return std::nullopt;
    const auto times = taskTimes(timeline);
    const auto stages = workersByStage(strategy.strategy, timeline);
    double share = 0;
    std::size_t starved = 0;
    for (std::size_t stage = 0; stage < stages.size(); ++stage) {
        Nanoseconds whole = 0;
        Nanoseconds empty = 0;
        for (const LaneIndex lane : stages[stage]) {
            const auto time = times.find(lane);
            if (time == times.end())
                continue;
            whole += time->second.end - time->second.begin;
            empty += timeIn(timeline.lanes[lane], State::queueEmpty, time->second);
        }
        const double here = whole > 0 ? static_cast<double>(empty) / static_cast<double>(whole) : 0;
        if (here > share) {
            share = here;
            starved = stage;
        }
    }
    const StageService& service = serviceOf(*strategy.bottleneck, starved);
    const StageService& slowest = strategy.bottleneck->stages[strategy.bottleneck->slowest];
    const bool handsOver =
        service.workers == 1 && service.secondsPerItem < leastStarved * slowest.secondsPerItem;
    if (share < starvedShare || &service == &slowest || handsOver)
        return std::nullopt;
    Diagnosis found;
    found.kind = DiagnosisKind::starvation;
    found.sentence = Message(
        OVERLAP_TR_NOOP("Messages", "%1 starves: it waited %2 % of its time for work, because %3 gives "
                                    "an item only every %4."),
        {termOf(service), percentOf(share), termOf(slowest), core::durationText(slowest.secondsPerItem)});
    found.figures = {{"share", share}, {"secondsPerItem", slowest.secondsPerItem}};
    found.states = {State::queueEmpty};
    for (const LaneIndex lane : stages[starved]) {
        const auto time = times.find(lane);
        auto place =
            time == times.end() ? std::nullopt : longestOn(timeline, lane, found.states, time->second);
        if (place && (!found.place || place->end - place->begin > found.place->end - found.place->begin))
            found.place = std::move(place);
    }
    const int enough =
        std::max(1, static_cast<int>(std::ceil(service.taskSeconds / slowest.secondsPerItem - 1e-9)));
    if (enough < service.workers) {
        std::vector<int> counts = strategy.strategy.counts;
        counts[starved] = enough;
        found.remedy = {Message(OVERLAP_TR_NOOP("Messages", "Fewer workers of %1 do the same, here %2."),
                                {termOf(service), std::to_string(enough)}),
                        withCounts(strategy.strategy, std::move(counts))};
    } else {
        found.remedy = relief(strategy, cores, &timeline);
    }
    return found;
}

std::optional<Diagnosis> backPressureDiagnosis(const StrategyReport& strategy, int cores,
                                               const Timeline& timeline)
{
    if (!strategy.bottleneck || timeline.end <= 0)
        return std::nullopt;
    LaneIndex held = core::noLane;
    Nanoseconds most = 0;
    const Interval whole{0, timeline.end};
    for (std::size_t i = 0; i < timeline.lanes.size(); ++i) {
        const Nanoseconds time = timeIn(timeline.lanes[i], State::queueFull, whole);
        if (time > most) {
            most = time;
            held = static_cast<LaneIndex>(i);
        }
    }
    const double share = static_cast<double>(most) / static_cast<double>(timeline.end);
    if (share < noticeableShare)
        return std::nullopt;
    std::size_t behind = 0; // the stage whose queue was full; the feeder's is the first
    const auto stages = workersByStage(strategy.strategy, timeline);
    for (std::size_t stage = 0; stage < stages.size(); ++stage) {
        if (std::ranges::find(stages[stage], held) != stages[stage].end())
            behind = std::min(stage + 1, stages.size() - 1);
    }
    Diagnosis found;
    found.kind = DiagnosisKind::backPressure;
    found.sentence = Message(
        OVERLAP_TR_NOOP("Messages", "Back-pressure: %1 was held up for %2, %3 % of the run, because the "
                                    "queue to %4 was full."),
        {Term{"Lanes", timeline.lanes[held].name}, core::durationText(core::toSeconds(most)),
         percentOf(share), termOf(serviceOf(*strategy.bottleneck, behind))});
    found.figures = {{"share", share}, {"seconds", core::toSeconds(most)}};
    found.states = {State::queueFull};
    found.place = longestOn(timeline, held, found.states, whole);
    found.remedy = relief(strategy, cores, &timeline);
    return found;
}

std::optional<Diagnosis> stragglerDiagnosis(const StrategyReport& strategy, const Timeline& timeline)
{
    const auto times = taskTimes(timeline);
    if (strategy.strategy.counts.size() != 1 || times.size() < 2 || timeline.end <= 0 || !strategy.latency)
        return std::nullopt;
    const auto byEnd = [](const auto& left, const auto& right) { return left.second.end < right.second.end; };
    const auto last = std::ranges::max_element(times, byEnd);
    const Nanoseconds first = std::ranges::min_element(times, byEnd)->second.end;
    Nanoseconds spare = 0;
    for (const auto& [lane, time] : times)
        spare += last->second.end - time.end;
    const int workers = strategy.strategy.workers();
    const double share = static_cast<double>(spare) / static_cast<double>(timeline.end) / workers;
    if (share < noticeableShare || last->first >= timeline.lanes.size())
        return std::nullopt;

    const double usual = strategy.latency->p50;
    const double length = core::toSeconds(lastItemTime(timeline));
    const auto rounds =
        (strategy.items + static_cast<std::size_t>(workers) - 1) / static_cast<std::size_t>(workers);
    const std::size_t rest = strategy.items % static_cast<std::size_t>(workers);
    Diagnosis found;
    found.kind = DiagnosisKind::stragglerTail;
    found.figures = {{"share", share},
                     {"seconds", core::toSeconds(last->second.end - first)},
                     {"lastTaskSeconds", length},
                     {"medianTaskSeconds", usual}};
    found.states = {State::idle};
    found.place = LanePlace{last->first, timeline.lanes[last->first].name, first, last->second.end};
    if (length >= longTask * usual) {
        found.sentence =
            Message(OVERLAP_TR_NOOP("Messages", "At the end the others waited for one long task: it took %1, "
                                                "the usual one takes %2. %3 % of worker time was idle."),
                    {core::durationText(length), core::durationText(usual), percentOf(share)});
        found.remedy.sentence = Message(
            OVERLAP_TR_NOOP("Messages", "Start the longest tasks first, or cut them into smaller ones."));
        return found;
    }
    if (rest == 0 || rounds < 2) {
        if (length < longerTask * usual || shareOf(strategy, State::coreWait) >= noticeableShare)
            return std::nullopt;
        found.sentence =
            Message(OVERLAP_TR_NOOP("Messages",
                                    "The tasks differ in length: at the end workers had nothing left to do "
                                    "for up to %1. %2 % of worker time was idle."),
                    {core::durationText(core::toSeconds(last->second.end - first)), percentOf(share)});
        found.remedy.sentence = Message(
            OVERLAP_TR_NOOP("Messages", "Start the longest tasks first, and cut them smaller where the "
                                        "work allows it."));
        return found;
    }
    found.sentence = Message(
        OVERLAP_TR_NOOP("Messages", "The items do not divide evenly: of %1 on %2 workers the last round has "
                                    "%3. %4 % of worker time was idle."),
        {std::to_string(strategy.items), std::to_string(workers), std::to_string(rest), percentOf(share)});
    const double busy = shareOf(strategy, State::computing) + shareOf(strategy, State::coreWait);
    if (shareOf(strategy, State::waiting) > busy) {
        const auto fit = static_cast<int>((strategy.items + rounds - 2) / (rounds - 1));
        found.remedy = {
            Message(OVERLAP_TR_NOOP("Messages", "%1 workers save the last round."), {std::to_string(fit)}),
            withCounts(strategy.strategy, {fit})};
    } else {
        found.remedy.sentence = Message(
            OVERLAP_TR_NOOP("Messages", "Cut the work into more and smaller tasks: then the last round "
                                        "is short."));
    }
    return found;
}

} // namespace overlap::analysis
