// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <utility>

namespace overlap::core {

/// A counted resource that stages share, such as the connections of a pool. Any thread.
class Semaphore
{
public:
    explicit Semaphore(int permits) : m_free(permits) {}

    bool tryAcquire();
    /// Blocks until a permit is free (true) or a stop is requested (false).
    bool acquire(std::stop_token stop);
    void release();

private:
    std::mutex m_mutex; // protects m_free
    std::condition_variable_any m_freed;
    int m_free;
};

/// Gives the permit back at the end of its scope. Movable, not copyable.
class Permit
{
public:
    explicit Permit(Semaphore& semaphore) : m_semaphore(&semaphore) {}
    Permit(Permit&& other) noexcept : m_semaphore(std::exchange(other.m_semaphore, nullptr)) {}
    Permit& operator=(Permit&& other) noexcept
    {
        std::swap(m_semaphore, other.m_semaphore);
        return *this;
    }
    ~Permit()
    {
        if (m_semaphore)
            m_semaphore->release();
    }

private:
    Semaphore* m_semaphore;
};

} // namespace overlap::core
