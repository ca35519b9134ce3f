// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/time_brush.h"

namespace overlap::analysis {

using core::Nanoseconds;

BrushPart brushPartAt(const TimeAxis& axis, const TimeInterval& brush, double pixel, double reach)
{
    const double begin = axis.toPixel(brush.begin);
    const double end = axis.toPixel(brush.end);
    const double inwards = std::min(reach, (end - begin) / 4);
    if (pixel < begin - reach || pixel > end + reach)
        return BrushPart::outside;
    if (pixel <= begin + inwards)
        return BrushPart::begin;
    return pixel >= end - inwards ? BrushPart::end : BrushPart::body;
}

TimeInterval draggedBrush(const BrushGrip& grip, Nanoseconds time, const TimeInterval& bounds,
                          Nanoseconds minimumLength)
{
    const auto between = [&](Nanoseconds one, Nanoseconds other) {
        one = std::clamp(one, bounds.begin, bounds.end);
        other = std::clamp(other, bounds.begin, bounds.end);
        TimeInterval range{std::min(one, other), std::max(one, other)};
        if (range.length() < minimumLength) // it grows towards the hand
            range =
                other < one ? TimeInterval{one - minimumLength, one} : TimeInterval{one, one + minimumLength};
        return clamped(range, bounds, minimumLength);
    };
    switch (grip.part) {
    case BrushPart::begin:
        return between(grip.before.end, grip.before.begin + time - grip.taken);
    case BrushPart::end:
        return between(grip.before.begin, grip.before.end + time - grip.taken);
    case BrushPart::outside:
        return between(grip.taken, time);
    case BrushPart::body:
        break;
    }
    return clamped(panned(grip.before, time - grip.taken), bounds, minimumLength);
}

TimeInterval centeredBrush(const TimeInterval& brush, Nanoseconds time, const TimeInterval& bounds)
{
    const Nanoseconds begin = time - brush.length() / 2;
    return clamped({begin, begin + brush.length()}, bounds, 1);
}

} // namespace overlap::analysis
