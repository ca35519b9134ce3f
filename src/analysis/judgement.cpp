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

double relevantShare(double recorderShare)
{
    return recorderShare > harmlessShare ? std::min(recorderShare, 0.99) : 0;
}

} // namespace

bool isVoid(const core::Report& report)
{
    return report.cancelled || !report.environment.measurable;
}

Judgement judgeRatio(const core::Speedup& ratio, double noiseFloor, double recorderShareAbove,
                     double recorderShareBelow)
{
    if (!ratio.interval95)
        return Judgement::tooFewBlocks;
    const double low = ratio.interval95->low * (1 - relevantShare(recorderShareAbove));
    const double high = ratio.interval95->high / (1 - relevantShare(recorderShareBelow));
    if (low > 1 && ratio.value > 1 + noiseFloor)
        return Judgement::faster;
    if (high < 1 && ratio.value < 1 / (1 + noiseFloor))
        return Judgement::slower;
    return Judgement::noDifference;
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
    return judgeRatio(*strategy.speedup, baseline.noiseFloor.value_or(0), baseline.recorderShare,
                      strategy.recorderShare);
}

} // namespace overlap::analysis
