// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/recommendation.h"

#include "analysis/finding.h"
#include "analysis/judgement.h"
#include "analysis/measured_runs.h"
#include "analysis/noise_floor.h"
#include "analysis/recommendation_text.h"
#include "analysis/speedup.h"
#include "analysis/standing.h"
#include "analysis/statistics.h"
#include "core/text.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <tuple>

namespace overlap::analysis {

using core::Message;
using core::StrategyReport;

namespace {

/// Two experiments of the same work a few minutes apart were up to this far from each other on a quiet
/// machine, although within each the blocks agreed to one per cent.
constexpr double worthAChoice = 0.05;
constexpr double worthCounting = 0.01; // of the run's time, for CPU time that nobody asked for
constexpr double tail = 0.95;
constexpr double worthAWord = 0.05; // of the time, for a start that is not counted

/// A figure of one run; nothing where the run does not tell it.
using Figure = std::function<std::optional<double>(const core::RunReport&)>;

bool isBaseline(const core::Strategy& strategy)
{
    return strategy.text() == core::baselineOf(strategy.runtime);
}

std::vector<double> figuresOf(const StrategyReport& report, const Figure& figure)
{
    std::vector<double> figures;
    for (const core::RunReport* run : measuredRuns(report.runs)) {
        if (const auto value = figure(*run))
            figures.push_back(*value);
    }
    return figures;
}

/// What the strategies of one runtime cost, and how they compare.
class Comparison
{
public:
    Comparison(const core::Report& report, core::Runtime runtime)
        : m_seed(report.experiment.seed)
        , m_bootstraps(report.experiment.seed)

    {
        for (const StrategyReport& strategy : report.strategies) {
            if (strategy.strategy.runtime == runtime)
                m_strategies.push_back(&strategy);
        }
        m_slowestItem = std::ranges::any_of(m_strategies, [](const StrategyReport* strategy) {
            return std::ranges::any_of(measuredRuns(strategy->runs), [](const core::RunReport* run) {
                return !supportedPercentile(run->latencySeconds, tail);
            });
        });
        const core::Timing timing = report.experiment.timing;
        m_figures = {[timing](const core::RunReport& run) { return statedSeconds(run, timing); },
                     [](const core::RunReport& run) { return run.cpuSeconds; },
                     [](const core::RunReport& run) -> std::optional<double> {
                         if (run.peakMemoryBytes <= 0)
                             return std::nullopt;
                         return static_cast<double>(run.peakMemoryBytes);
                     },
                     [slowest = m_slowestItem](const core::RunReport& run) -> std::optional<double> {
                         if (run.latencySeconds.empty())
                             return std::nullopt;
                         return slowest ? std::ranges::max(run.latencySeconds)
                                        : percentile(run.latencySeconds, tail);
                     }};
        for (std::size_t cost = 0; cost < costCount; ++cost)
            m_floors[cost] = floorOf(m_figures[cost]);
    }

    const std::vector<const StrategyReport*>& strategies() const { return m_strategies; }
    bool slowestItem() const { return m_slowestItem; }

    std::optional<CostFigure> costOf(std::size_t strategy, std::size_t cost)
    {
        const std::vector<double> figures = figuresOf(*m_strategies[strategy], m_figures[cost]);
        if (!isKnown(strategy, figures))
            return std::nullopt;
        return CostFigure{median(figures), m_bootstraps.of(figures.size()).ofMedian(figures)};
    }

    /// Cost of `above` ÷ cost of `below`. Nothing where one of them is not known or 0.
    std::optional<core::Speedup> ratioOf(std::size_t above, std::size_t below, std::size_t cost)
    {
        const auto ratio = medianRatioOf(above, below, cost);
        if (!ratio)
            return std::nullopt;
        const PairedTimes pairs =
            pairedFigures(m_strategies[above]->runs, m_strategies[below]->runs,
                          [&](const core::RunReport& run) { return m_figures[cost](run).value_or(0); });
        return core::Speedup{*ratio, m_bootstraps.of(pairs.first.size()).ofRatio(pairs.first, pairs.second)};
    }

    /// Whether `one` costs measurably less than `other`; what is not known is no difference.
    bool costsLess(std::size_t one, std::size_t other, std::size_t cost)
    {
        const auto key = std::tuple(one, other, cost);
        if (const auto known = m_less.find(key); known != m_less.end())
            return known->second;
        // Below the noise floor no interval has to be drawn.
        const auto median = medianRatioOf(other, one, cost);
        bool less = false;
        if (median && *median > 1 + m_floors[cost]) {
            const core::Speedup ratio = *ratioOf(other, one, cost);
            less = judgeRatio(ratio, m_floors[cost], m_strategies[other]->recorderShare,
                              m_strategies[one]->recorderShare) == core::Judgement::faster &&
                   ratio.interval95->low > 1 + worthAChoice;
        }
        return m_less[key] = less;
    }

