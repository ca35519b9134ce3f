// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline.h"

#include <array>
#include <span>
#include <type_traits>
#include <vector>

namespace overlap::analysis {

/// The spans of a lane, and what is known of them without reading them.
struct LaneSpans
{
    std::span<const core::Span> spans;
    const core::SpanIndex* index = nullptr; ///< null or empty: all that are asked about are read

    LaneSpans(std::span<const core::Span> all) : spans(all) {}
    LaneSpans(const std::vector<core::Span>& all) : spans(all) {}
    LaneSpans(const core::Lane& lane) : spans(lane.spans), index(&lane.index) {}

    std::size_t indexed() const { return index ? index->size() : 0; }
};

/// Time per key of a lane before one moment after the other: what lies between two moments is the difference
/// of their sums. Moments that ascend cost O(1), others O(log n), or what lies between where nothing is
/// indexed.
template <core::SpanIndex::Key By>
class LaneSums
{
public:
    /// As many as there are states, idle apart; as many holders as one asks about.
    using Sums = std::conditional_t<By == core::SpanIndex::Key::state,
                                    std::array<double, core::stateCount - 1>, std::vector<double>>;

    /// A block of spans shorter than `tolerance` nanoseconds is not read: its time counts as spread evenly,
    /// which puts at most a quarter of the tolerance on the wrong side of a moment. An index of another key
    /// is not used. `keys` counts the holders; another one goes to the first.
    LaneSums(const LaneSpans& lane, double tolerance, std::size_t keys = core::stateCount - 1);

    /// Only differences between moments from this span on are asked for from now on.
    void start(std::size_t span);

    struct Moment
    {
        Sums sums{};           ///< nanoseconds; idle has no time
        std::size_t begun = 0; ///< spans that began before it, …
        std::size_t ended = 0; ///< … and ended by then
    };
    /// `time` in nanoseconds from t = 0 of the run.
    void at(double time, Moment& moment);

private:
    void atIndexed(double time, Moment& moment);
    void atRead(double time, Moment& moment);
    void add(const core::Span& span, double nanoseconds, Sums& sums) const;
    void addSums(const double* from, Sums& sums) const;
    std::size_t blockAt(double time, std::size_t near) const;
    void fetchAhead(double time);

    std::span<const core::Span> m_spans;
    const core::SpanIndex* m_index; ///< null where nothing is indexed
    double m_tolerance;
    double m_lookAhead;      ///< nanoseconds: some columns
    std::size_t m_ahead = 0; ///< the block there
    double m_indexEnd = 0;   ///< from here on spans are read
    std::size_t m_block = 0;
    bool m_readOnly = false;
    std::size_t m_first = 0; ///< from here on spans are read, …
    std::size_t m_next = 0;  ///< … up to here they have been
    Sums m_read{};           ///< their sums
};

using StateSums = LaneSums<core::SpanIndex::Key::state>;
using HolderSums = LaneSums<core::SpanIndex::Key::waker>;

} // namespace overlap::analysis
