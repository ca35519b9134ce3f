// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"

namespace overlap::workloads {

/// Prices that are fetched over HTTP, analysed on a core and saved in a file each: real work of three kinds.
core::WorkloadDescriptor pricePipelineWorkload();

} // namespace overlap::workloads
