// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sweep_estimate.h"

#include "engine/ceiling.h"
#include "engine/environment_probe.h"

#include <algorithm>
#include <map>
#include <set>

namespace overlap::engine {

namespace {

double numberOf(const core::Value& value)
{
    return value.isNumber() ? value.asNumber() : 0;
}

using SecondsByRuntime = std::map<core::Runtime, double>;

/// One run of every baseline that is used at this point.
std::optional<SecondsByRuntime> timeBaselines(const PlanPoint& point, const Plan& plan,
                                              const EngineServices& services, std::stop_token stop)
{
    std::set<core::Runtime> runtimes;
    for (const std::size_t strategy : point.strategies)
        runtimes.insert(plan.strategies[strategy].strategy.runtime);
    core::Experiment yardstick = point.experiment;
    yardstick.repeats = 1;
    yardstick.expect.clear();
    yardstick.strategies.clear();
    for (const core::Runtime runtime : runtimes)
        yardstick.strategies.emplace_back(core::baselineOf(runtime));
    const core::Report report = runExperiment(yardstick, services, std::move(stop)).report;
    if (report.cancelled)
        return std::nullopt;
    SecondsByRuntime seconds;
    for (const core::StrategyReport& strategy : report.strategies)
        seconds[strategy.strategy.runtime] = strategy.coldWallSeconds;
    return seconds;
}

} // namespace

std::optional<SweepEstimate> estimateSweep(const core::Experiment& experiment, const EngineServices& services,
                                           std::stop_token stop)
{
    core::Experiment runnable = experiment;
    if (services.python && usesPython(experiment, services.catalogue)) {
        if (const PythonChoice python = services.python(); !python.facts)
            leaveOutPython(runnable, services.catalogue, python.reason);
    }
    const Plan plan = makePlan(runnable, services.catalogue, usableCores());
    const auto [least, most] = std::ranges::minmax_element(
        plan.points, {}, [](const PlanPoint& point) { return numberOf(point.value); });
    const bool sameWork = std::ranges::all_of(
        plan.strategies, [](const PlannedStrategy& strategy) { return strategy.variant == 0; });
    const auto low = timeBaselines(*least, plan, services, stop);
    if (!low)
        return std::nullopt;
    const auto high = sameWork ? low : timeBaselines(*most, plan, services, stop);
    if (!high)
        return std::nullopt;

    SweepEstimate estimate;
    estimate.runs = plan.runs.size();
    estimate.timedRuns = static_cast<int>(low->size()) * (sameWork ? 1 : 2);
    const double from = numberOf(least->value);
    const double span = numberOf(most->value) - from;
    for (const PlannedRun& run : plan.runs) {
        const PlannedStrategy& strategy = plan.strategies[run.strategy];
        const core::Runtime runtime = strategy.strategy.runtime;
        const double share =
            sameWork || span <= 0 ? 0 : (numberOf(plan.points[strategy.variant].value) - from) / span;
        estimate.seconds += low->at(runtime) + share * (high->at(runtime) - low->at(runtime));
    }
    const std::size_t ceilings = ceilingCounts(plan, runnable, usableCores()).size();
    estimate.seconds += ceilingSeconds * static_cast<double>(ceilings) * experiment.repeats;
    return estimate;
}

} // namespace overlap::engine
