// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/report_builder.h"

#include "analysis/bottleneck.h"
#include "analysis/diagnoses.h"
#include "analysis/drift.h"
#include "analysis/finding.h"
#include "analysis/hints.h"
#include "analysis/judgement.h"
#include "analysis/ledger.h"
#include "analysis/measured_runs.h"
#include "analysis/noise_floor.h"
#include "analysis/rules_of_thumb.h"
#include "analysis/scaling_finding.h"
#include "analysis/speedup.h"
#include "analysis/statistics.h"
#include "analysis/stop_rule.h"
#include "analysis/sweep_finding.h"

#include <algorithm>
#include <functional>

namespace overlap::analysis {

using core::RunReport;
using core::StrategyReport;

namespace {

using Figure = std::function<double(const RunReport&)>;

std::vector<double> valuesOf(const std::vector<const RunReport*>& runs, const Figure& figure)
{
    std::vector<double> values;
    for (const RunReport* run : runs)
        values.push_back(figure(*run));
    return values;
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

double recorderShareOf(const std::vector<const RunReport*>& runs, int workers, double recordNanoseconds)
{
    double largest = 0;
    for (const RunReport* run : runs) {
        if (run->wallSeconds > 0) {
            const double cost = static_cast<double>(run->records) * recordNanoseconds * 1e-9;
            largest = std::max(largest, cost / (run->wallSeconds * workers));
        }
    }
    return largest;
}

/// Most cancelled, then most failed that were not meant to; of several the last.
core::TaskCounts worstOf(const std::vector<const RunReport*>& runs)
{
    const auto trouble = [](const RunReport* run) {
        return std::pair(run->tasks.cancelled, run->tasks.notMeant());
    };
    return (*std::ranges::max_element(runs.rbegin(), runs.rend(), {}, trouble))->tasks;
}

void markOutliers(std::vector<RunReport>& runs, core::Timing timing)
{
    const auto far = outliersOf(statedTimes(runs, timing));
    if (far.size() < blocksForInterval)
        return;
    std::size_t measured = 0;
    for (RunReport& run : runs) {
        if (isMeasured(run))
            run.outlier = far[measured++];
    }
}

StrategyReport reportOf(const StrategySample& sample, const core::Experiment& experiment,
                        const core::Environment& environment, Bootstraps& bootstraps)
{
    StrategyReport report;
    report.strategy = sample.strategy;
    report.addedBaseline = sample.addedBaseline;
    report.items = sample.items;
    report.runs = sample.runs;
    for (RunReport& run : report.runs) {
        run.latency = latencyOf({&run});
        report.peakMemoryBytes = std::max(report.peakMemoryBytes, run.peakMemoryBytes);
    }
    markOutliers(report.runs, experiment.timing);
    const auto runs = measuredRuns(report.runs);
    const auto walls = valuesOf(runs, [](const RunReport& run) { return run.wallSeconds; });
    const auto colds =
        valuesOf(runs, [](const RunReport& run) { return run.startupSeconds + run.wallSeconds; });
    report.medianWallSeconds = median(walls);
    report.coldWallSeconds = median(colds);
    report.startupSeconds = median(valuesOf(runs, [](const RunReport& run) { return run.startupSeconds; }));
    report.cpuSeconds = median(valuesOf(runs, [](const RunReport& run) { return run.cpuSeconds; }));
    const Bootstrap& bootstrap = bootstraps.of(runs.size());
    report.wallInterval95 = bootstrap.ofMedian(walls);
    report.coldInterval95 = bootstrap.ofMedian(colds);
    report.tasks = worstOf(runs);
    report.latency = latencyOf(runs);
    report.ledger = medianShares(runs);
    report.bottleneck =
        bottleneckOf(runs, core::toSeconds(core::scaledDuration(core::fromSeconds(experiment.feedSeconds),
                                                                experiment.timeScale)));
    report.recorderShare = recorderShareOf(runs, report.strategy.workers(), environment.recordNanoseconds);
    const bool oneDigest = std::ranges::all_of(
        runs, [&](const RunReport* run) { return run->resultDigest == runs.front()->resultDigest; });
    report.resultDigest = oneDigest ? runs.front()->resultDigest : std::string();
    return report;
}

/// What equal things measure apart here and now, by each baseline for its own runtime.
void addNoiseFloors(core::Report& report)
{
    for (StrategyReport& strategy : report.strategies) {
        if (strategy.baseline == strategy.strategy.text()) {
            strategy.noiseFloor =
                noiseFloorOf(statedTimes(strategy.runs, report.experiment.timing), report.experiment.seed);
        }
    }
    for (const core::Runtime runtime : {core::Runtime::native, core::Runtime::python}) {
        const StrategyReport* baseline = report.strategy(core::baselineOf(runtime));
        if (baseline && baseline->noiseFloor && !report.noiseFloor)
            report.noiseFloor = core::NoiseFloor{*baseline->noiseFloor, baseline->baseline};
    }
}

/// One that came to another result than its baseline voids what is said of its runtime, and of no other.
void addDifference(core::Report& report, core::Runtime runtime)
{
    report.digestsEqual = false;
    for (StrategyReport& strategy : report.strategies)
        strategy.comparable = strategy.comparable && strategy.strategy.runtime != runtime;
}

void addDiagnoses(core::Report& report, const std::vector<StrategySample>& samples)
{
    for (const StrategySample& sample : samples) {
        const StrategyReport* const strategy = report.strategy(sample.strategy.text());
        if (!strategy)
            continue;
        for (core::Diagnosis& diagnosis : diagnosesOf(*strategy, report, sample.timeline.get()))
            report.diagnoses.push_back(std::move(diagnosis));
    }
}

core::CeilingReport reportOf(const CeilingSample& sample, Bootstraps& bootstraps)
{
    core::CeilingReport report{sample.workers, sample.runs, 1, std::nullopt};
    std::vector<double> values;
    for (const core::CeilingRun& run : sample.runs) {
        if (!run.replaced)
            values.push_back(run.value);
    }
    report.median = median(values);
    report.interval95 = bootstraps.of(values.size()).ofMedian(values);
    return report;
}

bool holds(const core::Expectation& expectation, const StrategyReport& report, std::optional<double> ceiling)
{
    if (!report.speedup)
        return false;
    const double value = report.speedup->value;
    return (!expectation.speedupAtLeast || value >= *expectation.speedupAtLeast) &&
           (!expectation.speedupAtMost || value <= *expectation.speedupAtMost) &&
           (!ceiling || value >= *expectation.speedupOfCeiling * *ceiling);
}

std::vector<core::ExpectationResult> resultsOf(const core::Report& report)
{
    std::vector<core::ExpectationResult> results;
    for (const core::Expectation& expectation : report.experiment.expect) {
        const StrategyReport* strategy = report.strategy(expectation.strategy);
        if (!strategy)
            continue;
        std::optional<double> ceiling;
        if (expectation.speedupOfCeiling) {
            ceiling = measuredCeiling(strategy->strategy, report);
            if (!ceiling)
                continue;
        }
        results.push_back({expectation, holds(expectation, *strategy, ceiling), ceiling});
    }
    return results;
}

void addCeilings(core::Report& report, const std::vector<CeilingSample>& ceilings, Bootstraps& bootstraps)
{
    for (const CeilingSample& ceiling : ceilings) {
        if (!std::ranges::all_of(ceiling.runs, &core::CeilingRun::replaced))
            report.ceilings.push_back(reportOf(ceiling, bootstraps));
    }
}

} // namespace

int ceilingWorkers(const core::Strategy& strategy, int cores)
{
    return std::min(strategy.workers(), cores);
}

std::optional<double> measuredCeiling(const core::Strategy& strategy, const core::Report& report)
{
    const int workers = ceilingWorkers(strategy, report.environment.cores);
    if (workers == 1)
        return 1.0;
    const auto found = std::ranges::find(report.ceilings, workers, &core::CeilingReport::workers);
    return found == report.ceilings.end() ? std::nullopt : std::optional(found->median);
}

core::Report buildReport(const core::Experiment& experiment, const core::Environment& environment,
                         const std::vector<StrategySample>& samples, bool cancelled,
                         const std::vector<CeilingSample>& ceilings)
{
    core::Report report;
    report.experiment = experiment;
    report.environment = environment;
    report.cancelled = cancelled;
    Bootstraps bootstraps(experiment.seed);
    for (const StrategySample& sample : samples) {
        if (std::ranges::any_of(sample.runs, isMeasured))
            report.strategies.push_back(reportOf(sample, experiment, environment, bootstraps));
    }
    for (StrategyReport& strategy : report.strategies) {
        strategy.baseline = core::baselineOf(strategy.strategy.runtime);
        const StrategyReport* baseline = report.strategy(strategy.baseline);
        // Unfinished work is neither a result nor a time to compare.
        if (!baseline || strategy.tasks.cancelled > 0 || baseline->tasks.cancelled > 0)
            continue;
        if (strategy.resultDigest.empty() || strategy.resultDigest != baseline->resultDigest)
            addDifference(report, strategy.strategy.runtime);
        if (baseline != &strategy)
            strategy.speedup = speedupOf(baseline->runs, strategy.runs, experiment.timing, bootstraps);
    }
    addNoiseFloors(report);
    addDrifts(report);
    for (StrategyReport& strategy : report.strategies) {
        if (const StrategyReport* baseline = report.strategy(strategy.baseline))
            strategy.judgement = judge(strategy, *baseline, report);
    }
    report.verdict = verdictOf(report);
    report.stopping = stoppingOf(report);
    report.hints = hintsOf(report);
    addCeilings(report, ceilings, bootstraps);
    addDiagnoses(report, samples);
    if (!cancelled)
        report.expectations = resultsOf(report);
    return report;
}

core::Report buildSweepReport(const core::Experiment& experiment, const core::Environment& environment,
                              const std::vector<PointSamples>& points, bool cancelled,
                              const std::vector<CeilingSample>& ceilings)
{
    core::Report sweep;
    sweep.experiment = experiment;
    sweep.environment = environment;
    sweep.cancelled = cancelled;
    for (const PointSamples& point : points) {
        core::Report report = buildReport(point.experiment, environment, point.samples, cancelled);
        sweep.digestsEqual = sweep.digestsEqual && report.digestsEqual;
        if (report.noiseFloor &&
            (!sweep.noiseFloor || report.noiseFloor->fraction > sweep.noiseFloor->fraction))
            sweep.noiseFloor = report.noiseFloor;
        for (core::Message& hint : report.hints) {
            if (std::ranges::find(sweep.hints, hint) == sweep.hints.end())
                sweep.hints.push_back(std::move(hint));
        }
        sweep.points.push_back({point.value, std::move(report.strategies), report.digestsEqual,
                                report.noiseFloor, report.verdict});
    }
    sweep.stopping = stoppingOf(sweep);
    if (core::Message hint = stoppingHint(sweep); !hint.empty())
        sweep.hints.insert(sweep.hints.begin(), std::move(hint));
    Bootstraps bootstraps(experiment.seed);
    addCeilings(sweep, ceilings, bootstraps);
    sweep.scaling = scalingOf(sweep);
    sweep.optima = optimaOf(sweep);
    sweep.rules = rulesOf(sweep);
    if (!sweep.rules.empty() && experiment.repeats < static_cast<int>(blocksForVerdict))
        sweep.hints.push_back(core::Message(
            OVERLAP_TR_NOOP("Messages", "What is said of the rule of thumb stands on fewer than %1 "
                                        "blocks: measure more before you rely on it."),
            {std::to_string(blocksForVerdict)}));
    return sweep;
}

} // namespace overlap::analysis
