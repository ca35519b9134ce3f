// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace overlap::cli {

// What the words of a command line ask for. `cores` is what `cores` and `2xcores` in strategies mean. Each
// throws core::Error for bad input.

/// A preset by its id, or a file.
core::Experiment findExperiment(const std::string& name, const Context& context, int cores);

/// The experiment as the options change it, through the one validator.
core::Experiment askedExperiment(core::Experiment experiment, const RunOptions& options,
                                 const Context& context, int cores);

/// The same for a crossover: two strategies and the ends of the range, and as many blocks as a verdict needs
/// unless the options say how many.
core::Experiment askedCrossover(core::Experiment experiment, const RunOptions& options,
                                const Context& context);

/// Strategies that somebody asked for by name are not left out quietly.
void demandPython(const core::Experiment& experiment, const RunOptions& options, const Context& context,
                  const engine::PythonSource& python);

} // namespace overlap::cli
