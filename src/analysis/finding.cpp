// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/finding.h"

#include "analysis/interval_text.h"
#include "analysis/measured_runs.h"
#include "analysis/standing.h"

#include "core/text.h"

#include <algorithm>

namespace overlap::analysis {

using core::Message;
using core::StrategyReport;

namespace {

double stated(const core::Report& report, const StrategyReport& strategy)
{
    return statedSeconds(strategy, report.experiment.timing);
}

/// Times in the unit that the bars beside the sentence have: seconds from a tenth of a second on.
double unitReference(double seconds)
{
    return seconds < 0.095 ? seconds : std::max(seconds, 1.0);
}

bool isVerdict(core::Judgement judgement)
{
    return judgement != core::Judgement::none && judgement != core::Judgement::tooFewBlocks;
}

/// Of one runtime; null where nothing was compared.
const StrategyReport* bestOf(const core::Report& report, core::Runtime runtime)
{
    const StrategyReport* best = nullptr;
    for (const StrategyReport& strategy : report.strategies) {
        if (strategy.strategy.runtime != runtime || !strategy.comparable)
            continue;
        const auto rank = [](const StrategyReport& one) {
            // A verdict beats a larger figure that is none.
            return std::pair(one.judgement == core::Judgement::faster, one.speedup->value);
        };
        if (strategy.speedup && (!best || rank(strategy) > rank(*best)))
            best = &strategy;
    }
    return best;
}

/// The strategy that the finding speaks of: native code's first, because two runtimes do different work and
/// the larger ratio of the two means nothing. Null where nothing was compared.
const StrategyReport* bestOf(const core::Report& report)
{
    const StrategyReport* native = bestOf(report, core::Runtime::native);
    return native ? native : bestOf(report, core::Runtime::python);
}

/// Without a verdict: what was measured, and whether that is a gain.
Message demonstration(const core::Report& report, const StrategyReport& best, const StrategyReport& baseline)
{
    const double longer = unitReference(std::max(stated(report, baseline), stated(report, best)));
    const core::Timing timing = report.experiment.timing;
    const RatioTexts ratio = ratioTexts(best.speedup->value, best.speedup->interval95);
    const std::vector<core::Argument> words{
        timeText(stated(report, baseline), statedInterval(baseline, timing), longer),
        timeText(stated(report, best), statedInterval(best, timing), longer),
        best.strategy.text(),
        ratio.value,
        ratio.low,
        ratio.high};
    switch (standingOf(best)) {
    case Standing::gain:
        return best.speedup->interval95
                   ? Message(OVERLAP_TR_NOOP("Messages", "%1 one after the other became %2 with %3: %4 × "
                                                         "(95 % interval %5 to %6)."),
                             words)
                   : Message(OVERLAP_TR_NOOP("Messages", "%1 one after the other became %2 with %3: %4 ×."),
                             words);
    case Standing::loss:
        return Message(OVERLAP_TR_NOOP("Messages", "Slower: %1 one after the other became %2 with %3."),
                       words);
    default:
        return Message(OVERLAP_TR_NOOP("Messages", "Nothing gained: %1 one after the other, %2 with %3."),
                       words);
    }
}

Message verdictSentenceOf(const StrategyReport& strategy)
{
    const RatioTexts ratio = ratioTexts(strategy.speedup->value, strategy.speedup->interval95);
    const std::vector<core::Argument> words{strategy.strategy.text(), ratio.value, strategy.baseline,
                                            ratio.low, ratio.high};
    switch (strategy.judgement) {
    case core::Judgement::faster:
        return Message(OVERLAP_TR_NOOP("Messages", "%1 is %2 × as fast as %3 (95 % interval %4 to %5)."),
                       words);
    case core::Judgement::slower:
        return Message(
            OVERLAP_TR_NOOP("Messages", "%1 is slower: %2 × as fast as %3 (95 % interval %4 to %5)."), words);
    default:
        return Message(OVERLAP_TR_NOOP("Messages", "No measurable difference between %1 and %3: %2 × (95 % "
                                                   "interval %4 to %5)."),
                       words);
    }
}

Message sentenceOf(const core::Report& report, const StrategyReport& best)
{
    if (!isVerdict(best.judgement))
        return demonstration(report, best, *report.strategy(best.baseline));
    return verdictSentenceOf(best);
}

} // namespace

Message findingOf(const core::Report& report)
{
    core::TaskCounts tasks;
    for (const StrategyReport& strategy : report.strategies) {
        tasks.done += strategy.tasks.done;
        tasks.failed += strategy.tasks.failed;
        tasks.meant += strategy.tasks.meant;
        tasks.cancelled += strategy.tasks.cancelled;
    }
    if (tasks.cancelled > 0)
        return Message(OVERLAP_TR_NOOP("Messages", "Stopped early: these times are of unfinished work."));
    if (report.cancelled)
        return Message(OVERLAP_TR_NOOP("Messages", "Stopped early: less was measured than asked for."));
    if (report.strategies.empty())
        return {};
    if (tasks.failed > 0 && tasks.done == 0)
        return Message(OVERLAP_TR_NOOP("Messages", "Every task failed, so there is nothing to compare."));
    if (tasks.notMeant() > 0) {
        return Message(OVERLAP_TR_NOOP("Messages", "%1 of %2 tasks failed; the times include them."),
                       {std::to_string(tasks.notMeant()), std::to_string(tasks.done + tasks.failed)});
    }
    if (!report.digestsEqual) {
        const bool onlyPython = std::ranges::all_of(report.strategies, [](const StrategyReport& strategy) {
            return strategy.comparable || strategy.strategy.runtime == core::Runtime::python;
        });
        return onlyPython
                   ? Message(OVERLAP_TR_NOOP("Messages",
                                             "The Python strategies came to different results, so "
                                             "their times cannot be compared."))
                   : Message(OVERLAP_TR_NOOP("Messages", "The strategies came to different results, so their "
                                                         "times cannot be compared."));
    }

    const StrategyReport* best = bestOf(report);
    if (!best) {
        const StrategyReport& only = report.strategies.front();
        return Message(OVERLAP_TR_NOOP("Messages", "%1 took %2."),
                       {only.strategy.text(),
                        core::durationText(stated(report, only), unitReference(stated(report, only)))});
    }
    return sentenceOf(report, *best);
}

Message otherFindingOf(const core::Report& report)
{
    const StrategyReport* native = bestOf(report, core::Runtime::native);
    const StrategyReport* python = bestOf(report, core::Runtime::python);
    const bool troubled = std::ranges::any_of(
        report.strategies, [](const StrategyReport& strategy) { return !isWhole(strategy.tasks); });
    if (!native || !python || report.cancelled || !report.digestsEqual || troubled)
        return {};
    return sentenceOf(report, *python);
}

Message reserveOf(const core::Report& report)
{
    std::size_t blocks = 0;
    for (const StrategyReport& strategy : report.strategies) {
        const auto runs = measuredRuns(strategy.runs);
        if (std::ranges::any_of(runs, [](const core::RunReport* run) { return run->disturbances.empty(); }))
            return {};
        blocks = std::max(blocks, runs.size());
    }
    if (blocks < 2)
        return {};
    return Message(OVERLAP_TR_NOOP("Messages", "Every block was disturbed."));
}

std::optional<core::Verdict> verdictOf(const core::Report& report)
{
    const StrategyReport* best = bestOf(report);
    if (!best || !report.digestsEqual || !isVerdict(best->judgement))
        return std::nullopt;
    return core::Verdict{best->strategy.text(), best->judgement, findingOf(report)};
}

Message methodOf(const core::Report& report)
{
    std::size_t blocks = 0;
    const auto count = [&](const std::vector<StrategyReport>& strategies) {
        for (const StrategyReport& strategy : strategies)
            blocks = std::max(blocks, measuredRuns(strategy.runs).size());
    };
    count(report.strategies);
    for (const core::PointReport& point : report.points)
        count(point.strategies);
    const bool cold = report.experiment.timing == core::Timing::cold;
    if (blocks <= 1) {
        return cold ? Message(OVERLAP_TR_NOOP(
                          "Messages",
                          "Wall time from a cold start, one block, so no interval. Shorter is better."))
                    : Message(OVERLAP_TR_NOOP(
                          "Messages",
                          "Wall time from a warm start, one block, so no interval. Shorter is better."));
    }
    const std::string number = std::to_string(blocks);
    return cold ? Message(
                      OVERLAP_TR_NOOP("Messages",
                                      "Wall time from a cold start, median of %1 blocks. Shorter is better."),
                      {number})
                : Message(
                      OVERLAP_TR_NOOP("Messages",
                                      "Wall time from a warm start, median of %1 blocks. Shorter is better."),
                      {number});
}

Message noiseOf(const core::Report& report)
{
    if (!report.noiseFloor)
        return {};
    if (report.noiseFloor->fraction < 0.001)
        return Message(OVERLAP_TR_NOOP("Messages", "Noise floor below 0.1 %."));
    return Message(OVERLAP_TR_NOOP("Messages", "Noise floor ± %1 %."),
                   {core::fixedNumber(100 * report.noiseFloor->fraction, 1)});
}

Message scaleOf(const core::Experiment& experiment)
{
    if (experiment.timeScale == 1.0)
        return {};
    return Message(OVERLAP_TR_NOOP("Messages", "Waits and delays × %1."),
                   {core::shortNumber(experiment.timeScale)});
}

} // namespace overlap::analysis
