// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"

namespace overlap::workloads {

/// Real files, read piece by piece: SHA-256 of each, and the line of a list of digests.
core::WorkloadDescriptor fileDigestsWorkload();

} // namespace overlap::workloads
