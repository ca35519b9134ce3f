// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/stop_rule.h"

#include "analysis/measured_runs.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>

namespace overlap::analysis {

using core::Message;
using core::StrategyReport;

namespace {

/// The measured blocks that all samples have; none while a block is half done.
std::size_t wholeBlocks(const std::vector<const std::vector<core::RunReport>*>& samples)
{
    std::optional<std::size_t> blocks;
    for (const auto* runs : samples) {
        const auto own = static_cast<std::size_t>(std::ranges::count_if(*runs, isMeasured));
        if (blocks && *blocks != own)
            return 0;
        blocks = own;
    }
    return blocks.value_or(0);
}

const StrategySample* baselineOf(const ComparedSamples& samples, core::Runtime runtime)
{
    const auto found = std::ranges::find_if(samples, [runtime](const StrategySample* sample) {
        return sample->strategy.text() == core::baselineOf(runtime);
    });
    return found == samples.end() ? nullptr : *found;
}

std::vector<const std::vector<StrategyReport>*> comparedReports(const core::Report& report)
{
    std::vector<const std::vector<StrategyReport>*> points{&report.strategies};
    for (const core::PointReport& point : report.points)
        points.push_back(&point.strategies);
    return points;
}

/// As somebody wrote it: "5", "0.25".
core::Figure percent(double share)
{
    return core::shortNumber(std::round(share * 1e6) / 1e4);
}

core::Figure roundedPercent(double share)
{
    return core::fixedNumber(share * 100, share < 0.0995 ? 1 : 0);
}

} // namespace

std::optional<double> widthOf(const core::Speedup& speedup)
{
    if (!speedup.interval95 || speedup.value <= 0)
        return std::nullopt;
    return (speedup.interval95->high - speedup.interval95->low) / speedup.value;
}

int leastBlocks(const core::Experiment& experiment)
{
    return std::min(static_cast<int>(blocksForVerdict), experiment.repeats);
}

bool isSure(const core::Experiment& experiment, const std::vector<ComparedSamples>& points,
            Bootstraps& bootstraps)
{
    if (!experiment.precision)
        return false;
    std::vector<const std::vector<core::RunReport>*> all;
    for (const ComparedSamples& samples : points) {
        for (const StrategySample* sample : samples)
            all.push_back(&sample->runs);
    }
    if (wholeBlocks(all) < static_cast<std::size_t>(leastBlocks(experiment)))
        return false;
    bool compared = false;
    for (const ComparedSamples& samples : points) {
        for (const StrategySample* sample : samples) {
            const StrategySample* baseline = baselineOf(samples, sample->strategy.runtime);
            if (!baseline || baseline == sample)
                continue;
            const auto speedup = speedupOf(baseline->runs, sample->runs, experiment.timing, bootstraps);
            const auto width = speedup ? widthOf(*speedup) : std::nullopt;
            if (!width || *width > *experiment.precision)
                return false;
            compared = true;
        }
    }
    return compared;
}

std::optional<core::Stopping> stoppingOf(const core::Report& report)
{
    const core::Experiment& experiment = report.experiment;
    if (!experiment.precision)
        return std::nullopt;
    core::Stopping stopping;
    stopping.limit = experiment.repeats;
    std::vector<const std::vector<core::RunReport>*> all;
    bool compared = false;
    bool known = true;
    for (const auto* strategies : comparedReports(report)) {
        for (const StrategyReport& strategy : *strategies) {
            all.push_back(&strategy.runs);
            if (!strategy.speedup)
                continue;
            compared = true;
            const auto width = widthOf(*strategy.speedup);
            known = known && width.has_value();
            stopping.widest = std::max(stopping.widest.value_or(0), width.value_or(0));
        }
    }
    if (!compared)
        return std::nullopt;
    if (!known)
        stopping.widest.reset();
    stopping.blocks = static_cast<int>(wholeBlocks(all));
    stopping.sure = stopping.widest && *stopping.widest <= *experiment.precision &&
                    stopping.blocks >= leastBlocks(experiment);
    return stopping;
}

Message stoppingHint(const core::Report& report)
{
    if (!report.stopping || report.cancelled)
        return {};
    const core::Stopping& stopping = *report.stopping;
    const core::Figure asked = percent(*report.experiment.precision);
    if (stopping.sure) {
        return Message(OVERLAP_TR_NOOP("Messages",
                                       "Stopped when sure, after %1 of at most %2 blocks: the interval of "
                                       "every speed-up is at most %3 % of it wide, as asked."),
                       {std::to_string(stopping.blocks), std::to_string(stopping.limit), asked});
    }
    if (stopping.blocks < stopping.limit)
        return {};
    if (!stopping.widest) {
        return Message(OVERLAP_TR_NOOP("Messages",
                                       "The limit of %1 blocks came before there was any interval: allow "
                                       "%2 blocks or more."),
                       {std::to_string(stopping.limit), std::to_string(blocksForVerdict)});
    }
    return Message(OVERLAP_TR_NOOP("Messages",
                                   "The limit of %1 blocks came first: the widest interval of a speed-up is "
                                   "%2 % of it wide, not %3 % as asked. Allow more blocks, or quieten the "
                                   "machine."),
                   {std::to_string(stopping.limit), roundedPercent(*stopping.widest), asked});
}

} // namespace overlap::analysis
