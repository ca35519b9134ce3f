// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the kinds of folding share; for them only.
#pragma once

#include "analysis/folding.h"
#include "analysis/lane_sums.h"

#include <span>

namespace overlap::analysis {

/// A pixel column of a lane: the share of each state in its time.
struct FoldedColumn
{
    Shares shares{};
    StateBits states = 0; ///< without idle; known when it is settled

    /// Adds a share of the time between two moments, `scale` of a nanosecond.
    void add(const StateSums::Moment& from, const StateSums::Moment& to, double scale);
    /// What no span covers is idle; rounding must not make more than a whole.
    void settleIdle();
};

/// Adds a folded column or widens the record before it. The merged record keeps the first column's shares, so
/// that a slow drift cannot smear over the whole lane.
void addColumn(FoldedLane& out, int x, const FoldedColumn& column, std::size_t firstSpan,
               std::size_t spanEnd);

/// How little time a block of spans must take that it need not be read: at most a quarter of it can lie on
/// the wrong side of a column's edge, which is what mergeTolerance allows.
inline double toleranceOf(double columnNanoseconds)
{
    return columnNanoseconds * 4 * static_cast<double>(mergeTolerance);
}

/// The spans that have a part in the axis: first, and behind the last.
struct VisibleSpans
{
    std::size_t first;
    std::size_t last;
};
VisibleSpans visibleSpans(std::span<const core::Span> spans, const TimeAxis& axis);

/// Adds the marks of these spans, by column. O(columns × log n) where they are indexed. A gap of lost records
/// that is at least a column wide has none where `wideGapsShow`.
void foldMarks(const LaneSpans& lane, VisibleSpans visible, const TimeAxis& axis, bool wideGapsShow,
               std::vector<Mark>& marks);

} // namespace overlap::analysis
