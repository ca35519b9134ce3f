// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_playhead.h"

#include "analysis/run_state.h"
#include "charts/chart_text.h"

#include <QPainter>
#include <algorithm>

namespace overlap::charts {

namespace {

constexpr float hidden = 0.9F; // what is to come shines through enough to be looked for

QString momentText(const GanttContent& content, const analysis::LaneState& lane)
{
    if (lane.lost)
        return ChartWords::tr("not known");
    if (lane.state == core::State::idle)
        return {};
    const QString state = stateTitle(lane.state);
    if (lane.item == core::noItem)
        return state;
    const QString label = content.itemLabel ? content.itemLabel(lane.item) : QString();
    return (label.isEmpty() ? ChartWords::tr("item %1").arg(lane.item + 1) : label) + QStringLiteral(" · ") +
           state;
}

QColor veilOf(QColor color)
{
    color.setAlphaF(hidden);
    return color;
}

void paintBand(QPainter& painter, int band, double left, core::Nanoseconds time, const GanttContent& content,
               const GanttScene& scene, const Theme& theme)
{
    const BandScene& bandScene = scene.bands[static_cast<std::size_t>(band)];
    const auto& timeline = content.bands[static_cast<std::size_t>(band)].timeline;
    if (!timeline)
        return;
    const analysis::RunState run = analysis::stateAt(*timeline, time);
    const QFont font = theme.font(TextRole::caption);
    const double room = scene.lanes.right() - left - theme.px(10);
    const auto rows = static_cast<int>(bandScene.folded ? std::min<std::size_t>(bandScene.rows.size(), 1)
                                                        : bandScene.rows.size());
    for (int row = 0; row < rows; ++row) {
        const QRectF lane = scene.laneRect(band, row);
        if (lane.bottom() < scene.lanes.top() || lane.top() > scene.lanes.bottom())
            continue;
        painter.fillRect(QRectF(left, lane.top(), scene.lanes.right() - left, lane.height()),
                         veilOf(theme.roles.emptyLane));
        const int index = bandScene.rows[static_cast<std::size_t>(row)].lane;
        if (bandScene.folded || index < 0 || lane.height() < theme.px(11) || room < theme.px(40))
            continue;
        const QString text = momentText(content, run.lanes[static_cast<std::size_t>(index)]);
        if (!text.isEmpty())
            paintText(painter, {left + theme.px(8), lane.center().y()}, Anchor::left,
                      elided(text, font, room), font, theme.roles.text);
    }
    // How far the run is, at the free end of the first lane that has room for words.
    const QString done =
        run.over ? ChartWords::tr("finished")
                 : ChartWords::tr("%1 of %2 tasks").arg(run.tasksEnded).arg(timeline->tasks.size());
    if (timeline->tasks.empty() || rows == 0)
        return;
    const double width = textWidth(done, font) + theme.px(16);
    for (int row = 0; row < rows; ++row) {
        const QRectF lane = scene.laneRect(band, row);
        if (lane.height() < theme.px(11))
            continue;
        if (room > width + theme.px(140))
            paintText(painter, {scene.lanes.right() - theme.px(8), lane.center().y()}, Anchor::right, done,
                      font, run.over ? theme.roles.finished : theme.roles.secondary);
        break;
    }
}

} // namespace

QString laneMomentText(const GanttContent& content, const core::Timeline& timeline, core::LaneIndex lane,
                       core::Nanoseconds time)
{
    return momentText(content, analysis::stateAt(timeline, time).lanes[lane]);
}

void paintPlayhead(QPainter& painter, core::Nanoseconds time, const GanttContent& content,
                   const GanttScene& scene, const Theme& theme)
{
    const double x = scene.axis.toPixel(time);
    if (x >= scene.lanes.right())
        return;
    const double left = std::max(std::round(x), scene.lanes.left());
    painter.save();
    painter.setClipRect(scene.lanes.adjusted(-theme.px(8), -theme.px(10), 1, 0));
    painter.fillRect(QRectF(QPointF(left, scene.lanes.top()), scene.lanes.bottomRight()),
                     veilOf(theme.roles.window));
    for (int band = 0; band < static_cast<int>(scene.bands.size()); ++band)
        paintBand(painter, band, left, time, content, scene, theme);
    if (x >= scene.lanes.left()) {
        painter.fillRect(QRectF(left, scene.lanes.top(), theme.px(2), scene.lanes.height()),
                         theme.roles.accent);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.roles.accent);
        const QPointF top(left + theme.px(2) / 2, scene.lanes.top());
        painter.drawPolygon(QPolygonF{top, top + QPointF(-theme.px(6), -theme.px(8)),
                                      top + QPointF(theme.px(6), -theme.px(8))});
    }
    painter.restore();
}

} // namespace overlap::charts
