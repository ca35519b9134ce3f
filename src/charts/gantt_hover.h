// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/gantt_flow.h"
#include "charts/gantt_scene.h"

#include <QRectF>
#include <QStringList>
#include <memory>
#include <optional>

class QPainter;

namespace overlap::charts {

/// What lies under a point of the lanes, in words.
struct GanttReadout
{
    QStringList lines; ///< the first one is the headline; empty where there is nothing
    QRectF outline;    ///< of the span or the folded columns, in widget coordinates
    core::ItemIndex item = core::noItem;
    core::StageIndex stage = 0; ///< of the item
    int band = -1;
    std::optional<core::State> state;      ///< of the span; of folded spans the one with the largest share
    std::shared_ptr<const GanttFlow> flow; ///< of the item; null without one

    bool empty() const { return lines.isEmpty(); }
    bool operator==(const GanttReadout& other) const
    {
        return lines == other.lines && outline == other.outline && item == other.item;
    }
};

/// `before` is what was there the last time: the way of an item is not looked for twice.
GanttReadout readoutAt(const GanttContent& content, const GanttScene& scene, const QPointF& point,
                       FlowFinder& ways, const GanttReadout* before = nullptr);

/// Outline and card. The card stays inside the widget.
void paintReadout(QPainter& painter, const GanttReadout& readout, const QPointF& pointer,
                  const GanttScene& scene, const Theme& theme);
/// A card of text lines near a point, inside `bounds`, and above or below `avoided` where there is room.
void paintCard(QPainter& painter, const QStringList& lines, const QPointF& pointer, const QRectF& bounds,
               const Theme& theme, const QRectF& avoided = {});

/// The finding of the lanes in sentences, for people who do not see them.
/// `activity` is what is known from the last time, by band; null computes everything.
QString summaryOf(const GanttContent& content, std::vector<BandActivity>* activity = nullptr);

} // namespace overlap::charts
