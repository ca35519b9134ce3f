// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/time_axis.h"
#include "core/timeline.h"

#include <optional>
#include <span>

namespace overlap::analysis {

// Where spans begin and end, for a ruler that snaps. Nanoseconds; spans by begin, not overlapping; O(log n).

/// The edge nearest to `time` that is at most `reach` away; of two equally near the earlier one.
std::optional<core::Nanoseconds> nearestEdge(std::span<const core::Span> spans, core::Nanoseconds time,
                                             core::Nanoseconds reach);
/// The first edge after `time`, and the last one before it.
std::optional<core::Nanoseconds> edgeAfter(std::span<const core::Span> spans, core::Nanoseconds time);
std::optional<core::Nanoseconds> edgeBefore(std::span<const core::Span> spans, core::Nanoseconds time);

/// Spans that begin and end within the interval.
std::size_t spansInside(std::span<const core::Span> spans, const TimeInterval& interval);
/// Tasks of a run that has ended, which came to their end within the interval, its begin apart.
std::size_t tasksEnded(const core::Timeline& timeline, const TimeInterval& interval);

} // namespace overlap::analysis
