// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runner.h"

#include <string>

namespace overlap::cli {

/// "work: 4 chunks of 500 000 items": what the strategies of a runtime do.
std::string workText(const core::Workload& workload, core::Runtime runtime);

/// What `run` and `sweep` print: machine, table, order of finishing, failures, finding, ceiling,
/// expectations, notes. Every line ends with a line end.
std::string reportText(const engine::ExperimentOutcome& outcome);

/// Some task failed in a run, and was not meant to.
bool someFailed(const core::Report& report);

} // namespace overlap::cli
