// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/builtin_charts.h"

#include "analysis/measured_runs.h"
#include "analysis/standing.h"
#include "charts/scaling_content.h"
#include "core/message.h"

#include <algorithm>

namespace overlap::charts {

namespace {

template <class Content>
void nameGroups(Content& content, const ChartInput& input)
{
    std::ranges::copy(input.runtimeName, content.runtimeName);
    std::ranges::copy(input.runtimeWork, content.runtimeWork);
}

} // namespace

const std::vector<ChartDescriptor>& chartKinds()
{
    static const std::vector<ChartDescriptor> kinds{
        {ChartKind::gantt, "gantt", OVERLAP_TR_NOOP("Charts", "Worker lanes")},
        {ChartKind::timings, "timings", OVERLAP_TR_NOOP("Charts", "Timings")},
        {ChartKind::ledger, "ledger", OVERLAP_TR_NOOP("Charts", "Where time went")},
        {ChartKind::latencies, "latencies", OVERLAP_TR_NOOP("Charts", "Latencies")},
        {ChartKind::scaling, "scaling", OVERLAP_TR_NOOP("Charts", "Scaling")},
    };
    return kinds;
}

const ChartDescriptor* chartKind(std::string_view id)
{
    const auto& kinds = chartKinds();
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [&](const ChartDescriptor& kind) { return kind.id == id; });
    return found != kinds.end() ? &*found : nullptr;
}

GanttContent ganttContentOf(const ChartInput& input)
{
    GanttContent content;
    content.title = input.title;
    content.subtitle = input.subtitle;
    nameGroups(content, input);
    for (const core::StrategyReport& strategy : input.report.strategies) {
        GanttBand band;
        band.strategy = strategy.strategy;
        const std::string text = strategy.strategy.text();
        const auto timeline = input.timelines.find(text);
        if (timeline != input.timelines.end())
            band.timeline = timeline->second;
        band.waiting = !band.timeline;
        band.expectedLanes = strategy.strategy.workers();
        band.isBaseline = strategy.baseline == text;
        // The time of the run that is shown; the median of all stands in the timings.
        if (band.timeline && band.timeline->ended)
            band.finishSeconds = core::toSeconds(band.timeline->end);
        else if (!strategy.runs.empty())
            band.finishSeconds = strategy.medianWallSeconds;
        band.unfinished = !analysis::isWhole(strategy.tasks);
        if (strategy.speedup && !band.isBaseline && !band.unfinished && strategy.comparable)
            band.speedup = strategy.speedup;
        if (band.timeline && band.timeline->ended)
            band.blocks = static_cast<int>(analysis::measuredRuns(strategy.runs).size());
        content.bands.push_back(std::move(band));
    }
    std::stable_sort(content.bands.begin(), content.bands.end(), [](const GanttBand& a, const GanttBand& b) {
        return a.strategy.runtime < b.strategy.runtime;
    });
    content.itemLabel = [labels = input.itemLabels](core::ItemIndex item) {
        return item < labels.size() ? QString::fromStdString(labels[item]) : QString();
    };
    return content;
}

void exportChart(ChartKind kind, const ChartInput& input, const Palette& palette,
                 const std::filesystem::path& path)
{
    Slide slide;
    slide.finding = input.finding.isEmpty() ? input.title : input.finding;
    // The timings say how they were measured under their finding; lanes have no place for it but here.
    slide.caption = kind == ChartKind::gantt ? (input.method + QLatin1Char(' ') + input.caption).trimmed()
                                             : input.caption;
    if (kind == ChartKind::gantt) {
        slide.content = ganttContentOf(input);
    } else if (kind == ChartKind::ledger) {
        slide.finding = input.ledgerFinding.isEmpty() ? input.title : input.ledgerFinding;
        LedgerContent content{input.report, slide.finding, input.ledgerMethod, {}, {}};
        nameGroups(content, input);
        slide.content = std::move(content);
    } else if (kind == ChartKind::scaling) {
        ScalingContent content = scalingContentOf(input.report);
        content.finding = slide.finding;
        content.caption = input.method;
        slide.content = std::move(content);
    } else if (kind == ChartKind::latencies) {
        slide.finding = input.latencyFinding.isEmpty() ? input.title : input.latencyFinding;
        LatenciesContent content{input.report, slide.finding, input.latencyMethod, {}, {}};
        nameGroups(content, input);
        slide.content = std::move(content);
    } else {
        TimingsContent content;
        content.report = input.report;
        content.finding = slide.finding;
        content.caption = input.method;
        content.hints = input.hints;
        nameGroups(content, input);
        slide.content = std::move(content);
    }
    saveSlide(slide, palette, path);
}

} // namespace overlap::charts