    /// `counted`: the cost that is asked for.
    bool dominates(std::size_t one, std::size_t other, std::size_t counted)
    {
        bool better = false;
        for (std::size_t cost = 0; cost < costCount; ++cost) {
            if (weighsLess(other, one, cost, counted))
                return false;
            better = better || weighsLess(one, other, cost, counted);
        }
        return better;
    }

private:
    /// CPU time that nobody asked for weighs only beside the time of the run.
    bool weighsLess(std::size_t one, std::size_t other, std::size_t cost, std::size_t counted)
    {
        if (!costsLess(one, other, cost))
            return false;
        if (cost == counted || cost != static_cast<std::size_t>(Cost::cpu))
            return true;
        const auto medianOf = [this](std::size_t strategy, Cost of) {
            return median(figuresOf(*m_strategies[strategy], m_figures[static_cast<std::size_t>(of)]));
        };
        const double wall = std::max(medianOf(one, Cost::time), medianOf(other, Cost::time));
        return medianOf(other, Cost::cpu) - medianOf(one, Cost::cpu) > worthCounting * wall;
    }

    bool isKnown(std::size_t strategy, const std::vector<double>& figures) const
    {
        return !figures.empty() && figures.size() == measuredRuns(m_strategies[strategy]->runs).size();
    }

    std::optional<double> medianRatioOf(std::size_t above, std::size_t below, std::size_t cost) const
    {
        const auto one = figuresOf(*m_strategies[above], m_figures[cost]);
        const auto other = figuresOf(*m_strategies[below], m_figures[cost]);
        if (!isKnown(above, one) || !isKnown(below, other) || median(other) <= 0)
            return std::nullopt;
        return median(one) / median(other);
    }

    double floorOf(const Figure& figure) const
    {
        const auto baseline = std::ranges::find_if(
            m_strategies, [](const StrategyReport* strategy) { return isBaseline(strategy->strategy); });
        if (baseline == m_strategies.end())
            return worthAChoice;
        return std::max(noiseFloorOf(figuresOf(**baseline, figure), m_seed).value_or(0), worthAChoice);
    }

    std::uint64_t m_seed;
    Bootstraps m_bootstraps;
    std::vector<const StrategyReport*> m_strategies;
    bool m_slowestItem = false;
    std::array<Figure, costCount> m_figures;
    std::array<double, costCount> m_floors{};
    std::map<std::tuple<std::size_t, std::size_t, std::size_t>, bool> m_less;
};

/// Which choices dominate which. Indices.
class Domination
{
public:
    Domination(Comparison& comparison, const std::vector<std::size_t>& among, std::size_t counted)
    {
        for (const std::size_t one : among) {
            for (const std::size_t other : among) {
                if (one != other && comparison.dominates(one, other, counted))
                    m_above[other].push_back(one);
            }
        }
    }

    /// Those that dominate it and are not dominated by it in turn, over whatever detour.
    std::vector<std::size_t> above(std::size_t choice) const
    {
        std::vector<std::size_t> strictly;
        for (const std::size_t one : reachable(choice)) {
            if (!std::ranges::count(reachable(one), choice))
                strictly.push_back(one);
        }
        return strictly;
    }

private:
    std::vector<std::size_t> reachable(std::size_t from) const
    {
        std::vector<std::size_t> found;
        std::vector<std::size_t> open{from};
        while (!open.empty()) {
            const auto above = m_above.find(open.back());
            open.pop_back();
            if (above == m_above.end())
                continue;
            for (const std::size_t one : above->second) {
                if (!std::ranges::count(found, one)) {
                    found.push_back(one);
                    open.push_back(one);
                }
            }
        }
        return found;
    }

