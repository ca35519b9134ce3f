// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crossover_report.h"

#include <string>

namespace overlap::cli {

/// What `crossover` prints: machine, a table of the values that were tried, the answer, how it was found,
/// notes. Every line ends with a line end.
std::string crossoverText(const core::CrossoverReport& report);

/// How it was measured, in a line without its end.
std::string crossoverMethodText(const core::CrossoverReport& report);

/// "workload.count = 31 600: threads:2 1.42 × as fast as sequential, 1.38 – 1.46", for who waits.
std::string crossoverPointText(const core::CrossoverReport& report, const core::CrossoverPoint& point);

} // namespace overlap::cli
