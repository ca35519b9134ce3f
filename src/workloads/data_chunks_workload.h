// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"

namespace overlap::workloads {

/// A long list of values in chunks that are worked on apart and combined in input order; one may be told to
/// fail.
core::WorkloadDescriptor dataChunksWorkload();

} // namespace overlap::workloads
