// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/item_flow.h"

#include <limits>
#include <vector>

namespace overlap::analysis {

/// Where each item of a timeline was: for every stay on a lane the first and the last of its spans, chained
/// from the item's last stay back to its first. A look takes in what is new, so that one index serves a run
/// while it grows and after its end, and as much of it at once as the caller has time for. 16 bytes per stay
/// and 4 per item; items are counted from 0 without large holes. One thread at a time.
class ItemStays
{
public:
    static constexpr std::size_t everything = std::numeric_limits<std::size_t>::max();

    /// Takes in up to `budget` spans more; true when all are known. `timeline` is always the same one, grown
    /// as a TimelineBuilder lets it grow: the last span of a lane may still change, those before it stay.
    bool look(const core::Timeline& timeline, std::size_t budget = everything);
    /// For another timeline.
    void clear() { *this = {}; }

    /// The same as analysis::flowOf() of the timeline at the last look, as far as it is known.
    /// O(lanes + the item's stays).
    std::vector<FlowStep> flowOf(const core::Timeline& timeline, core::ItemIndex item) const;

    /// That were taken in.
    std::size_t spans() const { return m_spans; }
    std::size_t stays() const { return m_stays.size(); }
    std::size_t bytes() const;

private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    struct Stay
    {
        std::uint32_t firstSpan = 0;
        std::uint32_t lastSpan = 0;
        std::uint32_t previous = none; ///< of the same item
        core::LaneIndex lane = 0;
        bool blockedWithin = false; ///< in `queue-full` between two of its spans
    };
    struct Cursor
    {
        std::uint32_t next = 0;              ///< span to be looked at
        std::uint32_t stay = none;           ///< the one that goes on
        core::ItemIndex item = core::noItem; ///< whose
        core::StageIndex stage = 0;
        bool blocked = false; ///< in `queue-full` since the stay's last span
    };

    void take(Cursor& cursor, core::LaneIndex lane, const core::Span& span);
    FlowStep stepOf(const core::Timeline& timeline, const Stay& stay) const;

    std::vector<Cursor> m_cursors; ///< by lane
    std::vector<Stay> m_stays;
    std::vector<std::uint32_t> m_last; ///< stay, by item
    std::vector<char> m_counts;        ///< by lane: whether its spans tell of the way
    std::size_t m_spans = 0;
    std::size_t m_lane = 0; ///< where the next look begins
};

} // namespace overlap::analysis
