// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"

namespace overlap::workloads {

/// Files that are read, processed and written: three simulated waits each, one stage per step.
core::WorkloadDescriptor fileBatchWorkload();

} // namespace overlap::workloads
