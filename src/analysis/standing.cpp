// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/standing.h"

namespace overlap::analysis {

bool isWhole(const core::TaskCounts& tasks)
{
    return tasks.cancelled == 0 && tasks.notMeant() == 0;
}

Standing standingOf(const core::StrategyReport& strategy)
{
    constexpr double visibleDifference = 0.05;
    if (strategy.runs.empty() && strategy.medianWallSeconds <= 0)
        return Standing::waiting;
    if (strategy.tasks.cancelled > 0)
        return Standing::unfinished;
    if (strategy.tasks.notMeant() > 0)
        return Standing::failed;
    if (strategy.baseline == strategy.strategy.text())
        return Standing::baseline;
    if (!strategy.speedup)
        return Standing::notComparable;
    switch (strategy.judgement) {
    case core::Judgement::faster:
        return Standing::gain;
    case core::Judgement::slower:
        return Standing::loss;
    case core::Judgement::noDifference:
        return Standing::noDifference;
    default:
        break;
    }
    const core::Speedup& speedup = *strategy.speedup;
    if (speedup.interval95) {
        if (speedup.interval95->low > 1)
            return Standing::gain;
        return speedup.interval95->high < 1 ? Standing::loss : Standing::noDifference;
    }
    if (speedup.value >= 1 + visibleDifference)
        return Standing::gain;
    return speedup.value <= 1 / (1 + visibleDifference) ? Standing::loss : Standing::noDifference;
}

} // namespace overlap::analysis
