// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules_of_thumb.h"

#include "analysis/interval_text.h"
#include "analysis/measured_runs.h"
#include "analysis/statistics.h"
#include "analysis/sweep_finding.h"
#include "core/sweep.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>

namespace overlap::analysis {

using core::Message;
using core::RuleOutcome;
using core::RuleVerdict;
using core::StrategyReport;

namespace {

/// A point of a series with the figure that its rule speaks of: workers, places of a queue, seconds.
struct Tried
{
    double size = 0;
    const StrategyReport* strategy = nullptr;
    const StrategyReport* baseline = nullptr;

    double speedup() const { return strategy->speedup->value; }
};

bool isAsGood(const Tried& one, const Tried& best)
{
    return one.speedup() >= 0.95 * best.speedup();
}

bool mayBeAsGood(const Tried& one, const Tried& best)
{
    const auto& low = one.strategy->speedup->interval95;
    const auto& high = best.strategy->speedup->interval95;
    return low && high && low->high >= high->low;
}

bool gains(const Tried& tried)
{
    const core::Speedup& speedup = *tried.strategy->speedup;
    return speedup.interval95 ? speedup.interval95->low > 1 : speedup.value > 1.05;
}

core::Figure gainText(const Tried& tried)
{
    return ratioTexts(tried.speedup(), tried.strategy->speedup->interval95).value;
}

core::Figure wholeText(double number)
{
    return core::fixedNumber(number, 0);
}

RuleVerdict undecided(const char* rule, const std::string& strategy, const Tried& one, const Tried& best)
{
    return {rule, strategy, RuleOutcome::open,
            Message(OVERLAP_TR_NOOP("Messages",
                                    "The rule stays open here: %1 gains %2 ×, %3 gains %4 ×, and their 95 % "
                                    "intervals overlap; more blocks would tell."),
                    {one.strategy->strategy.text(), gainText(one), best.strategy->strategy.text(),
                     gainText(best)})};
}

/// The points that can be compared, by size.
template <class Size>
std::vector<Tried> triedOf(const SweptSeries& series, Size size)
{
    std::vector<Tried> tried;
    for (const SweptSeries::At& at : series.at) {
        if (!isSound(*at.strategy) || !at.strategy->speedup)
            continue;
        const auto baseline = std::ranges::find_if(at.point->strategies, [&](const StrategyReport& one) {
            return one.strategy.text() == at.strategy->baseline;
        });
        Tried one{0, at.strategy, &*baseline};
        one.size = size(one, *at.point);
        tried.push_back(one);
    }
    std::ranges::stable_sort(tried, {}, &Tried::size);
    return tried;
}

const Tried& bestOf(const std::vector<Tried>& tried)
{
    return *std::ranges::max_element(tried, {}, &Tried::speedup);
}

const Tried& leastAsGood(const std::vector<Tried>& tried)
{
    return *std::ranges::find_if(tried, [&](const Tried& one) { return isAsGood(one, bestOf(tried)); });
}

/// The best of those whose size is within a range; null where there is none.
const Tried* bestWithin(const std::vector<Tried>& tried, double low, double high)
{
    const Tried* best = nullptr;
    for (const Tried& one : tried) {
        if (one.size >= low && one.size <= high && (!best || one.speedup() > best->speedup()))
            best = &one;
    }
    return best;
}

double parameterOf(const core::Report& sweep, std::string_view name)
{
    const core::Value* value = sweep.experiment.parameters.find(name);
    return value && value->isNumber() ? value->asNumber() : 0;
}

RuleVerdict threadWorkers(const core::Report& sweep, const std::string& strategy,
                          const std::vector<Tried>& tried)
{
    const double cores = sweep.environment.cores;
    const double ratio = parameterOf(sweep, "ratio") * sweep.experiment.timeScale;
    const Tried& best = bestOf(tried);
    const Tried* within = bestWithin(tried, 2 * cores, 5 * cores);
    const core::Figure knee = wholeText(leastAsGood(tried).size);
    const core::Figure expected = core::shortNumber(std::round(cores * (1 + ratio) * 10) / 10);
    const core::Figure wait = core::shortNumber(ratio);
    if (!within)
        return {"thread-workers", strategy, RuleOutcome::open,
                Message(OVERLAP_TR_NOOP("Messages",
                                        "“Threads: 2 to 5 × cores”: no such number was tried; the best is "
                                        "%1 with %2 ×."),
                        {best.strategy->strategy.text(), gainText(best)})};
    const std::vector<core::Argument> words{
        wait,     within->strategy->strategy.text(), gainText(*within), knee,
        expected, best.strategy->strategy.text(),    gainText(best)};
    if (isAsGood(*within, best))
        return {"thread-workers", strategy, RuleOutcome::holds,
                Message(OVERLAP_TR_NOOP("Messages",
                                        "“Threads: 2 to 5 × cores” holds here for tasks that wait %1 × as "
                                        "long as they compute: %2 gains %3 ×, no number gains more, and "
                                        "from %4 workers on it is as good (cores × (1 + wait ÷ compute) "
                                        "= %5)."),
                        words)};
    if (mayBeAsGood(*within, best))
        return undecided("thread-workers", strategy, *within, best);
    return {"thread-workers", strategy, RuleOutcome::fails,
            Message(OVERLAP_TR_NOOP("Messages",
                                    "“Threads: 2 to 5 × cores” does not hold here for tasks that wait %1 × "
                                    "as long as they compute: %2 gains %3 ×, %6 gains %7 × (cores × (1 + "
                                    "wait ÷ compute) = %5)."),
                    words)};
}

RuleVerdict processWorkers(const core::Report& sweep, const std::string& strategy,
                           const std::vector<Tried>& tried)
{
    const double cores = sweep.environment.cores;
    const Tried& best = bestOf(tried);
    const Tried* equal = bestWithin(tried, cores, cores);
    if (!equal)
        return {"process-workers", strategy, RuleOutcome::open,
                Message(OVERLAP_TR_NOOP("Messages",
                                        "“Processes = cores”: this number was not tried; the best is %1 "
                                        "with %2 ×."),
                        {best.strategy->strategy.text(), gainText(best)})};
    const std::vector<core::Argument> words{equal->strategy->strategy.text(), gainText(*equal),
                                            best.strategy->strategy.text(), gainText(best)};
    if (isAsGood(*equal, best))
        return {"process-workers", strategy, RuleOutcome::holds,
                Message(OVERLAP_TR_NOOP("Messages",
                                        "“Processes = cores” holds here: %1 gains %2 ×, and no number gains "
                                        "more than %4 ×."),
                        words)};
    if (mayBeAsGood(*equal, best))
        return undecided("process-workers", strategy, *equal, best);
    return {"process-workers", strategy, RuleOutcome::fails,
            Message(OVERLAP_TR_NOOP("Messages",
                                    "“Processes = cores” does not hold here: %1 gains %2 ×, %3 gains %4 ×."),
                    words)};
}

core::Figure latencyText(const Tried& tried)
{
    return core::durationText(tried.strategy->latency ? tried.strategy->latency->p50 : 0);
}

RuleVerdict queueSize(const std::string& strategy, const std::vector<Tried>& tried)
{
    const double workers = tried.front().strategy->strategy.workers();
    const Tried& best = bestOf(tried);
    const Tried& least = leastAsGood(tried);
    const Tried& longest = tried.back();
    const Tried* within = bestWithin(tried, workers, 3 * workers);
    const std::vector<core::Argument> words{wholeText(workers),   wholeText(least.size),   gainText(least),
                                            latencyText(least),   wholeText(longest.size), gainText(longest),
                                            latencyText(longest), wholeText(best.size)};
    if (!within)
        return {"queue-size", strategy, RuleOutcome::open,
                Message(OVERLAP_TR_NOOP("Messages",
                                        "“Queues: 1 to 3 × workers”: no such size was tried for %1 workers; "
                                        "the best has %8."),
                        words)};
    if (isAsGood(*within, best))
        return {
            "queue-size", strategy, RuleOutcome::holds,
            Message(OVERLAP_TR_NOOP("Messages",
                                    "“Queues: 1 to 3 × workers” holds here for %1 workers: queues of %2 "
                                    "already gain %3 ×, longer ones gain no more and only hold: an item is "
                                    "under way for %4, with queues of %5 for %7."),
                    words)};
    if (mayBeAsGood(*within, best))
        return undecided("queue-size", strategy, *within, best);
    return {
        "queue-size", strategy, RuleOutcome::fails,
        Message(OVERLAP_TR_NOOP("Messages",
                                "“Queues: 1 to 3 × workers” does not hold here for %1 workers: only queues "
                                "of %2 gain the most (%3 ×); an item is then under way for %4, with "
                                "queues of %5 for %7."),
                words)};
}

RuleVerdict granularity(const std::string& strategy, const std::vector<Tried>& tried)
{
    constexpr double shortest = 0.1;
    const Tried& best = bestOf(tried);
    const Tried& least = leastAsGood(tried);
    const auto pays = std::ranges::find_if(tried, gains);
    if (pays == tried.end())
        return {"granularity", strategy, RuleOutcome::fails,
                Message(OVERLAP_TR_NOOP("Messages", "“Tasks of 0.1 to 1 s”: no length gains with %1 here."),
                        {strategy})};
    const std::vector<core::Argument> words{strategy, core::durationText(pays->size),
                                            core::durationText(least.size), gainText(least)};
    if (least.size < 0.95 * shortest)
        return {
            "granularity", strategy, RuleOutcome::fails,
            Message(OVERLAP_TR_NOOP("Messages",
                                    "“Tasks of 0.1 to 1 s” asks too much of %1 here: tasks of %2 gain, and "
                                    "from %3 on they gain the most (%4 ×)."),
                    words)};
    const Tried* within = bestWithin(tried, 0.95 * shortest, 1.05);
    const bool holds = within && isAsGood(*within, best);
    return {"granularity", strategy, holds ? RuleOutcome::holds : RuleOutcome::open,
            Message(OVERLAP_TR_NOOP("Messages",
                                    "“Tasks of 0.1 to 1 s” fits %1 here: tasks of %2 gain, and only from %3 "
                                    "on they gain the most (%4 ×)."),
                    words)};
}

RuleVerdict worthIt(const std::string& strategy, const std::vector<Tried>& tried)
{
    // The last that does not gain: all above it do.
    const auto never = std::ranges::find_if_not(tried.rbegin(), tried.rend(), gains);
    const auto first = never.base();
    if (first == tried.end())
        return {
            "worth-it", strategy, RuleOutcome::fails,
            Message(OVERLAP_TR_NOOP("Messages",
                                    "“Below 0.1 s stay sequential”: with %1 no work up to %2 gains here."),
                    {strategy, core::durationText(tried.back().size)})};
    const std::vector<core::Argument> words{
        strategy, core::durationText(first->size), gainText(*first),
        core::durationText(first == tried.begin() ? first->size : (first - 1)->size)};
    if (first == tried.begin())
        return {"worth-it", strategy, RuleOutcome::fails,
                Message(OVERLAP_TR_NOOP("Messages",
                                        "“Below 0.1 s stay sequential” asks too much of %1 here: even the "
                                        "smallest work tried, %2, gains (%3 ×)."),
                        words)};
    if (first->size >= 0.05 && first->size <= 0.2)
        return {
            "worth-it", strategy, RuleOutcome::holds,
            Message(OVERLAP_TR_NOOP("Messages",
                                    "“Below 0.1 s stay sequential” holds for %1 here: work of %4 does not "
                                    "gain, work of %2 does (%3 ×)."),
                    words)};
    return {
        "worth-it", strategy, RuleOutcome::fails,
        Message(OVERLAP_TR_NOOP("Messages",
                                "“Below 0.1 s stay sequential” is not where the line is for %1 here: work "
                                "of %4 does not gain, work of %2 does (%3 ×)."),
                words)};
}

/// How much longer the waiting task slept than asked for, each time: median of the runs. Null where it says
/// nothing.
std::optional<double> delayOf(const StrategyReport& strategy)
{
    std::vector<double> delays;
    for (const core::RunReport* run : measuredRuns(strategy.runs)) {
        const core::Value* delay = run->summary.find("delaySeconds");
        if (delay && delay->isNumber())
            delays.push_back(delay->asNumber());
    }
    return delays.empty() ? std::nullopt : std::optional(median(delays));
}

std::optional<RuleVerdict> switchInterval(const SweptSeries& series)
{
    struct Delayed
    {
        double interval;
        double delay;
    };
    std::vector<Delayed> delayed;
    for (const SweptSeries::At& at : series.at) {
        if (at.strategy->strategy.counts.empty())
            continue; // one lane shares no lock
        const auto interval = core::secondsFromText(core::sweepValueText(at.point->value));
        const auto delay = delayOf(*at.strategy);
        if (interval && delay && isSound(*at.strategy))
            delayed.push_back({*interval, *delay});
    }
    std::ranges::sort(delayed, {}, &Delayed::interval);
    if (delayed.size() < 2)
        return std::nullopt;
    const Delayed& low = delayed.front();
    const Delayed& high = delayed.back();
    const std::vector<core::Argument> words{series.strategy, core::durationText(high.interval),
                                            core::durationText(high.delay), core::durationText(low.interval),
                                            core::durationText(low.delay)};
    if (high.delay >= 2 * low.delay)
        return RuleVerdict{
            "switch-interval", series.strategy, RuleOutcome::holds,
            Message(OVERLAP_TR_NOOP("Messages", "The convoy under %1: with a switch interval of %2 a wait "
                                                "ends %3 late, with one of %4 it ends %5 late."),
                    words)};
    return RuleVerdict{
        "switch-interval", series.strategy, RuleOutcome::fails,
        Message(OVERLAP_TR_NOOP("Messages", "No convoy under %1: with a switch interval of %2 a wait ends "
                                            "%3 late, with one of %4 it ends %5 late."),
                words)};
}

std::optional<RuleVerdict> verdictOf(const core::Report& sweep, const SweptSeries& series)
{
    const std::string& work = sweep.experiment.workload;
    const std::string& over = sweep.experiment.sweep->over;
    const auto starts = [&](std::string_view name) {
        return std::string_view(series.strategy).substr(0, series.strategy.find_first_of(":@")) == name;
    };
    const auto seconds = [&](const Tried& tried) {
        return statedSeconds(*tried.baseline, sweep.experiment.timing);
    };
    const auto judged = [&](auto size, auto rule) -> std::optional<RuleVerdict> {
        const std::vector<Tried> tried = triedOf(series, size);
        return tried.size() < 2 ? std::nullopt : std::optional<RuleVerdict>(rule(tried));
    };
    const auto workers = [](const Tried& tried, const core::PointReport&) {
        return static_cast<double>(tried.strategy->strategy.workers());
    };
    if (work == "convoy" && over == "strategy.switch")
        return switchInterval(series);
    if (work == "cut-work" && over == core::overWorkers) {
        const bool waits = parameterOf(sweep, "ratio") > 0;
        if (waits && starts("threads"))
            return judged(workers,
                          [&](const auto& tried) { return threadWorkers(sweep, series.strategy, tried); });
        if (!waits && starts("processes"))
            return judged(workers,
                          [&](const auto& tried) { return processWorkers(sweep, series.strategy, tried); });
        return std::nullopt;
    }
    if (work == "assembly-line" && over == "strategy.queues" && starts("pipeline")) {
        const auto places = [](const Tried&, const core::PointReport& point) {
            return point.value.isNumber() ? point.value.asNumber() : 0;
        };
        return judged(places, [&](const auto& tried) { return queueSize(series.strategy, tried); });
    }
    if (work == "cut-work" && over == "workload.tasks")
        return judged(
            [&](const Tried& tried, const core::PointReport&) {
                return seconds(tried) / static_cast<double>(tried.strategy->items);
            },
            [&](const auto& tried) { return granularity(series.strategy, tried); });
    if (work == "cut-work" && over == "workload.work")
        return judged([&](const Tried& tried, const core::PointReport&) { return seconds(tried); },
                      [&](const auto& tried) { return worthIt(series.strategy, tried); });
    return std::nullopt;
}

} // namespace

std::vector<RuleVerdict> rulesOf(const core::Report& sweep)
{
    std::vector<RuleVerdict> verdicts;
    if (!sweep.experiment.sweep)
        return verdicts;
    for (const SweptSeries& series : seriesOf(sweep)) {
        if (auto verdict = verdictOf(sweep, series))
            verdicts.push_back(std::move(*verdict));
    }
    return verdicts;
}

} // namespace overlap::analysis
