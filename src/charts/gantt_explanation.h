// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/gantt_scene.h"

#include <QPointF>
#include <QStringList>
#include <vector>

class QPainter;

namespace overlap::charts {

/// Stretches of lanes that belong together, lit while the rest of their bands recedes: why a lane did what it
/// did at a moment, or what had to happen one after the other.
struct GanttExplanation
{
    struct Part
    {
        int band = -1;
        core::LaneIndex lane = 0;
        core::Nanoseconds begin = 0;
        core::Nanoseconds end = 0;
        bool held = false; ///< the lane could not go on by itself
    };
    std::vector<Part> parts; ///< of a chain the first asked about, each further one why; of a path by time
    QStringList lines;       ///< of a chain: its sentences, for a card
    bool isPath = false;

    bool empty() const { return parts.empty(); }
};

/// Why the lane under a point does what it does there (analysis/cause_chain). Empty where there is no lane of
/// a run that has ended, and in folded bands.
GanttExplanation causeAt(const GanttContent& content, const GanttScene& scene, const QPointF& point);

/// The critical paths of all runs that have ended (analysis/critical_path).
GanttExplanation criticalPathsOf(const GanttContent& content);

/// On the overlay, under the readout. A chain's parts are numbered and its card stands near `anchor`.
void paintExplanation(QPainter& painter, const GanttExplanation& explanation, const QPointF& anchor,
                      const GanttScene& scene, const Theme& theme);

} // namespace overlap::charts
