// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/simulator.h"
#include "core/report.h"

#include <memory>
#include <optional>
#include <vector>

namespace overlap::analysis {

inline constexpr int mostForecastCores = 256;

/// What a simulation says of one strategy, and what a run said later. Seconds.
struct Forecast
{
    core::Strategy strategy;
    int cores = 1;
    bool baseline = false; ///< what the profile was measured under: no forecast worth counting
    double wallSeconds = 0;
    double startUpSeconds = 0;
    /// The baseline's forecast ÷ this one, in the time that the experiment speaks of; nothing of a baseline.
    std::optional<double> speedup;
    /// As the last run found the machine: how many threads of others shared the cores with it, and how far a
    /// simulation with those is off that run. It tells a wrong model from a busy machine.
    std::optional<double> otherThreads;
    std::optional<double> errorAsBusy;
    std::optional<double> measuredSeconds; ///< in that time; nothing where it was not run

    /// The time that the experiment speaks of: with the start or without.
    double seconds(core::Timing timing) const
    {
        return timing == core::Timing::cold ? startUpSeconds + wallSeconds : wallSeconds;
    }
    /// The forecast against what was measured: 0.1 is ten per cent too long. Nothing without a measurement.
    std::optional<double> error(core::Timing timing) const
    {
        if (!measuredSeconds || *measuredSeconds <= 0)
            return std::nullopt;
        return seconds(timing) / *measuredSeconds - 1;
    }
};

/// A forecast for each strategy, in that order, each from the profile of its runtime. Only times: for a
/// picture, simulate() with spans. Precondition: each runtime of the strategies has a profile with a sample.
std::vector<Forecast> forecastsOf(const std::vector<std::shared_ptr<const core::WorkProfile>>& profiles,
                                  const std::vector<core::Strategy>& strategies,
                                  const std::vector<core::StrategyDescriptor>& known,
                                  const SimulationSetting& setting, core::Timing timing);

/// The feed interval as the runs of an experiment have it.
core::Nanoseconds feedIntervalOf(const core::Experiment& experiment);

/// Fills in what was measured, where the report has the strategy and it lost no item that was not meant to
/// fail.
void addMeasured(std::vector<Forecast>& forecasts, const core::Report& report);

/// Fills in what the last run of a strategy says of the forecast as busy as the machine was.
void addAsBusy(Forecast& forecast, const core::Timeline& timeline, double startUpSeconds,
               const std::vector<std::shared_ptr<const core::WorkProfile>>& profiles,
               const std::vector<core::StrategyDescriptor>& known, const SimulationSetting& setting,
               core::Timing timing);

/// The median of the errors without their signs, baselines aside. Nothing where nothing
/// was measured.
std::optional<double> medianError(const std::vector<Forecast>& forecasts, core::Timing timing);

} // namespace overlap::analysis
