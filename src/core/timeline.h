// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/span_index.h"
#include "core/state.h"
#include "core/time.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace overlap::core {

// All times of a timeline are relative to t = 0 of its run, the moment at which the first task may start;
// start-up is negative.

enum SpanFlag : std::uint8_t {
    spanFailed = 1,    ///< the task that this span ends has failed
    spanCancelled = 2, ///< … was cancelled
    spanLost = 4,      ///< records were lost here: what happened is not known
    spanOpen = 8,      ///< still going on; `end` is the time of the last look (live only)
    spanKilled = 16,   ///< the lane's process ended here before its time
};

/// Flags of what is to be seen from however far away.
inline constexpr std::uint8_t lastingFlags = spanFailed | spanCancelled | spanLost | spanKilled;

/// An interval of one lane in one state.
struct Span
{
    Nanoseconds begin = 0;
    Nanoseconds end = 0;
    ItemIndex item = noItem; ///< noItem outside tasks
    StageIndex stage = 0;
    LaneIndex waker = noLane; ///< the lane that let this one go on, where known
    State state = State::idle;
    std::uint8_t flags = 0;
    bool blocking = false;    ///< waiting in a call that keeps the whole thread, an event loop's too
    std::uint8_t permits = 0; ///< what the task asked a permit of up to here has so many, 255 for more
    /// How much of the computing up to here, in this task and since the last such figure, went without an
    /// interpreter's lock.
    std::uint32_t nativeMicroseconds = 0;

    Nanoseconds duration() const { return end - begin; }
    bool operator==(const Span&) const = default;
};

/// Workers count in the ledger and in `workers`; the others are drawn only.
enum class LaneKind : std::uint8_t {
    worker,
    feeder,    ///< puts items into the first queue
    collector, ///< takes results from the last
    holder,    ///< who has the lock: a span's waker is the lane that holds it
    slot,      ///< one item in flight of an event loop: what the item does while the loop does others
    track,     ///< a number over time; becomes a Track of the timeline, not one of its lanes
};

/// "worker", … as files and tables have it.
std::string_view laneKindName(LaneKind kind);

struct Lane
{
    std::string name; ///< English, context "Lanes": "main", "worker 2", "process 1"
    LaneKind kind = LaneKind::worker;
    std::vector<Span> spans; ///< by begin, not overlapping
    /// Exact time per state, kept by the writer even where spans were lost.
    std::array<Nanoseconds, stateCount> totals{};
    std::uint64_t lostRecords = 0;
    /// Of the spans from the first one on, as far as they will not change any more; see indexSpans().
    SpanIndex index;
};

enum class TaskStatus : std::uint8_t { pending, running, done, failed, cancelled };

/// One stage applied to one item.
struct TaskRow
{
    ItemIndex item = 0;
    StageIndex stage = 0;
    LaneIndex lane = noLane;
    TaskStatus status = TaskStatus::pending;
    Nanoseconds begin = 0;
    Nanoseconds end = 0;
    bool operator==(const TaskRow&) const = default;
};

/// A number over time, such as the depth of a queue: each value holds until the next point. 0 before the
/// first.
struct Track
{
    std::string name;       ///< English, context "Lanes"
    std::int64_t limit = 0; ///< what the number cannot exceed, such as the size of a queue; 0 for none
    struct Point
    {
        Nanoseconds time;
        std::int64_t value;
        bool operator==(const Point&) const = default;
    };
    std::vector<Point> points; ///< by time
    std::uint64_t lostRecords = 0;
};

/// Lanes, tracks and tasks of one run; immutable once the run has ended.
struct Timeline
{
    std::vector<Lane> lanes;
    std::vector<Track> tracks;
    std::vector<TaskRow> tasks; ///< in order of finishing
    Nanoseconds start = 0;      ///< ≤ 0: where start-up began
    Nanoseconds end = 0;        ///< wall time of the run, or of the last look while it runs
    bool ended = false;

    std::uint64_t lostRecords() const;
};

/// Takes what is new into the index of each lane. While a run goes on its last spans may still change and are
/// left out. Whoever makes a timeline does it, or pictures of it cost what its spans cost. O(new spans).
void indexSpans(Timeline& timeline);

} // namespace overlap::core
