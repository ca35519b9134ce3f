// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report.h"
#include "core/timeline.h"

#include <vector>

namespace overlap::analysis {

// What happened in the runs of a strategy, in words and from measured data alone. Shares are of worker time
// (workers × wall) and medians over the measured runs, as in a ledger; what only lanes tell is of the last
// measured run. Each threshold below says why it is where it is.

/// A tenth of worker time: the smallest effect that ten blocks are asked to find, and about the smallest that
/// an eye finds in the lanes. Below it nothing is said of a lock, of a core, of transfer, of the end of a
/// run.
inline constexpr double noticeableShare = 0.10;

/// A stage is the bottleneck where it is slower than the next by a quarter: below that one worker more would
/// only make the other one the slowest. And the others waited for it, or had nothing left to do, for a
/// noticeable share.
inline constexpr double clearlySlower = 1.25;

/// A stage starves where it waits for work for a quarter of the time between its first task and its last:
/// where stages are about as fast as each other they wait now and then, because tasks differ. The time before
/// the first task is how a line fills, and no loss.
/// A single worker that needs less than a quarter of the slowest stage's time for an item only
/// hands things over: it has to wait, and there cannot be fewer.
inline constexpr double starvedShare = 0.25;
inline constexpr double leastStarved = 0.25;

/// Workers are too many for the cores where a quarter more than there are cores want one at an average moment
/// (computing or waiting for a core). What other programs take shows with few workers as well and is no
/// fault of theirs.
inline constexpr double crowdedCores = 1.25;

/// Start-up weighs where it is a fifth of the time from nothing to the last result and at least a
/// millisecond, below which nobody notices. What the baseline needs for starting, such as an interpreter,
/// does not count: the person pays that anyway.
inline constexpr double heavyStartup = 0.20;
inline constexpr double shortestStartup = 0.001;

/// A task is tiny below 100 µs, about what handing it to a process and back costs, where more than half of
/// worker time is not spent on tasks. Then starting, transfer and idling are consequences, and only start-up
/// is told beside it.
inline constexpr double tinyTaskSeconds = 1e-4;
inline constexpr double tinyUsefulShare = 0.5;

/// The last task is a long one from twice the median on: then it, and not the number of workers, makes the
/// others wait. Where the items divide evenly, idling at the end is told only where the last task is longer
/// than the median by a quarter and cores were not short, so that equal tasks of which one got less of a busy
/// machine are no lesson.
inline constexpr double longTask = 2.0;
inline constexpr double longerTask = 1.25;

/// Everything noticeable about one strategy of a report, in the order of DiagnosisKind. `timeline` is of its
/// last measured run; null where there is none: then starvation, back-pressure, stragglers and places are
/// not told. Nothing of a single worker, of work that was stopped, or that failed where it was not meant to.
/// A remedy names a strategy where the figures say that it helps; it may cost elsewhere.
std::vector<core::Diagnosis> diagnosesOf(const core::StrategyReport& strategy, const core::Report& report,
                                         const core::Timeline* timeline);

} // namespace overlap::analysis
