// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/stretch_report.h"

#include "analysis/ledger.h"
#include "analysis/statistics.h"

#include <algorithm>

namespace overlap::session {

namespace {

core::RunReport runOf(const Stretch::Run& run, const TimeRange& range)
{
    core::RunReport report;
    report.wallSeconds = core::toSeconds(run.statistics.length);
    for (std::size_t state = 0; state < core::stateCount; ++state)
        report.ledgerSeconds[state] = core::toSeconds(run.statistics.states[state].total);
    core::Nanoseconds first = range.end;
    if (run.band.outcome) {
        for (const core::ItemResult& item : run.band.outcome->items) {
            if (item.end < range.begin || item.end >= range.end)
                continue;
            report.tasks.done += item.status == core::TaskStatus::done ? 1 : 0;
            report.tasks.failed += item.status == core::TaskStatus::failed ? 1 : 0;
            if (item.status != core::TaskStatus::done)
                continue;
            report.latencySeconds.push_back(core::toSeconds(item.end - item.begin));
            first = std::min(first, item.end);
        }
    }
    const std::vector<double>& seconds = report.latencySeconds;
    if (!seconds.empty()) {
        report.latency =
            core::Latency{analysis::median(seconds), analysis::supportedPercentile(seconds, 0.95),
                          analysis::supportedPercentile(seconds, 0.99), *std::ranges::max_element(seconds),
                          core::toSeconds(first)};
    }
    return report;
}

} // namespace

core::Report reportOf(const Stretch& stretch, core::Report whole)
{
    for (core::StrategyReport& strategy : whole.strategies) {
        const std::string text = strategy.strategy.text();
        const auto run =
            std::ranges::find(stretch.runs, text, [](const Stretch::Run& each) { return each.band.name(); });
        strategy.runs.clear();
        strategy.ledger = {};
        strategy.latency.reset();
        if (run == stretch.runs.end() || run->statistics.length <= 0)
            continue;
        strategy.runs.push_back(runOf(*run, stretch.range));
        strategy.ledger = analysis::ledgerShares(strategy.runs.front().ledgerSeconds);
        strategy.latency = strategy.runs.front().latency;
        strategy.tasks = strategy.runs.front().tasks;
        strategy.medianWallSeconds = strategy.runs.front().wallSeconds;
        strategy.wallInterval95.reset();
    }
    return whole;
}

} // namespace overlap::session
