// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <cstdint>
#include <string>

namespace overlap::engine {

/// Where the CPU controller of this process's cgroup keeps a file of that name: version 2 in its own group,
/// else at the root, else version 1. Empty where there is none.
std::string cgroupFile(const std::string& name);

/// CPUs granted by the quota (cpu.max, cpu.cfs_quota_us); 0 where there is no limit.
double cgroupQuota();

/// How long and how often the quota held the group back, from its `cpu.stat`; 0 where it is not told.
core::Nanoseconds throttledTime(const std::string& statFile);
std::int64_t throttledCount(const std::string& statFile);

} // namespace overlap::engine
