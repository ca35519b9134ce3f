// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"

namespace overlap::workloads {

/// Items that are large and take little work: each is the array that has to get to its worker.
core::WorkloadDescriptor payloadWorkload();

} // namespace overlap::workloads
