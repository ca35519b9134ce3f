// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"

namespace overlap::workloads {

/// Five services that are asked how they are: a simulated wait each, and an answer drawn from the seed.
core::WorkloadDescriptor serviceHealthWorkload();

} // namespace overlap::workloads
