// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/gil.h"

#include <algorithm>
#include <cerrno>
#include <pthread.h>

namespace overlap::executors {

using core::State;

namespace {

timespec after(clockid_t clock, core::Nanoseconds duration)
{
    timespec moment{};
    clock_gettime(clock, &moment);
    const core::Nanoseconds nanoseconds = moment.tv_nsec + duration;
    moment.tv_sec += static_cast<std::time_t>(nanoseconds / core::nanosecondsPerSecond);
    moment.tv_nsec = static_cast<long>(nanoseconds % core::nanosecondsPerSecond);
    return moment;
}

/// True where the time passed without a signal. The system's own answer: std::condition_variable looks at
/// the clock, and takes a signal that came late for a time-out.
bool timedOut(std::condition_variable& condition, std::mutex& mutex, clockid_t clock,
              core::Nanoseconds duration)
{
    const timespec until = after(clock, duration);
    return pthread_cond_clockwait(condition.native_handle(), mutex.native_handle(), clock, &until) ==
           ETIMEDOUT;
}

} // namespace

Gil::Gil(core::Nanoseconds interval, recording::LaneWriter* holder, GilRules rules)
    : m_interval(std::max(interval, shortestInterval))
    , m_rules(rules)
    , m_holder(holder)
{}

void Gil::hand(GilThread& thread)
{
    {
        const std::lock_guard lock(m_switchMutex);
        m_locked = true;
        if (m_lastHolder != &thread) {
            m_lastHolder = &thread;
            m_lastLane = thread.m_lane;
            m_switches.fetch_add(1, std::memory_order_relaxed);
        }
        if (!m_rules.losesSwitchSignal)
            m_switched.notify_one();
    }
    thread.m_asked.store(false, std::memory_order_relaxed);
    thread.m_holds = true;
    if (m_holder)
        m_holder->enter(State::computing, thread.m_item, 0, 0, thread.m_lane);
}

void Gil::letGo(GilThread& thread)
{
    const std::lock_guard lock(m_mutex);
    if (m_holder)
        m_holder->enter(State::idle);
    thread.m_holds = false;
    m_locked = false;
    if (m_rules.inOrder) {
        ++m_serving;
        m_released.notify_all();
    } else {
        m_released.notify_one();
    }
}

void Gil::awaitSwitch(GilThread& thread)
{
    std::unique_lock lock(m_switchMutex);
    if (m_lastHolder != &thread)
        return;
    thread.m_asked.store(false, std::memory_order_relaxed);
    while (m_lastHolder == &thread) {
        if (timedOut(m_switched, m_switchMutex, CLOCK_MONOTONIC, core::nanosecondsPerSecond) &&
            m_lastHolder != &thread)
            m_rescued.fetch_add(1, std::memory_order_relaxed);
    }
}

bool GilThread::tryTake()
{
    if (!m_gil.m_rules.locks)
        return true;
    const std::lock_guard lock(m_gil.m_mutex);
    if (m_gil.taken(m_gil.m_tickets))
        return false;
    ++m_gil.m_tickets;
    m_gil.hand(*this);
    return true;
}

bool GilThread::take(const std::stop_token& stop)
{
    if (!m_gil.m_rules.locks)
        return true;
    const std::lock_guard lock(m_gil.m_mutex);
    const std::uint64_t ticket = m_gil.m_tickets++;
    const GilThread* askedOf = nullptr;
    while (m_gil.taken(ticket)) {
        const std::uint64_t switches = m_gil.switches();
        if (!timedOut(m_gil.m_released, m_gil.m_mutex, m_gil.m_rules.clock, m_gil.m_interval))
            continue;
        if (!m_gil.m_locked || (m_gil.m_rules.asksOnlyAfterQuiet && m_gil.switches() != switches))
            continue;
        GilThread& holder = *m_gil.m_lastHolder;
        if (stop.stop_requested()) {
            // Else the holder would let go and wait for a thread that does not come. Another waiter asks
            // again after its interval.
            if (askedOf == &holder)
                holder.m_asked.store(false, std::memory_order_relaxed);
            return false;
        }
        holder.m_asked.store(true, std::memory_order_relaxed);
        askedOf = &holder;
        m_gil.m_requests.fetch_add(1, std::memory_order_relaxed);
    }
    // The last holder may be gone; only its lane is looked at.
    m_releasedBy = m_gil.m_lastHolder != this ? m_gil.m_lastLane : core::noLane;
    m_gil.hand(*this);
    return true;
}

void GilThread::release()
{
    if (!m_holds)
        return;
    m_gil.letGo(*this);
    if (m_gil.m_rules.forcesSwitch && asked())
        m_gil.awaitSwitch(*this);
}

void GilThread::finish()
{
    if (m_holds)
        m_gil.letGo(*this);
}

void GilThread::show(State state, core::ItemIndex item)
{
    m_item = item;
    if (m_holds && m_gil.m_holder)
        m_gil.m_holder->enter(state, item, 0, 0, m_lane);
}

} // namespace overlap::executors
