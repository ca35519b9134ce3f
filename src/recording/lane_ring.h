// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/state.h"
#include "core/time.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>

// The one layout of a lane's records. It holds no pointer and no lock, so it works in any memory, also in
// memory shared between processes, and a writer that dies in the middle of a write leaves only published
// records behind.

namespace overlap::recording {

enum RecordFlag : std::uint8_t {
    recordTaskBegin = 1,  ///< the task (item, stage) begins with this state
    recordTaskEnd = 2,    ///< the task (item, stage) has ended; the state is what the lane does next
    recordFailed = 4,     ///< with recordTaskEnd
    recordCancelled = 8,  ///< with recordTaskEnd
    recordGap = 16,       ///< from `time` on records were lost; the next record ends the gap
    recordRetire = 32,    ///< no task followed: the state that was open is idle from its beginning on
    recordKilled = 64,    ///< the process that wrote this lane ended here before its time
    recordBlocking = 128, ///< the state is waiting, in a call that keeps the whole thread
};

/// What a task did in the state that a record ends; a lane does not show it, a profile of the work needs it.
/// See core::Span.
struct Besides
{
    std::uint8_t permits = 0;
    std::uint32_t nativeMicroseconds = 0;
};

/// One state change.
struct Record
{
    core::Nanoseconds time = 0; ///< on the monotonic clock
    core::ItemIndex item = core::noItem;
    core::StageIndex stage = 0;
    core::LaneIndex waker = core::noLane; ///< the lane that woke this one
    core::State state = core::State::idle;
    std::uint8_t flags = 0;
    std::uint8_t permits = 0; ///< of Besides
    std::uint8_t reserved = 0;
    std::uint32_t nativeMicroseconds = 0; ///< of Besides
};
static_assert(sizeof(Record) == 24);

/// Counters of a lane, in front of its records. Writer, reader and totals sit on cache lines of their own.
struct LaneHeader
{
    alignas(64) std::atomic<std::uint64_t> written{0};
    std::atomic<core::State> state{core::State::idle};
    std::atomic<core::ItemIndex> item{core::noItem}; ///< of a worker process, from its bytes to its answer
    alignas(64) std::atomic<std::uint64_t> read{0};
    alignas(64) std::atomic<std::uint64_t> lost{0};
    /// Where records began to be lost, until the gap is written; else 0.
    std::atomic<core::Nanoseconds> gapBegin{0};
    std::atomic<core::Nanoseconds> since{0}; ///< when the open state began
    std::atomic<core::Nanoseconds> seen{0};  ///< when its writer last said that it goes on
    std::array<std::atomic<core::Nanoseconds>, core::stateCount> totals{}; ///< closed states; exact
    std::uint32_t capacity = 0; ///< a power of two; fixed before writer and reader begin
};
static_assert(std::atomic<std::uint64_t>::is_always_lock_free);

/// Bytes that a lane of `capacity` records takes.
constexpr std::size_t laneBytes(std::uint32_t capacity)
{
    return sizeof(LaneHeader) + capacity * sizeof(Record);
}

/// Makes an empty lane at `memory`. Precondition: laneBytes(capacity) bytes aligned to 64; capacity a power
/// of two.
LaneHeader* makeLane(void* memory, std::uint32_t capacity);

/// The writing end of a lane: never waits, locks, allocates or calls the system. What does not fit is
/// counted, and the totals stay exact. One thread at a time; handing a writer to another thread needs a
/// happens-before edge, such as starting that thread.
class LaneWriter
{
public:
    explicit LaneWriter(LaneHeader* lane);

    /// Goes on where the last writer of the lane left off, in whichever process that was. What it had not
    /// published is not there. Whatever it may have written over its lane, this writer stays within it.
    void resume() noexcept;

    /// Where the lane's time begins: the totals start anew here. No record; what came before, such as
    /// start-up, stays as records.
    void open(core::Nanoseconds time, core::State state) noexcept;

    /// Enters a state now and returns that moment.
    core::Nanoseconds enter(core::State state, core::ItemIndex item = core::noItem,
                            core::StageIndex stage = 0, std::uint8_t flags = 0,
                            core::LaneIndex waker = core::noLane) noexcept
    {
        const core::Nanoseconds now = core::monotonicNow();
        enterAt(now, state, item, stage, flags, waker);
        return now;
    }

    /// The same at a moment that was read already; moments never go back.
    void enterAt(core::Nanoseconds now, core::State state, core::ItemIndex item, core::StageIndex stage,
                 std::uint8_t flags, core::LaneIndex waker, Besides besides = {}) noexcept
    {
        charge(m_state, now - m_since);
        m_since = now;
        m_state = state;
        m_lane->since.store(now, std::memory_order_relaxed);
        m_lane->state.store(state, std::memory_order_relaxed);
        push(Record{now, item, stage, waker, state, flags, besides.permits, 0, besides.nativeMicroseconds});
    }

