// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"

namespace overlap::workloads {

/// Items that are produced and then consumed: two simulated waits, each drawn for its item.
core::WorkloadDescriptor producerConsumerWorkload();

} // namespace overlap::workloads
