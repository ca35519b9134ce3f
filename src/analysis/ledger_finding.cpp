// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/ledger_finding.h"

#include "analysis/measured_runs.h"
#include "analysis/standing.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace overlap::analysis {

using core::Figure;
using core::Message;
using core::State;
using core::StrategyReport;

namespace {

/// Below a twentieth nothing that a worker does besides computing is worth a sentence.
constexpr double noticeable = 0.05;
/// Start-up is told from so much of the wall time on, and never below what the clock of a person shows.
constexpr double noticeableStartup = 0.01;
constexpr double shortestStartup = 0.001;

double shareOf(const StrategyReport& strategy, State state)
{
    return strategy.ledger[static_cast<std::size_t>(state)];
}

/// The state with the largest share besides computing.
State mainState(const StrategyReport& strategy)
{
    const auto first = strategy.ledger.begin() + 1;
    static_assert(static_cast<std::size_t>(State::computing) == 0);
    return static_cast<State>(std::max_element(first, strategy.ledger.end()) - strategy.ledger.begin());
}

Figure percent(double share)
{
    return core::fixedNumber(100 * share, share > 0 && share < 0.01 ? 1 : 0);
}

/// "3", "2.4": how many workers a share is on average.
Figure workersIn(double share, int workers)
{
    const double tenths = std::round(share * workers * 10);
    return core::fixedNumber(tenths / 10, static_cast<long>(tenths) % 10 == 0 ? 0 : 1);
}

bool startsUp(const StrategyReport& strategy)
{
    return strategy.startupSeconds >= shortestStartup &&
           strategy.startupSeconds >= noticeableStartup * strategy.medianWallSeconds;
}

Message computingSentence(const StrategyReport& strategy, int cores)
{
    const double computing = shareOf(strategy, State::computing);
    const int workers = strategy.strategy.workers();
    if (startsUp(strategy)) {
        const Figure startup = core::durationText(strategy.startupSeconds);
        const double transfer = shareOf(strategy, State::transfer);
        return transfer > 0
                   ? Message(OVERLAP_TR_NOOP("Messages", "%1 went into starting before t = 0; after that %2 "
                                                         "% of worker time into moving data between "
                                                         "processes."),
                             {startup, percent(transfer)})
                   : Message(OVERLAP_TR_NOOP("Messages", "%1 went into starting before t = 0; after that %2 "
                                                         "% of worker time was computing."),
                             {startup, percent(computing)});
    }
    if (computing < 1 - noticeable) {
        return Message(OVERLAP_TR_NOOP("Messages", "%1 % of worker time was computing; nothing else took as "
                                                   "much as %2 %."),
                       {percent(computing), percent(noticeable)});
    }
    if (workers < cores) {
        return Message(OVERLAP_TR_NOOP("Messages", "%1 % of worker time was computing, on %2 of %3 cores."),
                       {percent(computing), std::to_string(workers), std::to_string(cores)});
    }
    return Message(OVERLAP_TR_NOOP("Messages", "%1 % of worker time was computing: only more cores or less "
                                               "work would make it shorter."),
                   {percent(computing)});
}

Message coreWaitSentence(double share, int workers, int cores)
{
    if (workers <= cores) {
        return Message(OVERLAP_TR_NOOP("Messages", "%1 % of worker time went into waiting for a core that "
                                                   "something else used."),
                       {percent(share)});
    }
    if (cores == 1) {
        return Message(OVERLAP_TR_NOOP("Messages", "%1 % of worker time went into waiting for a core: %2 "
                                                   "workers share one."),
                       {percent(share), std::to_string(workers)});
    }
    return Message(OVERLAP_TR_NOOP("Messages", "%1 % of worker time went into waiting for a core: %2 workers "
                                               "share %3 cores."),
                   {percent(share), std::to_string(workers), std::to_string(cores)});
}

/// Items in flight at an average moment (Little's law): what the items took together, over the time in which
/// they took it.
double inFlight(const StrategyReport& strategy)
{
    double items = 0;
    double wall = 0;
    for (const core::RunReport* const run : measuredRuns(strategy.runs)) {
        items += std::accumulate(run->latencySeconds.begin(), run->latencySeconds.end(), 0.0);
        wall += run->wallSeconds;
    }
    return wall > 0 ? items / wall : 0;
}

/// Of one thread that waits for many at a time.
Message loopSentence(double share, const StrategyReport& strategy)
{
    return Message(OVERLAP_TR_NOOP("Messages", "%1 % of the time the only thread waited, with %2 of at most "
                                               "%3 items in flight on average."),
                   {percent(share), core::fixedNumber(inFlight(strategy), 1),
                    std::to_string(strategy.strategy.counts.front())});
}

Message waitingSentence(double share, int workers)
{
    if (workers == 1) {
        return Message(OVERLAP_TR_NOOP("Messages", "%1 % of the time the only worker waited, and nothing "
                                                   "else went on."),
                       {percent(share)});
    }
    constexpr double few = 0.25; // "0.1 of 2 workers" is nobody
    if (share < few) {
        return Message(
            OVERLAP_TR_NOOP("Messages", "%1 % of worker time went into waiting, which takes no core."),
            {percent(share)});
    }
    return Message(OVERLAP_TR_NOOP("Messages", "%1 of %2 workers wait at any moment, side by side: waiting "
                                               "takes no core."),
                   {workersIn(share, workers), std::to_string(workers)});
}

Message gilSentence(double share, int workers)
{
    if (share * workers < 1) {
        return Message(OVERLAP_TR_NOOP("Messages", "%1 % of worker time went into waiting for the "
                                                   "interpreter's lock: only one may compute at a time."),
                       {percent(share)});
    }
    return Message(OVERLAP_TR_NOOP("Messages", "%1 of %2 workers wait for the interpreter's lock at any "
                                               "moment: only one may compute at a time."),
                   {workersIn(share, workers), std::to_string(workers)});
}

/// Of a pipeline: more workers may well help, at the bottleneck.
Message stationsSentence(double share, const core::Bottleneck& bottleneck)
{
    const core::StageService& slowest = bottleneck.stages[bottleneck.slowest];
    const core::Term name{slowest.workers == 0 ? "Lanes" : "Workloads", slowest.name};
    return Message(OVERLAP_TR_NOOP("Messages", "%1 % of worker time went into waiting for other stages; the "
                                               "bottleneck is %2, with %3 per item."),
                   {percent(share), name, core::durationText(slowest.secondsPerItem)});
}

Message unfinishedSentence()
{
    return Message(
        OVERLAP_TR_NOOP("Messages", "Stopped early: this is where the time of unfinished work went."));
}

} // namespace

