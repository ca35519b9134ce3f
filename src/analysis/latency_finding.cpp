// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/latency_finding.h"

#include "analysis/measured_runs.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>

namespace overlap::analysis {

using core::Message;
using core::StrategyReport;

namespace {

// As for the times of whole runs, a little more than what a quiet machine shows by itself.
constexpr double visibleRatio = 1.1;
constexpr double longTail = 3;

const StrategyReport* baselineWithLatency(const core::Report& report, const StrategyReport& strategy)
{
    const StrategyReport* baseline = report.strategy(strategy.baseline);
    return baseline && baseline != &strategy && baseline->latency ? baseline : nullptr;
}

/// How many times the baseline's median this one's is; 1 where there is nothing to hold it against.
double medianRatio(const core::Report& report, const StrategyReport& strategy)
{
    const StrategyReport* baseline = strategy.latency ? baselineWithLatency(report, strategy) : nullptr;
    return baseline && baseline->latency->p50 > 0 && strategy.latency->p50 > 0
               ? strategy.latency->p50 / baseline->latency->p50
               : 1;
}

} // namespace

Message latencyFindingOf(const core::Report& report)
{
    const StrategyReport* furthest = nullptr;
    const StrategyReport* tail = nullptr;
    double most = 1;
    std::size_t told = 0;
    // Items of two runtimes are no measure for each other: where both ran, native code's are told.
    const auto has = [&report](core::Runtime runtime) {
        return std::ranges::any_of(report.strategies, [runtime](const StrategyReport& strategy) {
            return strategy.latency && strategy.strategy.runtime == runtime;
        });
    };
    const core::Runtime runtime = has(core::Runtime::native) ? core::Runtime::native : core::Runtime::python;
    const bool both = runtime == core::Runtime::native && has(core::Runtime::python);
    for (const StrategyReport& strategy : report.strategies) {
        if (!strategy.latency || strategy.strategy.runtime != runtime)
            continue;
        ++told;
        const double ratio = medianRatio(report, strategy);
        if (!furthest || std::abs(std::log(ratio)) > std::abs(std::log(most))) {
            furthest = &strategy;
            most = ratio;
        }
        if (!tail || strategy.latency->max > tail->latency->max)
            tail = &strategy;
    }
    if (!furthest)
        return {};
    const core::Latency& slow = *tail->latency;
    if (told > 1 && (most >= visibleRatio || most <= 1 / visibleRatio)) {
        const double before = baselineWithLatency(report, *furthest)->latency->p50;
        const double after = furthest->latency->p50;
        const double longer = std::max(before, after);
        const std::vector<core::Argument> words{furthest->strategy.text(), core::durationText(before, longer),
                                                core::durationText(after, longer)};
        return most > 1 ? Message(OVERLAP_TR_NOOP("Messages",
                                                  "A single item took longer with %1: %2 became %3 at the "
                                                  "median."),
                                  words)
                        : Message(OVERLAP_TR_NOOP("Messages",
                                                  "A single item took less time with %1: %2 became %3 at "
                                                  "the median."),
                                  words);
    }
    if (slow.p50 > 0 && slow.max >= longTail * slow.p50) {
        return Message(
            OVERLAP_TR_NOOP("Messages", "Half of the items took at most %1, the slowest %2, with %3."),
            {core::durationText(slow.p50), core::durationText(slow.max), tail->strategy.text()});
    }
    const core::Figure median = core::durationText(furthest->latency->p50);
    if (told > 1) {
        return both ? Message(OVERLAP_TR_NOOP("Messages", "A single item of native code took as long under "
                                                          "every strategy: about %1."),
                              {median})
                    : Message(OVERLAP_TR_NOOP("Messages",
                                              "A single item took as long under every strategy: about %1."),
                              {median});
    }
    return Message(OVERLAP_TR_NOOP("Messages", "Half of the items took at most %1, the slowest %2."),
                   {median, core::durationText(slow.max)});
}

Message latencyMethodOf(const core::Report& report)
{
    const bool several = std::ranges::any_of(report.strategies, [](const StrategyReport& strategy) {
        return measuredRuns(strategy.runs).size() > 1;
    });
    return several
               ? Message(OVERLAP_TR_NOOP("Messages", "From an item's start to its end, the items of all "
                                                     "measured blocks; waiting for a worker is not in it."))
               : Message(OVERLAP_TR_NOOP("Messages", "From an item's start to its end; waiting for a worker "
                                                     "is not in it."));
}

std::vector<double> pooledLatencies(const StrategyReport& strategy)
{
    std::vector<double> pooled;
    for (const core::RunReport* run : measuredRuns(strategy.runs))
        pooled.insert(pooled.end(), run->latencySeconds.begin(), run->latencySeconds.end());
    return pooled;
}

} // namespace overlap::analysis
