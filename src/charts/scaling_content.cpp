// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/scaling_content.h"

#include "charts/chart_text.h"
#include "core/text.h"

#include <algorithm>

namespace overlap::charts {

namespace {

constexpr std::string_view overWorkers = "strategy.workers";
constexpr std::string_view overStrategy = "strategy.";

/// Where a value stands on the axis; values that are no numbers stand side by side.
double placeOf(const core::Value& value, std::size_t index)
{
    if (value.isNumber())
        return value.asNumber();
    const auto seconds = value.isString() ? core::secondsFromText(value.asString()) : std::nullopt;
    return seconds.value_or(static_cast<double>(index));
}

QString labelOf(const core::Value& value)
{
    return QString::fromStdString(value.isString() ? value.asString() : core::shortNumber(value.asNumber()));
}

/// What a strategy has in common with itself at the other values.
QString seriesOf(core::Strategy strategy, const std::string& over)
{
    if (over == overWorkers)
        strategy.counts.clear();
    else if (over.starts_with(overStrategy))
        strategy.options.erase(over.substr(overStrategy.size()));
    return QString::fromStdString(strategy.text());
}

} // namespace

ScalingContent scalingContentOf(const core::Report& report)
{
    ScalingContent content;
    if (!report.experiment.sweep)
        return content;
    const std::string& over = report.experiment.sweep->over;
    const bool workers = over == overWorkers;
    const bool cold = report.experiment.timing == core::Timing::cold;
    content.measure = workers ? ScalingContent::Measure::speedup : ScalingContent::Measure::seconds;
    content.ideal = workers;
    content.xTitle =
        workers ? ChartWords::tr("workers") : QString::fromStdString(over.substr(over.find('.') + 1));
    for (std::size_t i = 0; i < report.points.size(); ++i) {
        const core::PointReport& point = report.points[i];
        for (const core::StrategyReport& strategy : point.strategies) {
            if (strategy.runs.empty() || (workers && !strategy.speedup))
                continue;
            const QString title = seriesOf(strategy.strategy, over);
            auto series = std::ranges::find(content.series, title, &ScalingSeries::title);
            if (series == content.series.end())
                series = content.series.insert(series, ScalingSeries{.title = title});
            ScalingSample sample;
            if (workers) {
                const int count = strategy.strategy.workers();
                sample = {static_cast<double>(count), QString::number(count), strategy.speedup->value,
                          strategy.speedup->interval95};
            } else {
                sample = {placeOf(point.value, i), labelOf(point.value),
                          cold ? strategy.coldWallSeconds : strategy.medianWallSeconds,
                          cold ? strategy.coldInterval95 : strategy.wallInterval95};
            }
            if (std::ranges::find(series->samples, sample.x, &ScalingSample::x) == series->samples.end())
                series->samples.push_back(std::move(sample));
        }
    }
    for (ScalingSeries& series : content.series)
        std::ranges::sort(series.samples, {}, &ScalingSample::x);
    return content;
}

} // namespace overlap::charts
