// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/semaphore.h"

#include <chrono>

namespace overlap::core {

bool Semaphore::tryAcquire()
{
    const std::lock_guard lock(m_mutex);
    if (m_free == 0)
        return false;
    --m_free;
    return true;
}

bool Semaphore::acquire(std::stop_token stop, LaneIndex* releasedBy)
{
    std::unique_lock lock(m_mutex);
    // Bounded waits: glibc 2.36 can lose a wake-up (sourceware 25847).
    const bool waits = m_free == 0;
    while (m_free == 0) {
        if (stop.stop_requested())
            return false;
        m_freed.wait_for(lock, stop, std::chrono::seconds(1), [this] { return m_free > 0; });
    }
    --m_free;
    if (waits && releasedBy)
        *releasedBy = m_releasedBy;
    return true;
}

void Semaphore::release(LaneIndex by)
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_free;
        m_releasedBy = by;
    }
    m_freed.notify_one();
}

} // namespace overlap::core
