// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_ruler.h"

#include "analysis/lane_edges.h"
#include "charts/chart_text.h"
#include "charts/gantt_hover.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace overlap::charts {

using core::Nanoseconds;

namespace {

/// How near an edge has to be to draw the ruler to it, at scale 1.
constexpr double snapReach = 7;

/// Null where the row shows no single lane.
const core::Lane* laneOf(const GanttScene& scene, const RulerEdge& edge)
{
    if (edge.band < 0 || edge.band >= static_cast<int>(scene.bands.size()) || edge.row < 0)
        return nullptr;
    const BandScene& band = scene.bands[edge.band];
    const auto& timeline = band.timeline;
    if (!timeline || band.folded || edge.row >= static_cast<int>(band.rows.size()) ||
        band.rows[edge.row].lane < 0)
        return nullptr;
    return &timeline->lanes[band.rows[edge.row].lane];
}

RulerEdge snapped(const GanttScene& scene, const Theme& theme, RulerEdge edge)
{
    const core::Lane* const lane = laneOf(scene, edge);
    const auto reach = static_cast<Nanoseconds>(theme.px(snapReach) / scene.axis.pixelsPerNanosecond());
    const auto found = lane ? analysis::nearestEdge(lane->spans, edge.time, reach) : std::nullopt;
    edge.snapped = found.has_value();
    edge.time = found.value_or(edge.time);
    return edge;
}

} // namespace

analysis::TimeInterval GanttRuler::interval() const
{
    const Nanoseconds other = from ? from->time : to.time;
    return {std::min(other, to.time), std::max(other, to.time)};
}

RulerEdge snappedEdge(const GanttScene& scene, const Theme& theme, const QPointF& point)
{
    const double x = std::clamp(point.x(), scene.lanes.left(), scene.lanes.right());
    const analysis::LaneHit hit = scene.hit({std::min(x, scene.lanes.right() - 1), point.y()});
    return snapped(scene, theme, {hit.band, hit.lane, scene.axis.toTime(x), false});
}

RulerEdge nextEdge(const GanttScene& scene, const RulerEdge& edge, bool later)
{
    const core::Lane* const lane = laneOf(scene, edge);
    if (!lane)
        return edge;
    const auto found =
        later ? analysis::edgeAfter(lane->spans, edge.time) : analysis::edgeBefore(lane->spans, edge.time);
    return found ? RulerEdge{edge.band, edge.row, *found, true} : edge;
}

RulerEdge nextLane(const GanttScene& scene, const Theme& theme, const RulerEdge& edge, bool below)
{
    RulerEdge next = edge;
    while (true) {
        next.row += below ? 1 : -1;
        if (next.band < 0 || next.row < 0 ||
            next.row >= static_cast<int>(scene.bands[next.band].rows.size())) {
            next.band += below ? 1 : -1;
            if (next.band < 0 || next.band >= static_cast<int>(scene.bands.size()))
                return edge;
            next.row = below ? -1 : static_cast<int>(scene.bands[next.band].rows.size());
            continue;
        }
        if (const core::Lane* const lane = laneOf(scene, next); lane && !lane->spans.empty())
            return snapped(scene, theme, next);
    }
}

RulerEdge firstEdge(const GanttScene& scene)
{
    const Nanoseconds middle = scene.axis.begin + (scene.axis.end - scene.axis.begin) / 2;
    for (int band = 0; band < static_cast<int>(scene.bands.size()); ++band) {
        for (int row = 0; row < static_cast<int>(scene.bands[band].rows.size()); ++row) {
            const RulerEdge here{band, row, middle, false};
            const core::Lane* const lane = laneOf(scene, here);
            if (!lane || lane->spans.empty() || scene.laneRect(band, row).top() < scene.lanes.top())
                continue;
            const RulerEdge after = nextEdge(scene, here, true);
            return after.snapped ? after : nextEdge(scene, here, false);
        }
    }
    return {-1, -1, middle, false};
}

