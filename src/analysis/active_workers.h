// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/time_axis.h"
#include "analysis/track_folding.h"
#include "core/timeline.h"

#include <memory>
#include <vector>

namespace overlap::analysis {

/// Whether a lane has something in hand: in every state but `idle`, `queue-empty` and `starting`. So a worker
/// that waits for an answer, a lock, the GIL, a core or for room in a queue (`queue-full`) is active, and so
/// is one in `transfer` or `dispatch`. Where records were lost nobody knows, and it is not counted.
constexpr bool isActive(const core::Span& span)
{
    return span.state != core::State::idle && span.state != core::State::queueEmpty &&
           span.state != core::State::starting && (span.flags & core::spanLost) == 0;
}

/// How many lanes of one kind are active over time; the limit is how many there are. A moment at which one
/// lane stops and another begins is no change. Of a run that goes on, an open span has no end yet. Costs
/// O(spans · log lanes).
core::Track activeLanes(const core::Timeline& timeline, core::LaneKind kind = core::LaneKind::worker);

/// From so many spans on, the points of their number are not worth their memory and foldActive() tells its
/// mean.
inline constexpr std::size_t mostActivitySpans = 2'000'000;
std::size_t spanCount(const core::Timeline& timeline);

/// How many lanes of one kind are active on average, in pieces of `columns` columns of the axis within
/// `lived`, without a track: least and most are the whole numbers around the mean. Where records were lost a
/// lane counts as it does in the sums of its states. O(lanes × pieces) with the lanes' index, and O(spans)
/// without.
std::vector<TrackRecord> foldActive(const core::Timeline& timeline, core::LaneKind kind,
                                    const TimeInterval& lived, const TimeAxis& axis, int columns);

/// The same for a timeline that grows: a look costs what is new since the last one. One thread at a time.
class ActiveLanes
{
public:
    explicit ActiveLanes(core::LaneKind kind = core::LaneKind::worker)
        : m_kind(kind)
        , m_track(std::make_shared<core::Track>())
    {}

    /// Brings the track up to date. `timeline` may be the one before, grown as a TimelineBuilder lets it
    /// grow, or another; it is kept alive until the next call.
    const std::shared_ptr<core::Track>& look(const std::shared_ptr<const core::Timeline>& timeline);

private:
    /// What a lane's last span was at the last look.
    struct Seen
    {
        std::size_t spans = 0;
        core::Span last;
    };
    core::Nanoseconds unchangedBefore(const core::Timeline& timeline) const;

    core::LaneKind m_kind;
    std::shared_ptr<const core::Timeline> m_timeline;
    bool m_ended = false;
    std::vector<Seen> m_seen; ///< by lane of the timeline
    std::shared_ptr<core::Track> m_track;
};

} // namespace overlap::analysis
