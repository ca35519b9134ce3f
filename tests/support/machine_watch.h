// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <cstdint>
#include <ctime>
#include <fstream>
#include <string>
#include <unistd.h>

namespace overlap::testing {

/// How much of this machine others used since it was made. For tests of timing, whose upper bounds hold where
/// nobody else computes.
class MachineWatch
{
public:
    /// CPUs that others kept busy, the hypervisor's among them.
    double othersCpus() const
    {
        const double elapsed = core::toSeconds(core::monotonicNow() - m_begin);
        return elapsed > 0 ? ((busy() - m_busy) - (own() - m_own)) / elapsed : 0;
    }
    bool disturbed() const { return othersCpus() > 0.25; }

private:
    static double busy()
    {
        std::ifstream file("/proc/stat");
        std::string name;
        std::int64_t user = 0, nice = 0, system = 0, idle = 0, waiting = 0, irq = 0, softirq = 0, stolen = 0;
        file >> name >> user >> nice >> system >> idle >> waiting >> irq >> softirq >> stolen;
        return static_cast<double>(user + nice + system + irq + softirq + stolen) /
               static_cast<double>(sysconf(_SC_CLK_TCK));
    }
    static double own()
    {
        timespec used{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
        return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9;
    }

    core::Nanoseconds m_begin = core::monotonicNow();
    double m_busy = busy();
    double m_own = own();
};

} // namespace overlap::testing
