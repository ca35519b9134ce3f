// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"

namespace overlap::workloads {

/// Twelve tasks of which four are there to fail, each in its own way; their results collected or forgotten.
core::WorkloadDescriptor failingTasksWorkload();

} // namespace overlap::workloads
