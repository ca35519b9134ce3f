// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment.h"

#include <set>
#include <vector>

namespace overlap::engine {

/// A strategy of the plan: what was asked for, or a baseline that had to be added.
struct PlannedStrategy
{
    core::Strategy strategy;
    bool addedBaseline = false;
    std::size_t variant = 0; ///< of the workload: into Plan::points where a sweep changes the work, else 0
};

/// One strategy to be executed once.
struct PlannedRun
{
    std::size_t strategy = 0; ///< index into Plan::strategies
    int block = 0;            ///< from 0; the warm-up block has no number of its own
    int order = 0;            ///< position within the block
    bool warmup = false;
    bool operator==(const PlannedRun&) const = default;
};

/// One value of a sweep; a plan without a sweep has one, with a null value.
struct PlanPoint
{
    core::Value value;
    core::Experiment experiment;         ///< as it is at this value; sweeps nothing
    std::vector<std::size_t> strategies; ///< into Plan::strategies; points may share one
};

struct Plan
{
    std::vector<PlannedStrategy> strategies;
    std::vector<PlannedRun> runs;
    std::vector<PlanPoint> points;
};

/// Runs of a sweep beyond this would take days; the same limit holds for all.
inline constexpr std::size_t maximumRuns = 100'000;

/// Pure: the same experiment on the same number of cores gives the same plan.
///
/// A missing baseline is added in front of its runtime's strategies. From 5 repeats on a warm-up block runs
/// first. Within a block the strategies run in an order drawn from the seed and the block, all points of a
/// sweep among each other; a single block without a sweep keeps the order of the experiment, because it is a
/// demonstration and nobody draws conclusions from its order. What is the same at several points of a sweep
/// over strategies, such as the baseline, runs once in a block. Throws Error for more than maximumRuns.
/// Precondition: the experiment is valid.
Plan makePlan(const core::Experiment& experiment, const core::Catalogue& catalogue, int cores);

/// Of how many threads each measured block measures the ceiling: those of which an expectation asks a share,
/// and in a sweep over workers its own numbers, none beyond the cores. One thread is its own ceiling. The
/// expectations name strategies by their canonical texts.
std::set<int> ceilingCounts(const Plan& plan, const core::Experiment& experiment, int cores);

/// The order of the run before which a measured block measures the ceiling. Drawn from the seed and the
/// block, so that no strategy is always the one that follows a machine that all threads have just heated.
int ceilingPlace(const Plan& plan, const core::Experiment& experiment, int block);

/// How many blocks may run anew in place of disturbed ones: fixed before the first, so that nobody measures
/// until it looks good. None below 5 repeats, where a disturbed block is only marked; then half as many as
/// were asked for.
int extraBlocks(int repeats);

/// The runs of the extra block with that index (from 0). Its number follows those of the plan.
std::vector<PlannedRun> extraBlock(const Plan& plan, const core::Experiment& experiment, int index);

} // namespace overlap::engine
