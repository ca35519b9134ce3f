// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"

namespace overlap::workloads {

/// Tasks of different complexity, drawn for each: written down, worked on (a simulated wait), collected.
core::WorkloadDescriptor sharedWorkWorkload();

} // namespace overlap::workloads