QStringList rulerText(const GanttContent& content, const GanttScene& scene, const GanttRuler& ruler)
{
    if (!ruler.from)
        return {ChartWords::tr("Drag from one edge to another; ←, → and Esc work too.")};
    const analysis::TimeInterval interval = ruler.interval();
    const auto resolution = static_cast<Nanoseconds>(1 / scene.axis.pixelsPerNanosecond());
    QStringList lines{durationText(interval.length())};
    lines << ChartWords::tr("from %1 to %2")
                 .arg(momentText(interval.begin, resolution), momentText(interval.end, resolution));
    const core::Lane* const lane = laneOf(scene, ruler.to);
    if (lane && ruler.from->band == ruler.to.band && ruler.from->row == ruler.to.row) {
        const auto spans = static_cast<qulonglong>(analysis::spansInside(lane->spans, interval));
        const core::Timeline& timeline = *scene.bands[ruler.to.band].timeline;
        lines << ChartWords::tr("spans between, on %1: %2")
                     .arg(rowTitle(&timeline, scene.bands[ruler.to.band].rows[ruler.to.row]))
                     .arg(spans);
    }
    if (ruler.to.band >= 0 && ruler.from->band == ruler.to.band) {
        const auto& timeline = content.bands[ruler.to.band].timeline;
        // Before the end of a run its tasks are not in order yet.
        if (timeline && timeline->ended)
            lines << ChartWords::tr("tasks of %1 that ended meanwhile: %2")
                         .arg(scene.bands[ruler.to.band].title)
                         .arg(static_cast<qulonglong>(analysis::tasksEnded(*timeline, interval)));
    }
    return lines;
}

void paintRuler(QPainter& painter, const GanttContent& content, const GanttScene& scene, const Theme& theme,
                const GanttRuler& ruler)
{
    if (!ruler.on)
        return;
    const QStringList lines = rulerText(content, scene, ruler);
    const QRectF bounds = QRectF(QPointF(0, 0), scene.size).adjusted(4, 4, -4, -4);
    if (!ruler.from) {
        paintCard(painter, lines, scene.lanes.topLeft() + QPointF(-theme.px(4), -theme.px(8)), bounds, theme);
        return;
    }
    const analysis::TimeInterval interval = ruler.interval();
    const double left = std::round(scene.axis.toPixel(interval.begin));
    const double right = std::round(scene.axis.toPixel(interval.end));
    painter.save();
    painter.setClipRect(scene.lanes.adjusted(-theme.px(4), -theme.px(6), theme.px(4), 0));
    QColor veil = theme.roles.accent;
    veil.setAlphaF(0.10F);
    painter.fillRect(QRectF(left, scene.lanes.top(), right - left, scene.lanes.height()), veil);
    const auto y = [&](const RulerEdge& edge) {
        const bool known = edge.band >= 0 && edge.row >= 0 &&
                           edge.band < static_cast<int>(scene.layout.bands.size()) &&
                           edge.row < static_cast<int>(scene.layout.bands[edge.band].lanes.size());
        return known ? scene.laneRect(edge.band, edge.row).center().y() : scene.lanes.top() + theme.px(8);
    };
    for (const RulerEdge* const edge : {&*ruler.from, &ruler.to}) {
        const double x = std::round(scene.axis.toPixel(edge->time));
        painter.fillRect(QRectF(x - 1.5, scene.lanes.top(), 3, scene.lanes.height()), theme.roles.window);
        painter.fillRect(QRectF(x - 0.5, scene.lanes.top(), 1, scene.lanes.height()), theme.roles.accent);
        // A full dot sits on an edge, a hollow one does not; the ring is what the keys move.
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.roles.accent, 1.5));
        painter.setBrush(edge->snapped ? theme.roles.accent : theme.roles.window);
        painter.drawEllipse(QPointF(x, y(*edge)), theme.px(3), theme.px(3));
        if (edge == &ruler.to) {
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(QPointF(x, y(*edge)), theme.px(6), theme.px(6));
        }
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    const double between = std::round(y(ruler.to));
    painter.fillRect(QRectF(left, between - 0.5, right - left, 1), theme.roles.accent);
    painter.restore();
    paintCard(
        painter, lines,
        {std::clamp(scene.axis.toPixel(ruler.to.time), scene.lanes.left(), scene.lanes.right()), y(ruler.to)},
        bounds, theme);
}

} // namespace overlap::charts
