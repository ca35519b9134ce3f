// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/future.h"

#include "core/text.h"

#include <algorithm>
#include <chrono>

namespace overlap::executors {

FutureCancelled::FutureCancelled()
    : core::Error(core::Message(OVERLAP_TR_NOOP("Messages", "the task was cancelled")))
{}

FutureTimeout::FutureTimeout(core::Nanoseconds limit)
    : core::Error(core::Message(OVERLAP_TR_NOOP("Messages", "the task has not ended within %1 s"),
                                {core::shortNumber(core::toSeconds(limit))}))
{}

namespace detail {

FutureState FutureCore::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

bool FutureCore::cancel()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_state != FutureState::pending)
            return m_state == FutureState::cancelled;
        m_state = FutureState::cancelled;
    }
    m_ended.notify_all();
    dropFunction();
    return true;
}

void FutureCore::await(std::optional<core::Nanoseconds> limit) const
{
    const core::Nanoseconds begin = core::monotonicNow();
    std::unique_lock lock(m_mutex);
    while (m_state == FutureState::pending || m_state == FutureState::running) {
        const core::Nanoseconds left =
            limit ? *limit - (core::monotonicNow() - begin) : core::nanosecondsPerSecond;
        if (left <= 0)
            throw FutureTimeout(*limit);
        if (ThreadPool::current() == &m_pool)
            throw core::Error(core::Message(OVERLAP_TR_NOOP(
                "Messages", "a task cannot wait for the result of another task of its own pool")));
        // Bounded waits: glibc 2.36 can lose a wake-up (sourceware 25847).
        m_ended.wait_for(lock, std::chrono::nanoseconds(std::min(left, core::nanosecondsPerSecond)));
    }
    if (m_state == FutureState::cancelled)
        throw FutureCancelled();
}

std::exception_ptr FutureCore::error() const
{
    const std::lock_guard lock(m_mutex);
    return m_error;
}

bool FutureCore::begin()
{
    const std::lock_guard lock(m_mutex);
    if (m_state != FutureState::pending)
        return false;
    m_state = FutureState::running;
    return true;
}

void FutureCore::finish(std::exception_ptr error)
{
    {
        const std::lock_guard lock(m_mutex);
        m_state = error ? FutureState::failed : FutureState::done;
        m_error = std::move(error);
    }
    m_ended.notify_all();
}

} // namespace detail

} // namespace overlap::executors
