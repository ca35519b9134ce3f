// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_scene.h"
#include "charts/image_export.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace overlap::charts {

namespace {

constexpr auto lineEnd = "\r\n";

std::string field(std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string number(double value)
{
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%.9g", value);
    return buffer;
}

std::string optional(const std::optional<double>& value)
{
    return value ? number(*value) : std::string();
}

/// Two fields, with their commas.
std::string ends(const std::optional<core::Interval>& interval)
{
    return interval ? ',' + number(interval->low) + ',' + number(interval->high) : ",,";
}

std::string_view runtimeName(core::Runtime runtime)
{
    return runtime == core::Runtime::native ? "native" : "python";
}

/// Shares of all workers' time; what no span covers is idle.
std::array<double, core::stateCount> sharesOf(const core::Timeline& timeline)
{
    std::array<double, core::stateCount> shares{};
    double workers = 0;
    double covered = 0;
    for (const core::Lane& lane : timeline.lanes) {
        if (lane.kind != core::LaneKind::worker)
            continue;
        ++workers;
        for (const core::Span& span : lane.spans) {
            if (span.begin < 0 || span.state == core::State::idle)
                continue;
            shares[static_cast<std::size_t>(span.state)] += core::toSeconds(span.duration());
            covered += core::toSeconds(span.duration());
        }
    }
    const double total = workers * core::toSeconds(timeline.end);
    if (total <= 0)
        return shares;
    for (double& share : shares)
        share /= total;
    shares[static_cast<std::size_t>(core::State::idle)] = std::max(0.0, 1 - covered / total);
    return shares;
}

std::string csvOf(const GanttContent& content)
{
    std::string text = "strategy,runtime,lanes,finish_seconds,speedup";
    for (const std::string_view state : core::stateNames)
        (text += ",share_") += state;
    text += lineEnd;
    for (const GanttBand& band : content.bands) {
        text += field(band.strategy.text()) + ',';
        text += runtimeName(band.strategy.runtime);
        text += ',' + std::to_string(band.timeline ? band.timeline->lanes.size() : 0);
        text += ',' + optional(band.finishSeconds) + ',' + optional(band.speedup);
        if (band.timeline) {
            for (const double share : sharesOf(*band.timeline))
                text += ',' + number(share);
        } else {
            text.append(core::stateCount, ',');
        }
        text += lineEnd;
    }
    return text;
}

std::string csvOf(const TimingsContent& content)
{
    std::string text =
        "strategy,runtime,baseline,blocks,median_wall_seconds,wall_low95_seconds,wall_high95_seconds,"
        "startup_seconds,cold_wall_seconds,cpu_seconds,speedup,speedup_low95,speedup_high95";
    text += lineEnd;
    for (const core::StrategyReport& strategy : content.report.strategies) {
        std::size_t blocks = 0;
        for (const core::RunReport& run : strategy.runs)
            blocks += run.warmup ? 0 : 1;
        text += field(strategy.strategy.text()) + ',';
        text += runtimeName(strategy.strategy.runtime);
        text += ',' + field(strategy.baseline) + ',' + std::to_string(blocks);
        text += ',' + number(strategy.medianWallSeconds);
        text += ends(strategy.wallInterval95);
        text += ',' + number(strategy.startupSeconds) + ',' + number(strategy.coldWallSeconds);
        text += ',' + number(strategy.cpuSeconds);
        text += ',' + (strategy.speedup ? number(strategy.speedup->value) : std::string());
        text += strategy.speedup ? ends(strategy.speedup->interval95) : ",,";
        text += lineEnd;
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
