// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"

#include <vector>

namespace overlap::workloads {

/// The explicit list of workloads.
const std::vector<core::WorkloadDescriptor>& builtinWorkloads();

} // namespace overlap::workloads
