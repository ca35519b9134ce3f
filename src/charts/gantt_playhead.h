// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/gantt_scene.h"

class QPainter;

namespace overlap::charts {

/// The lanes at a moment of a replay, over what is painted of them: what comes after it is hidden like the
/// part of a live run that is still to come, and beside the line stands what each lane is doing and how many
/// tasks have ended. O(rows in sight · log n).
void paintPlayhead(QPainter& painter, core::Nanoseconds time, const GanttContent& content,
                   const GanttScene& scene, const Theme& theme);

/// "item 5 · Waiting"; empty for a lane that has nothing in hand.
QString laneMomentText(const GanttContent& content, const core::Timeline& timeline, core::LaneIndex lane,
                       core::Nanoseconds time);

} // namespace overlap::charts
