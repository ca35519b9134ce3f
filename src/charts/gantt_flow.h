// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/item_flow.h"
#include "analysis/item_index.h"
#include "charts/gantt_scene.h"

#include <QStringList>

class QPainter;

namespace overlap::charts {

/// The way of one item through all bands: it is the same work under every strategy.
struct GanttFlow
{
    core::ItemIndex item = core::noItem;
    int band = -1; ///< the one that was pointed at; -1 where none was, as from a table
    std::shared_ptr<const core::Timeline> timeline;     ///< of that band
    std::vector<std::vector<analysis::FlowStep>> steps; ///< by band; empty where it does not occur

    bool empty() const { return item == core::noItem; }
    /// A single stay on one lane is no way: its outline says it all.
    bool leads() const { return band >= 0 && steps[static_cast<std::size_t>(band)].size() > 1; }
    /// From its first begin to its last end in any band; empty where it occurs in none.
    std::optional<analysis::TimeInterval> extent() const;
};

/// Finds ways by an index for each band, which takes in at most `spansPerLook` spans at once: some six
/// milliseconds, so that nothing stands still while a run of millions is learnt. Window thread.
class FlowFinder
{
public:
    static constexpr std::size_t spansPerLook = 1'000'000;

    /// Takes in what is new; false while there is more to come. What is not taken in yet is missing in
    /// find().
    bool look(const GanttContent& content);
    /// `band` as in GanttFlow. Of what has not been looked at at all, at most one look is made.
    GanttFlow find(const GanttContent& content, core::ItemIndex item, int band = -1);

private:
    struct Known
    {
        std::shared_ptr<const core::Timeline> timeline;
        analysis::ItemStays stays;
        bool complete = false;
        bool ended = false;
    };
    std::vector<Known> m_bands;
};

/// "produce 0.21 s · queue 0.40 s · consume 0.35 s", in lines of readable length; empty where nothing leads
/// anywhere. What lies between two stages is told as `queue` where the band has queues.
QStringList wayText(const GanttContent& content, int band, const std::vector<analysis::FlowStep>& steps);

/// Where the stays of the item in its band lie, together; not valid where nothing leads anywhere.
QRectF flowBounds(const GanttFlow& flow, const GanttScene& scene, const Theme& theme);

/// The middle of the first stay that can be seen.
std::optional<QPointF> placeOf(const GanttFlow& flow, const GanttScene& scene);

enum class FlowLook {
    pointedAt, ///< the band that is pointed at recedes behind the item
    listed,    ///< pointed at elsewhere: every band that has it recedes
    selected,  ///< stays: outlines in the accent, nothing recedes
};

/// Outlines the item's stays in every band and joins them by arrows, through the strip of the queue in which
/// it waited where that can be seen.
void paintFlow(QPainter& painter, const GanttFlow& flow, const GanttScene& scene, const Theme& theme,
               FlowLook look);

} // namespace overlap::charts
