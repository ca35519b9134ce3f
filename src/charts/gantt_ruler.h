// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/gantt_scene.h"

#include <QStringList>
#include <optional>

class QPainter;

namespace overlap::charts {

/// One end of the ruler: a moment, and the lane at whose spans it is measured.
struct RulerEdge
{
    int band = -1; ///< -1 beside the bands
    int row = -1;  ///< -1 beside the lanes, and in a folded band
    core::Nanoseconds time = 0;
    bool snapped = false; ///< on the edge of a span

    bool operator==(const RulerEdge&) const = default;
};

/// Measures from one edge of a span to another. A value; the functions below are what moves it.
struct GanttRuler
{
    bool on = false;
    std::optional<RulerEdge> from; ///< none until something is measured
    RulerEdge to;                  ///< the active one, which keys move

    bool operator==(const GanttRuler&) const = default;
    analysis::TimeInterval interval() const;
};

/// The moment under a point, on the nearest edge of a span of the lane there where one is within a few
/// pixels.
RulerEdge snappedEdge(const GanttScene& scene, const Theme& theme, const QPointF& point);
/// The next edge of a span in the same lane, earlier or later; where it is where there is none.
RulerEdge nextEdge(const GanttScene& scene, const RulerEdge& edge, bool later);
/// The same moment in the next lane with spans above or below, snapped to what is at hand there.
RulerEdge nextLane(const GanttScene& scene, const Theme& theme, const RulerEdge& edge, bool below);
/// For the keyboard: the first edge after the middle of the uppermost lane in sight.
RulerEdge firstEdge(const GanttScene& scene);

/// "12.4 ms", "17 spans on worker 2", "4 tasks ended meanwhile"; without a measure what to do.
QStringList rulerText(const GanttContent& content, const GanttScene& scene, const GanttRuler& ruler);
/// On the overlay.
void paintRuler(QPainter& painter, const GanttContent& content, const GanttScene& scene, const Theme& theme,
                const GanttRuler& ruler);

} // namespace overlap::charts
