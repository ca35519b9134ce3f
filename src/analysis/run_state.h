// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline.h"

#include <optional>
#include <vector>

namespace overlap::analysis {

/// What a lane does at a moment.
struct LaneState
{
    core::State state = core::State::idle;
    core::ItemIndex item = core::noItem;
    core::StageIndex stage = 0;
    core::Nanoseconds since = 0; ///< begin of the span; 0 where there is none
    bool lost = false;           ///< records were lost here: nobody knows

    bool operator==(const LaneState&) const = default;
};

/// A whole run at a moment.
struct RunState
{
    std::vector<LaneState> lanes;     ///< by lane of the timeline
    std::vector<std::int64_t> tracks; ///< values, by track
    std::size_t tasksEnded = 0;       ///< one way or another
    bool over = false;

    bool operator==(const RunState&) const = default;
};

/// A pure function of the timeline and the time, so it is the same whichever way the time was reached: a span
/// holds from its begin until before its end, a task has ended at its end. O(lanes · log n).
RunState stateAt(const core::Timeline& timeline, core::Nanoseconds time);

/// The first moment after `time` at which a span begins or ends or a track changes; empty after the last.
std::optional<core::Nanoseconds> nextEvent(const core::Timeline& timeline, core::Nanoseconds time);
/// The last one before it; empty before the first.
std::optional<core::Nanoseconds> previousEvent(const core::Timeline& timeline, core::Nanoseconds time);

} // namespace overlap::analysis