Message ledgerSentenceOf(const StrategyReport& strategy, int cores)
{
    const State state = mainState(strategy);
    const double share = shareOf(strategy, state);
    if (shareOf(strategy, State::computing) + share <= 0)
        return {};
    if (strategy.tasks.cancelled > 0)
        return unfinishedSentence();
    if (const std::size_t failed = strategy.tasks.notMeant(); failed > 0) {
        return failed == 1
                   ? Message(OVERLAP_TR_NOOP("Messages", "1 task failed; the time it took is in here."))
                   : Message(OVERLAP_TR_NOOP("Messages", "%1 tasks failed; the time they took is in here."),
                             {std::to_string(failed)});
    }
    const int workers = strategy.strategy.workers();
    if (share < noticeable)
        return computingSentence(strategy, cores);
    if (const double others = shareOf(strategy, State::queueEmpty) + shareOf(strategy, State::queueFull);
        strategy.bottleneck && (state == State::queueEmpty || state == State::queueFull))
        return stationsSentence(others, *strategy.bottleneck);
    switch (state) {
    case State::computing:
        break;
    case State::waiting:
        return strategy.strategy.countsWorkers ? waitingSentence(share, workers)
                                               : loopSentence(share, strategy);
    case State::gilWait:
        return gilSentence(share, workers);
    case State::lockWait:
        return Message(OVERLAP_TR_NOOP("Messages", "%1 % of worker time went into waiting for something that "
                                                   "others held."),
                       {percent(share)});
    case State::queueEmpty:
        return Message(OVERLAP_TR_NOOP("Messages", "%1 % of worker time went into waiting for work: more "
                                                   "workers would not help."),
                       {percent(share)});
    case State::queueFull:
        return Message(OVERLAP_TR_NOOP("Messages", "%1 % of worker time went into waiting for room in a "
                                                   "queue: the stage behind it is the slow one."),
                       {percent(share)});
    case State::coreWait:
        return coreWaitSentence(share, workers, cores);
    case State::transfer:
        return Message(OVERLAP_TR_NOOP("Messages", "%1 % of worker time went into moving data between "
                                                   "processes: fewer, larger pieces cost less."),
                       {percent(share)});
    case State::dispatch:
        return Message(OVERLAP_TR_NOOP("Messages", "%1 % of worker time went into handing out tasks and "
                                                   "taking back results: the tasks are small."),
                       {percent(share)});
    case State::starting:
        return Message(OVERLAP_TR_NOOP("Messages", "%1 % of worker time went into starting the workers: the "
                                                   "run is too short for so many."),
                       {percent(share)});
    case State::idle:
        return Message(OVERLAP_TR_NOOP("Messages", "%1 % of worker time nothing was left to do: the last "
                                                   "tasks did not fill all workers."),
                       {percent(share)});
    }
    return {};
}