    /// A number from this moment on, in a lane that is a track.
    void number(core::Nanoseconds now, std::uint32_t value) noexcept
    {
        push(Record{now, value, 0, core::noLane, core::State::idle, 0});
    }

    /// The state goes on: a sign of life for who watches over another process. No record.
    void stay(core::Nanoseconds now) noexcept { m_lane->seen.store(now, std::memory_order_relaxed); }

    /// The wait that is open turned out to be the end: its time counts as idle.
    void retire() noexcept;

    core::State state() const noexcept { return m_state; }

    /// How many records would find room now, the one of a gap included.
    std::uint64_t room() const noexcept
    {
        return m_capacity - (m_written - m_lane->read.load(std::memory_order_acquire)) - (m_gap ? 1 : 0);
    }

private:
    void charge(core::State state, core::Nanoseconds duration) noexcept
    {
        const auto index = static_cast<std::size_t>(state);
        m_totals[index] += duration;
        m_lane->totals[index].store(m_totals[index], std::memory_order_relaxed);
    }

    void push(const Record& record) noexcept
    {
        // A gap needs a slot of its own in front of the record that ends it.
        const std::uint64_t needed = m_gap ? 2 : 1;
        if (m_written + needed - m_readSeen > m_capacity) [[unlikely]] {
            m_readSeen = m_lane->read.load(std::memory_order_acquire);
            if (m_written + needed - m_readSeen > m_capacity) {
                lose(record);
                return;
            }
        }
        if (m_gap) [[unlikely]]
            pushGap();
        m_records[m_written & m_mask] = record;
        ++m_written;
        m_lane->written.store(m_written, std::memory_order_release);
    }

    void pushGap() noexcept;
    void lose(const Record& record) noexcept;

    LaneHeader* m_lane;
    Record* m_records;
    std::uint64_t m_capacity;
    std::uint64_t m_mask;
    std::uint64_t m_written = 0;
    std::uint64_t m_readSeen = 0;
    core::Nanoseconds m_since = 0;
    core::Nanoseconds m_gapBegin = 0;
    std::array<core::Nanoseconds, core::stateCount> m_totals{};
    std::uint64_t m_lost = 0;
    core::State m_state = core::State::idle;
    bool m_gap = false;
};

/// The reading end: one thread at a time, which may be in another process than the writer. It takes what the
/// writer says for what it is: a process that went astray may have written anything over its lane.
class LaneReader
{
public:
    explicit LaneReader(LaneHeader* lane);

    /// Hands the published records over in at most two runs and frees their room.
    template <class Consume> // void(std::span<const Record>)
    void drain(Consume&& consume)
    {
        const std::uint64_t written = m_lane->written.load(std::memory_order_acquire);
        if (written - m_read > m_capacity) // no writer gets so far ahead
            return;
        while (m_read != written) {
            const std::uint64_t at = m_read & (m_capacity - 1);
            const std::uint64_t count = std::min<std::uint64_t>(written - m_read, m_capacity - at);
            consume(std::span<const Record>(m_records + at, count));
            m_read += count;
        }
        m_lane->read.store(m_read, std::memory_order_release);
    }

    /// Where a gap began that no record has ended yet: after the writer has stopped, the lane's last gap. 0
    /// for none.
    core::Nanoseconds openGap() const noexcept { return m_lane->gapBegin.load(std::memory_order_relaxed); }

    /// The writer's last sign: a new state, or stay().
    core::Nanoseconds lastSign() const noexcept
    {
        return std::max(m_lane->since.load(std::memory_order_relaxed),
                        m_lane->seen.load(std::memory_order_relaxed));
    }
    /// May be nonsense where another process wrote it, as all that follows.
    core::State state() const noexcept { return m_lane->state.load(std::memory_order_relaxed); }
    core::ItemIndex item() const noexcept { return m_lane->item.load(std::memory_order_relaxed); }

    std::uint64_t lost() const noexcept { return m_lane->lost.load(std::memory_order_relaxed); }

    /// Time per state up to `until`, the open state included. Exact once the writer has stopped.
    std::array<core::Nanoseconds, core::stateCount> totals(core::Nanoseconds until) const noexcept;

private:
    LaneHeader* m_lane;
    const Record* m_records;
    std::uint64_t m_capacity;
    std::uint64_t m_read = 0;
};

} // namespace overlap::recording
