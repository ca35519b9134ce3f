// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/scaling_content.h"

#include "analysis/scaling_laws.h"
#include "analysis/sweep_finding.h"
#include "charts/chart_text.h"
#include "core/sweep.h"

#include <algorithm>
#include <map>

namespace overlap::charts {

namespace {

/// Where a value stands on the axis; values that are no numbers stand side by side.
double placeOf(const core::Value& value, std::size_t index)
{
    if (value.isNumber())
        return value.asNumber();
    const auto seconds = value.isString() ? core::secondsFromText(value.asString()) : std::nullopt;
    return seconds.value_or(static_cast<double>(index));
}

QString lawTitle(core::ScalingLaw law)
{
    switch (law) {
    case core::ScalingLaw::amdahl:
        return ChartWords::tr("Amdahl's law");
    case core::ScalingLaw::gustafson:
        return ChartWords::tr("Gustafson's law");
    default:
        return ChartWords::tr("Universal Scalability Law");
    }
}

QString parameterTitle(const std::string& name)
{
    static const std::map<std::string, const char*> titles{
        {"rate", QT_TRANSLATE_NOOP("Charts", "rate")},
        {"serial", QT_TRANSLATE_NOOP("Charts", "serial share")},
        {"contention", QT_TRANSLATE_NOOP("Charts", "contention")},
        {"coherency", QT_TRANSLATE_NOOP("Charts", "coherency")}};
    const auto known = titles.find(name);
    return known != titles.end() ? ChartWords::tr(known->second) : QString::fromStdString(name);
}

/// "Amdahl's law: rate 1.01, serial share 0.03"
QString lawText(const core::ScalingFit& fit)
{
    QStringList parameters;
    for (const core::LawParameter& parameter : fit.parameters)
        parameters << parameterTitle(parameter.name) + QLatin1Char(' ') + numberText(parameter.value, 3);
    return lawTitle(fit.law) + QStringLiteral(": ") + parameters.join(QStringLiteral(", "));
}

void addLaw(ScalingSeries& series, const core::ScalingFit& fit)
{
    const double first = series.samples.front().x;
    const double last = series.samples.back().x;
    constexpr int steps = 96;
    for (int i = 0; i <= steps; ++i) {
        const double workers = first + (last - first) * i / steps;
        const core::Interval band = analysis::bandAt(fit, workers);
        series.fit.emplace_back(workers, analysis::speedAt(fit, workers));
        series.fitLow.emplace_back(workers, band.low);
        series.fitHigh.emplace_back(workers, band.high);
    }
    series.law = lawText(fit);
}

void addWorkers(ScalingContent& content, const core::Report& report)
{
    std::map<int, double> ceiling;
    for (const core::ScalingReport& scaling : report.scaling) {
        ScalingSeries series{.title = QString::fromStdString(scaling.strategy)};
        for (const core::ScalingPoint& point : scaling.points) {
            series.samples.push_back({static_cast<double>(point.workers), QString::number(point.workers),
                                      point.speedup, point.speedupInterval95});
            if (point.ceiling)
                ceiling[point.workers] = *point.ceiling;
        }
        const auto best = std::ranges::max_element(series.samples, {}, &ScalingSample::value);
        if (series.samples.size() > 1)
            series.best = best->x;
        if (const auto* fit = scaling.law ? fitOf(scaling, *scaling.law) : nullptr)
            addLaw(series, *fit);
        content.series.push_back(std::move(series));
    }
    for (const auto& [workers, value] : ceiling)
        content.ceiling.emplace_back(workers, value);
    content.ideal = true;
    content.xTitle = ChartWords::tr("workers");
}

void addValues(ScalingContent& content, const core::Report& report)
{
    const bool cold = report.experiment.timing == core::Timing::cold;
    for (const analysis::SweptSeries& swept : analysis::seriesOf(report)) {
        ScalingSeries series{.title = QString::fromStdString(swept.strategy)};
        for (std::size_t i = 0; i < swept.at.size(); ++i) {
            const core::StrategyReport& strategy = *swept.at[i].strategy;
            const core::Value& value = swept.at[i].point->value;
            series.samples.push_back({placeOf(value, i), QString::fromStdString(core::sweepValueText(value)),
                                      cold ? strategy.coldWallSeconds : strategy.medianWallSeconds,
                                      cold ? strategy.coldInterval95 : strategy.wallInterval95});
        }
        std::ranges::sort(series.samples, {}, &ScalingSample::x);
        const auto optimum = std::ranges::find(report.optima, swept.strategy, &core::OptimumReport::strategy);
        if (optimum != report.optima.end()) {
            for (std::size_t i = 0; i < swept.at.size(); ++i) {
                if (swept.at[i].point->value == optimum->value)
                    series.best = placeOf(optimum->value, i);
            }
        }
        if (!series.samples.empty())
            content.series.push_back(std::move(series));
    }
    const std::string& over = report.experiment.sweep->over;
    content.measure = ScalingContent::Measure::seconds;
    content.xTitle = QString::fromStdString(over.substr(over.find('.') + 1));
}

} // namespace

ScalingContent scalingContentOf(const core::Report& report)
{
    ScalingContent content;
    if (!report.experiment.sweep)
        return content;
    if (report.experiment.sweep->over == core::overWorkers)
        addWorkers(content, report);
    else
        addValues(content, report);
    return content;
}

} // namespace overlap::charts
