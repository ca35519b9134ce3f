// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"

#include <string>
#include <vector>

namespace overlap::workloads {

/// HTTP requests: to any server, or by a path alone ("/delay/1") to the program's own server on this machine.
core::WorkloadDescriptor fetchWorkload();

/// Writes out the ranges of addresses: "/price/[1-3]" becomes /price/1, /price/2, /price/3. Throws
/// core::Error where a range is not one, or more than `most` addresses come out.
std::vector<std::string> expandAddresses(const std::vector<std::string>& patterns, std::size_t most);

} // namespace overlap::workloads
