// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment.h"

#include <vector>

namespace overlap::engine {

/// One value of a sweep and the experiment that it makes of the swept one, which itself sweeps no more.
struct SweepPoint
{
    core::Value value; ///< null where nothing is swept
    core::Experiment experiment;
};

/// The points in the order of the values; one without a value for an experiment that sweeps nothing. What a
/// value makes of a strategy: core/sweep.h; `workload.<name>` sets a parameter. Precondition: the experiment
/// is valid for this number of cores.
std::vector<SweepPoint> sweepPoints(const core::Experiment& experiment, const core::Catalogue& catalogue,
                                    int cores);

/// Whether all points do the same work, so that a strategy that is the same at two points needs to run only
/// once in a block.
bool sweepsStrategies(const core::Experiment& experiment);

} // namespace overlap::engine
