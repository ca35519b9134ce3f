// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report.h"
#include "core/time.h"

#include <array>
#include <vector>

namespace overlap::analysis {

using StateTimes = std::array<core::Nanoseconds, core::stateCount>;

/// workers × wall divided among the states, in seconds.
///
/// `lanes` holds the exact totals of each worker from t = 0 until it retired. What reaches beyond the wall
/// time is taken off what a lane does when all work is over: idle, waiting
/// for work, a process's last answer on its way, dispatch, or starting where a
/// thread came too late to do anything. A lane that ended early is idle for the rest.
std::array<double, core::stateCount> ledgerSeconds(const std::vector<StateTimes>& lanes,
                                                   core::Nanoseconds wall);

/// The same as shares that sum to 1; all zero where there is no time at all.
std::array<double, core::stateCount> ledgerShares(const std::array<double, core::stateCount>& seconds);

/// The median of each state's share over several runs, scaled so that they sum to 1 again: where shares swap
/// places from run to run, the medians alone would leave a hole.
std::array<double, core::stateCount> medianShares(const std::vector<const core::RunReport*>& runs);

} // namespace overlap::analysis
