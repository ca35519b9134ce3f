// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/saved_run.h"
#include "engine/runner.h"

#include <memory>
#include <optional>
#include <span>
#include <string>

namespace overlap::engine {

/// What tells the bands of one strategy apart in a sweep over the work, "seconds = 0.5"; else empty.
std::string pointText(const core::Experiment& experiment, const Plan& plan, const PlannedStrategy& planned);

/// A run as files keep it: of each strategy of the plan the run given, in the plan's order; those of which
/// there is none are left out. `environment` and `workload` may be null.
core::SavedRun savedRunOf(const core::Experiment& experiment, const Plan& plan,
                          std::span<const std::shared_ptr<const RunOutcome>> runs,
                          const core::Environment* environment, const core::Workload* workload);

core::SavedRun savedRunOf(const ExperimentOutcome& outcome);

} // namespace overlap::engine
