// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_ghost.h"

#include "analysis/folding.h"
#include "charts/chart_text.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace overlap::charts {

namespace {

constexpr double leastOutline = 3; // columns, below which an outline would be all edge

const GanttGhost* ghostOf(const std::vector<GanttGhost>& ghosts, const QString& band)
{
    const auto found = std::ranges::find(ghosts, band, &GanttGhost::band);
    return found == ghosts.end() ? nullptr : &*found;
}

/// The lane of the other run that stands where this one does among those of its kind; -1 without one.
int counterpartOf(const core::Timeline& here, int lane, const core::Timeline& there)
{
    const core::LaneKind kind = here.lanes[static_cast<std::size_t>(lane)].kind;
    auto place = std::count_if(here.lanes.begin(), here.lanes.begin() + lane,
                               [kind](const core::Lane& each) { return each.kind == kind; });
    for (std::size_t i = 0; i < there.lanes.size(); ++i) {
        if (there.lanes[i].kind == kind && place-- == 0)
            return static_cast<int>(i);
    }
    return -1;
}

void paintLane(QPainter& painter, const core::Lane& lane, const QRectF& place, const GanttScene& scene,
               core::ItemIndex lit, const Theme& theme)
{
    const analysis::TimeAxis axis{scene.axis.begin, scene.axis.end, 0, std::round(scene.axis.width)};
    analysis::FoldedLane folded;
    analysis::foldLane(lane, axis, folded);
    QColor pale = theme.roles.text;
    pale.setAlphaF(0.55F);
    const auto paintTask = [&](int from, int to, core::ItemIndex item) {
        const double left = place.left() + from;
        if (to - from < leastOutline) {
            painter.fillRect(QRectF(left, place.bottom() + 0.5, to - from, 1), pale);
            return;
        }
        const QRectF task(left + 0.5, place.top() - 1.5, to - from - 1, place.height() + 3);
        painter.setPen(QPen(item == lit ? theme.roles.accent : pale, item == lit ? 2 : 1,
                            item == lit ? Qt::SolidLine : Qt::DashLine));
        painter.drawRect(task);
    };
    int from = 0;
    int to = 0;
    core::ItemIndex item = core::noItem;
    const auto flush = [&] {
        if (item != core::noItem)
            paintTask(from, to, item);
        item = core::noItem;
    };
    for (const analysis::DrawRecord& record : folded.records) {
        if (record.folded()) {
            flush();
            if (record.states != 0)
                painter.fillRect(QRectF(place.left() + record.x, place.bottom() + 0.5, record.width, 1),
                                 pale);
            continue;
        }
        if (record.item == item && item != core::noItem && record.x <= to + 1) {
            to = record.x + record.width;
            continue;
        }
        flush();
        item = record.item;
        from = record.x;
        to = record.x + record.width;
    }
    flush();
}

QString amountText(core::Nanoseconds difference, const char* more, const char* less)
{
    const QString amount = durationText(std::abs(difference));
    return ChartWords::tr(difference > 0 ? more : less).arg(amount);
}

/// What a clock's grain and the recording could make.
bool nothing(core::Nanoseconds difference)
{
    constexpr core::Nanoseconds grain = 1'000;
    return std::abs(difference) < grain;
}

} // namespace

void paintGhosts(QPainter& painter, const std::vector<GanttGhost>& ghosts, const GanttContent& content,
                 const GanttScene& scene, const GanttReadout& readout, const Theme& theme)
{
    if (ghosts.empty())
        return;
    painter.save();
    painter.setClipRect(scene.lanes);
    painter.setBrush(Qt::NoBrush);
    for (std::size_t band = 0; band < scene.bands.size(); ++band) {
        const GanttGhost* const ghost = ghostOf(ghosts, bandTitle(content.bands[band]));
        const auto& timeline = content.bands[band].timeline;
        if (!ghost || !timeline || scene.bands[band].folded)
            continue;
        for (std::size_t row = 0; row < scene.bands[band].rows.size(); ++row) {
            const int lane = scene.bands[band].rows[row].lane;
            const QRectF place = scene.laneRect(static_cast<int>(band), static_cast<int>(row));
            if (lane < 0 || place.bottom() < scene.lanes.top() || place.top() > scene.lanes.bottom())
                continue;
            const int other = counterpartOf(*timeline, lane, *ghost->timeline);
            if (other >= 0)
                paintLane(painter, ghost->timeline->lanes[static_cast<std::size_t>(other)], place, scene,
                          readout.item, theme);
        }
    }
    painter.restore();
}

QString differenceText(const analysis::TaskDifference& task, const QString& other)
{
    QStringList parts;
    if (!nothing(task.later()))
        parts << amountText(task.later(), QT_TRANSLATE_NOOP("Charts", "%1 later"),
                            QT_TRANSLATE_NOOP("Charts", "%1 earlier"));
    if (!nothing(task.longer()))
        parts << amountText(task.longer(), QT_TRANSLATE_NOOP("Charts", "%1 longer"),
                            QT_TRANSLATE_NOOP("Charts", "%1 shorter"));
    if (parts.isEmpty())
        return ChartWords::tr("the same as in %1").arg(other);
    return ChartWords::tr("%1 than in %2").arg(parts.join(QStringLiteral(", ")), other);
}

QString ghostText(const std::vector<GanttGhost>& ghosts, const GanttContent& content,
                  const GanttReadout& readout)
{
    if (readout.band < 0 || readout.item == core::noItem || !readout.state)
        return {};
    const GanttGhost* const ghost =
        ghostOf(ghosts, bandTitle(content.bands[static_cast<std::size_t>(readout.band)]));
    if (!ghost || !ghost->difference)
        return {};
    const analysis::TaskDifference* const task = ghost->difference->find(readout.item, readout.stage);
    return task ? differenceText(*task, ghost->title) : ChartWords::tr("not in %1").arg(ghost->title);
}

} // namespace overlap::charts
