// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/forecast.h"

#include "analysis/statistics.h"
#include "analysis/work_profile.h"

#include <algorithm>
#include <cmath>

namespace overlap::analysis {

namespace {

Forecast forecastOf(const core::Strategy& strategy,
                    const std::vector<std::shared_ptr<const core::WorkProfile>>& profiles,
                    const std::vector<core::StrategyDescriptor>& known, const SimulationSetting& setting)
{
    SimulationSetting bare = setting;
    bare.spans = false;
    const auto profile =
        std::ranges::find_if(profiles, [&](const auto& p) { return p->runtime == strategy.runtime; });
    const Simulation simulation = simulate(**profile, strategy, known, bare);
    Forecast forecast;
    forecast.strategy = strategy;
    forecast.cores = setting.cores;
    forecast.baseline = strategy.text() == core::baselineOf(strategy.runtime);
    forecast.wallSeconds = simulation.wallSeconds;
    forecast.startUpSeconds = simulation.startUpSeconds;
    return forecast;
}

} // namespace

std::vector<Forecast> forecastsOf(const std::vector<std::shared_ptr<const core::WorkProfile>>& profiles,
                                  const std::vector<core::Strategy>& strategies,
                                  const std::vector<core::StrategyDescriptor>& known,
                                  const SimulationSetting& setting, core::Timing timing)
{
    std::vector<Forecast> forecasts;
    for (const core::Strategy& strategy : strategies) {
        Forecast forecast = forecastOf(strategy, profiles, known, setting);
        if (!forecast.baseline && forecast.seconds(timing) > 0) {
            const core::Strategy baseline =
                core::parseStrategy(core::baselineOf(strategy.runtime), known, setting.cores);
            forecast.speedup =
                forecastOf(baseline, profiles, known, setting).seconds(timing) / forecast.seconds(timing);
        }
        forecasts.push_back(std::move(forecast));
    }
    return forecasts;
}

core::Nanoseconds feedIntervalOf(const core::Experiment& experiment)
{
    return experiment.feedSeconds <= 0
               ? 0
               : core::scaledDuration(core::fromSeconds(experiment.feedSeconds), experiment.timeScale);
}

void addMeasured(std::vector<Forecast>& forecasts, const core::Report& report)
{
    for (Forecast& forecast : forecasts) {
        const core::StrategyReport* measured = report.strategy(forecast.strategy.text());
        if (!measured || measured->runs.empty() || measured->tasks.notMeant() > 0 ||
            measured->tasks.cancelled > 0)
            continue;
        forecast.measuredSeconds = report.experiment.timing == core::Timing::cold
                                       ? measured->coldWallSeconds
                                       : measured->medianWallSeconds;
    }
}

void addAsBusy(Forecast& forecast, const core::Timeline& timeline, double startUpSeconds,
               const std::vector<std::shared_ptr<const core::WorkProfile>>& profiles,
               const std::vector<core::StrategyDescriptor>& known, const SimulationSetting& setting,
               core::Timing timing)
{
    SimulationSetting busy = setting;
    busy.otherThreads = otherThreads(timeline, setting.cores);
    forecast.otherThreads = busy.otherThreads;
    const double cold = timing == core::Timing::cold ? startUpSeconds : 0;
    const double measured = core::toSeconds(timeline.end) + cold;
    if (measured > 0)
        forecast.errorAsBusy =
            forecastOf(forecast.strategy, profiles, known, busy).seconds(timing) / measured - 1;
}

std::optional<double> medianError(const std::vector<Forecast>& forecasts, core::Timing timing)
{
    std::vector<double> errors;
    for (const Forecast& forecast : forecasts) {
        if (const auto error = forecast.error(timing); error && !forecast.baseline)
            errors.push_back(std::abs(*error));
    }
    if (errors.empty())
        return std::nullopt;
    return median(std::move(errors));
}

} // namespace overlap::analysis
