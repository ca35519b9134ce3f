// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_flow.h"

#include "charts/chart_text.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace overlap::charts {

using analysis::FlowStep;
using core::Nanoseconds;

namespace {

/// A stay that would be narrower is drawn this wide, at scale 1.
constexpr double leastWidth = 2;
constexpr qsizetype longestLine = 72;

struct Stay
{
    QRectF rect; ///< within the lanes; not valid where it is out of sight
    QPointF in;  ///< where the item came, and where it left; may lie outside
    QPointF out;
};

std::vector<Stay> staysOf(const GanttScene& scene, int band, const std::vector<FlowStep>& steps,
                          const Theme& theme)
{
    std::vector<Stay> stays;
    if (scene.bands[band].folded)
        return stays;
    for (const FlowStep& step : steps) {
        const int row = scene.bands[band].rowOf(step.lane);
        if (row < 0)
            continue;
        const QRectF lane = scene.laneRect(band, row);
        const double left = scene.axis.toPixel(step.begin);
        const double right = std::max(scene.axis.toPixel(step.end), left + theme.px(leastWidth));
        Stay stay;
        stay.rect = QRectF(left, lane.top(), right - left, lane.height()) & scene.lanes;
        stay.in = {left, lane.center().y()};
        stay.out = {right, lane.center().y()};
        stays.push_back(stay);
    }
    return stays;
}

void outline(QPainter& painter, const QRectF& rect, const QColor& color)
{
    painter.setPen(QPen(color, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5));
}

} // namespace

GanttFlow flowAt(const GanttContent& content, core::ItemIndex item, int band)
{
    GanttFlow flow;
    flow.steps.resize(content.bands.size());
    if (item == core::noItem || band < 0 || !content.bands[band].timeline)
        return flow;
    flow.item = item;
    flow.band = band;
    flow.timeline = content.bands[band].timeline;
    for (std::size_t i = 0; i < content.bands.size(); ++i) {
        if (content.bands[i].timeline)
            flow.steps[i] = analysis::flowOf(*content.bands[i].timeline, item);
    }
    return flow;
}

QStringList wayText(const GanttContent& content, int band, const std::vector<FlowStep>& steps)
{
    const core::Timeline& timeline = *content.bands[band].timeline;
    QStringList parts;
    const FlowStep* before = nullptr;
    for (const FlowStep& step : steps) {
        if (timeline.lanes[step.lane].kind == core::LaneKind::collector)
            continue; // the way ends with the last stage
        if (before) {
            const Nanoseconds between = step.begin - before->end - before->blocked;
            // What an executor takes from one stage to the next is no part of the way.
            if (between > 1'000'000 || (!timeline.tracks.empty() && between > 0))
                parts << (timeline.tracks.empty() ? ChartWords::tr("between %1") : ChartWords::tr("queue %1"))
                             .arg(durationText(between));
        }
        before = &step;
        if (timeline.lanes[step.lane].kind == core::LaneKind::feeder)
            continue; // the time until it is fed is nobody's work
        QString stage = content.stageLabel ? content.stageLabel(step.stage) : QString();
        if (stage.isEmpty())
            stage = ChartWords::tr("stage %1").arg(step.stage + 1);
        parts << ChartWords::tr("%1 %2").arg(stage, durationText(step.end - step.begin));
        if (step.blocked > 0)
            parts << ChartWords::tr("no room %1").arg(durationText(step.blocked));
    }
    if (parts.size() < 2)
        return {};
    QStringList lines;
    for (const QString& part : parts) {
        const QString separator = QStringLiteral(" · ");
        if (lines.isEmpty() || lines.back().size() + separator.size() + part.size() > longestLine)
            lines << part;
        else
            lines.back() += separator + part;
    }
    return lines;
}

QRectF flowBounds(const GanttFlow& flow, const GanttScene& scene, const Theme& theme)
{
    QRectF bounds;
    if (flow.leads() && flow.band < static_cast<int>(scene.bands.size())) {
        for (const Stay& stay : staysOf(scene, flow.band, flow.steps[flow.band], theme))
            bounds |= stay.rect;
    }
    return bounds;
}

void paintFlow(QPainter& painter, const GanttFlow& flow, const GanttScene& scene, const Theme& theme)
{
    if (flow.item == core::noItem || flow.band >= static_cast<int>(scene.bands.size()))
        return;
    painter.save();
    painter.setClipRect(scene.lanes.adjusted(-2, -2, 2, 2));
    for (int band = 0; band < static_cast<int>(flow.steps.size()); ++band) {
        if (band == flow.band)
            continue;
        for (const Stay& stay : staysOf(scene, band, flow.steps[band], theme)) {
            if (stay.rect.isValid())
                outline(painter, stay.rect, theme.roles.text);
        }
    }
    if (flow.leads() && !scene.bands[flow.band].folded) {
        const std::vector<Stay> stays = staysOf(scene, flow.band, flow.steps[flow.band], theme);
        const analysis::BandPlace& place = scene.layout.bands[flow.band];
        const QRectF lanes = QRectF(scene.lanes.left(), scene.toWidget(place.top), scene.lanes.width(),
                                    place.lanesBottom - place.top) &
                             scene.lanes;
        QPainterPath veil;
        veil.setFillRule(Qt::OddEvenFill);
        veil.addRect(lanes);
        for (const Stay& stay : stays) {
            if (stay.rect.isValid())
                veil.addRect(stay.rect & lanes);
        }
        QColor fade = theme.roles.window;
        fade.setAlphaF(0.68F);
        painter.fillPath(veil, fade);
        painter.setRenderHint(QPainter::Antialiasing);
        // Two lines, so that the way stands out from every fill.
        for (const auto& [color, width] : {std::pair{theme.roles.window, 4.0}, {theme.roles.text, 1.5}}) {
            painter.setPen(QPen(color, width * theme.scale, Qt::SolidLine, Qt::RoundCap));
            for (std::size_t i = 1; i < stays.size(); ++i)
                painter.drawLine(stays[i - 1].out, stays[i].in);
        }
        painter.setRenderHint(QPainter::Antialiasing, false);
        for (const Stay& stay : stays) {
            if (stay.rect.isValid())
                outline(painter, stay.rect, theme.roles.text);
        }
    }
    painter.restore();
}

} // namespace overlap::charts
