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

ForecastScore scoreOf(const std::vector<Forecast>& forecasts, const std::vector<WorkShares>& works,
                      const core::Report& report)
{
    ForecastScore score;
    std::vector<double> asBusy;
    for (const Forecast& forecast : forecasts) {
        const auto work = std::ranges::find(works, forecast.strategy.runtime, &WorkShares::runtime);
        if (work == works.end())
            continue;
        if (const auto hit = isHit(forecast, report, toleranceOf(*work))) {
            ++score.of;
            score.hits += *hit ? 1 : 0;
            if (forecast.errorAsBusy)
                asBusy.push_back(std::abs(*forecast.errorAsBusy));
        }
    }
    score.medianError = medianError(forecasts, report.experiment.timing);
    if (!asBusy.empty())
        score.medianErrorAsBusy = median(std::move(asBusy));
    return score;
}

} // namespace overlap::analysis
