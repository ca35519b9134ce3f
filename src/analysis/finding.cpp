// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/finding.h"

#include "analysis/standing.h"

#include "core/text.h"

#include <algorithm>

namespace overlap::analysis {

using core::Message;
using core::StrategyReport;

namespace {

double stated(const core::Report& report, const StrategyReport& strategy)
{
    return report.experiment.timing == core::Timing::cold ? strategy.coldWallSeconds
                                                          : strategy.medianWallSeconds;
}

} // namespace

Message findingOf(const core::Report& report)
{
    if (report.strategies.empty())
        return {};
    core::TaskCounts tasks;
    for (const StrategyReport& strategy : report.strategies) {
        tasks.done += strategy.tasks.done;
        tasks.failed += strategy.tasks.failed;
        tasks.cancelled += strategy.tasks.cancelled;
    }
    if (tasks.cancelled > 0)
        return Message(OVERLAP_TR_NOOP("Messages", "Stopped early: these times are of unfinished work."));
    if (tasks.failed > 0 && tasks.done == 0)
        return Message(OVERLAP_TR_NOOP("Messages", "Every task failed, so there is nothing to compare."));
    if (tasks.failed > 0) {
        return Message(OVERLAP_TR_NOOP("Messages", "%1 of %2 tasks failed; the times include them."),
                       {std::to_string(tasks.failed), std::to_string(tasks.done + tasks.failed)});
    }
    if (!report.digestsEqual) {
        return Message(OVERLAP_TR_NOOP(
            "Messages", "The strategies came to different results, so their times cannot be compared."));
    }

    const StrategyReport* best = nullptr;
    for (const StrategyReport& strategy : report.strategies) {
        if (strategy.speedup && (!best || strategy.speedup->value > best->speedup->value))
            best = &strategy;
    }
    if (!best) {
        const StrategyReport& only = report.strategies.front();
        return Message(OVERLAP_TR_NOOP("Messages", "%1 took %2."),
                       {only.strategy.text(), core::durationText(stated(report, only))});
    }
    const StrategyReport* baseline = report.strategy(best->baseline);
    const double longer = std::max(stated(report, *baseline), stated(report, *best));
    const std::vector<core::Argument> words{core::durationText(stated(report, *baseline), longer),
                                            core::durationText(stated(report, *best), longer),
                                            best->strategy.text(), core::ratioText(best->speedup->value)};
    switch (standingOf(*best)) {
    case Standing::gain:
        return Message(OVERLAP_TR_NOOP("Messages", "%1 one after the other became %2 with %3: %4 ×."), words);
    case Standing::loss:
        return Message(OVERLAP_TR_NOOP("Messages", "Slower: %1 one after the other became %2 with %3."),
                       words);
    default:
        return Message(OVERLAP_TR_NOOP("Messages", "Nothing gained: %1 one after the other, %2 with %3."),
                       words);
    }
}

Message methodOf(const core::Report& report)
{
    std::size_t blocks = 0;
    for (const StrategyReport& strategy : report.strategies) {
        const auto measured =
            std::ranges::count_if(strategy.runs, [](const core::RunReport& run) { return !run.warmup; });
        blocks = std::max(blocks, static_cast<std::size_t>(measured));
    }
    const bool cold = report.experiment.timing == core::Timing::cold;
    if (blocks <= 1) {
        return cold ? Message(OVERLAP_TR_NOOP(
                          "Messages",
                          "Wall time from a cold start, one block, so no interval. Shorter is better."))
                    : Message(OVERLAP_TR_NOOP(
                          "Messages",
                          "Wall time from a warm start, one block, so no interval. Shorter is better."));
    }
    const std::string count = std::to_string(blocks);
    return cold ? Message(
                      OVERLAP_TR_NOOP("Messages",
                                      "Wall time from a cold start, median of %1 blocks. Shorter is better."),
                      {count})
                : Message(
                      OVERLAP_TR_NOOP("Messages",
                                      "Wall time from a warm start, median of %1 blocks. Shorter is better."),
                      {count});
}

Message scaleOf(const core::Experiment& experiment)
{
    if (experiment.timeScale == 1.0)
        return {};
    return Message(OVERLAP_TR_NOOP("Messages", "Waits and delays × %1."),
                   {core::shortNumber(experiment.timeScale)});
}

} // namespace overlap::analysis