    std::map<std::size_t, std::vector<std::size_t>> m_above;
};

Message obstacleOf(const StrategyReport& strategy)
{
    if (!isWhole(strategy.tasks))
        return Message(OVERLAP_TR_NOOP("Messages", "some of its tasks failed or were stopped"));
    if (strategy.strategy.name == "gil-threads")
        return Message(OVERLAP_TR_NOOP("Messages", "a model of Python's lock, to learn from"));
    return {};
}

/// Why nothing can be recommended, before any figure is looked at; empty where nothing stands in the way.
Message refusalOf(const core::Report& report, const Comparison& comparison)
{
    const auto& strategies = comparison.strategies();
    if (report.cancelled)
        return Message(OVERLAP_TR_NOOP("Messages", "Stopped early: nothing is recommended."));
    if (!report.environment.measurable)
        return Message(OVERLAP_TR_NOOP(
            "Messages", "This build is not for measurement, so nothing is recommended from its times."));
    if (std::ranges::any_of(strategies, [](const StrategyReport* s) { return !s->comparable; }))
        return Message(OVERLAP_TR_NOOP("Messages",
                                       "The strategies came to different results: the comparison is void, "
                                       "and nothing is recommended."));
    if (std::ranges::none_of(strategies, [](const StrategyReport* s) { return obstacleOf(*s).empty(); }))
        return Message(
            OVERLAP_TR_NOOP("Messages", "No strategy did all of its work, so nothing is recommended."));
    std::size_t blocks = 0;
    for (const StrategyReport* strategy : strategies)
        blocks = std::max(blocks, measuredRuns(strategy->runs).size());
    if (blocks < blocksForVerdict)
        return Message(OVERLAP_TR_NOOP("Messages", "Too few blocks for a recommendation: %1 were measured, "
                                                   "and it takes %2."),
                       {std::to_string(blocks), std::to_string(blocksForVerdict)});
    return {};
}

class Recommender
{
public:
    Recommender(const core::Report& report, core::Runtime runtime, Cost counts)
        : m_report(report)
        , m_comparison(report, runtime)
        , m_cost(static_cast<std::size_t>(counts))
    {
        m_advice.runtime = runtime;
        m_advice.counts = counts;
        m_advice.slowestItem = m_comparison.slowestItem();
    }

    Recommendation recommendation()
    {
        addChoices();
        const Message refusal = refusalOf(m_report, m_comparison);
        const auto least = leastOf(m_able);
        if (least)
            m_advice.least = textOf(*least);
        if (!refusal.empty() || !least) {
            m_advice.sentence = !refusal.empty()
                                    ? refusal
                                    : Message(OVERLAP_TR_NOOP("Messages", "What counts was not measured, so "
                                                                          "nothing is recommended."));
            if (least)
                addRatios(*least);
            return std::move(m_advice);
        }
        markDominated();
        decide(*least);
        return std::move(m_advice);
    }

private:
    std::string textOf(std::size_t index) const { return m_advice.choices[index].strategy.text(); }

    double costOf(std::size_t index) const { return m_advice.choices[index].costs[m_cost]->value; }

    void addChoices()
    {
        for (const StrategyReport* strategy : m_comparison.strategies()) {
            Choice choice;
            choice.strategy = strategy->strategy;
            choice.obstacle = obstacleOf(*strategy);
            for (std::size_t cost = 0; cost < costCount; ++cost)
                choice.costs[cost] = m_comparison.costOf(m_advice.choices.size(), cost);
            if (choice.obstacle.empty() && choice.costs[m_cost])
                m_able.push_back(m_advice.choices.size());
            m_advice.choices.push_back(std::move(choice));
        }
    }

    std::optional<std::size_t> leastOf(const std::vector<std::size_t>& among) const
    {
        if (among.empty())
            return std::nullopt;
        return *std::ranges::min_element(among, {}, [this](std::size_t index) { return costOf(index); });
    }

    void markDominated()
    {
        const Domination domination(m_comparison, m_able, m_cost);
        for (const std::size_t index : m_able) {
            // Named is one that is not dominated itself; there is one at the end of every chain.
            std::vector<std::size_t> above = domination.above(index);
            std::erase_if(above, [&](std::size_t one) { return !domination.above(one).empty(); });
            if (const auto by = leastOf(above))
                m_advice.choices[index].dominatedBy = textOf(*by);
        }
    }

    std::vector<std::size_t> undominated(const std::vector<std::size_t>& among) const
    {
        std::vector<std::size_t> free;
        std::ranges::copy_if(among, std::back_inserter(free), [this](std::size_t index) {
            return m_advice.choices[index].dominatedBy.empty();
        });
        return free;
    }

    /// Never empty: who dominates others is not dominated in the end.
    std::vector<std::size_t> candidates(std::size_t least) const
    {
        const auto free = undominated(m_able);
        std::vector<std::size_t> alike;
        std::ranges::copy_if(free, std::back_inserter(alike),
                             [this](std::size_t index) { return m_advice.choices[index].alike; });
        if (!alike.empty() || free.empty())
            return alike.empty() ? std::vector{least} : alike;
        return {*leastOf(free)};
    }

