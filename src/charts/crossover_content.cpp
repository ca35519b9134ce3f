// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/crossover_content.h"

#include "analysis/crossover_finding.h"
#include "charts/chart_text.h"
#include "session/message_text.h"

namespace overlap::charts {

namespace {

QString labelOf(core::ParameterKind kind, double value)
{
    return kind == core::ParameterKind::seconds
               ? durationText(value)
               : session::figureText(analysis::crossoverValueText(kind, value));
}

} // namespace

CrossoverContent crossoverContentOf(const core::CrossoverReport& report)
{
    CrossoverContent content;
    content.first = QString::fromStdString(report.strategies[0]);
    content.second = QString::fromStdString(report.strategies[1]);
    content.logarithmic = report.logarithmic;
    if (!report.experiment.sweep)
        return content;
    const core::Sweep& range = *report.experiment.sweep;
    content.xTitle = QString::fromStdString(range.over.substr(range.over.find('.') + 1));
    content.low = range.values.front().asNumber();
    content.high = range.values.back().asNumber();
    for (const core::CrossoverPoint& point : report.points) {
        const double x = point.measured.value.asNumber();
        if (point.ratio > 0)
            content.samples.push_back(
                {x, labelOf(report.kind, x), point.ratio, point.interval, point.faster});
    }
    for (const core::Crossing& crossing : report.crossings) {
        const double low = crossing.low.asNumber();
        const double high = crossing.high.asNumber();
        content.bands.push_back(
            {low, high, labelOf(report.kind, low) + QStringLiteral(" – ") + labelOf(report.kind, high)});
    }
    return content;
}

} // namespace overlap::charts
