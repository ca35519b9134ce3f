// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"

namespace overlap::workloads {

/// One multiplication for each task: what is measured is everything around it.
core::WorkloadDescriptor doublingsWorkload();

} // namespace overlap::workloads
