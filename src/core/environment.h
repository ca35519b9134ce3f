// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/message.h"
#include "core/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace overlap::core {

/// The interpreter that the Python strategies ran on.
struct PythonBuild
{
    std::string implementation; ///< "CPython"
    std::string version;        ///< "3.11.2"
    bool freeThreaded = false;  ///< a build that can do without the lock
    bool gil = true;            ///< and whether it had one
    double switchSeconds = 0;   ///< sys.getswitchinterval(); 0 is unknown
};

/// The machine and build that a result came from; travels with every report. Empty strings mean unknown.
struct Environment
{
    std::string program;    ///< "Overlap 0.1.0"
    std::string compiler;   ///< "gcc 12.2.0"
    std::string buildType;  ///< Release, RelWithDebInfo, Debug, with the sanitizers' names
    bool measurable = true; ///< false for debug and sanitizer builds: "not for measurement"
    std::string kernel;
    std::string glibc;
    std::string cpuModel;
    int cores = 1; ///< that this process may use: affinity and cgroup quota
    int onlineCpus = 1;
    double quota = 0; ///< CPUs of the cgroup quota; 0 for none
    std::int64_t memoryBytes = 0;
    double load1 = 0; ///< load average over one minute, at the start
    std::string governor;
    // What decides how far times can be trusted. Empty or −1 means unknown.
    std::string affinity;             ///< "0-1,4": the CPUs that this process may use
    std::int64_t throttledTimes = -1; ///< how often the cgroup's quota held this group back since it exists
    double stealShare = -1;           ///< of all CPU time since the machine started
    int turbo = -1;                   ///< 1 on, 0 off
    int smt = -1;                     ///< 1 on, 0 off or none
    int virtualMachine = -1;          ///< 1 where a hypervisor is below
    int tickHz = -1;                  ///< of the kernel's scheduler
    int addressRandomization = -1;    ///< 2 full, 1 without the heap, 0 off
    int onBattery = -1;               ///< 1 on battery, 0 on mains
    int debugger = -1;                ///< 1 where one is attached
    std::string compilerFlags;
    std::string libraries;             ///< "libcurl/7.88.1 …"
    std::optional<PythonBuild> python; ///< nothing where none was asked for, or none is there
    Message whyNoPython;               ///< what stands in the way of the Python strategies; not in files
    double clockReadNanoseconds = 0;   ///< cost of one monotonic clock read, here and now
    double recordNanoseconds = 0;      ///< cost of recording one state change
    int niceness = 0;                  ///< of the workers: +10 under the window
    std::string date;                  ///< UTC, ISO 8601; a label only

    Value toValue() const;
    /// "Native", "CPython 3.11.2", "CPython 3.13.1 (free-threaded)": the name of a group of strategies.
    Message runtimeName(Runtime runtime) const;
    /// "2 cores · gcc 12 · Linux 6.18"
    Message summary() const;
};

/// One line of the environment card.
struct EnvironmentFact
{
    Message title;
    Message value;   ///< "unknown" where the machine does not tell
    Message warning; ///< why this casts doubt on a measurement and what helps; empty where it does not
};

/// The environment for people: the window's card and `overlap-cli doctor` show the same list.
std::vector<EnvironmentFact> factsOf(const Environment& environment);

} // namespace overlap::core
