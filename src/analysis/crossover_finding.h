// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossover_report.h"

namespace overlap::analysis {

/// One value, from the report of the experiment that was run at it. Open, and without a ratio, where its
/// times cannot be compared. `crossover` has its strategies and its level; the seed is the experiment's.
core::CrossoverPoint crossoverPointOf(const core::CrossoverReport& crossover, core::Value value,
                                      const core::Report& report);

/// Fills in what follows from the points: their order, outcome, crossings, the sentence, and hints about how
/// far it can be trusted. The hints of the runs are the caller's to add.
void concludeCrossover(core::CrossoverReport& crossover);

/// A value of the parameter as people read it, up to three digits: "1.2 ms", "8 MB"; whole numbers
/// have all of theirs: "31 600".
core::Figure crossoverValueText(core::ParameterKind kind, double value);

} // namespace overlap::analysis
