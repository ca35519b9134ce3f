// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"

namespace overlap::workloads {

/// One task that waits again and again beside one that computes: under an interpreter's lock the convoy.
core::WorkloadDescriptor convoyWorkload();

} // namespace overlap::workloads
