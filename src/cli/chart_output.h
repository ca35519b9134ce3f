// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace overlap::cli {

/// Refuses kinds and file endings that are not known, before anything runs. Throws core::Error.
void checkCharts(const std::vector<ChartRequest>& requests);

/// The same for a crossover, which has a chart of its own and no other.
void checkCrossoverCharts(const std::vector<ChartRequest>& requests);

/// The same for what was opened from a file, of which there are lanes alone.
void checkLanesCharts(const std::vector<ChartRequest>& requests);

/// Makes the program's only QApplication, without a display. Main thread. Throws core::Error.
void writeCharts(const std::vector<ChartRequest>& requests, const engine::ExperimentOutcome& outcome,
                 const Context& context);
void writeCrossoverCharts(const std::vector<ChartRequest>& requests, const core::CrossoverReport& report,
                          const Context& context);
void writeLanesCharts(const std::vector<ChartRequest>& requests, const core::SavedRun& run,
                      const Context& context);

} // namespace overlap::cli
