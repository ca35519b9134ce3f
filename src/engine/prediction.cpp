// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/prediction.h"

#include "engine/machine_costs.h"
#include "engine/plan.h"

#include <algorithm>
#include <set>

namespace overlap::engine {

using core::Error;
using core::Message;

namespace {

/// One run of the baseline of each runtime.
core::Experiment baselinesOf(const Prediction& prediction)
{
    core::Experiment baselines = prediction.experiment;
    std::set<core::Runtime> runtimes;
    for (const core::Strategy& strategy : prediction.strategies)
        runtimes.insert(strategy.runtime);
    baselines.strategies.clear();
    for (const core::Runtime runtime : runtimes)
        baselines.strategies.emplace_back(core::baselineOf(runtime));
    baselines.repeats = 1;
    return baselines;
}

} // namespace

Prediction plannedPrediction(const core::Experiment& experiment, const core::Catalogue& catalogue, int cores)
{
    Prediction prediction;
    prediction.cores = cores;
    for (const PlannedStrategy& planned : makePlan(experiment, catalogue, cores).strategies) {
        if (planned.variant > 0)
            throw Error(Message(OVERLAP_TR_NOOP(
                            "Messages", "a forecast is of one piece of work, and this sweep varies it")),
                        experiment.sweep->over);
        prediction.strategies.push_back(planned.strategy);
    }
    prediction.experiment = experiment;
    prediction.experiment.sweep.reset();
    prediction.experiment.expect.clear();
    prediction.experiment.strategies.clear();
    for (const core::Strategy& strategy : prediction.strategies)
        prediction.experiment.strategies.push_back(strategy.text());
    return prediction;
}

bool isSameWork(const core::Experiment& one, const core::Experiment& other)
{
    return one.workload == other.workload && one.parameters == other.parameters &&
           one.timeScale == other.timeScale && one.seed == other.seed && one.feedSeconds == other.feedSeconds;
}

bool canForecast(const Prediction& prediction, const core::Strategy& strategy)
{
    return std::ranges::any_of(prediction.profiles, [&](const auto& profile) {
        return profile->runtime == strategy.runtime &&
               (strategy.name != "pipeline" || strategy.counts.size() == profile->stages.size());
    });
}

analysis::SimulationSetting settingOf(const Prediction& prediction)
{
    analysis::SimulationSetting setting;
    setting.cores = prediction.cores;
    setting.costs = prediction.costs;
    setting.timeScale = prediction.experiment.timeScale;
    setting.feedInterval = analysis::feedIntervalOf(prediction.experiment);
    return setting;
}

bool measure(Prediction& prediction, const EngineServices& services, int machineCores,
             const std::stop_token& stop, const LiveSink& sink)
{
    if (prediction.profiles.empty())
        prediction.profiles = runExperiment(baselinesOf(prediction), services, stop, sink).report.profiles;
    if (prediction.costs.strategies.empty())
        prediction.costs = measureMachineCosts(services, prediction.strategies, machineCores, stop);
    if (stop.stop_requested())
        return false;
    for (const core::Strategy& strategy : prediction.strategies) {
        if (!canForecast(prediction, strategy))
            throw Error(Message(
                OVERLAP_TR_NOOP("Messages", "the run of %1 told nothing from which others could be forecast"),
                {std::string(core::baselineOf(strategy.runtime))}));
    }
    prediction.forecasts =
        analysis::forecastsOf(prediction.profiles, prediction.strategies, services.catalogue.strategies,
                              settingOf(prediction), prediction.experiment.timing);
    return true;
}

void check(Prediction& prediction, const ExperimentOutcome& outcome,
           const std::vector<core::StrategyDescriptor>& known)
{
    analysis::addMeasured(prediction.forecasts, outcome.report);
    for (std::size_t i = 0; i < outcome.lastRuns.size(); ++i) {
        const auto forecast = std::ranges::find(prediction.forecasts, outcome.plan.strategies[i].strategy,
                                                &analysis::Forecast::strategy);
        if (outcome.lastRuns[i] && forecast != prediction.forecasts.end() && forecast->measuredSeconds)
            analysis::addAsBusy(*forecast, *outcome.lastRuns[i]->timeline,
                                outcome.lastRuns[i]->report.startupSeconds, prediction.profiles, known,
                                settingOf(prediction), prediction.experiment.timing);
    }
}

} // namespace overlap::engine
