// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment.h"

namespace overlap::core {

/// How many values a search may measure: fixed before the first, so that nobody measures until it looks good.
struct CrossoverBudget
{
    int points = 10;
};

inline constexpr int fewestCrossoverPoints = 5;
inline constexpr int mostCrossoverPoints = 30;
/// Below, there are no intervals, and without them nobody is surely faster.
inline constexpr int fewestCrossoverRepeats = 5;

/// A crossover is asked for by an ordinary experiment: its two strategies, and a sweep over a parameter of
/// the work whose two values are the ends of the range. Checks what that needs beyond validateExperiment(),
/// which this calls, and appends the problems found. Completes the parameters. A precision is of no account:
/// all values get as many blocks as `repeats` says.
void validateCrossover(Experiment& experiment, const Catalogue& catalogue, int cores,
                       std::vector<Problem>& problems);

/// The pair to compare where nobody has chosen two: the first strategy that is no baseline, behind the
/// baseline of its runtime. As they are where there is none.
std::vector<std::string> crossoverStrategies(const std::vector<std::string>& strategies,
                                             const Catalogue& catalogue);

} // namespace overlap::core
