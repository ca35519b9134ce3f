// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sweep.h"

#include "core/sweep.h"

namespace overlap::engine {

bool sweepsStrategies(const core::Experiment& experiment)
{
    return experiment.sweep && experiment.sweep->over.starts_with(core::overStrategy);
}

std::vector<SweepPoint> sweepPoints(const core::Experiment& experiment, const core::Catalogue& catalogue,
                                    int cores)
{
    if (!experiment.sweep)
        return {{core::Value(), experiment}};
    const std::string& over = experiment.sweep->over;
    std::vector<SweepPoint> points;
    for (const core::Value& value : experiment.sweep->values) {
        core::Experiment variant = experiment;
        variant.sweep.reset();
        variant.precision.reset(); // of the whole sweep, not of a point
        for (std::string& strategy : variant.strategies)
            strategy = core::strategyAt(strategy, over, value, catalogue, cores);
        if (over.starts_with(core::overWorkload))
            variant.parameters.set(over.substr(core::overWorkload.size()), value);
        points.push_back({value, std::move(variant)});
    }
    return points;
}

} // namespace overlap::engine
