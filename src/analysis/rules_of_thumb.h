// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report.h"

#include <vector>

namespace overlap::analysis {

/// What becomes of the lesson's rules of thumb on this machine, by the measured points of a sweep that tries
/// one; empty for any other report. Two points are as good where the smaller speed-up is at least 95 % of the
/// larger; where it is not and their 95 % intervals overlap, a rule about workers or queues stays open.
///
///   thread-workers   “cut-work” that waits, swept over workers, threads: holds where some number from 2 to
///                    5 × cores is as good as the best; open where none was tried
///   process-workers  “cut-work” that only computes, swept over workers, processes: the same of cores
///   queue-size       a pipeline of the “assembly-line” swept over its queues: the same of 1 to 3 × workers
///   granularity      “cut-work” swept over its tasks: holds where tasks below 0.1 s are not as good as the
///                    best, and some of 0.1 to 1 s are
///   worth-it         “cut-work” swept over its whole work: holds where the least work from which on all
///                    points gain (the interval, or without one 5 %, is above 1) is 0.05 to 0.2 s
///   switch-interval  the “convoy” swept over the switch interval: holds where the longest interval delays
///                    the task that waits at least twice as much as the shortest
///
/// Lengths are measured ones: the baseline's time.
std::vector<core::RuleVerdict> rulesOf(const core::Report& sweep);

} // namespace overlap::analysis
