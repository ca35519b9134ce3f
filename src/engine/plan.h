// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment.h"

#include <vector>

namespace overlap::engine {

/// A strategy of the plan: what was asked for, or a baseline that had to be added.
struct PlannedStrategy
{
    core::Strategy strategy;
    bool addedBaseline = false;
};

/// One strategy to be executed once.
struct PlannedRun
{
    std::size_t strategy = 0; ///< index into Plan::strategies
    int block = 0;            ///< from 0; the warm-up block has no number of its own
    int order = 0;            ///< position within the block
    bool warmup = false;
};

struct Plan
{
    std::vector<PlannedStrategy> strategies;
    std::vector<PlannedRun> runs;
};

/// Pure: the same experiment on the same number of cores gives the same plan.
///
/// A missing baseline is added in front of its runtime's strategies. From 5 repeats on a warm-up block runs
/// first. Within a block the strategies run in an order drawn from the seed and the block; a single block
/// keeps the order of the experiment, because it is a demonstration and nobody draws conclusions from its
/// order. Precondition: the experiment is valid.
Plan makePlan(const core::Experiment& experiment, const core::Catalogue& catalogue, int cores);

} // namespace overlap::engine
