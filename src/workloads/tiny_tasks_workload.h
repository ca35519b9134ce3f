// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"

namespace overlap::workloads {

/// Tasks that are over before anybody could have helped.
core::WorkloadDescriptor tinyTasksWorkload();

} // namespace overlap::workloads
