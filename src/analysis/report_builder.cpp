// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/report_builder.h"

#include "analysis/ledger.h"
#include "analysis/statistics.h"

#include <algorithm>
#include <functional>

namespace overlap::analysis {

using core::RunReport;
using core::StrategyReport;

namespace {

std::vector<const RunReport*> measuredRuns(const std::vector<RunReport>& runs)
{
    std::vector<const RunReport*> measured;
    for (const RunReport& run : runs) {
        if (!run.warmup)
            measured.push_back(&run);
    }
    return measured;
}

double medianOf(const std::vector<const RunReport*>& runs,
                const std::function<double(const RunReport&)>& figure)
{
    std::vector<double> values;
    for (const RunReport* run : runs)
        values.push_back(figure(*run));
    return median(std::move(values));
}

std::optional<core::Latency> latencyOf(const std::vector<const RunReport*>& runs)
{
    std::vector<double> pooled;
    std::vector<double> firsts;
    for (const RunReport* run : runs) {
        pooled.insert(pooled.end(), run->latencySeconds.begin(), run->latencySeconds.end());
        for (const core::Mark& mark : run->marks) {
            if (mark.name == "first-done")
                firsts.push_back(mark.seconds);
        }
    }
    if (pooled.empty() || firsts.empty())
        return std::nullopt;
    core::Latency latency;
    latency.p50 = median(pooled);
    latency.p95 = supportedPercentile(pooled, 0.95);
    latency.p99 = supportedPercentile(pooled, 0.99);
    latency.max = *std::ranges::max_element(pooled);
    latency.first = median(firsts);
    return latency;
}

StrategyReport reportOf(const StrategySample& sample, const std::vector<const RunReport*>& runs)
{
    StrategyReport report;
    report.strategy = sample.strategy;
    report.addedBaseline = sample.addedBaseline;
    report.items = sample.items;
    report.peakMemoryBytes = sample.peakMemoryBytes;
    report.runs = sample.runs;
    report.medianWallSeconds = medianOf(runs, [](const RunReport& run) { return run.wallSeconds; });
    report.startupSeconds = medianOf(runs, [](const RunReport& run) { return run.startupSeconds; });
    report.coldWallSeconds =
        medianOf(runs, [](const RunReport& run) { return run.startupSeconds + run.wallSeconds; });
    report.cpuSeconds = medianOf(runs, [](const RunReport& run) { return run.cpuSeconds; });
    report.tasks = runs.back()->tasks;
    report.latency = latencyOf(runs);
    report.ledger = ledgerShares(runs.back()->ledgerSeconds);
    const bool oneDigest = std::ranges::all_of(
        runs, [&](const RunReport* run) { return run->resultDigest == runs.front()->resultDigest; });
    report.resultDigest = oneDigest ? runs.front()->resultDigest : std::string();
    return report;
}

/// What the experiment's statement speaks of: the warm time, or start-up included.
double statedSeconds(const StrategyReport& report, core::Timing timing)
{
    return timing == core::Timing::cold ? report.coldWallSeconds : report.medianWallSeconds;
}

bool holds(const core::Expectation& expectation, const StrategyReport& report)
{
    if (!report.speedup)
        return false;
    const double value = report.speedup->value;
    return (!expectation.speedupAtLeast || value >= *expectation.speedupAtLeast) &&
           (!expectation.speedupAtMost || value <= *expectation.speedupAtMost);
}

} // namespace

core::Report buildReport(const core::Experiment& experiment, const core::Environment& environment,
                         const std::vector<StrategySample>& samples, bool cancelled)
{
    core::Report report;
    report.experiment = experiment;
    report.environment = environment;
    report.cancelled = cancelled;
    for (const StrategySample& sample : samples) {
        const auto measured = measuredRuns(sample.runs);
        if (!measured.empty())
            report.strategies.push_back(reportOf(sample, measured));
    }
    for (StrategyReport& strategy : report.strategies) {
        strategy.baseline = core::baselineOf(strategy.strategy.runtime);
        const StrategyReport* baseline = report.strategy(strategy.baseline);
        // Unfinished work is neither a result nor a time to compare.
        if (!baseline || strategy.tasks.cancelled > 0 || baseline->tasks.cancelled > 0)
            continue;
        if (strategy.resultDigest.empty() || strategy.resultDigest != baseline->resultDigest)
            report.digestsEqual = false;
        const double time = statedSeconds(strategy, experiment.timing);
        if (baseline != &strategy && time > 0)
            strategy.speedup =
                core::Speedup{statedSeconds(*baseline, experiment.timing) / time, std::nullopt};
    }
    if (!cancelled) {
        for (const core::Expectation& expectation : experiment.expect) {
            if (const StrategyReport* strategy = report.strategy(expectation.strategy))
                report.expectations.push_back({expectation, holds(expectation, *strategy)});
        }
    }
    return report;
}

} // namespace overlap::analysis
