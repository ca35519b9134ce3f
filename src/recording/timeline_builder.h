// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline.h"
#include "recording/recorder.h"

#include <limits>
#include <memory>
#include <span>

namespace overlap::recording {

/// Turns records into spans and tasks as they come. The collector has one for the final timeline, the window
/// one for the live picture; both see the same records. One thread at a time.
class TimelineBuilder
{
public:
    /// Tracks stand after all lanes.
    TimelineBuilder(const std::vector<LaneInfo>& lanes, core::Nanoseconds origin);

    /// Records of one lane, in the order in which they were written.
    void append(core::LaneIndex lane, std::span<const Record> records);

    /// Lets the open spans reach to `now` (monotonic clock), for a live look. Later records correct them.
    void look(core::Nanoseconds now);

    /// Ends the timeline at `wall` after t = 0: closes what is open, cuts off what lies behind, and turns a
    /// wait for work that no task followed into idle.
    /// `start` ≤ 0 is where start-up began; a lane may have begun before.
    void finish(core::Nanoseconds wall, core::Nanoseconds start = 0);

    /// Grows while records come; unchanged after finish().
    std::shared_ptr<const core::Timeline> timeline() const { return m_timeline; }
    std::shared_ptr<core::Timeline> mutableTimeline() const { return m_timeline; }

private:
    /// What a lane does since its last record.
    struct Open
    {
        core::Nanoseconds since = std::numeric_limits<core::Nanoseconds>::min();
        core::State state = core::State::idle;
        core::ItemIndex item = core::noItem;
        core::StageIndex stage = 0;
        core::LaneIndex waker = core::noLane;
        core::Nanoseconds taskBegin = 0;
        bool blocking = false;
        bool drawn = false; // the last span of the lane is this one, open
        bool gap = false;
    };

    void appendTrack(core::Track& track, std::span<const Record> records);
    void close(core::LaneIndex lane, core::Nanoseconds time, std::uint8_t flags, const Record& by);
    void draw(core::LaneIndex lane, core::Nanoseconds until, std::uint8_t flags);

    std::shared_ptr<core::Timeline> m_timeline;
    std::vector<Open> m_open;
    core::Nanoseconds m_origin;
};

} // namespace overlap::recording
