// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"

namespace overlap::workloads {

/// A computation of a given length, cut into equal tasks, each with a wait behind it where asked for.
core::WorkloadDescriptor cutWorkWorkload();

} // namespace overlap::workloads
