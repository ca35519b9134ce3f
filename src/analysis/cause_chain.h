// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"
#include "core/timeline.h"

#include <vector>

namespace overlap::analysis {

/// One link of the answer to "why is this gap here?".
struct CauseLink
{
    core::LaneIndex lane = 0; ///< to highlight, from begin to end
    core::Nanoseconds begin = 0;
    core::Nanoseconds end = 0;
    core::State state = core::State::idle;
    core::Message sentence; ///< the first says what is seen there, each further one why the one before was
};

/// So many links at most.
inline constexpr std::size_t longestChain = 8;

/// Why a lane did at a moment what it did: first that span or gap, then, as long as a link was held up
/// (isHeldUp()), what the lane that ended its wait did meanwhile. Of that lane, the state that took the most
/// of the wait is told; where it was held up as well, its longest such span is the next link. The chain ends
/// with a lane that was at work, where nobody is known to have ended a wait, where it comes to what it has
/// told already, and after `longestChain` links.
///
/// A lane that was done before the run was leads to the lane that was at work last; one that waited for the
/// interpreter's lock to who had it the longest; a slot of an event loop that could have gone on to the loop.
/// Empty for a lane or a time that the timeline does not have. O(spans in the waits).
std::vector<CauseLink> causeChainOf(const core::Timeline& timeline, core::LaneIndex lane,
                                    core::Nanoseconds time);

} // namespace overlap::analysis
