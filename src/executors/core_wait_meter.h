// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

namespace overlap::executors {

/// Finds the time in which a computing thread had no core. Between two looks of a thread that computes there
/// are about 20 µs; where there are many more, either it had no core or it was in one long native call, and
/// the CPU time that it has used tells which. That clock costs 250 ns, the monotonic one 30, so it is read
/// where a gap asks for it and at most every 100 µs besides. Belongs to one thread.
class CoreWaitMeter
{
public:
    /// A gap below this is no wait that anybody sees, and is not looked into.
    static constexpr core::Nanoseconds shortestGap = 500'000;

    /// The thread begins to compute, after waiting or doing something else.
    void begin(core::Nanoseconds now) noexcept
    {
        m_seen = now;
        if (now - m_readAt > longestUnread)
            read(now);
    }

    /// The thread has computed since begin() or the last look. How much of the time just before `now` it had
    /// no core.
    core::Nanoseconds look(core::Nanoseconds now) noexcept
    {
        const core::Nanoseconds gap = now - m_seen;
        m_seen = now;
        return gap < shortestGap ? 0 : resolve(gap, now);
    }

private:
    static constexpr core::Nanoseconds longestUnread = 100'000;

    void read(core::Nanoseconds now) noexcept
    {
        m_cpu = core::threadCpuNow();
        m_readAt = now;
    }

    core::Nanoseconds resolve(core::Nanoseconds gap, core::Nanoseconds now) noexcept
    {
        const core::Nanoseconds cpu = m_cpu;
        const core::Nanoseconds readAt = m_readAt;
        read(now);
        const core::Nanoseconds without = (now - readAt) - (m_cpu - cpu);
        // What is less than a scheduler's own work for a switch is the clocks' difference.
        if (without < longestUnread)
            return 0;
        return without < gap ? without : gap;
    }

    core::Nanoseconds m_seen = 0;
    core::Nanoseconds m_cpu = 0;
    core::Nanoseconds m_readAt = 0; // long ago, so the first begin() reads
};

} // namespace overlap::executors
