// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"

namespace overlap::workloads {

/// Independent tasks that do nothing but wait.
core::WorkloadDescriptor waitWorkload();

} // namespace overlap::workloads
