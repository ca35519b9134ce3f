// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/forecast_score.h"

#include "analysis/measured_runs.h"
#include "analysis/statistics.h"

#include <algorithm>
#include <cmath>

namespace overlap::analysis {

double toleranceOf(const WorkShares& work)
{
    return work.waits() ? 0.15 : 0.25;
}

std::optional<bool> isHit(const Forecast& forecast, const core::Report& report, double tolerance)
{
    const core::Timing timing = report.experiment.timing;
    const auto error = forecast.error(timing);
    if (forecast.baseline || !error)
        return std::nullopt;
    if (std::abs(*error) <= tolerance)
        return true;
    const core::StrategyReport* const measured = report.strategy(forecast.strategy.text());
    if (!measured)
        return false;
    const auto& interval = statedInterval(*measured, timing);
    const double seconds = forecast.seconds(timing);
    return interval && interval->low <= seconds && seconds <= interval->high;
}

std::vector<core::CheckedForecast> checkedForecasts(const std::vector<Forecast>& forecasts,
                                                    const std::vector<WorkShares>& works,
                                                    const core::Report& report)
{
    std::vector<core::CheckedForecast> checked;
    for (const Forecast& forecast : forecasts) {
        const auto work = std::ranges::find(works, forecast.strategy.runtime, &WorkShares::runtime);
        if (work == works.end())
            continue;
        if (const auto hit = isHit(forecast, report, toleranceOf(*work)))
            checked.push_back({forecast.strategy.text(), forecast.seconds(report.experiment.timing),
                               *forecast.measuredSeconds, *hit});
    }
    return checked;
}

ForecastScore scoreOf(const std::vector<core::CheckedForecast>& forecasts)
{
    ForecastScore score;
    score.of = forecasts.size();
    score.hits = static_cast<std::size_t>(std::ranges::count(forecasts, true, &core::CheckedForecast::hit));
    std::vector<double> errors;
    for (const core::CheckedForecast& forecast : forecasts)
        errors.push_back(std::abs(forecast.error()));
    if (!errors.empty())
        score.medianError = median(std::move(errors));
    return score;
}

ForecastScore scoreOf(const std::vector<Forecast>& forecasts, const std::vector<WorkShares>& works,
                      const core::Report& report)
{
    ForecastScore score = scoreOf(checkedForecasts(forecasts, works, report));
    std::vector<double> asBusy;
    for (const Forecast& forecast : forecasts) {
        if (!forecast.baseline && forecast.errorAsBusy && forecast.error(report.experiment.timing))
            asBusy.push_back(std::abs(*forecast.errorAsBusy));
    }
    if (!asBusy.empty())
        score.medianErrorAsBusy = median(std::move(asBusy));
    return score;
}

} // namespace overlap::analysis
