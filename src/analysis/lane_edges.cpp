// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/lane_edges.h"

#include <algorithm>
#include <cstdlib>

namespace overlap::analysis {

using core::Nanoseconds;
using core::Span;

std::optional<Nanoseconds> edgeAfter(std::span<const Span> spans, Nanoseconds time)
{
    // Neither begins nor ends decrease, so the first span that ends later has the edge, or the gap before it.
    const auto span = std::ranges::partition_point(spans, [&](const Span& one) { return one.end <= time; });
    if (span == spans.end())
        return std::nullopt;
    return span->begin > time ? span->begin : span->end;
}

std::optional<Nanoseconds> edgeBefore(std::span<const Span> spans, Nanoseconds time)
{
    const auto after = std::ranges::partition_point(spans, [&](const Span& one) { return one.begin < time; });
    if (after == spans.begin())
        return std::nullopt;
    const Span& span = *std::prev(after);
    return span.end < time ? span.end : span.begin;
}

std::optional<Nanoseconds> nearestEdge(std::span<const Span> spans, Nanoseconds time, Nanoseconds reach)
{
    const std::optional<Nanoseconds> before = edgeBefore(spans, time + 1); // at the time itself, too
    const std::optional<Nanoseconds> after = edgeAfter(spans, time);
    const bool takesAfter = after && (!before || *after - time < time - *before);
    const std::optional<Nanoseconds> nearest = takesAfter ? after : before;
    return nearest && std::abs(*nearest - time) <= reach ? nearest : std::nullopt;
}

std::size_t spansInside(std::span<const Span> spans, const TimeInterval& interval)
{
    const auto first =
        std::ranges::partition_point(spans, [&](const Span& one) { return one.begin < interval.begin; });
    const auto last =
        std::ranges::partition_point(spans, [&](const Span& one) { return one.end <= interval.end; });
    return last > first ? static_cast<std::size_t>(last - first) : 0;
}

std::size_t tasksEnded(const core::Timeline& timeline, const TimeInterval& interval)
{
    const auto endedBy = [&](Nanoseconds time) {
        return std::ranges::partition_point(timeline.tasks,
                                            [&](const core::TaskRow& row) { return row.end <= time; });
    };
    return static_cast<std::size_t>(endedBy(interval.end) - endedBy(interval.begin));
}

} // namespace overlap::analysis
