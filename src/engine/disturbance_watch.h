// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report.h"
#include "core/time.h"

#include <atomic>
#include <functional>
#include <thread>
#include <vector>

namespace overlap::engine {

/// Counters of this machine and process, all in nanoseconds and growing since some time in the past.
struct MachineSample
{
    core::Nanoseconds time = 0;         ///< monotonic
    core::Nanoseconds busy = 0;         ///< CPU time of all cores in everybody's work
    core::Nanoseconds own = 0;          ///< CPU time of this process and its children
    core::Nanoseconds stolen = 0;       ///< CPU time that the hypervisor gave to others
    core::Nanoseconds throttled = 0;    ///< time that the cgroup's quota held back
    core::Nanoseconds asleep = 0;       ///< boot time less monotonic time: how long the machine has slept
    core::Nanoseconds longestStall = 0; ///< since the sample before: how late a regular beat came
    int cpus = 1;                       ///< online
};

/// Takes a sample; called on the engine's thread at the borders of blocks.
using MachineProbe = std::function<MachineSample()>;

/// Reads /proc and the cgroup (version 2 or 1), and keeps a thread whose regular beat shows when the whole
/// process was stopped. What the system does not tell counts as nothing.
class SystemProbe
{
public:
    SystemProbe();

    MachineSample sample();

private:
    void beat(std::stop_token stop);

    std::string m_throttleFile;
    std::atomic<core::Nanoseconds> m_longestStall = 0;
    std::jthread m_beat;
};

/// What happened between two samples beyond what is usual. The thresholds:
/// - load: others kept more than a quarter of the online CPUs busy (at most one whole CPU). A desktop at rest
///   uses some hundredths, a playing video about a tenth of a CPU; a compiler or an indexer a whole one.
/// - steal: more than 5 % of all CPU time; quiet virtual machines show less than 1 %.
/// - throttled: more than 2 % of the block.
/// - clock gap: the machine slept for 10 ms or more, or a beat every 50 ms was late by more than 250 ms,
/// which
///   the scheduler of a machine with work for everybody does not do, but a stopped process or virtual machine
///   does.
/// Load and steal are told only of blocks from 250 ms on, because the kernel counts in steps of 10 ms.
std::vector<core::Disturbance> disturbancesBetween(const MachineSample& before, const MachineSample& after);

} // namespace overlap::engine
