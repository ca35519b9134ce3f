// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/plan.h"

#include "analysis/report_builder.h"
#include "core/random.h"
#include "core/sweep.h"
#include "engine/sweep.h"

#include <algorithm>
#include <numeric>

namespace overlap::engine {

namespace {

constexpr int repeatsWithWarmup = 5;

std::vector<std::size_t> orderOfBlock(std::size_t count, std::uint64_t seed, std::uint32_t block,
                                      bool shuffled)
{
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (!shuffled)
        return order;
    core::Random random = core::Random::of(seed, block, 0xFFFF);
    for (std::size_t i = count; i > 1; --i) // Fisher and Yates
        std::swap(order[i - 1], order[random.below(i)]);
    return order;
}

std::vector<PlannedStrategy> strategiesOf(const core::Experiment& experiment,
                                          const core::Catalogue& catalogue, int cores)
{
    std::vector<PlannedStrategy> strategies;
    for (const std::string& text : experiment.strategies)
        strategies.push_back({core::parseStrategy(text, catalogue.strategies, cores)});
    for (const core::Runtime runtime : {core::Runtime::python, core::Runtime::native}) {
        const auto used =
            std::ranges::find_if(strategies, [&](const auto& s) { return s.strategy.runtime == runtime; });
        const bool hasBaseline = std::ranges::any_of(
            strategies, [&](const auto& s) { return s.strategy.name == core::baselineOf(runtime); });
        if (used != strategies.end() && !hasBaseline)
            strategies.insert(
                used, {core::parseStrategy(core::baselineOf(runtime), catalogue.strategies, cores), true});
    }
    return strategies;
}

bool hasWarmup(const core::Experiment& experiment)
{
    return experiment.repeats >= repeatsWithWarmup;
}

/// `drawn` counts every block, the warm-up as well, so that each has an order of its own.
std::vector<PlannedRun> runsOfBlock(std::size_t strategies, const core::Experiment& experiment, int drawn)
{
    const bool warmup = hasWarmup(experiment);
    const auto order = orderOfBlock(strategies, experiment.seed, static_cast<std::uint32_t>(drawn),
                                    experiment.repeats > 1 || experiment.sweep);
    const bool isWarmup = warmup && drawn == 0;
    std::vector<PlannedRun> runs;
    for (std::size_t i = 0; i < order.size(); ++i)
        runs.push_back({order[i], isWarmup ? 0 : drawn - (warmup ? 1 : 0), static_cast<int>(i), isWarmup});
    return runs;
}

} // namespace

Plan makePlan(const core::Experiment& experiment, const core::Catalogue& catalogue, int cores)
{
    Plan plan;
    const bool sameWork = !experiment.sweep || sweepsStrategies(experiment);
    for (SweepPoint& point : sweepPoints(experiment, catalogue, cores)) {
        PlanPoint planned{std::move(point.value), std::move(point.experiment), {}};
        for (PlannedStrategy& strategy : strategiesOf(planned.experiment, catalogue, cores)) {
            strategy.variant = sameWork ? 0 : plan.points.size();
            const auto known = std::ranges::find_if(plan.strategies, [&](const PlannedStrategy& other) {
                return other.strategy == strategy.strategy && other.variant == strategy.variant;
            });
            planned.strategies.push_back(static_cast<std::size_t>(known - plan.strategies.begin()));
            if (known == plan.strategies.end())
                plan.strategies.push_back(std::move(strategy));
        }
        plan.points.push_back(std::move(planned));
    }
    const int blocks = experiment.repeats + (hasWarmup(experiment) ? 1 : 0);
    const std::size_t runs = static_cast<std::size_t>(blocks) * plan.strategies.size();
    if (runs > maximumRuns) {
        throw core::Error(
            core::Message(OVERLAP_TR_NOOP("Messages", "this experiment has %1 runs, and at most %2 are "
                                                      "possible: choose fewer values or fewer blocks"),
                          {std::to_string(runs), std::to_string(maximumRuns)}));
    }
    for (int block = 0; block < blocks; ++block) {
        const auto planned = runsOfBlock(plan.strategies.size(), experiment, block);
        plan.runs.insert(plan.runs.end(), planned.begin(), planned.end());
    }
    return plan;
}

std::set<int> ceilingCounts(const Plan& plan, const core::Experiment& experiment, int cores)
{
    std::set<int> counts;
    const bool sweepsWorkers = experiment.sweep && experiment.sweep->over == core::overWorkers;
    for (const PlannedStrategy& planned : plan.strategies) {
        const auto asksForShare = [&](const core::Expectation& expectation) {
            return expectation.speedupOfCeiling && planned.strategy.text() == expectation.strategy;
        };
        if (experiment.sweep ? sweepsWorkers : std::ranges::any_of(experiment.expect, asksForShare))
            counts.insert(analysis::ceilingWorkers(planned.strategy, cores));
    }
    counts.erase(1);
    return counts;
}

int ceilingPlace(const Plan& plan, const core::Experiment& experiment, int block)
{
    core::Random random = core::Random::of(experiment.seed, static_cast<core::ItemIndex>(block), 0xFFFC);
    return static_cast<int>(random.below(plan.strategies.size()));
}

int extraBlocks(int repeats)
{
    return repeats < repeatsWithWarmup ? 0 : std::max(1, repeats / 2);
}

std::vector<PlannedRun> extraBlock(const Plan& plan, const core::Experiment& experiment, int index)
{
    const int planned = experiment.repeats + (hasWarmup(experiment) ? 1 : 0);
    return runsOfBlock(plan.strategies.size(), experiment, planned + index);
}

} // namespace overlap::engine
