// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runner.h"

#include <optional>

namespace overlap::engine {

/// How long a sweep takes if nothing in it is slower than one after the other.
struct SweepEstimate
{
    double seconds = 0;
    std::size_t runs = 0; ///< of the whole plan, without blocks that may run anew
    int timedRuns = 0;    ///< that the estimate was made of
};

/// Runs the baselines once at the smallest and the largest value (once where the work is the same everywhere)
/// and counts every run of the plan as long as its point's baseline, start-up included, in between by a
/// straight line; the ceilings of a sweep over workers come on top. Null where a stop came. Precondition:
/// the experiment is valid and has a sweep.
std::optional<SweepEstimate> estimateSweep(const core::Experiment& experiment, const EngineServices& services,
                                           std::stop_token stop);

} // namespace overlap::engine
