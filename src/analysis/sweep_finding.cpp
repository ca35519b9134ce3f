// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/sweep_finding.h"

#include "analysis/interval_text.h"
#include "analysis/measured_runs.h"
#include "core/sweep.h"
#include "core/text.h"

#include <algorithm>
#include <set>

namespace overlap::analysis {

using core::Interval;
using core::Message;
using core::StrategyReport;

namespace {

bool overlap(const std::optional<Interval>& one, const std::optional<Interval>& other)
{
    return one && other && one->low <= other->high && other->low <= one->high;
}

std::optional<Interval> speedupInterval(const StrategyReport& strategy)
{
    return strategy.speedup ? strategy.speedup->interval95 : std::nullopt;
}

bool variesStrategy(const SweptSeries& series)
{
    std::set<std::string> texts;
    for (const SweptSeries::At& at : series.at)
        texts.insert(at.strategy->strategy.text());
    return texts.size() > 1;
}

core::Argument valueArgument(const core::Value& value)
{
    if (value.isNumber())
        return core::shortNumber(value.asNumber());
    return core::sweepValueText(value);
}

Message sentenceOf(const core::Report& sweep, const core::OptimumReport& optimum, const StrategyReport& best,
                   bool byTime)
{
    const core::Timing timing = sweep.experiment.timing;
    const auto interval = byTime ? statedInterval(best, timing) : speedupInterval(best);
    const RatioTexts ratio =
        byTime ? RatioTexts() : ratioTexts(best.speedup->value, best.speedup->interval95);
    std::vector<std::string> others;
    for (const core::Value& value : optimum.asGood)
        others.push_back(core::sweepValueText(value));
    const std::vector<core::Argument> words{
        byTime ? best.strategy.text() : optimum.strategy,
        sweep.experiment.sweep->over,
        valueArgument(optimum.value),
        byTime ? timeText(statedSeconds(best, timing), interval) : ratio.value,
        byTime ? intervalText(interval) : core::Figure(ratio.low + " – " + ratio.high),
        core::joined(others, ", ")};
    if (!interval)
        return byTime
                   ? Message(OVERLAP_TR_NOOP("Messages", "%1 took least, %4, at %2 = %3; too few blocks to "
                                                         "say how sure that is."),
                             words)
                   : Message(OVERLAP_TR_NOOP("Messages", "%1 gained most, %4 ×, at %2 = %3; too few blocks "
                                                         "to say how sure that is."),
                             words);
    if (others.empty())
        return byTime
                   ? Message(OVERLAP_TR_NOOP("Messages", "%1 took least, %4 (95 % interval %5), at %2 = %3; "
                                                         "no other value reaches it."),
                             words)
                   : Message(OVERLAP_TR_NOOP("Messages", "%1 gained most, %4 × (95 % interval %5), at %2 = "
                                                         "%3; no other value reaches it."),
                             words);
    return byTime
               ? Message(OVERLAP_TR_NOOP("Messages", "%1 took least, %4 (95 % interval %5), at %2 = %3; as "
                                                     "good within their intervals: %6."),
                         words)
               : Message(OVERLAP_TR_NOOP("Messages", "%1 gained most, %4 × (95 % interval %5), at %2 = %3; "
                                                     "as good within their intervals: %6."),
                         words);
}

} // namespace

std::vector<SweptSeries> seriesOf(const core::Report& sweep)
{
    const std::vector<std::string>& written = sweep.experiment.strategies;
    std::vector<SweptSeries> series;
    for (const std::string& strategy : written)
        series.push_back({strategy, {}});
    for (const core::PointReport& point : sweep.points) {
        std::vector<const StrategyReport*> asked;
        for (const StrategyReport& strategy : point.strategies) {
            if (!strategy.addedBaseline)
                asked.push_back(&strategy);
        }
        for (std::size_t i = 0; asked.size() == written.size() && i < asked.size(); ++i)
            series[i].at.push_back({&point, asked[i]});
    }
    return series;
}

bool isSound(const StrategyReport& strategy)
{
    return strategy.comparable && strategy.tasks.cancelled == 0 && strategy.tasks.notMeant() == 0;
}

std::vector<core::OptimumReport> optimaOf(const core::Report& sweep)
{
    std::vector<core::OptimumReport> optima;
    if (!sweep.experiment.sweep || sweep.experiment.sweep->over == core::overWorkers)
        return optima;
    const bool byTime = sweep.experiment.sweep->over.starts_with(core::overStrategy);
    const core::Timing timing = sweep.experiment.timing;
    for (SweptSeries& series : seriesOf(sweep)) {
        std::erase_if(series.at, [&](const SweptSeries::At& at) {
            return !isSound(*at.strategy) || (!byTime && !at.strategy->speedup);
        });
        if (series.at.size() < 2 || (byTime && !variesStrategy(series)))
            continue;
        const auto best = std::ranges::min_element(series.at, {}, [&](const SweptSeries::At& at) {
            return byTime ? statedSeconds(*at.strategy, timing) : -at.strategy->speedup->value;
        });
        core::OptimumReport optimum{
            series.strategy, best->strategy->strategy.text(), best->point->value, {}, {}};
        const auto interval = [&](const SweptSeries::At& at) {
            return byTime ? statedInterval(*at.strategy, timing) : speedupInterval(*at.strategy);
        };
        for (const SweptSeries::At& at : series.at) {
            if (at.point != best->point && overlap(interval(at), interval(*best)))
                optimum.asGood.push_back(at.point->value);
        }
        optimum.sentence = sentenceOf(sweep, optimum, *best->strategy, byTime);
        optima.push_back(std::move(optimum));
    }
    return optima;
}

std::vector<Message> sentencesOf(const core::Report& sweep)
{
    std::vector<Message> sentences;
    const auto add = [&](const auto& list) {
        for (const auto& entry : list) {
            if (!entry.sentence.empty())
                sentences.push_back(entry.sentence);
        }
    };
    add(sweep.rules);
    add(sweep.scaling);
    add(sweep.optima);
    return sentences;
}

} // namespace overlap::analysis
