// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report.h"

namespace overlap::analysis {

/// What stands in the way of any verdict, whatever the times say.
bool isVoid(const core::Report& report);

/// Faster or slower needs blocksForVerdict blocks, a 95 % interval that leaves out 1, and a ratio beyond
/// 1 ± the noise floor: the baseline's own, or that of the ratios within the blocks where it is lower,
/// because what a block's moment did to both sides is no noise of the comparison. The interval itself is not
/// asked to lie beyond the floor: both measure the same scatter, and counted twice it hides a slowdown of 10
/// % in two of three cases that the interval alone finds (tests/analysis/tst_judgement.cpp simulates both).
///
/// A recorder share above 5 % voids a verdict only where it could turn its sign: the interval is widened by
/// that share on both sides.
///
/// The judgement of a ratio of medians of as many blocks as a verdict needs, by the same rule: faster where
/// `above` lies beyond what noise of that share explains, so that what stands below takes less. The recorder
/// shares are those of the strategies above and below.
core::Judgement judgeRatio(const core::Speedup& ratio, double noiseFloor, double recorderShareAbove,
                           double recorderShareBelow);

/// `strategy` has its speed-up, `baseline` its noise floor, and it is known of both whether they are
/// comparable.
core::Judgement judge(const core::StrategyReport& strategy, const core::StrategyReport& baseline,
                      const core::Report& report);

} // namespace overlap::analysis
