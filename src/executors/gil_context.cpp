// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/gil_context.h"

namespace overlap::executors {

using core::State;

void GilContext::checkpoint()
{
    InPlaceContext::checkpoint();
    if (m_thread.asked() && m_thread.holds()) [[unlikely]] {
        enter(State::gilWait);
        m_thread.release();
        takeLock();
        InPlaceContext::resume();
    }
}

void GilContext::takeLock()
{
    m_thread.take();
    wokenBy(m_thread.releasedBy());
}

State GilContext::arrive()
{
    m_thread.begin(m_item);
    return m_thread.holds() || m_thread.tryTake() ? State::computing : State::gilWait;
}

void GilContext::admit()
{
    // Nothing is lost yet, so a task that only waits for the lock is cancelled without ever having had it.
    if (!m_thread.take(m_stop))
        throw core::Cancelled();
    wokenBy(m_thread.releasedBy());
    InPlaceContext::resume();
}

core::Nanoseconds GilContext::pause(State state, std::uint8_t flags)
{
    if (state == State::dispatch)
        m_thread.end(); // first, so that the holder's lane has nothing of the item behind its end
    const core::Nanoseconds moment = enter(state, flags);
    if (state != State::dispatch || m_thread.asked())
        m_thread.release();
    return moment;
}

void GilContext::resume()
{
    if (!m_thread.tryTake()) {
        enter(State::gilWait);
        takeLock();
    }
    InPlaceContext::resume();
}

void GilContext::enterNative()
{
    m_thread.release();
    InPlaceContext::enterNative();
}

void GilContext::leaveNative()
{
    InPlaceContext::leaveNative();
    if (m_thread.tryTake())
        return;
    enter(State::gilWait);
    takeLock();
    InPlaceContext::resume();
}

} // namespace overlap::executors
