// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/forecast.h"
#include "analysis/work_shares.h"
#include "core/forecast_record.h"

#include <optional>
#include <vector>

namespace overlap::analysis {

/// How far a forecast may be off and still be a hit: 0.15 where the work mostly waits, 0.25 where it mostly
/// computes, because what cores take from each other is not in the simulation.
double toleranceOf(const WorkShares& work);

/// Whether the forecast came true: its error is within the tolerance, or it lies in the interval of what was
/// measured. Nothing of a baseline, which is where the forecasts come from, or without a measurement.
std::optional<bool> isHit(const Forecast& forecast, const core::Report& report, double tolerance);

struct ForecastScore
{
    std::size_t hits = 0;
    std::size_t of = 0; ///< forecasts that were held against a measurement
    std::optional<double> medianError;
    /// Of the same simulations with the other programs of the last runs: a wrong model, not a busy machine.
    std::optional<double> medianErrorAsBusy;
};

/// Those that were held against a measurement, each by the tolerance of its runtime's work; no baselines.
std::vector<core::CheckedForecast> checkedForecasts(const std::vector<Forecast>& forecasts,
                                                    const std::vector<WorkShares>& works,
                                                    const core::Report& report);

/// The same in figures, misses included.
ForecastScore scoreOf(const std::vector<Forecast>& forecasts, const std::vector<WorkShares>& works,
                      const core::Report& report);

/// Of forecasts of many runs: how busy the machine was is not known of them.
ForecastScore scoreOf(const std::vector<core::CheckedForecast>& forecasts);

} // namespace overlap::analysis
