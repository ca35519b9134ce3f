// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/run_difference.h"
#include "charts/gantt_hover.h"

class QPainter;

namespace overlap::charts {

/// Another run behind the lanes of a band.
struct GanttGhost
{
    QString band;                                   ///< title of the band that it belongs to
    QString title;                                  ///< what it is, in a sentence: "the run before"
    std::shared_ptr<const core::Timeline> timeline; ///< has ended
    std::shared_ptr<const analysis::RunDifference> difference;
};

/// Pale outlines where the same lanes had their tasks, the n-th worker's on the n-th worker; where they are
/// too narrow for that, a line along the foot. The item under the pointer is outlined in the accent. Bounded
/// by the pixels of the rows in sight.
void paintGhosts(QPainter& painter, const std::vector<GanttGhost>& ghosts, const GanttContent& content,
                 const GanttScene& scene, const GanttReadout& readout, const Theme& theme);

/// "12 ms later, 3 ms longer than in the run before", or that the task is not in the other run; empty where
/// there is no ghost.
QString ghostText(const std::vector<GanttGhost>& ghosts, const GanttContent& content,
                  const GanttReadout& readout);
/// The same of one task.
QString differenceText(const analysis::TaskDifference& task, const QString& other);

} // namespace overlap::charts
