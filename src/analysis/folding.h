// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/lane_sums.h"
#include "analysis/time_axis.h"
#include "core/timeline.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace overlap::analysis {

// Spans to draw records: bounded by the pixels of the axis, not by the number of spans. Pure functions;
// painters of both kinds, columns of pixels and vectors, draw what these decide.

/// Fractions of a column by state; they add up to 1, what no span covers counting as idle. Rounded up to
/// whole groups of four, which the processor takes at once; what is behind the states is 0.
using Shares = std::array<float, (core::stateCount + 3) / 4 * 4>;

/// Bits by core::State, so that a column's few states are found without looking at all.
using StateBits = std::uint16_t;

inline constexpr std::int32_t noShares = -1;

/// Shares that differ by less look the same: less than one of the 17 pixels of a lane.
inline constexpr float mergeTolerance = 1.0F / 20;

/// Some columns of one lane that look the same.
struct DrawRecord
{
    int x = 0; ///< first column, from the left end of the axis
    int width = 1;
    core::State state = core::State::idle; ///< of a single span
    std::uint8_t flags = 0;                ///< of a single span
    StateBits states = 0;                  ///< with a share of their own, idle apart; of folded columns
    core::StageIndex stage = 0;
    core::ItemIndex item = core::noItem;
    std::uint32_t firstSpan = 0;    ///< index into the lane
    std::uint32_t spanCount = 1;    ///< how many spans were folded into these columns
    std::int32_t shares = noShares; ///< index into FoldedLane::shares; noShares for a single span

    bool folded() const { return shares != noShares; }
};

/// Failed, cancelled, killed and lost are drawn whatever the zoom; a gap that has a record of its own needs
/// no mark.
struct Mark
{
    int x = 0; ///< column of the end of the task or the lane, or of the begin of the gap
    std::uint8_t flags = 0;
    std::uint32_t count = 1;
};

struct FoldedLane
{
    std::vector<DrawRecord> records; ///< by x, not overlapping
    std::vector<Shares> shares;
    std::vector<Mark> marks; ///< by x

    void clear();
};

/// Spans at least a column wide become records of their own, their edges rounded to columns; runs of narrower
/// ones are folded into columns divided by the share of each state in that column's time. A narrow span
/// between wide ones keeps a column where there is room. Neighbouring columns whose shares differ by less
/// than a pixel of a lane are merged. O(columns × log n) with an index, O(log n + visible spans + columns)
/// without. Where an index leaves out reading spans, the shares of a column are within mergeTolerance of what
/// they are, and spanCount and firstSpan of folded columns are close. Precondition: spans by begin, not
/// overlapping.
void foldLane(const LaneSpans& lane, const TimeAxis& axis, FoldedLane& out);

/// The same result as foldLane for a lane that was folded on the same axis before and has grown since: spans
/// that began before `unchangedBefore` are what they were. Costs what has changed, back to the last wide
/// span.
void growLane(const LaneSpans& spans, const TimeAxis& axis, core::Nanoseconds unchangedBefore,
              FoldedLane& lane);

/// All lanes of a kind as one row: every column divided by the shares over all of them.
void foldTogether(const std::vector<core::Lane>& lanes, const TimeAxis& axis, FoldedLane& out,
                  core::LaneKind kind = core::LaneKind::worker);

/// Columns of a holder lane: who of `rows` lanes holds the lock.
struct HolderRecord
{
    int x = 0;
    int width = 1;
    int row = 0;     ///< the lane that holds
    float share = 1; ///< of the columns' time
};

/// In a lane of kind holder the waker of a span names the holder; one that does not goes to row 0.
std::vector<HolderRecord> foldHolders(const LaneSpans& lane, const TimeAxis& axis, int rows);

/// The span at a time, or its index past the end.
std::size_t spanAt(std::span<const core::Span> spans, core::Nanoseconds time);

/// How many spans have a part in an interval. O(log n).
std::size_t spansWithin(std::span<const core::Span> spans, const TimeInterval& interval);

/// One record per line, for tests and for looking at: "12+3 computing #4", "15 {computing 0.25, gil-wait
/// 0.75} 31".
std::string describe(const FoldedLane& lane);

} // namespace overlap::analysis
