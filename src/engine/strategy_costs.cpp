// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/strategy_costs.h"

#include "analysis/statistics.h"

#include <algorithm>

namespace overlap::engine {

namespace {

constexpr int runsOfEach = 5;
constexpr int mostWorkers = 8;
constexpr std::int64_t manyTasks = 2000;

std::string textOf(const core::StrategyDescriptor& descriptor, int cores)
{
    if (descriptor.counts == core::CountShape::none)
        return descriptor.name;
    const int count = descriptor.countsWorkers ? std::min({cores, mostWorkers, descriptor.maximumCount})
                                               : descriptor.defaultCount;
    return descriptor.name + ":" + std::to_string(count);
}

/// Of its own runs alone: what else the experiment holds, such as an added baseline, is left aside.
template <class Seconds>
double medianOver(const EngineServices& services, const core::Strategy& strategy, std::int64_t tasks,
                  const std::stop_token& stop, Seconds seconds)
{
    core::Experiment experiment;
    experiment.id = "strategy-costs";
    experiment.title = experiment.id;
    experiment.workload = "tiny-tasks";
    experiment.parameters.set("tasks", core::Value(tasks));
    experiment.parameters.set("count", core::Value(std::int64_t{1}));
    experiment.strategies = {strategy.text()};
    experiment.repeats = runsOfEach;
    std::vector<core::Problem> problems;
    core::validateExperiment(experiment, services.catalogue, 1, problems);
    if (!problems.empty())
        throw core::Error(problems.front().message);
    const ExperimentOutcome outcome = runExperiment(experiment, services, stop);
    const core::StrategyReport* report = outcome.report.strategy(strategy.text());
    if (!report || stop.stop_requested())
        return 0;
    if (report->tasks.failed > 0)
        throw core::Error(outcome.lastRuns.back()->items.front().error);
    std::vector<double> values;
    for (const core::RunReport& run : report->runs) {
        if (!run.warmup)
            values.push_back(seconds(run));
    }
    return analysis::median(std::move(values));
}

} // namespace

std::vector<StrategyCost> measureStrategyCosts(const EngineServices& services, int cores,
                                               const std::stop_token& stop,
                                               const std::function<void(int done, int of)>& progress)
{
    // Medians stand single disturbances; nothing of this runs anew.
    EngineServices calm = services;
    calm.machineProbe = [] { return MachineSample{}; };
    const std::vector<core::StrategyDescriptor>& strategies = services.catalogue.strategies;
    std::vector<StrategyCost> costs;
    for (const core::StrategyDescriptor& descriptor : strategies) {
        if (progress)
            progress(static_cast<int>(costs.size()), static_cast<int>(strategies.size()));
        StrategyCost cost;
        cost.strategy = core::parseStrategy(textOf(descriptor, cores), strategies, cores);
        try {
            cost.firstResult = medianOver(calm, cost.strategy, 1, stop, [](const core::RunReport& run) {
                return run.startupSeconds + run.wallSeconds;
            });
            cost.perTask = medianOver(calm, cost.strategy, manyTasks, stop,
                                      [](const core::RunReport& run) { return run.wallSeconds / manyTasks; });
        } catch (const core::Error& error) {
            cost.refusal = error.message();
        }
        if (stop.stop_requested())
            break;
        costs.push_back(std::move(cost));
    }
    if (progress)
        progress(static_cast<int>(strategies.size()), static_cast<int>(strategies.size()));
    return costs;
}

} // namespace overlap::engine
