// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/measured_advice.h"

#include "analysis/candidates.h"
#include "engine/machine_costs.h"
#include "engine/plan.h"
#include "engine/python_choice.h"
#include "engine/sweep.h"

#include <algorithm>

namespace overlap::engine {

using core::Message;
using core::Strategy;

namespace {

// Candidates, baselines included: each costs a run in every block.
constexpr std::size_t mostOfOneRuntime = 8;
constexpr std::size_t mostOfTwoRuntimes = 12;

/// The experiment as this machine can run it.
core::Experiment runnable(const AdviceRequest& request, const EngineServices& services,
                          std::vector<Message>& notes)
{
    core::Experiment experiment = request.experiment;
    if (experiment.sweep && !sweepsStrategies(experiment)) {
        notes.push_back(
            Message(OVERLAP_TR_NOOP("Messages", "This experiment varies %1; the advice is for the "
                                                "work as its parameters stand."),
                    {experiment.sweep->over}));
        experiment.sweep.reset();
    }
    if (usesPython(experiment, services.catalogue)) {
        const PythonChoice choice =
            services.python ? services.python() : lookForPython({}, services.launcher);
        if (!choice.facts) {
            notes.push_back(leaveOutPython(experiment, services.catalogue, choice.reason));
            notes.push_back(choice.reason);
        }
    }
    return experiment;
}

/// Measures what the kinds cost that nobody has asked for.
void addCosts(Prediction& prediction, const std::vector<analysis::WorkShares>& works,
              const EngineServices& services, int cores, const std::stop_token& stop)
{
    std::vector<Strategy> unknown;
    for (const analysis::WorkShares& work : works) {
        for (const std::string& kind : analysis::kindsWorthTrying(work, services.catalogue.strategies)) {
            const bool known =
                std::ranges::find(prediction.costs.strategies, kind, &core::RunCosts::strategy) !=
                prediction.costs.strategies.end();
            if (!known)
                unknown.push_back(core::parseStrategy(kind + ":1", services.catalogue.strategies, cores));
        }
    }
    if (unknown.empty())
        return;
    for (core::RunCosts& costs : measureMachineCosts(services, unknown, cores, stop).strategies)
        prediction.costs.strategies.push_back(std::move(costs));
}

void addCandidates(Prediction& prediction, const std::vector<analysis::WorkShares>& works,
                   const EngineServices& services, const std::stop_token& stop)
{
    addCosts(prediction, works, services, prediction.cores, stop);
    analysis::CandidateSearch search;
    search.profiles = prediction.profiles;
    search.setting = settingOf(prediction);
    search.timing = prediction.experiment.timing;
    search.most = works.size() > 1 ? mostOfTwoRuntimes : mostOfOneRuntime;
    prediction.strategies =
        analysis::candidatesOf(search, prediction.strategies, services.catalogue.strategies);
    prediction.experiment.strategies.clear();
    for (const Strategy& strategy : prediction.strategies)
        prediction.experiment.strategies.push_back(strategy.text());
    prediction.forecasts =
        analysis::forecastsOf(prediction.profiles, prediction.strategies, services.catalogue.strategies,
                              search.setting, search.timing);
}

double secondsOf(const std::vector<analysis::Forecast>& forecasts, const core::Experiment& experiment,
                 const EngineServices& services, int cores)
{
    double block = 0;
    for (const analysis::Forecast& forecast : forecasts)
        block += forecast.seconds(core::Timing::cold);
    const std::size_t runs = makePlan(experiment, services.catalogue, cores).runs.size();
    return block * static_cast<double>(runs) / static_cast<double>(forecasts.size());
}

} // namespace

MeasuredAdvice measureAdvice(const AdviceRequest& request, const EngineServices& services, int cores,
                             const std::stop_token& stop, const CommitmentSink& committed,
                             const LiveSink& sink)
{
    MeasuredAdvice advice;
    auto commitment = std::make_shared<Commitment>();
    Prediction prediction =
        plannedPrediction(runnable(request, services, commitment->notes), services.catalogue, cores);
    commitment->asked = prediction.experiment.strategies;
    if (!measure(prediction, services, cores, stop, sink)) {
        advice.cancelled = true;
        return advice;
    }
    commitment->works = analysis::sharesOf(prediction.profiles);
    if (request.addCandidates)
        addCandidates(prediction, commitment->works, services, stop);
    if (stop.stop_requested()) {
        advice.cancelled = true;
        return advice;
    }
    commitment->experiment = prediction.experiment;
    commitment->forecasts = prediction.forecasts;
    commitment->seconds = secondsOf(prediction.forecasts, prediction.experiment, services, cores);
    advice.commitment = commitment;
    if (committed)
        committed(advice.commitment);

    advice.outcome = runExperiment(prediction.experiment, services, stop, sink);
    check(prediction, advice.outcome, services.catalogue.strategies);
    advice.forecasts = std::move(prediction.forecasts);
    advice.cancelled = advice.outcome.report.cancelled;
    advice.checked = analysis::checkedForecasts(advice.forecasts, commitment->works, advice.outcome.report);
    advice.score = analysis::scoreOf(advice.forecasts, commitment->works, advice.outcome.report);
    advice.recommendations = analysis::recommendationsOf(advice.outcome.report, request.counts);
    for (const analysis::WorkShares& work : commitment->works)
        advice.lessons.push_back(analysis::adviceOf(work, cores));
    return advice;
}

} // namespace overlap::engine
