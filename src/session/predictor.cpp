// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/predictor.h"

#include <algorithm>

namespace overlap::session {

namespace {

/// What is known of the same work, as far as it is enough.
void recall(engine::Prediction& prediction, const engine::Prediction& known)
{
    const auto& strategies = prediction.strategies;
    const auto hasCosts = [&known](const core::Strategy& strategy) {
        return std::ranges::any_of(known.costs.strategies, [&](const core::RunCosts& costs) {
            return costs.strategy == strategy.name;
        });
    };
    if (std::ranges::all_of(strategies, hasCosts))
        prediction.costs = known.costs;
    if (!engine::isSameWork(prediction.experiment, known.experiment))
        return;
    prediction.profiles = known.profiles;
    if (!std::ranges::all_of(strategies, [&](const core::Strategy& strategy) {
            return engine::canForecast(prediction, strategy);
        }))
        prediction.profiles.clear();
}

std::vector<std::shared_ptr<const core::Timeline>>
timelinesOf(const engine::Prediction& prediction, const std::vector<core::StrategyDescriptor>& known)
{
    const analysis::SimulationSetting setting = engine::settingOf(prediction);
    std::vector<std::shared_ptr<const core::Timeline>> timelines;
    for (const core::Strategy& strategy : prediction.strategies) {
        const auto profile = std::ranges::find_if(
            prediction.profiles, [&](const auto& each) { return each->runtime == strategy.runtime; });
        timelines.push_back(std::make_shared<const core::Timeline>(
            analysis::simulate(**profile, strategy, known, setting).timeline));
    }
    return timelines;
}

} // namespace

Predictor::Predictor(const engine::EngineServices& services, int machineCores, QObject* parent)
    : Predictor(
          services,
          [&services, machineCores](engine::Prediction& prediction, const std::stop_token& stop) {
              return engine::measure(prediction, services, machineCores, stop);
          },
          parent)
{}

Predictor::Predictor(const engine::EngineServices& services, Measure measure, QObject* parent)
    : BackgroundCheck(parent)
    , m_services(services)
    , m_measure(std::move(measure))
{}

void Predictor::start(const core::Experiment& experiment, int cores)
{
    begin([this, asked = experiment, cores, known = m_known](const std::stop_token& stop,
                                                             const Progress&) -> std::function<void()> {
        core::Experiment possible = asked;
        auto runs = std::make_shared<PredictedRuns>();
        const core::Catalogue& catalogue = m_services.catalogue;
        if (engine::usesPython(possible, catalogue) && m_services.python) {
            if (const engine::PythonChoice choice = m_services.python(); !choice.facts)
                runs->notices = {engine::leaveOutPython(possible, catalogue, choice.reason), choice.reason};
        }
        runs->prediction = engine::plannedPrediction(possible, catalogue, cores);
        recall(runs->prediction, known);
        if (!m_measure(runs->prediction, stop))
            return [this] { Q_EMIT finished(nullptr); };
        runs->timelines = timelinesOf(runs->prediction, catalogue.strategies);
        return [this, runs] {
            m_known = runs->prediction;
            Q_EMIT finished(runs);
        };
    });
}

void Predictor::learn(const core::Report& report)
{
    if (report.profiles.empty() || report.cancelled)
        return;
    m_known.experiment = report.experiment;
    m_known.profiles = report.profiles;
}

} // namespace overlap::session
