// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/crossover_text.h"

#include "analysis/crossover_finding.h"
#include "analysis/interval_text.h"
#include "analysis/measured_runs.h"
#include "cli/table.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>

namespace overlap::cli {

namespace {

std::string valueText(const core::CrossoverReport& report, const core::CrossoverPoint& point)
{
    return analysis::crossoverValueText(report.kind, point.measured.value.asNumber());
}

std::string timeText(const core::CrossoverReport& report, const core::CrossoverPoint& point,
                     std::size_t strategy)
{
    const auto& measured = point.measured.strategies;
    const auto found = std::ranges::find_if(measured, [&](const core::StrategyReport& one) {
        return one.strategy.text() == report.strategies[strategy];
    });
    if (found == measured.end())
        return {};
    const core::Timing timing = report.experiment.timing;
    return analysis::timeText(analysis::statedSeconds(*found, timing),
                              analysis::statedInterval(*found, timing));
}

std::string ratioText(const core::CrossoverPoint& point)
{
    return point.ratio > 0 ? analysis::ratioTexts(point.ratio, point.interval).value + " ×" : std::string();
}

std::string intervalText(const core::CrossoverPoint& point)
{
    if (!point.interval)
        return {};
    const auto texts = analysis::ratioTexts(point.ratio, point.interval);
    return texts.low + " – " + texts.high;
}

std::string fasterText(const core::CrossoverReport& report, const core::CrossoverPoint& point)
{
    if (point.ratio <= 0)
        return "not comparable";
    return point.faster == core::CrossoverSide::open ? "open" : report.name(point.faster);
}

std::string levelText(const core::CrossoverReport& report)
{
    return core::shortNumber(std::stod(core::fixedNumber(report.level * 100, 1))) + " %";
}

std::string tableText(const core::CrossoverReport& report)
{
    Table table({">" + report.experiment.sweep->over, ">" + report.strategies[0], ">" + report.strategies[1],
                 ">" + report.strategies[1] + " is", ">" + levelText(report), "faster"});
    for (const core::CrossoverPoint& point : report.points) {
        table.row({valueText(report, point), timeText(report, point, 0), timeText(report, point, 1),
                   ratioText(point), intervalText(point), fasterText(report, point)});
    }
    return table.text();
}

std::string estimatesText(const core::CrossoverReport& report)
{
    std::string out;
    for (const core::Crossing& crossing : report.crossings) {
        if (!crossing.estimate)
            continue;
        // Two digits are what an orientation is worth.
        const double size = std::abs(*crossing.estimate);
        const double unit = size > 0 ? std::pow(10, std::floor(std::log10(size)) - 1) : 1;
        const double estimate = std::round(*crossing.estimate / unit) * unit;
        out += "A straight line through the values of the interval puts equal times near " +
               std::string(analysis::crossoverValueText(report.kind, estimate)) + ".\n";
    }
    return out;
}

} // namespace

std::string crossoverText(const core::CrossoverReport& report)
{
    std::string out = report.experiment.title + ": " + report.strategies[0] + " and " + report.strategies[1] +
                      "\n" + report.environment.summary().english() + " · time scale " +
                      core::shortNumber(report.experiment.timeScale) + "\n\n" + tableText(report) + "\n" +
                      report.sentence.english() + "\n" + estimatesText(report) + crossoverMethodText(report) +
                      "\n";
    for (const core::Message& hint : report.hints)
        out += "Note: " + hint.english() + "\n";
    return out;
}

std::string crossoverMethodText(const core::CrossoverReport& report)
{
    return std::to_string(report.points.size()) + " of at most " + std::to_string(report.budget.points) +
           " values, " + std::to_string(report.experiment.repeats) + " blocks at each, " +
           (report.experiment.timing == core::Timing::cold ? "start-up included" : "warm") +
           ". Each ratio of medians has its " + levelText(report) +
           " bootstrap interval, so that all of them together hold at 95 %.";
}

std::string crossoverPointText(const core::CrossoverReport& report, const core::CrossoverPoint& point)
{
    const std::string value = report.experiment.sweep->over + " = " + valueText(report, point) + ": ";
    if (point.ratio <= 0)
        return value + "the times cannot be compared\n";
    const std::string interval = intervalText(point);
    return value + report.strategies[1] + " " + ratioText(point) + " as fast as " + report.strategies[0] +
           (interval.empty() ? "" : ", " + interval) + "\n";
}

} // namespace overlap::cli
