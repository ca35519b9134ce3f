// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline.h"

#include <vector>

namespace overlap::analysis {

/// An item on one lane for a while: all its spans there that follow each other in one stage.
struct FlowStep
{
    core::LaneIndex lane = 0;
    core::StageIndex stage = 0;
    core::Nanoseconds begin = 0;
    core::Nanoseconds end = 0;
    core::Nanoseconds blocked = 0; ///< after that in `queue-full`: done, and no room to put it down
    bool open = false;             ///< still going on

    bool operator==(const FlowStep&) const = default;
};

/// Whether a lane's spans say where an item was: workers, feeder and collector, or the slots of an event
/// loop.
bool tellsOfWays(const core::Timeline& timeline, const core::Lane& lane);

/// The way of an item through the lanes: workers, feeder and collector, or the slots of an event loop, whose
/// spans tell of the item where the loop's tell of the thread. By begin. O(spans): analysis/item_index
/// finds the same without looking at all.
std::vector<FlowStep> flowOf(const core::Timeline& timeline, core::ItemIndex item);

} // namespace overlap::analysis
