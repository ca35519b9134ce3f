// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline.h"

#include <vector>

namespace overlap::exporting {

/// What a lane shows of slices that may lie within each other, or only partly over each other: at every
/// moment the one that began last of those that are open. Pieces of one slice carry its waker at its
/// beginning and its marks at its end. A slice of no length stays one.
struct NestedSlices
{
    std::vector<core::Span> spans;     ///< by begin, not overlapping
    std::vector<core::Span> outermost; ///< the slices that began while none was open, by begin
};

/// Pure. `slices` in any order; of two that begin at once the longer is the outer one, else the first.
NestedSlices nestSlices(std::vector<core::Span> slices);

/// Whether they are what a lane holds already: by begin, not overlapping.
bool areSpansOfALane(const std::vector<core::Span>& slices);

/// Spreads slices that know no lane over as few as need be, so that none overlaps another within its lane:
/// the slices of each, by begin. Beyond `mostLanes` a slice is left out.
std::vector<std::vector<core::Span>> spreadOverLanes(std::vector<core::Span> slices, std::size_t mostLanes);

} // namespace overlap::exporting
