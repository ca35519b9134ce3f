// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/judgement.h"

#include "analysis/bootstrap.h"
#include "analysis/measured_runs.h"
#include "analysis/noise_floor.h"
#include "analysis/standing.h"

#include <algorithm>
#include <limits>

namespace overlap::analysis {

using core::Judgement;

namespace {

constexpr double harmlessShare = 0.05;

double relevantShare(double recorderShare)
{
    return recorderShare > harmlessShare ? std::min(recorderShare, 0.99) : 0;
}

/// The ratios of the blocks against each other, as the noise floor compares times: a machine that is now
/// faster and now slower raises the floor of a baseline alone, though not of what is compared within a block.
double pairedFloor(const PairedTimes& pairs, std::uint64_t seed)
{
    return noiseFloorOf(ratiosOf(pairs), seed).value_or(std::numeric_limits<double>::infinity());
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
    const PairedTimes pairs = pairedTimes(baseline.runs, strategy.runs, report.experiment.timing);
    if (pairs.first.size() < blocksForVerdict || !strategy.speedup->interval95)
        return Judgement::tooFewBlocks;
    const double floor =
        std::min(baseline.noiseFloor.value_or(0), pairedFloor(pairs, report.experiment.seed));
    return judgeRatio(*strategy.speedup, floor, baseline.recorderShare, strategy.recorderShare);
}

} // namespace overlap::analysis
