// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executor.h"
#include "core/strategy.h"
#include "recording/recorder.h"

#include <memory>
#include <vector>

namespace overlap::executors {

/// The explicit list of strategies, in the order in which the window offers them.
const std::vector<core::StrategyDescriptor>& builtinStrategies();

/// A fresh executor for one run that records into `recorder`, which outlives it.
/// Precondition: the strategy was parsed against builtinStrategies().
std::unique_ptr<core::Executor> makeExecutor(const core::Strategy& strategy, recording::Recorder& recorder);

} // namespace overlap::executors
