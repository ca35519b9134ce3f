// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report.h"

#include <optional>
#include <vector>

namespace overlap::analysis {

/// Whether times have a trend over the blocks in which they were measured. Null below blocksForVerdict blocks
/// and where the median time is 0.
///
/// The slope is the median of the slopes through all pairs of runs (Theil 1950, Sen 1968); times the way from
/// the first block to the last, over the median time, it is the share. p is two-sided of the Mann–Kendall
/// test (Mann 1945, Kendall 1975): S = the pairs that rise less those that fall, its variance corrected for
/// ties, the normal approximation with a continuity correction of 1. Sen's interval goes from slope number k
/// = max(1, ⌊(N − 1.959964·√Var S) ÷ 2⌋) of the N sorted slopes, counted from 1, to number N + 1 − k.
///
/// `blocks` are the numbers of the blocks, rising; one time in seconds for each. beyondNoise stays false.
std::optional<core::Drift> driftOf(const std::vector<int>& blocks, const std::vector<double>& times);

/// Tells the drift of each strategy of a report whose noise floors are known. Beyond noise is a drift whose p
/// is below 5 % ÷ the number of strategies (Bonferroni), and whose share exceeds the noise floor of its
/// runtime.
void addDrifts(core::Report& report);

} // namespace overlap::analysis
