// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/hints.h"

#include "analysis/bootstrap.h"
#include "analysis/measured_runs.h"
#include "analysis/statistics.h"
#include "analysis/stop_rule.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace overlap::analysis {

using core::Message;
using core::RunReport;
using core::StrategyReport;

namespace {

constexpr double shortRunSeconds = 0.005;
constexpr double wideScatter = 0.10;
constexpr double heavyRecorder = 0.05;
constexpr double slowFirst = 1.5;

core::Figure percent(double share)
{
    return core::fixedNumber(share * 100, share < 0.0995 ? 1 : 0);
}

void addOutliers(const StrategyReport& strategy, std::vector<Message>& hints)
{
    const auto runs = measuredRuns(strategy.runs);
    const auto count = std::ranges::count_if(runs, [](const RunReport* run) { return run->outlier; });
    if (count == 1) {
        hints.push_back(Message(
            OVERLAP_TR_NOOP("Messages", "One run of %1 lies far from its others. It is marked, not left out: "
                                        "close other programs, or run more blocks."),
            {strategy.strategy.text()}));
    } else if (count > 1) {
        hints.push_back(
            Message(OVERLAP_TR_NOOP("Messages", "%2 of %3 runs of %1 lie far from the others. They are "
                                                "marked, not left out: close other programs, or run more "
                                                "blocks."),
                    {strategy.strategy.text(), std::to_string(count), std::to_string(runs.size())}));
    }
}

void addSlowFirst(const StrategyReport& strategy, std::vector<Message>& hints)
{
    const auto runs = measuredRuns(strategy.runs);
    const RunReport& first = strategy.runs.front();
    if (first.warmup) {
        if (first.wallSeconds > slowFirst * strategy.medianWallSeconds && runs.size() > 1) {
            hints.push_back(Message(
                OVERLAP_TR_NOOP("Messages", "The first run of %1 took %2, the later ones %3: it was the "
                                            "warm-up and enters no figure."),
                {strategy.strategy.text(), core::durationText(first.wallSeconds),
                 core::durationText(strategy.medianWallSeconds, first.wallSeconds)}));
        }
        return;
    }
    if (runs.size() < 3)
        return;
    std::vector<double> later;
    for (std::size_t i = 1; i < runs.size(); ++i)
        later.push_back(runs[i]->wallSeconds);
    if (const double usual = median(std::move(later)); runs.front()->wallSeconds > slowFirst * usual) {
        hints.push_back(Message(
            OVERLAP_TR_NOOP("Messages", "The first run of %1 took %2, the later ones %3: run 5 blocks "
                                        "or more, then a warm-up comes first."),
            {strategy.strategy.text(), core::durationText(runs.front()->wallSeconds),
             core::durationText(usual, runs.front()->wallSeconds)}));
    }
}

void addScatter(const StrategyReport& strategy, core::Timing timing, std::vector<Message>& hints)
{
    const auto times = statedTimes(strategy.runs, timing);
    const double scatter = relativeDeviation(times);
    if (times.size() >= blocksForInterval && scatter >= wideScatter) {
        hints.push_back(
            Message(OVERLAP_TR_NOOP("Messages", "The runs of %1 scatter by %2 % (standard deviation over "
                                                "mean): quieten the machine, or run more blocks."),
                    {strategy.strategy.text(), percent(scatter)}));
    }
}

void addDrift(const StrategyReport& strategy, std::vector<Message>& hints)
{
    if (!strategy.drift || !strategy.drift->beyondNoise)
        return;
    const double share = strategy.drift->share;
    hints.push_back(Message(
        share > 0
            ? OVERLAP_TR_NOOP("Messages", "%1 took longer and longer: about %2 % more in the last block than "
                                          "in the first. Something changed meanwhile, such as heat or other "
                                          "programs: let the machine settle and measure again.")
            : OVERLAP_TR_NOOP("Messages",
                              "%1 took less and less time: about %2 % less in the last block than "
                              "in the first. Something changed meanwhile, such as other programs "
                              "or what is kept in memory: let the machine settle and measure "
                              "again."),
        {strategy.strategy.text(), percent(std::fabs(share))}));
}

void addShortRuns(const StrategyReport& strategy, core::Timing timing, std::vector<Message>& hints)
{
    const double shortest = std::ranges::min(statedTimes(strategy.runs, timing));
    if (shortest < shortRunSeconds) {
        hints.push_back(
            Message(OVERLAP_TR_NOOP("Messages", "A run of %1 took only %2. Below 5 ms the machine's own "
                                                "jitter weighs much: give it more work."),
                    {strategy.strategy.text(), core::durationText(shortest)}));
    }
}

void addRecorder(const StrategyReport& strategy, std::vector<Message>& hints)
{
    if (strategy.recorderShare > heavyRecorder) {
        hints.push_back(Message(
            OVERLAP_TR_NOOP("Messages", "Recording takes about %2 % of the time of %1: larger tasks make the "
                                        "times more faithful."),
            {strategy.strategy.text(), percent(strategy.recorderShare)}));
    }
    std::uint64_t lost = 0;
    for (const RunReport* run : measuredRuns(strategy.runs))
        lost += run->lostRecords;
    if (lost > 0) {
        hints.push_back(Message(
            OVERLAP_TR_NOOP("Messages", "Records lost of %1: %2. Its lanes show gaps; times and ledger are "
                                        "exact all the same."),
            {strategy.strategy.text(), std::to_string(lost)}));
    }
}

/// Blocks, not runs: a disturbance belongs to the whole block.
void addDisturbed(const core::Report& report, std::vector<Message>& hints)
{
    std::set<int> replaced;
    std::set<int> kept;
    for (const StrategyReport& strategy : report.strategies) {
        for (const RunReport& run : strategy.runs) {
            if (run.replaced)
                replaced.insert(run.block);
            else if (!run.warmup && !run.disturbances.empty())
                kept.insert(run.block);
        }
    }
    // Behind the block that made it sure none runs any more, those in place of disturbed ones neither.
    const bool leftOut = report.stopping && report.stopping->sure;
    if (leftOut && replaced.size() == 1) {
        hints.push_back(Message(OVERLAP_TR_NOOP(
            "Messages", "One block was disturbed by something else on this machine and is left out.")));
    } else if (leftOut && replaced.size() > 1) {
        hints.push_back(
            Message(OVERLAP_TR_NOOP("Messages",
                                    "%1 blocks were disturbed by something else on this machine and are left "
                                    "out."),
                    {std::to_string(replaced.size())}));
    } else if (replaced.size() == 1) {
        hints.push_back(Message(OVERLAP_TR_NOOP(
            "Messages", "One block was disturbed by something else on this machine and ran anew.")));
    } else if (replaced.size() > 1) {
        hints.push_back(Message(
            OVERLAP_TR_NOOP("Messages",
                            "%1 blocks were disturbed by something else on this machine and ran anew."),
            {std::to_string(replaced.size())}));
    }
    if (kept.size() == 1) {
        hints.push_back(Message(OVERLAP_TR_NOOP(
            "Messages", "One block was disturbed by something else on this machine and is counted all the "
                        "same: close other programs and measure again.")));
    } else if (kept.size() > 1) {
        hints.push_back(Message(
            OVERLAP_TR_NOOP("Messages", "%1 blocks were disturbed by something else on this machine and are "
                                        "counted all the same: close other programs and measure again."),
            {std::to_string(kept.size())}));
    }
}

} // namespace

std::vector<Message> hintsOf(const core::Report& report)
{
    std::vector<Message> hints;
    if (!report.environment.measurable) {
        hints.push_back(Message(OVERLAP_TR_NOOP(
            "Messages", "This build is not for measurement: it is a debug build or has sanitizers.")));
    }
    if (Message hint = stoppingHint(report); !hint.empty())
        hints.push_back(std::move(hint));
    addDisturbed(report, hints);
    const core::Timing timing = report.experiment.timing;
    for (const StrategyReport& strategy : report.strategies) {
        addOutliers(strategy, hints);
        addSlowFirst(strategy, hints);
        addScatter(strategy, timing, hints);
        addDrift(strategy, hints);
        addShortRuns(strategy, timing, hints);
        addRecorder(strategy, hints);
    }
    return hints;
}

} // namespace overlap::analysis
