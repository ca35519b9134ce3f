// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"

namespace overlap::workloads {

/// Sines, roots and logarithms, the same amount in every chunk.
core::WorkloadDescriptor heavyChunksWorkload();

} // namespace overlap::workloads
