// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/scaling_finding.h"

#include "analysis/interval_text.h"
#include "analysis/measured_runs.h"
#include "analysis/report_builder.h"
#include "analysis/scaling_laws.h"
#include "analysis/sweep_finding.h"
#include "core/sweep.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>

namespace overlap::analysis {

using core::Message;
using core::ScalingLaw;
using core::ScalingPoint;
using core::ScalingReport;
using core::StrategyReport;

namespace {

ScalingPoint pointOf(const core::Report& sweep, const StrategyReport& strategy)
{
    const core::Timing timing = sweep.experiment.timing;
    const auto items = static_cast<double>(strategy.items);
    ScalingPoint point;
    point.strategy = strategy.strategy.text();
    point.workers = strategy.strategy.counts.front();
    point.speedup = strategy.speedup->value;
    point.speedupInterval95 = strategy.speedup->interval95;
    point.itemsPerSecond = items / statedSeconds(strategy, timing);
    if (const auto& interval = statedInterval(strategy, timing); interval && interval->low > 0)
        point.itemsPerSecondInterval95 = core::Interval{items / interval->high, items / interval->low};
    point.ceiling = measuredCeiling(strategy.strategy, sweep);
    return point;
}

/// Of every block that both have.
void addSamples(std::vector<ScalingSample>& samples, const core::PointReport& point,
                const StrategyReport& strategy, core::Timing timing)
{
    const auto baseline = std::ranges::find_if(point.strategies, [&](const StrategyReport& one) {
        return one.strategy.text() == strategy.baseline;
    });
    const PairedTimes times = pairedTimes(baseline->runs, strategy.runs, timing);
    for (std::size_t i = 0; i < times.first.size(); ++i)
        samples.push_back(
            {static_cast<double>(strategy.strategy.counts.front()), times.first[i] / times.second[i]});
}

core::Figure percentText(double share)
{
    return core::Figure(core::fixedNumber(share * 100, share < 0.0995 ? 1 : 0));
}

Message sentenceOf(const ScalingReport& scaling)
{
    const ScalingPoint& best = *std::ranges::max_element(scaling.points, {}, &ScalingPoint::speedup);
    const core::Figure gain = ratioTexts(best.speedup, best.speedupInterval95).value;
    if (!scaling.law)
        return Message(OVERLAP_TR_NOOP("Messages",
                                       "The fastest was %1 with %2 ×; a law of scaling needs more "
                                       "blocks or more numbers of workers."),
                       {best.strategy, gain});
    const core::ScalingFit& fit = *fitOf(scaling, *scaling.law);
    const core::LawParameter& share = fit.parameters[1];
    const double rate = fit.parameters[0].value;
    const core::Figure low = percentText(share.interval95.low);
    const core::Figure high = percentText(share.interval95.high);
    if (*scaling.law == ScalingLaw::gustafson)
        return Message(OVERLAP_TR_NOOP("Messages",
                                       "The fastest was %1 with %2 ×; Gustafson's law fits best: each "
                                       "further worker adds %3 × (serial share %4 %, 95 % interval "
                                       "%5 to %6 %)."),
                       {best.strategy, gain, core::ratioText(rate * (1 - share.value)),
                        percentText(share.value), low, high});
    if (*scaling.law == ScalingLaw::amdahl && share.value > 0)
        return Message(
            OVERLAP_TR_NOOP("Messages", "The fastest was %1 with %2 ×; Amdahl's law fits best: %3 % of "
                                        "the work stays serial (95 % interval %4 to %5 %), and its limit "
                                        "for any number of workers is %6 ×."),
            {best.strategy, gain, percentText(share.value), low, high, core::ratioText(rate / share.value)});
    if (!scaling.peakWorkers)
        return Message(OVERLAP_TR_NOOP("Messages",
                                       "The fastest was %1 with %2 ×; no part of the work stays serial "
                                       "as far as was measured, and every worker adds as much as the "
                                       "first."),
                       {best.strategy, gain});
    const core::Figure contention = percentText(share.value);
    const core::Figure coherency(core::shortNumber(std::round(fit.parameters[2].value * 1e6) / 1e4));
    const core::Figure peak = core::fixedNumber(*scaling.peakWorkers, 0);
    if (*scaling.peakWorkers > scaling.points.back().workers)
        return Message(OVERLAP_TR_NOOP("Messages",
                                       "The fastest was %1 with %2 ×; the Universal Scalability Law fits "
                                       "best (contention %3 %, coherency %4 %): the peak would be at %5 "
                                       "workers, more than were measured."),
                       {best.strategy, gain, contention, coherency, peak});
    return Message(OVERLAP_TR_NOOP("Messages",
                                   "The fastest was %1 with %2 ×; the Universal Scalability Law fits "
                                   "best (contention %3 %, coherency %4 %): the peak is at %5 workers, "
                                   "and more are slower."),
                   {best.strategy, gain, contention, coherency, peak});
}

} // namespace

std::vector<ScalingReport> scalingOf(const core::Report& sweep)
{
    std::vector<ScalingReport> reports;
    if (!sweep.experiment.sweep || sweep.experiment.sweep->over != core::overWorkers)
        return reports;
    for (const SweptSeries& series : seriesOf(sweep)) {
        if (series.strategy.substr(0, series.strategy.find('@')).find(':') != std::string::npos)
            continue;
        ScalingReport scaling;
        scaling.strategy = series.strategy;
        std::vector<ScalingSample> samples;
        for (const SweptSeries::At& at : series.at) {
            const StrategyReport& strategy = *at.strategy;
            const bool again = std::ranges::any_of(scaling.points, [&](const ScalingPoint& point) {
                return point.strategy == strategy.strategy.text(); // "2" and "cores" on two cores
            });
            if (again || !isSound(strategy) || !strategy.speedup || strategy.strategy.counts.empty())
                continue;
            scaling.runtime = strategy.strategy.runtime;
            scaling.points.push_back(pointOf(sweep, strategy));
            addSamples(samples, *at.point, strategy, sweep.experiment.timing);
        }
        if (scaling.points.empty())
            continue;
        std::ranges::sort(scaling.points, {}, &ScalingPoint::workers);
        scaling.fits = fitLaws(samples);
        if (const core::ScalingFit* law = chosenLaw(scaling.fits)) {
            scaling.law = law->law;
            scaling.peakWorkers = peakOf(*law);
        }
        scaling.sentence = sentenceOf(scaling);
        reports.push_back(std::move(scaling));
    }
    return reports;
}

} // namespace overlap::analysis
