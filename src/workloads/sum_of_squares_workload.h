// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"

namespace overlap::workloads {

/// Tasks that compute and nothing else: each adds the squares of the same range.
core::WorkloadDescriptor sumOfSquaresWorkload();

} // namespace overlap::workloads
