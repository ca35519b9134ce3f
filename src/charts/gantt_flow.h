// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/item_flow.h"
#include "charts/gantt_scene.h"

#include <QStringList>

class QPainter;

namespace overlap::charts {

/// The way of one item through a band, and where the same item is in the other bands.
struct GanttFlow
{
    core::ItemIndex item = core::noItem;
    int band = -1;
    std::shared_ptr<const core::Timeline> timeline;     ///< of that band
    std::vector<std::vector<analysis::FlowStep>> steps; ///< by band; empty where it does not occur

    /// A single stay on one lane is no way: its outline says it all.
    bool leads() const { return band >= 0 && steps[band].size() > 1; }
};

/// O(spans); empty for core::noItem.
GanttFlow flowAt(const GanttContent& content, core::ItemIndex item, int band);

/// "produce 0.21 s · queue 0.40 s · consume 0.35 s", in lines of readable length; empty where nothing leads
/// anywhere. What lies between two stages is told as `queue` where the band has queues.
QStringList wayText(const GanttContent& content, int band, const std::vector<analysis::FlowStep>& steps);

/// Where the stays of the item in its band lie, together; not valid where nothing leads anywhere.
QRectF flowBounds(const GanttFlow& flow, const GanttScene& scene, const Theme& theme);
/// Lets the rest of the band recede, outlines the item's stays and joins them; in the other bands thin
/// outlines.
void paintFlow(QPainter& painter, const GanttFlow& flow, const GanttScene& scene, const Theme& theme);

} // namespace overlap::charts
