// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/report_builder.h"
#include "analysis/speedup.h"

#include <optional>
#include <vector>

// When an experiment with a precision has measured enough. The rule is fixed before the first block: behind
// each whole measured block, from blocksForVerdict on (or the limit, where that is less), it stops where the
// 95 % interval of every speed-up is no wider (high − low) than the precision times that speed-up; else at
// the limit. It looks at how wide the intervals are, never at where they lie, so it does not stop because the
// figures look good; what looking again and again costs all the same is simulated in
// tests/analysis/tst_false_alarms.cpp.

namespace overlap::analysis {

/// Blocks, of an experiment that stops when it is sure and was given no other limit.
inline constexpr int usualLimit = 100;

/// The interval's width as a share of the speed-up; null without an interval.
std::optional<double> widthOf(const core::Speedup& speedup);

/// The measured blocks before which no experiment stops because it is sure.
int leastBlocks(const core::Experiment& experiment);

/// The samples of the strategies that are compared with each other: of an experiment all, of a sweep those at
/// one of its values.
using ComparedSamples = std::vector<const StrategySample*>;

/// Whether the rule says to stop. False where the experiment has no precision, where nothing is compared, and
/// between the runs of a block.
bool isSure(const core::Experiment& experiment, const std::vector<ComparedSamples>& points,
            Bootstraps& bootstraps);

/// How far the experiment came, told of the report's strategies or, of a sweep, of its points. Null where it
/// has no precision and where nothing is compared.
std::optional<core::Stopping> stoppingOf(const core::Report& report);

/// Why it stopped, or that the limit came first; empty where neither, because it goes on or somebody stopped
/// it.
core::Message stoppingHint(const core::Report& report);

} // namespace overlap::analysis
