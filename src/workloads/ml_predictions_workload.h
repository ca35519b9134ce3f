// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"

namespace overlap::workloads {

/// A small neural network applied to batches of samples.
core::WorkloadDescriptor mlPredictionsWorkload();

} // namespace overlap::workloads
