// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <utility>

namespace overlap::core {

/// A counted resource that stages share, such as the connections of a pool. Any thread.
class Semaphore
{
public:
    explicit Semaphore(int permits) : m_permits(permits), m_free(permits) {}

    /// All of them, whoever has them.
    int permits() const noexcept { return m_permits; }

    bool tryAcquire();
    /// Blocks until a permit is free (true) or a stop is requested (false). `releasedBy` becomes the lane
    /// that gave a permit back last, where this call had to wait for one.
    bool acquire(std::stop_token stop, LaneIndex* releasedBy = nullptr);
    void release(LaneIndex by = noLane);

private:
    const int m_permits;
    std::mutex m_mutex; // protects m_free and m_releasedBy
    std::condition_variable_any m_freed;
    int m_free;
    LaneIndex m_releasedBy = noLane;
};

/// Gives the permit back at the end of its scope. Movable, not copyable.
class Permit
{
public:
    /// `holder` is the lane that has it, where one is known.
    explicit Permit(Semaphore& semaphore, LaneIndex holder = noLane)
        : m_semaphore(&semaphore)
        , m_holder(holder)
    {}
    Permit(Permit&& other) noexcept
        : m_semaphore(std::exchange(other.m_semaphore, nullptr))
        , m_holder(other.m_holder)
    {}
    Permit& operator=(Permit&& other) noexcept
    {
        std::swap(m_semaphore, other.m_semaphore);
        std::swap(m_holder, other.m_holder);
        return *this;
    }
    ~Permit()
    {
        if (m_semaphore)
            m_semaphore->release(m_holder);
    }

private:
    Semaphore* m_semaphore;
    LaneIndex m_holder;
};

} // namespace overlap::core
