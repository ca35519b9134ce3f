// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"

namespace overlap::workloads {

/// Items that pass three stations, each a simulated wait of a given duration.
core::WorkloadDescriptor assemblyLineWorkload();

} // namespace overlap::workloads
