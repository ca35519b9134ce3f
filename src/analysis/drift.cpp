// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/drift.h"

#include "analysis/bootstrap.h"
#include "analysis/measured_runs.h"
#include "analysis/statistics.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace overlap::analysis {

namespace {

/// Of S under no trend: n (n − 1) (2 n + 5) ÷ 18, less the same of each group of equal times.
double varianceOfS(std::vector<double> times)
{
    const auto term = [](std::size_t count) {
        const auto n = static_cast<double>(count);
        return n * (n - 1) * (2 * n + 5) / 18;
    };
    double variance = term(times.size());
    std::ranges::sort(times);
    for (auto group = times.begin(); group != times.end();) {
        const auto end = std::upper_bound(group, times.end(), *group);
        variance -= term(static_cast<std::size_t>(end - group));
        group = end;
    }
    return variance;
}

} // namespace

std::optional<core::Drift> driftOf(const std::vector<int>& blocks, const std::vector<double>& times)
{
    const std::size_t count = times.size();
    if (count < blocksForVerdict)
        return std::nullopt;
    const double middle = median(times);
    if (middle <= 0)
        return std::nullopt;
    std::vector<double> slopes;
    slopes.reserve(count * (count - 1) / 2);
    double rising = 0; // S
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = i + 1; j < count; ++j) {
            const double rise = times[j] - times[i];
            slopes.push_back(rise / (blocks[j] - blocks[i]));
            rising += rise > 0 ? 1 : rise < 0 ? -1 : 0;
        }
    }
    std::ranges::sort(slopes);
    constexpr double quantile = 1.959964;
    const double deviation = std::sqrt(varianceOfS(times));
    const auto all = static_cast<double>(slopes.size());
    const double rank = std::max(1.0, std::floor((all - quantile * deviation) / 2));
    const auto place = static_cast<std::size_t>(rank) - 1;
    const double whole = (blocks.back() - blocks.front()) / middle;
    core::Drift drift;
    drift.share = median(slopes) * whole;
    drift.interval95 = {slopes[place] * whole, slopes[slopes.size() - 1 - place] * whole};
    if (deviation > 0 && rising != 0)
        drift.p = std::erfc((std::fabs(rising) - 1) / deviation / std::numbers::sqrt2);
    return drift;
}

void addDrifts(core::Report& report)
{
    for (core::StrategyReport& strategy : report.strategies) {
        std::vector<int> blocks;
        for (const core::RunReport* run : measuredRuns(strategy.runs))
            blocks.push_back(run->block);
        strategy.drift = driftOf(blocks, statedTimes(strategy.runs, report.experiment.timing));
        if (!strategy.drift)
            continue;
        const core::StrategyReport* baseline = report.strategy(strategy.baseline);
        const double floor = baseline ? baseline->noiseFloor.value_or(0) : 0;
        strategy.drift->beyondNoise =
            strategy.drift->p < 0.05 / static_cast<double>(report.strategies.size()) &&
            std::fabs(strategy.drift->share) > floor;
    }
}

} // namespace overlap::analysis
