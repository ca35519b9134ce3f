// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/sweep_text.h"

#include "analysis/interval_text.h"
#include "analysis/scaling_laws.h"
#include "cli/table.h"
#include "core/text.h"

namespace overlap::cli {

namespace {

/// As short as a column is.
const char* nameOf(core::ScalingLaw law)
{
    switch (law) {
    case core::ScalingLaw::amdahl:
        return ">Amdahl";
    case core::ScalingLaw::gustafson:
        return ">Gustafson";
    default:
        return ">USL";
    }
}

std::string rangeText(const std::optional<core::Interval>& interval, double value)
{
    const auto texts = analysis::ratioTexts(value, interval);
    return interval ? texts.low + " – " + texts.high : std::string();
}

std::string tableText(const core::ScalingReport& scaling)
{
    const core::ScalingFit* law = scaling.law ? fitOf(scaling, *scaling.law) : nullptr;
    std::vector<std::string> titles{"strategy", ">speed-up", ">95 %", ">items/s", ">ceiling"};
    if (law)
        titles.insert(titles.end(), {nameOf(law->law), ">95 %"});
    Table table(std::move(titles));
    for (const core::ScalingPoint& point : scaling.points) {
        std::vector<std::string> cells{
            point.strategy, analysis::ratioTexts(point.speedup, point.speedupInterval95).value + " ×",
            rangeText(point.speedupInterval95, point.speedup), core::ratioText(point.itemsPerSecond),
            point.ceiling ? core::ratioText(*point.ceiling) + " ×" : std::string()};
        if (law) {
            const core::Interval band = analysis::bandAt(*law, point.workers);
            const double speed = analysis::speedAt(*law, point.workers);
            cells.push_back(analysis::ratioTexts(speed, band).value + " ×");
            cells.push_back(rangeText(band, speed));
        }
        table.row(std::move(cells));
    }
    return table.text();
}

/// "Amdahl: rate 1.01, serial 0.0032 (0.0003 to 0.0061) · AICc -159.4"
std::string fitText(const core::ScalingFit& fit)
{
    std::vector<std::string> parts;
    for (const core::LawParameter& parameter : fit.parameters) {
        parts.push_back(parameter.name + " " + core::ratioText(parameter.value) + " (" +
                        core::ratioText(parameter.interval95.low) + " to " +
                        core::ratioText(parameter.interval95.high) + ")");
    }
    return std::string(nameOf(fit.law)).substr(1) + ": " + core::joined(parts, ", ") + " · AICc " +
           core::fixedNumber(fit.aicc, 1) + "\n";
}

} // namespace

std::string sweepText(const core::Report& report)
{
    std::string out;
    for (const core::ScalingReport& scaling : report.scaling) {
        out += tableText(scaling);
        for (const core::ScalingFit& fit : scaling.fits)
            out += fitText(fit);
        out += scaling.sentence.english() + "\n\n";
    }
    for (const core::OptimumReport& optimum : report.optima)
        out += optimum.sentence.english() + "\n";
    for (const core::RuleVerdict& verdict : report.rules)
        out += verdict.sentence.english() + "\n";
    return out;
}

} // namespace overlap::cli
