// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/finding.h"

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
    const auto unfinished = [](const StrategyReport& strategy) { return strategy.tasks.cancelled > 0; };
    const bool partial = std::ranges::any_of(report.strategies, unfinished);
    if (partial)
        return Message(OVERLAP_TR_NOOP("Messages", "Stopped early: these times are of unfinished work."));
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
    const std::string before = core::durationText(stated(report, *baseline), longer);
    const std::string after = core::durationText(stated(report, *best), longer);
    const std::string ratio = core::ratioText(best->speedup->value);
    if (best->speedup->value >= 1.1) {
        return Message(OVERLAP_TR_NOOP("Messages", "%1 one after the other became %2 with %3: %4 ×."),
                       {before, after, best->strategy.text(), ratio});
    }
    if (best->speedup->value > 0.9) {
        return Message(OVERLAP_TR_NOOP("Messages", "Nothing gained: %1 one after the other, %2 with %3."),
                       {before, after, best->strategy.text()});
    }
    return Message(OVERLAP_TR_NOOP("Messages", "Slower: %1 one after the other became %2 with %3."),
                   {before, after, best->strategy.text()});
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

} // namespace overlap::analysis
