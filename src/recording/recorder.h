// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline.h"
#include "recording/lane_ring.h"

#include <atomic>
#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace overlap::recording {

struct LaneInfo
{
    std::string name;
    core::LaneKind kind = core::LaneKind::worker;
    std::uint32_t limit = 0; ///< of a track
};

/// The lanes of one run. The executor adds lanes and hands each writer to its worker; the collector reads
/// them all. addLane() on the engine's thread before the run; readers on the collector's.
class Recorder
{
public:
    /// `capacity` records per lane, a power of two. The default holds 4,096 state changes between two looks
    /// of the collector: at 10 ms a lane may change its state 400,000 times a second.
    explicit Recorder(std::uint32_t capacity = 4096) : m_capacity(capacity), m_made(core::monotonicNow()) {}

    /// The writer lives as long as the recorder.
    LaneWriter& addLane(std::string name, core::LaneKind kind = core::LaneKind::worker);
    /// The same with room for so many records, a power of two, where there are thousands of lanes.
    LaneWriter& addLane(std::string name, core::LaneKind kind, std::uint32_t capacity);
    /// The same in memory that another process shares: `memory` holds laneBytes(capacity()) bytes aligned to
    /// 64, zero as the system gives them. The lane is made here; the writer may be handed to that process by
    /// making one there.
    LaneWriter& addLane(std::string name, core::LaneKind kind, std::shared_ptr<void> memory);
    /// A number over time, written with LaneWriter::number() by one thread at a time, such as whoever holds a
    /// queue's mutex. After all lanes, so that these keep their index in the timeline.
    LaneWriter& addTrack(std::string name, std::uint32_t limit = 0);
    std::uint32_t capacity() const noexcept { return m_capacity; }

    std::vector<LaneInfo> lanes() const;
    std::size_t laneCount() const noexcept { return m_lanes.size(); }
    LaneReader& reader(std::size_t lane) { return m_lanes[lane].reader; }

    /// What a lane's writer has published since the last time, without what no writer that is well can have
    /// said in a run of so many items: a process that went astray may have written anything over its lane.
    std::vector<Record> take(std::size_t lane, std::size_t items);
    /// Time per state since begin(), once the writer has stopped. Nothing where it claims more time than has
    /// passed: then nothing is known.
    std::array<core::Nanoseconds, core::stateCount> totals(std::size_t lane) const;

    /// Where lanes begin: t = 0 on the monotonic clock. Opens every lane as idle. Before any worker writes.
    void begin(core::Nanoseconds origin);
    /// 0 before begin(). Any thread.
    core::Nanoseconds origin() const noexcept { return m_origin.load(std::memory_order_acquire); }

private:
    LaneWriter& add(std::string name, core::LaneKind kind, std::shared_ptr<void> memory,
                    std::uint32_t capacity);

    struct LaneSlot
    {
        LaneInfo info;
        std::shared_ptr<void> memory;
        LaneWriter writer;
        LaneReader reader;
    };

    std::uint32_t m_capacity;
    core::Nanoseconds m_made;     // nothing was recorded before
    std::deque<LaneSlot> m_lanes; // writers and readers keep their addresses
    std::atomic<core::Nanoseconds> m_origin{0};
};

} // namespace overlap::recording
