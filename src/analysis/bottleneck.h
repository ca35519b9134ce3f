// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report.h"
#include "core/timeline.h"
#include "core/workload.h"

#include <string>
#include <vector>

namespace overlap::analysis {

/// What each stage of a pipeline did in a run that has ended: a worker's tasks, and the time that each task
/// took from its begin to its end but for waiting for room in the queue behind. `workers` has a number for
/// each stage. Tasks that failed or were cancelled are left out. Where workers have no tasks at all, their
/// zeros stand behind the others.
std::vector<core::StageSample> stageSamplesOf(const core::Timeline& timeline,
                                              const std::vector<core::StageInfo>& stages,
                                              const std::vector<int>& workers);

/// Stages are tied with the slowest from this share of its time per item on.
inline constexpr double tiedFrom = 0.95;

/// A stage lets an item through every (mean time of its tasks ÷ its workers) seconds; the one with the most
/// is the bottleneck, of those that are tied with it the first. `feedSeconds` is the interval between two
/// items as measured, 0 for none: the feeder is then a stage that does nothing but let an item go.
///
/// No run can end before its slowest stage has done all its tasks, the first item has come through the
/// stages before it and the last one through those behind: Σ tasks ÷ workers (and no less than the longest
/// task) + Σ over the other stages of their shortest task; for the feeder interval × (items − 1) + Σ over all
/// stages of their shortest. The bound is the largest of these over the stages.
///
/// Times per item and bounds are medians over the runs. Nothing where a run has no stages, or one that did no
/// task.
std::optional<core::Bottleneck> bottleneckOf(const std::vector<const core::RunReport*>& runs,
                                             double feedSeconds);

/// A sentence on one strategy.
struct StrategyNote
{
    std::string strategy;
    core::Message sentence; ///< without the strategy's name
};

/// What there is to say of the pipelines of a report beside their times: when the last item was done, where
/// the program ended noticeably later; the bottleneck; how the tasks were shared out; and why a pool of as
/// many workers was faster, where one was. Nothing of work that was stopped or failed in part.
std::vector<StrategyNote> stageNotesOf(const core::Report& report);

} // namespace overlap::analysis
