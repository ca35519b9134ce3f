// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/time_axis.h"
#include "core/timeline.h"

#include <optional>
#include <vector>

namespace overlap::analysis {

/// Some columns of a track that look the same.
struct TrackRecord
{
    int x = 0; ///< first column, from the left end of the axis
    int width = 1;
    std::int64_t least = 0;
    std::int64_t most = 0;
    double mean = 0; ///< over the columns' time

    bool folded() const { return least != most; }
    bool operator==(const TrackRecord&) const = default;
};

/// A value that was held for no time at all is none. A track as columns of the axis, as far as they lie in
/// `lived`, the time in which the number exists. A column in which it changes knows between what and what,
/// and the mean. O(visible points + columns).
std::vector<TrackRecord> foldTrack(const core::Track& track, const TimeInterval& lived, const TimeAxis& axis);

/// A value and how long it holds; the last one holds without an end.
struct TrackStep
{
    core::Nanoseconds begin = 0;
    std::optional<core::Nanoseconds> end;
    std::int64_t value = 0;
    bool operator==(const TrackStep&) const = default;
};
TrackStep stepAt(const core::Track& track, core::Nanoseconds time);

/// What a track came to over some time.
struct TrackFigures
{
    std::int64_t most = 0;
    double mean = 0;
    core::Nanoseconds atLimit = 0; ///< how long it stood at its limit; 0 without one
    bool operator==(const TrackFigures&) const = default;
};
TrackFigures figuresOf(const core::Track& track, const TimeInterval& lived);

} // namespace overlap::analysis
