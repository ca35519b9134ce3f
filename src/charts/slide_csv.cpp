// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/latency_finding.h"
#include "analysis/ledger.h"
#include "charts/image_export.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace overlap::charts {

namespace {

using Fields = std::vector<std::string>;

std::string optional(const std::optional<double>& value)
{
    return value ? core::shortNumber(*value) : std::string();
}

void addEnds(Fields& fields, const std::optional<core::Interval>& interval)
{
    fields.push_back(interval ? core::shortNumber(interval->low) : std::string());
    fields.push_back(interval ? core::shortNumber(interval->high) : std::string());
}

std::string runtimeName(core::Runtime runtime)
{
    return runtime == core::Runtime::native ? "native" : "python";
}

/// Shares of all workers' time, from the exact totals of the lanes.
std::array<double, core::stateCount> sharesOf(const core::Timeline& timeline)
{
    std::vector<analysis::StateTimes> lanes;
    for (const core::Lane& lane : timeline.lanes) {
        if (lane.kind == core::LaneKind::worker)
            lanes.push_back(lane.totals);
    }
    return analysis::ledgerShares(analysis::ledgerSeconds(lanes, timeline.end));
}

std::string csvOf(const GanttContent& content)
{
    Fields names{"strategy", "runtime", "lanes", "finish_seconds", "speedup"};
    for (const std::string_view state : core::stateNames)
        names.push_back("share_" + std::string(state));
    std::string text = core::csvLine(names);
    for (const GanttBand& band : content.bands) {
        Fields fields{band.strategy.text(), runtimeName(band.strategy.runtime),
                      std::to_string(band.timeline ? band.timeline->lanes.size() : 0),
                      optional(band.finishSeconds),
                      optional(band.speedup ? std::optional(band.speedup->value) : std::nullopt)};
        if (band.timeline) {
            for (const double share : sharesOf(*band.timeline))
                fields.push_back(core::shortNumber(share));
        }
        fields.resize(names.size());
        text += core::csvLine(fields);
    }
    return text;
}

std::string csvOf(const TimingsContent& content)
{
    std::string text =
        core::csvLine({"strategy", "runtime", "baseline", "blocks", "median_wall_seconds",
                       "wall_low95_seconds", "wall_high95_seconds", "startup_seconds", "cold_wall_seconds",
                       "cpu_seconds", "speedup", "speedup_low95", "speedup_high95", "judgement"});
    for (const core::StrategyReport& strategy : content.report.strategies) {
        const auto blocks = std::ranges::count_if(
            strategy.runs, [](const core::RunReport& run) { return !run.warmup && !run.replaced; });
        Fields fields{strategy.strategy.text(), runtimeName(strategy.strategy.runtime), strategy.baseline,
                      std::to_string(blocks), core::shortNumber(strategy.medianWallSeconds)};
        addEnds(fields, strategy.wallInterval95);
        fields.push_back(core::shortNumber(strategy.startupSeconds));
        fields.push_back(core::shortNumber(strategy.coldWallSeconds));
        fields.push_back(core::shortNumber(strategy.cpuSeconds));
        fields.push_back(strategy.speedup ? core::shortNumber(strategy.speedup->value) : std::string());
        addEnds(fields, strategy.speedup ? strategy.speedup->interval95 : std::nullopt);
        fields.emplace_back(core::judgementNames[static_cast<std::size_t>(strategy.judgement)]);
        text += core::csvLine(fields);
    }
    return text;
}

/// The shares of the report: medians over its runs.
std::string csvOf(const LedgerContent& content)
{
    Fields names{"strategy",       "runtime",        "workers", "median_wall_seconds",
                 "worker_seconds", "startup_seconds"};
    for (const std::string_view state : core::stateNames)
        names.push_back("share_" + std::string(state));
    std::string text = core::csvLine(names);
    for (const core::StrategyReport& strategy : content.report.strategies) {
        const int workers = strategy.strategy.workers();
        Fields fields{strategy.strategy.text(), runtimeName(strategy.strategy.runtime),
                      std::to_string(workers)};
        if (!strategy.runs.empty()) {
            fields.push_back(core::shortNumber(strategy.medianWallSeconds));
            fields.push_back(core::shortNumber(workers * strategy.medianWallSeconds));
            fields.push_back(core::shortNumber(strategy.startupSeconds));
            for (const double share : strategy.ledger)
                fields.push_back(core::shortNumber(share));
        }
        fields.resize(names.size());
        text += core::csvLine(fields);
    }
    return text;
}

/// The figures, and under them nothing: the raw samples are in the report and in the CSV of the runs.
std::string csvOf(const LatenciesContent& content)
{
    std::string text = core::csvLine({"strategy", "runtime", "items", "failed", "cancelled", "p50_seconds",
                                      "p95_seconds", "p99_seconds", "max_seconds", "first_seconds"});
    for (const core::StrategyReport& strategy : content.report.strategies) {
        core::TaskCounts tasks;
        for (const core::RunReport& run : strategy.runs) {
            if (run.warmup || run.replaced)
                continue;
            tasks.failed += run.tasks.failed;
            tasks.cancelled += run.tasks.cancelled;
        }
        Fields fields{strategy.strategy.text(), runtimeName(strategy.strategy.runtime),
                      std::to_string(analysis::pooledLatencies(strategy).size()),
                      std::to_string(tasks.failed), std::to_string(tasks.cancelled)};
        if (const auto& latency = strategy.latency) {
            fields.push_back(core::shortNumber(latency->p50));
            fields.push_back(optional(latency->p95));
            fields.push_back(optional(latency->p99));
            fields.push_back(core::shortNumber(latency->max));
            fields.push_back(core::shortNumber(latency->first));
        }
        fields.resize(10);
        text += core::csvLine(fields);
    }
    return text;
}

/// A line for each value that each strategy has measured.
std::string csvOf(const ScalingContent& content)
{
    const bool speedup = content.measure == ScalingContent::Measure::speedup;
    std::string text = core::csvLine(
        {"strategy", content.xTitle.toStdString(), speedup ? "speedup" : "wall_seconds", "low95", "high95"});
    for (const ScalingSeries& series : content.series) {
        for (const ScalingSample& sample : series.samples) {
            Fields fields{series.title.toStdString(), sample.label.toStdString(),
                          core::shortNumber(sample.value)};
            addEnds(fields, sample.interval95);
            text += core::csvLine(fields);
        }
    }
    return text;
}

/// A line for each value that was tried.
std::string csvOf(const CrossoverContent& content)
{
    std::string text =
        core::csvLine({content.xTitle.toStdString(), "first", "second", "ratio", "low", "high", "faster"});
    for (const CrossoverSample& sample : content.samples) {
        Fields fields{core::shortNumber(sample.x), content.first.toStdString(), content.second.toStdString(),
                      core::shortNumber(sample.ratio)};
        addEnds(fields, sample.interval);
        fields.push_back(sample.faster == core::CrossoverSide::open
                             ? std::string()
                             : (sample.faster == core::CrossoverSide::first ? content.first : content.second)
                                   .toStdString());
        text += core::csvLine(fields);
    }
    return text;
}

} // namespace

QByteArray slideCsv(const Slide& slide)
{
    return QByteArray::fromStdString(
        std::visit([](const auto& content) { return csvOf(content); }, slide.content));
}

} // namespace overlap::charts
