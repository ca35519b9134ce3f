// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"

namespace overlap::workloads {

/// Real JPEG files: decode, scale to a thumbnail, encode, write.
core::WorkloadDescriptor imageResizeWorkload();

} // namespace overlap::workloads