    void addRatios(std::size_t to)
    {
        for (const std::size_t index : m_able) {
            if (index != to)
                m_advice.choices[index].ratio = m_comparison.ratioOf(index, to, m_cost);
        }
    }

    void decide(std::size_t least)
    {
        for (const std::size_t index : m_able)
            m_advice.choices[index].alike = !m_comparison.costsLess(least, index, m_cost);
        const auto among = candidates(least);
        const std::size_t chosen = *std::ranges::min_element(among, {}, [this](std::size_t index) {
            return std::pair(complexityOf(m_advice.choices[index].strategy), costOf(index));
        });
        const core::Strategy& strategy = m_advice.choices[chosen].strategy;
        m_advice.strategy = strategy.text();
        m_advice.workers = strategy.workers();
        m_advice.family = familyOf(strategy);
        addRatios(chosen);
        std::vector<std::size_t> others;
        std::ranges::remove_copy(m_able, std::back_inserter(others), chosen);
        if (const auto runnerUp = leastOf(others)) {
            m_advice.runnerUp = textOf(*runnerUp);
            m_advice.ratio = m_advice.choices[*runnerUp].ratio;
            m_advice.matters = std::ranges::none_of(
                others, [this](std::size_t index) { return m_advice.choices[index].alike; });
        }
        addRecommendationTexts(m_advice);
        addStart(*m_comparison.strategies()[chosen]);
        if (Message reserve = reserveOf(m_report); !reserve.empty())
            m_advice.reasons.push_back(std::move(reserve));
    }

    /// A start that would change the answer for whoever does not keep the workers is named.
    void addStart(const StrategyReport& chosen)
    {
        const bool left = m_advice.counts == Cost::time && m_report.experiment.timing == core::Timing::warm;
        if (left && chosen.startupSeconds > worthAWord * chosen.medianWallSeconds)
            m_advice.reasons.push_back(
                Message(OVERLAP_TR_NOOP("Messages", "Not counted is the start: %1 needs %2 for it."),
                        {chosen.strategy.text(), core::durationText(chosen.startupSeconds)}));
    }

    const core::Report& m_report;
    Comparison m_comparison;
    std::size_t m_cost;
    Recommendation m_advice;
    std::vector<std::size_t> m_able; // into the choices: those that may be compared in what counts
};

} // namespace

std::optional<Cost> costFromName(std::string_view name)
{
    const auto found = std::ranges::find(costNames, name);
    return found == costNames.end() ? std::nullopt
                                    : std::optional(static_cast<Cost>(found - costNames.begin()));
}

std::vector<Recommendation> recommendationsOf(const core::Report& report, Cost counts)
{
    std::vector<Recommendation> list;
    for (const core::Runtime runtime : {core::Runtime::native, core::Runtime::python}) {
        if (std::ranges::any_of(report.strategies, [runtime](const StrategyReport& strategy) {
                return strategy.strategy.runtime == runtime;
            }))
            list.push_back(Recommender(report, runtime, counts).recommendation());
    }
    return list;
}

const Choice* Recommendation::choice(std::string_view text) const
{
    const auto found =
        std::ranges::find_if(choices, [&](const Choice& choice) { return choice.strategy.text() == text; });
    return found == choices.end() ? nullptr : &*found;
}

int kindRank(const core::Strategy& strategy)
{
    if (isBaseline(strategy))
        return 0;
    const std::string& name = strategy.name;
    if (name == "threads" || name == "python-threads")
        return 1;
    if (name == "work-stealing")
        return 2;
    if (name == "event-loop")
        return 3;
    return name == "processes" || name == "python-processes" ? 4 : 5;
}

std::pair<int, int> complexityOf(const core::Strategy& strategy)
{
    return {kindRank(strategy), std::accumulate(strategy.counts.begin(), strategy.counts.end(), 0)};
}

AdviceFamily familyOf(const core::Strategy& strategy)
{
    const std::string& name = strategy.name;
    if (isBaseline(strategy))
        return AdviceFamily::sequential;
    if (name == "processes" || name == "python-processes")
        return strategy.options.contains("chunk") ? AdviceFamily::chunking : AdviceFamily::processes;
    if (name == "pipeline")
        return AdviceFamily::queues;
    return name == "event-loop" ? AdviceFamily::eventLoop : AdviceFamily::threads;
}

} // namespace overlap::analysis
