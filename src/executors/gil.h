// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/time.h"
#include "recording/lane_ring.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <stop_token>

namespace overlap::executors {

/// Where the lock departs from CPython's. Only tests do that, to see that their figures would notice.
struct GilRules
{
    bool locks = true;                 ///< false: free-threaded
    bool forcesSwitch = true;          ///< who was asked to let go waits until another thread has taken over
    bool asksOnlyAfterQuiet = true;    ///< a waiter asks only if nobody switched during its whole wait
    bool inOrder = false;              ///< first in, first out, instead of whoever comes first
    bool losesSwitchSignal = false;    ///< as if glibc lost each wake-up of who let go
    clockid_t clock = CLOCK_MONOTONIC; ///< of the wait for the interval
};

class GilThread;

/// A lock that behaves as the global interpreter lock of CPython 3.13 (Python/ceval_gil.c; the algorithm is
/// the same since 3.2): no queue, no priority, any waker may win. A waiter waits for at most the switch
/// interval; if that passed and nobody took the lock during the whole wait, it asks the holder to let go,
/// who does so at its next look and does not go on before another thread has taken over.
///
/// One change: that wait has no bound in CPython; here it looks again every second, because glibc 2.36 can
/// lose a wake-up (sourceware 25847).
///
/// Threads come to it through a GilThread each. The lock outlives them.
class Gil
{
public:
    static constexpr core::Nanoseconds shortestInterval = 1'000;

    /// A shorter interval counts as the shortest. `holder`, where given, shows who holds the lock: its state
    /// is computing while somebody does (dispatch where that is between two items) and idle while nobody
    /// does; a record's item is the holder's, its waker the holder's lane. Only who holds the lock, or is
    /// about to under its mutex, writes to it, so it has one writer at a time.
    explicit Gil(core::Nanoseconds interval, recording::LaneWriter* holder = nullptr, GilRules rules = {});

    core::Nanoseconds interval() const noexcept { return m_interval; }

    // What has happened so far; any thread.

    /// How often the lock went to another thread than the last.
    std::uint64_t switches() const noexcept { return m_switches.load(std::memory_order_relaxed); }
    /// How often a waiter has asked the holder to let go.
    std::uint64_t requests() const noexcept { return m_requests.load(std::memory_order_relaxed); }
    /// Waits for a switch whose wake-up was lost.
    std::uint64_t rescued() const noexcept { return m_rescued.load(std::memory_order_relaxed); }

private:
    friend class GilThread;

    bool taken(std::uint64_t ticket) const { return m_locked || (m_rules.inOrder && ticket != m_serving); }
    void hand(GilThread& thread);
    void letGo(GilThread& thread);
    void awaitSwitch(GilThread& thread);

    const core::Nanoseconds m_interval;
    const GilRules m_rules;
    recording::LaneWriter* const m_holder;

    std::mutex m_mutex; // protects what stands up to the next one
    std::condition_variable m_released;
    bool m_locked = false;
    std::uint64_t m_tickets = 0; // of GilRules::inOrder
    std::uint64_t m_serving = 0;

    std::mutex m_switchMutex; // taken after m_mutex
    std::condition_variable m_switched;
    core::LaneIndex m_lastLane = core::noLane; // of the last holder, who may be gone
    GilThread* m_lastHolder = nullptr;         // written under both mutexes, read under either

    std::atomic<std::uint64_t> m_switches{0}; // written under m_mutex
    std::atomic<std::uint64_t> m_requests{0};
    std::atomic<std::uint64_t> m_rescued{0};
};

/// What a thread is to the lock. All of it is called by that thread alone, and the object lives until the
/// last of the lock's threads has come to its end.
class GilThread
{
public:
    explicit GilThread(Gil& gil, core::LaneIndex lane = core::noLane) : m_gil(gil), m_lane(lane) {}
    GilThread(const GilThread&) = delete;
    GilThread& operator=(const GilThread&) = delete;

    /// Takes the lock where it is free.
    bool tryTake();
    /// Waits for the lock. False where it went away without it: once a stop is requested, a waiter gives up
    /// instead of asking the holder to let go, and takes back what it asked before.
    /// Precondition: it does not hold the lock.
    bool take(const std::stop_token& stop = {});
    /// Whose release the last take() ended with; noLane where this thread had the lock last itself.
    core::LaneIndex releasedBy() const noexcept { return m_releasedBy; }
    /// Gives the lock back, as around a blocking call. Where it was asked for, it returns only after another
    /// thread has taken over. Nothing where the lock is not held.
    void release();
    /// The same for the last time: it waits for nobody.
    void finish();

    /// Whether another thread asks for the lock: one atomic load.
    bool asked() const noexcept { return m_asked.load(std::memory_order_relaxed); }
    bool holds() const noexcept { return m_holds; }

    /// The thread begins with an item: the holder's lane shows it as long as this thread holds the lock.
    void begin(core::ItemIndex item) { show(core::State::computing, item); }
    /// It is between items, with the lock or without.
    void end() { show(core::State::dispatch, core::noItem); }

private:
    friend class Gil;

    void show(core::State state, core::ItemIndex item);

    Gil& m_gil;
    const core::LaneIndex m_lane;
    core::ItemIndex m_item = core::noItem;
    core::LaneIndex m_releasedBy = core::noLane;
    bool m_holds = false;
    std::atomic<bool> m_asked{false};
};

} // namespace overlap::executors
