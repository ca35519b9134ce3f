// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/time_axis.h"

namespace overlap::analysis {

// A stretch of time that is held by its middle or its edges over a longer one, as values.

enum class BrushPart { begin, end, body, outside };

/// What of `brush` lies at a pixel of the axis. Edges are wider than they look, outwards by `reach` pixels
/// and inwards by less where the brush is narrow, so that its body can always be taken.
BrushPart brushPartAt(const TimeAxis& axis, const TimeInterval& brush, double pixel, double reach);

/// What was taken, and where.
struct BrushGrip
{
    BrushPart part = BrushPart::body;
    core::Nanoseconds taken = 0; ///< the time under the pointer then
    TimeInterval before;         ///< the brush then
};

/// The brush with the grip at `time`: moved, resized (an edge that passes the other one changes places with
/// it), or drawn anew from where it was taken. Within `bounds`, and never shorter than `minimumLength`.
TimeInterval draggedBrush(const BrushGrip& grip, core::Nanoseconds time, const TimeInterval& bounds,
                          core::Nanoseconds minimumLength);

/// As long as it was, with `time` in its middle as far as the bounds allow: for a click beside it.
TimeInterval centeredBrush(const TimeInterval& brush, core::Nanoseconds time, const TimeInterval& bounds);

} // namespace overlap::analysis
