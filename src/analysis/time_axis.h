// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace overlap::analysis {

// Time against pixels, as values: every view computes with the same numbers, and tests need no window.

/// Nanoseconds; begin < end.
struct TimeInterval
{
    core::Nanoseconds begin = 0;
    core::Nanoseconds end = core::nanosecondsPerSecond;

    core::Nanoseconds length() const { return end - begin; }
    bool operator==(const TimeInterval&) const = default;
};

/// A stretch of time on a stretch of pixels. The unit of `left` and `width` is the caller's: logical pixels
/// for layout and text, device pixels for painting columns.
struct TimeAxis
{
    core::Nanoseconds begin = 0;
    core::Nanoseconds end = core::nanosecondsPerSecond;
    double left = 0;
    double width = 1;

    double pixelsPerNanosecond() const { return width / static_cast<double>(end - begin); }
    double toPixel(core::Nanoseconds time) const
    {
        return left + static_cast<double>(time - begin) * pixelsPerNanosecond();
    }
    core::Nanoseconds toTime(double pixel) const
    {
        return begin + static_cast<core::Nanoseconds>(std::llround((pixel - left) / pixelsPerNanosecond()));
    }
    /// Whole pixels that the axis covers.
    int columns() const { return static_cast<int>(std::lround(width)); }
    bool operator==(const TimeAxis&) const = default;
};

/// The smallest of 1, 2, 5, 10, 20 … nanoseconds that is not below `length`.
inline core::Nanoseconds niceStep(double length)
{
    core::Nanoseconds decade = 1;
    while (static_cast<double>(decade) * 10 <= length)
        decade *= 10;
    for (const core::Nanoseconds factor : {1, 2, 5}) {
        if (static_cast<double>(decade * factor) >= length)
            return decade * factor;
    }
    return decade * 10;
}

/// `interval` moved, and shrunk where it must be, into `bounds`. It keeps at least `minimumLength`.
inline TimeInterval clamped(TimeInterval interval, TimeInterval bounds, core::Nanoseconds minimumLength)
{
    const core::Nanoseconds longest = std::max(bounds.length(), minimumLength);
    const core::Nanoseconds length = std::clamp(interval.length(), minimumLength, longest);
    const core::Nanoseconds begin = std::clamp(interval.begin, bounds.begin, bounds.begin + longest - length);
    return {begin, begin + length};
}

/// `factor` > 1 shows less time; `about` keeps its place on the screen.
inline TimeInterval zoomed(TimeInterval interval, core::Nanoseconds about, double factor)
{
    const auto scaled = [&](core::Nanoseconds time) {
        return about +
               static_cast<core::Nanoseconds>(std::llround(static_cast<double>(time - about) / factor));
    };
    return {scaled(interval.begin), scaled(interval.end)};
}

inline TimeInterval panned(TimeInterval interval, core::Nanoseconds delta)
{
    return {interval.begin + delta, interval.end + delta};
}

/// A labelled place on an axis. The first label carries the unit: "0.0 s", "0.2", "0.4".
struct Tick
{
    core::Nanoseconds time = 0;
    std::string label; ///< UTF-8
};

struct TickRule
{
    double minimumSpacing = 56; ///< pixels from tick to tick
    double digitWidth = 6.5;    ///< pixels of one digit of a label
    double padding = 14;        ///< pixels that stay free between two labels
};

/// Ticks at multiples of 1-2-5 steps inside the axis. Labels have as many digits as the step needs, in
/// seconds, milliseconds or microseconds, whichever reads shortest.
std::vector<Tick> niceTicks(const TimeAxis& axis, const TickRule& rule = {});

} // namespace overlap::analysis
