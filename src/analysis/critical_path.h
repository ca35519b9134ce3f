// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline.h"

#include <vector>

namespace overlap::analysis {

/// Whether a lane could not go on by itself: it waited for a queue, a lock, the interpreter's lock, or had
/// nothing to do. An answer (`waiting`) and a core (`core-wait`) are what a task takes, so they are none.
constexpr bool isHeldUp(core::State state)
{
    return state == core::State::gilWait || state == core::State::lockWait ||
           state == core::State::queueEmpty || state == core::State::queueFull || state == core::State::idle;
}

/// Why a part of the wall time is part of the path.
enum class PathReason : std::uint8_t {
    work,     ///< the lane was at it
    handOver, ///< it had been let go on, by one who then had to wait itself, and had not gone on yet
    unknown,  ///< it was held up, and who let it go on is not known
    ending,   ///< all lanes were done, and the run was not over
};

struct PathSegment
{
    core::LaneIndex lane = core::noLane; ///< noLane where no lane did anything at all
    core::Nanoseconds begin = 0;
    core::Nanoseconds end = 0;
    core::State state = core::State::idle;
    core::ItemIndex item = core::noItem;
    core::StageIndex stage = 0;
    PathReason reason = PathReason::work;

    core::Nanoseconds duration() const { return end - begin; }
    bool operator==(const PathSegment&) const = default;
};

/// The critical path of a run: what had to happen one after the other from t = 0 to the end. By time, without
/// a gap or an overlap, so its parts add up to the wall time exactly.
///
/// It is walked from the end, beginning on the lane that was at work last (of several the first).
/// - Where the lane was not held up, its span is on the path (`work`), and the walk goes on before it.
/// - Where it was held up, the walk goes over to the lane that let it go on (the waker of the span behind),
///   at that moment. Where the waker was held up itself by then, what lies between the end of its work and
///   that moment is `handOver` of the waiting lane.
/// - Where the waker is not known, or did nothing during the wait, the wait itself is on the path
///   (`unknown`), and the walk goes on before it on the same lane. The workers of a pool that wait for items,
///   and worker processes, have no known waker.
/// - A time without a span is `idle`: the lane had not begun, or had nothing to do.
///
/// Of an event loop the loop's own lane is walked, not its slots. A lane that shows who holds a lock never
/// is. O(segments · log spans).
std::vector<PathSegment> criticalPathOf(const core::Timeline& timeline);

} // namespace overlap::analysis
