// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/diagnoses.h"

#include "analysis/line_diagnoses.h"
#include "analysis/measured_runs.h"
#include "analysis/standing.h"
#include "analysis/statistics.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace overlap::analysis {

using core::Diagnosis;
using core::DiagnosisKind;
using core::Message;
using core::State;
using core::StrategyReport;
using core::Timeline;

namespace {

/// Threads of native code, which share memory and cores: the same with no lock, no copy and no start-up.
std::string nativeThreads(int workers)
{
    return "threads:" + std::to_string(workers);
}

/// Of each item, over all measured runs.
std::vector<double> itemSeconds(const StrategyReport& strategy)
{
    std::vector<double> seconds;
    for (const core::RunReport* const run : measuredRuns(strategy.runs))
        seconds.insert(seconds.end(), run->latencySeconds.begin(), run->latencySeconds.end());
    return seconds;
}

/// What all items of a run took together; the mean over the runs.
double workSeconds(const StrategyReport& strategy)
{
    const auto seconds = itemSeconds(strategy);
    const auto runs = measuredRuns(strategy.runs).size();
    return runs == 0 ? 0 : std::accumulate(seconds.begin(), seconds.end(), 0.0) / static_cast<double>(runs);
}

std::optional<Diagnosis> gilDiagnosis(const StrategyReport& strategy, int cores)
{
    const double share = shareOf(strategy, State::gilWait);
    if (share < noticeableShare)
        return std::nullopt;
    const int workers = std::min(strategy.strategy.workers(), cores);
    const bool python = strategy.strategy.runtime == core::Runtime::python;
    Diagnosis found;
    found.kind = DiagnosisKind::gil;
    found.sentence = Message(OVERLAP_TR_NOOP("Messages", "%1 % of worker time went into waiting for the "
                                                         "interpreter's lock: its threads compute one at a "
                                                         "time."),
                             {percentOf(share)});
    found.figures = {{"share", share}};
    found.states = {State::gilWait};
    found.remedy.sentence = Message(
        OVERLAP_TR_NOOP("Messages", "Use processes: each has an interpreter, and a lock, of its own."));
    found.remedy.strategy = (python ? "python-processes:" : "processes:") + std::to_string(workers);
    return found;
}

/// As many as keep the cores busy while others wait: cores × (1 + waiting ÷ computing).
int workersForCores(const StrategyReport& strategy, int cores)
{
    const double computing = shareOf(strategy, State::computing);
    const double waiting = shareOf(strategy, State::waiting) + shareOf(strategy, State::lockWait);
    const double most = strategy.strategy.workers();
    if (computing <= 0)
        return static_cast<int>(most);
    return static_cast<int>(std::min(most, std::ceil(cores * (1 + waiting / computing) - 1e-9)));
}

std::optional<Diagnosis> oversubscriptionDiagnosis(const StrategyReport& strategy, int cores)
{
    const int workers = strategy.strategy.workers();
    const double share = shareOf(strategy, State::coreWait);
    const double wanting = (share + shareOf(strategy, State::computing)) * workers;
    const int enough = workersForCores(strategy, cores);
    if (share < noticeableShare || wanting < crowdedCores * cores || enough >= workers)
        return std::nullopt;
    Diagnosis found;
    found.kind = DiagnosisKind::oversubscription;
    found.sentence =
        cores == 1 ? Message(OVERLAP_TR_NOOP("Messages",
                                             "%1 % of worker time went into waiting for the only core: %2 "
                                             "workers wanted it at an average moment."),
                             {percentOf(share), core::fixedNumber(wanting, 1)})
                   : Message(OVERLAP_TR_NOOP("Messages",
                                             "%1 % of worker time went into waiting for a core: %2 workers "
                                             "wanted one at an average moment, and there are %3."),
                             {percentOf(share), core::fixedNumber(wanting, 1), std::to_string(cores)});
    found.figures = {{"share", share}, {"wantingWorkers", wanting}, {"cores", static_cast<double>(cores)}};
    found.states = {State::coreWait};
    if (strategy.strategy.counts.size() == 1) {
        found.remedy.sentence =
            enough == 1
                ? Message(OVERLAP_TR_NOOP("Messages", "One worker keeps it as busy, with less memory."))
                : Message(OVERLAP_TR_NOOP("Messages", "%1 workers keep the cores as busy, with less memory."),
                          {std::to_string(enough)});
        found.remedy.strategy = withCounts(strategy.strategy, {enough});
    } else {
        found.remedy.sentence = Message(OVERLAP_TR_NOOP(
            "Messages", "Give the stages that compute no more workers than there are cores."));
    }
    return found;
}

std::optional<Diagnosis> startupDiagnosis(const StrategyReport& strategy, const core::Report& report)
{
    const StrategyReport* const baseline = report.strategy(strategy.baseline);
    const double startup = strategy.startupSeconds - (baseline ? baseline->startupSeconds : 0);
    const double share = strategy.coldWallSeconds > 0 ? startup / strategy.coldWallSeconds : 0;
    if (startup < shortestStartup || share < heavyStartup)
        return std::nullopt;
    const bool python = strategy.strategy.runtime == core::Runtime::python;
    Diagnosis found;
    found.kind = DiagnosisKind::startup;
    found.sentence =
        Message(OVERLAP_TR_NOOP("Messages", "Starting the workers took %1 of %2 until the last result."),
                {core::durationText(startup, strategy.coldWallSeconds),
                 core::durationText(strategy.coldWallSeconds)});
    found.figures = {{"share", share}, {"seconds", startup}};
    found.states = {State::starting};
    if (python) {
        found.remedy.sentence = Message(OVERLAP_TR_NOOP(
            "Messages", "Start a pool once and keep it, or stay sequential where there is so little work."));
        if (baseline && baseline->coldWallSeconds < strategy.coldWallSeconds)
            found.remedy.strategy = strategy.baseline;
    } else {
        found.remedy.sentence = Message(
            OVERLAP_TR_NOOP("Messages", "Threads start in microseconds; processes pay with more work."));
        found.remedy.strategy = nativeThreads(strategy.strategy.workers());
    }
    return found;
}

std::optional<Diagnosis> transferDiagnosis(const StrategyReport& strategy)
{
    const double share = shareOf(strategy, State::transfer);
    if (share < noticeableShare)
        return std::nullopt;
    const double perItem = share * strategy.strategy.workers() * strategy.medianWallSeconds /
                           static_cast<double>(std::max<std::size_t>(strategy.items, 1));
    Diagnosis found;
    found.kind = DiagnosisKind::transfer;
    found.sentence =
        Message(OVERLAP_TR_NOOP("Messages", "%1 % of worker time went into moving data between processes, %2 "
                                            "for each item."),
                {percentOf(share), core::durationText(perItem)});
    found.figures = {{"share", share}, {"secondsPerItem", perItem}};
    found.states = {State::transfer};
    if (strategy.strategy.runtime == core::Runtime::native) {
        found.remedy.sentence =
            Message(OVERLAP_TR_NOOP("Messages", "Threads share memory: nothing has to be copied."));
        found.remedy.strategy = nativeThreads(strategy.strategy.workers());
    } else {
        found.remedy.sentence = Message(OVERLAP_TR_NOOP(
            "Messages", "Send a name or a range instead of the data, and compute longer on each."));
    }
    return found;
}

/// Chunks of five milliseconds, many times what handing one over costs, and four for each worker at least, so
/// that nobody idles for long at the end.
std::size_t chunkFor(const StrategyReport& strategy, double taskSeconds)
{
    const double wanted = std::ceil(5e-3 / std::max(taskSeconds, 1e-9));
    const std::size_t most = strategy.items / (4 * static_cast<std::size_t>(strategy.strategy.workers()));
    return std::min({static_cast<std::size_t>(wanted), most, std::size_t{100'000}});
}

std::optional<Diagnosis> tinyTasksDiagnosis(const StrategyReport& strategy)
{
    const auto seconds = itemSeconds(strategy);
    if (seconds.empty())
        return std::nullopt;
    double useful = 0;
    for (const State state :
         {State::computing, State::waiting, State::coreWait, State::gilWait, State::lockWait})
        useful += shareOf(strategy, state);
    const double taskSeconds = median(seconds);
    if (taskSeconds >= tinyTaskSeconds || useful >= tinyUsefulShare)
        return std::nullopt;
    Diagnosis found;
    found.kind = DiagnosisKind::tinyTasks;
    found.sentence =
        Message(OVERLAP_TR_NOOP("Messages", "The tasks are tiny, %1 each: %2 % of worker time went "
                                            "into handing them over and waiting for them."),
                {core::durationText(taskSeconds), percentOf(1 - useful)});
    found.figures = {{"taskSeconds", taskSeconds}, {"share", 1 - useful}};
    found.states = {State::dispatch, State::transfer, State::queueEmpty};
    constexpr double worthBatching = 0.02; // several times what starting processes costs
    const std::size_t chunk = chunkFor(strategy, taskSeconds);
    if (strategy.strategy.name == "processes" && workSeconds(strategy) >= worthBatching && chunk > 1) {
        core::Strategy batched = strategy.strategy;
        batched.options["chunk"] = std::to_string(chunk);
        found.remedy.sentence =
            Message(OVERLAP_TR_NOOP("Messages", "Hand them over in batches, here %1 at a time."),
                    {std::to_string(chunk)});
        found.remedy.strategy = batched.text();
    } else {
        found.remedy.sentence = Message(OVERLAP_TR_NOOP(
            "Messages", "Stay sequential, or put many of them into one task: 0.1 s is enough."));
        found.remedy.strategy = strategy.baseline;
    }
    return found;
}

} // namespace

std::vector<Diagnosis> diagnosesOf(const StrategyReport& strategy, const core::Report& report,
                                   const Timeline* timeline)
{
    std::vector<Diagnosis> all;
    if (strategy.strategy.workers() < 2 || !isWhole(strategy.tasks) || strategy.tasks.done == 0)
        return all;
    const int cores = std::max(report.environment.cores, 1);
    const auto add = [&](std::optional<Diagnosis> found) {
        if (!found)
            return;
        found->strategy = strategy.strategy.text();
        if (timeline && !found->place)
            found->place = longestPlace(*timeline, found->states);
        all.push_back(std::move(*found));
    };
    auto tiny = tinyTasksDiagnosis(strategy);
    if (!tiny) {
        add(bottleneckDiagnosis(strategy, cores, timeline));
        if (timeline) {
            add(starvationDiagnosis(strategy, cores, *timeline));
            add(backPressureDiagnosis(strategy, cores, *timeline));
        }
        add(gilDiagnosis(strategy, cores));
        add(oversubscriptionDiagnosis(strategy, cores));
        if (timeline)
            add(stragglerDiagnosis(strategy, *timeline));
    }
    add(startupDiagnosis(strategy, report));
    if (!tiny)
        add(transferDiagnosis(strategy));
    add(std::move(tiny));
    return all;
}

} // namespace overlap::analysis
