// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/measuring.h"

#include "analysis/bootstrap.h"
#include "analysis/stop_rule.h"

#include <algorithm>

namespace overlap::session {

core::Experiment forMeasuring(core::Experiment experiment)
{
    experiment.repeats = std::max(experiment.repeats, static_cast<int>(analysis::blocksForVerdict));
    return experiment;
}

core::Experiment untilSure(core::Experiment experiment, double precision)
{
    experiment.repeats = std::max(experiment.repeats, analysis::usualLimit);
    experiment.precision = precision;
    return experiment;
}

std::optional<double> secondsToMeasure(const core::Experiment& experiment, const engine::Plan& plan,
                                       const core::Report* last)
{
    if (!last || experiment.sweep || plan.strategies.empty())
        return std::nullopt;
    const core::Experiment& other = last->experiment;
    if (other.workload != experiment.workload || other.parameters != experiment.parameters ||
        other.timeScale != experiment.timeScale || other.feedSeconds != experiment.feedSeconds)
        return std::nullopt;
    double block = 0;
    for (const engine::PlannedStrategy& planned : plan.strategies) {
        const core::StrategyReport* known = last->strategy(planned.strategy.text());
        if (!known || known->tasks.cancelled > 0)
            return std::nullopt;
        block += known->coldWallSeconds;
    }
    return block * (forMeasuring(experiment).repeats + 1); // and the warm-up
}

} // namespace overlap::session
