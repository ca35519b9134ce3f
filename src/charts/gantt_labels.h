// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/gantt_scene.h"
#include "charts/legend.h"

class QPainter;

namespace overlap::charts {

/// Everything around the lanes. Free painting on a scene: the window and the slide call the same functions.
struct GanttLabelInput
{
    const GanttContent* content = nullptr;
    const GanttScene* scene = nullptr;
    const Theme* theme = nullptr;
    const SlideFrame* slide = nullptr; ///< null in the window
    StateSet states = 0;
    StateSet dimmed = 0;
    std::optional<ChosenLane> chosen;
    QString emptyHint;
    bool vectorized = false;
};

/// Vertical lines at the ticks and hairlines between the bands: behind the lanes.
void paintGanttGrid(QPainter& painter, const GanttLabelInput& input);
/// Title, legend, live clock, axis: above the lanes, never scrolled. On a slide also the caption.
void paintGanttHeader(QPainter& painter, const GanttLabelInput& input);
/// Names, subtitles, lane names, finish times: beside the lanes, scrolled with them.
void paintGanttSides(QPainter& painter, const GanttLabelInput& input);

} // namespace overlap::charts
