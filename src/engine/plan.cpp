// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/plan.h"

#include "core/random.h"

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

} // namespace

Plan makePlan(const core::Experiment& experiment, const core::Catalogue& catalogue, int cores)
{
    Plan plan;
    for (const std::string& text : experiment.strategies)
        plan.strategies.push_back({core::parseStrategy(text, catalogue.strategies, cores), false});
    for (const core::Runtime runtime : {core::Runtime::python, core::Runtime::native}) {
        const auto used = std::ranges::find_if(plan.strategies,
                                               [&](const auto& s) { return s.strategy.runtime == runtime; });
        const bool hasBaseline = std::ranges::any_of(
            plan.strategies, [&](const auto& s) { return s.strategy.name == core::baselineOf(runtime); });
        if (used != plan.strategies.end() && !hasBaseline)
            plan.strategies.insert(
                used, {core::parseStrategy(core::baselineOf(runtime), catalogue.strategies, cores), true});
    }
    const bool warmup = experiment.repeats >= repeatsWithWarmup;
    const int blocks = experiment.repeats + (warmup ? 1 : 0);
    for (int block = 0; block < blocks; ++block) {
        const auto order = orderOfBlock(plan.strategies.size(), experiment.seed,
                                        static_cast<std::uint32_t>(block), experiment.repeats > 1);
        for (std::size_t i = 0; i < order.size(); ++i) {
            const bool isWarmup = warmup && block == 0;
            plan.runs.push_back(
                {order[i], isWarmup ? 0 : block - (warmup ? 1 : 0), static_cast<int>(i), isWarmup});
        }
    }
    return plan;
}

} // namespace overlap::engine
