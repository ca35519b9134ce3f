// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/forecast.h"
#include "engine/runner.h"

#include <memory>
#include <stop_token>
#include <vector>

namespace overlap::engine {

/// Forecasts of an experiment, and all that they were made from.
struct Prediction
{
    core::Experiment experiment; ///< without its sweep; its strategies are those below
    std::vector<core::Strategy> strategies;
    int cores = 1; ///< of the machine that is asked about
    std::vector<std::shared_ptr<const core::WorkProfile>> profiles;
    core::MachineCosts costs;
    std::vector<analysis::Forecast>
        forecasts; ///< one for each strategy, in that order; empty before measure()
};

/// What there is to forecast: each strategy of the experiment once, with those of all points of a sweep over
/// strategies and the baselines that are missing. Throws core::Error for a sweep that varies the work. Pure.
/// Precondition: the experiment is valid for that many cores.
Prediction plannedPrediction(const core::Experiment& experiment, const core::Catalogue& catalogue, int cores);

/// Whether both are the same work at the same pace, so that what was measured of one tells of the other.
bool isSameWork(const core::Experiment& one, const core::Experiment& other);

/// Whether there is a profile from which the strategy can be forecast.
bool canForecast(const Prediction& prediction, const core::Strategy& strategy);

/// The circumstances of its simulations.
analysis::SimulationSetting settingOf(const Prediction& prediction);

/// Measures what the prediction does not have yet and makes its forecasts: the profiles by one run of the
/// baselines, which the sink hears of, and what the strategies cost on this machine, which has
/// `machineCores`. What is there already is kept. False where a stop came before the end. Throws core::Error
/// where the experiment cannot be run, or told nothing to forecast from. Calling thread; half a second beside
/// the run, some seconds with Python.
bool measure(Prediction& prediction, const EngineServices& services, int machineCores,
             const std::stop_token& stop, const LiveSink& sink = {});

/// Holds the forecasts against a run of the same experiment on as many cores: what was measured, and what
/// the last runs say of the forecast as busy as the machine was. `known` are the strategies of the catalogue.
void check(Prediction& prediction, const ExperimentOutcome& outcome,
           const std::vector<core::StrategyDescriptor>& known);

} // namespace overlap::engine
