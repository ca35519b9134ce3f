// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/time.h"
#include "recording/lane_ring.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace overlap::executors {

/// A first-in-first-out queue between threads that holds at most so many entries: who puts waits while it is
/// full, who takes waits while it is empty. Any number of threads on both sides; each says which lane it is,
/// so that who had to wait learns who let it go on.
///
/// The end of the entries are end marks, one for each taker. They stand behind all entries and take no place,
/// so posting them never waits, however full the queue is.
template <class Entry>
class BoundedQueue
{
public:
    enum class Put {
        done,
        refused, ///< full, and nobody is left who could take anything
        closed,
    };
    struct PutResult
    {
        Put outcome;
        core::LaneIndex waker = core::noLane; ///< who freed the place, where the caller waited for one
    };
    enum class Take { entry, endMark, timedOut, closed };
    struct TakeResult
    {
        Take outcome;
        std::optional<Entry> entry = {};
        core::LaneIndex waker = core::noLane; ///< who put this, where the caller waited for it
    };

    /// 0 is unbounded. `depth` is a track that gets the number of entries at each change, or null; it
    /// outlives the queue.
    explicit BoundedQueue(std::size_t limit, recording::LaneWriter* depth = nullptr)
        : m_limit(limit)
        , m_depth(depth)
    {}
    BoundedQueue(const BoundedQueue&) = delete;
    BoundedQueue& operator=(const BoundedQueue&) = delete;

    /// Moves the entry in, where the outcome is `done`; else it stays the caller's. `waiting` is called under
    /// the queue's mutex, once, where the caller has to wait.
    template <class Waiting>
    PutResult put(Entry& entry, core::LaneIndex lane, const Waiting& waiting)
    {
        std::unique_lock lock(m_mutex);
        bool waited = false;
        while (!m_closed && isFull() && !m_abandoned) {
            if (!std::exchange(waited, true))
                waiting();
            ++m_putters;
            m_freed.wait_for(lock, longestWait);
            --m_putters;
        }
        if (m_closed)
            return {Put::closed};
        if (isFull())
            return {Put::refused};
        const core::LaneIndex waker = waited ? m_freedBy : core::noLane;
        m_entries.push_back({std::move(entry), lane});
        recordDepth();
        if (m_takers > 0) {
            lock.unlock();
            m_filled.notify_one();
        }
        return {Put::done, waker};
    }

    /// Waits at most `patience`, for ever where that is 0. What is there goes first: an entry, then an end
    /// mark.
    template <class Waiting>
    TakeResult take(core::LaneIndex lane, core::Nanoseconds patience, const Waiting& waiting)
    {
        std::unique_lock lock(m_mutex);
        bool waited = false;
        Clock::time_point until{};
        while (!m_closed && m_entries.empty() && m_endMarks == 0) {
            const Clock::time_point now = Clock::now();
            if (!std::exchange(waited, true)) {
                waiting();
                until = now + std::chrono::nanoseconds(patience);
            }
            if (patience > 0 && now >= until)
                return {Take::timedOut};
            ++m_takers;
            m_filled.wait_until(lock, patience > 0 ? std::min(until, now + longestWait) : now + longestWait);
            --m_takers;
        }
        if (m_closed)
            return {Take::closed};
        if (m_entries.empty()) {
            --m_endMarks;
            return {Take::endMark, {}, waited ? m_endedBy : core::noLane};
        }
        TakeResult result{Take::entry, std::move(m_entries.front().entry),
                          waited ? m_entries.front().from : core::noLane};
        m_entries.pop_front();
        m_freedBy = lane;
        recordDepth();
        if (m_putters > 0) {
            lock.unlock();
            m_freed.notify_one();
        }
        return result;
    }

    /// Posts end marks behind all that was put. Never waits.
    void end(std::size_t marks, core::LaneIndex lane)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_endMarks += marks;
            m_endedBy = lane;
        }
        m_filled.notify_all();
    }

    /// Nobody takes any more. Places that are free can still be filled; who would have to wait for one is
    /// refused.
    void abandon()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_abandoned = true;
        }
        m_freed.notify_all();
    }

    /// Wakes everybody; from now on nothing is put or taken. For a stop: by a std::stop_callback.
    void close()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
        }
        m_filled.notify_all();
        m_freed.notify_all();
    }

    /// What nobody took. The depth stays as it was: it is where the entries were left.
    std::vector<Entry> leftOver()
    {
        const std::lock_guard lock(m_mutex);
        std::vector<Entry> entries;
        for (Held& held : m_entries)
            entries.push_back(std::move(held.entry));
        m_entries.clear();
        return entries;
    }

private:
    using Clock = std::chrono::steady_clock; // CLOCK_MONOTONIC
    // Every wait is bounded and looks again: glibc 2.36 can lose a wake-up (sourceware 25847).
    static constexpr std::chrono::seconds longestWait{1};

    struct Held
    {
        Entry entry;
        core::LaneIndex from;
    };

    bool isFull() const { return m_limit > 0 && m_entries.size() >= m_limit; }
    void recordDepth()
    {
        if (m_depth)
            m_depth->number(core::monotonicNow(), static_cast<std::uint32_t>(m_entries.size()));
    }

    const std::size_t m_limit;
    recording::LaneWriter* const m_depth; // under the mutex: one writer at a time
    std::mutex m_mutex;                   // protects everything below
    std::condition_variable m_filled;     // for those who take
    std::condition_variable m_freed;      // for those who put
    std::deque<Held> m_entries;
    std::size_t m_endMarks = 0;
    std::size_t m_takers = 0;  // that wait
    std::size_t m_putters = 0; // that wait
    core::LaneIndex m_freedBy = core::noLane;
    core::LaneIndex m_endedBy = core::noLane;
    bool m_abandoned = false;
    bool m_closed = false;
};

} // namespace overlap::executors