LedgerFinding ledgerFindingOf(const core::Report& report)
{
    std::vector<const StrategyReport*> whole;
    bool stopped = report.cancelled;
    for (const StrategyReport& strategy : report.strategies) {
        stopped = stopped || strategy.tasks.cancelled > 0;
        if (!ledgerSentenceOf(strategy, report.environment.cores).empty() && isWhole(strategy.tasks))
            whole.push_back(&strategy);
    }
    if (stopped)
        return {{}, unfinishedSentence()};
    if (whole.empty()) {
        return report.strategies.empty()
                   ? LedgerFinding{}
                   : LedgerFinding{{}, ledgerSentenceOf(report.strategies.front(), report.environment.cores)};
    }

    // Losses before workers too many, those before waiting, which is what the work asks for; most of it side
    // by side before the rest. Of the same kind, native code's come first: runtimes have work of their own.
    const auto rank = [](const StrategyReport* strategy) {
        const State state = mainState(*strategy);
        const double share = shareOf(*strategy, state);
        const int workers = strategy->strategy.workers();
        if (share >= noticeable && state != State::waiting)
            return std::pair(state == State::idle ? 4 : 5, share);
        const double atOnce = strategy->strategy.countsWorkers ? workers : inFlight(*strategy);
        if (share >= noticeable && atOnce > 1)
            return std::pair(3, share * atOnce);
        if (share < noticeable && startsUp(*strategy))
            return std::pair(2, strategy->startupSeconds / strategy->medianWallSeconds);
        return share >= noticeable ? std::pair(1, share) : std::pair(0, 0.0);
    };
    const auto place = [&rank](const StrategyReport* strategy) {
        const auto [kind, size] = rank(strategy);
        return std::tuple(kind, strategy->strategy.runtime == core::Runtime::native, size);
    };
    const StrategyReport* const most = *std::ranges::max_element(whole, {}, place);
    if (rank(most).first == 0 && whole.size() > 1) {
        return {{},
                Message(OVERLAP_TR_NOOP("Messages", "Under every strategy nearly all of worker time was "
                                                    "computing."))};
    }
    return {most->strategy.text(), ledgerSentenceOf(*most, report.environment.cores)};
}

Message ledgerMethodOf(const core::Report& report)
{
    std::size_t blocks = 0;
    for (const StrategyReport& strategy : report.strategies)
        blocks = std::max(blocks, measuredRuns(strategy.runs).size());
    if (blocks <= 1) {
        return Message(OVERLAP_TR_NOOP("Messages", "Worker time is workers × wall time; each bar divides all "
                                                   "of it, from t = 0 on."));
    }
    return Message(OVERLAP_TR_NOOP("Messages", "Worker time is workers × wall time; each bar divides all of "
                                               "it, from t = 0 on, median of %1 blocks."),
                   {std::to_string(blocks)});
}

} // namespace overlap::analysis
