// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/judgement.h"

#include "analysis/bootstrap.h"
#include "analysis/measured_runs.h"
#include "analysis/standing.h"

#include <algorithm>

namespace overlap::analysis {

using core::Judgement;

namespace {

constexpr double harmlessShare = 0.05;

double relevantShare(const core::StrategyReport& report)
{
    return report.recorderShare > harmlessShare ? std::min(report.recorderShare, 0.99) : 0;
}

} // namespace

bool isVoid(const core::Report& report)
{
    return report.cancelled || !report.environment.measurable;
}

Judgement judge(const core::StrategyReport& strategy, const core::StrategyReport& baseline,
                const core::Report& report)
{
    if (!strategy.speedup || !strategy.comparable || isVoid(report) || !isWhole(strategy.tasks) ||
        !isWhole(baseline.tasks))
        return Judgement::none;
    const std::size_t blocks =
        pairedTimes(strategy.runs, baseline.runs, report.experiment.timing).first.size();
    if (blocks < blocksForVerdict || !strategy.speedup->interval95)
        return Judgement::tooFewBlocks;
    const double floor = baseline.noiseFloor.value_or(0);
    const double low = strategy.speedup->interval95->low * (1 - relevantShare(baseline));
    const double high = strategy.speedup->interval95->high / (1 - relevantShare(strategy));
    if (low > 1 && strategy.speedup->value > 1 + floor)
        return Judgement::faster;
    if (high < 1 && strategy.speedup->value < 1 / (1 + floor))
        return Judgement::slower;
    return Judgement::noDifference;
}

} // namespace overlap::analysis
