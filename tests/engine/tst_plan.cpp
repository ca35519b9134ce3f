// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/plan.h"

#include "support/small_catalogue.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

using namespace overlap;
using engine::makePlan;
using engine::Plan;
using overlap::testing::smallCatalogue;
using overlap::testing::smallExperiment;
using ::testing::ElementsAre;

namespace {

Plan planOf(std::vector<std::string> strategies, int repeats = 1, std::uint64_t seed = 1, int cores = 2)
{
    core::Experiment experiment = smallExperiment(std::move(strategies));
    experiment.repeats = repeats;
    experiment.seed = seed;
    return makePlan(experiment, smallCatalogue(), cores);
}

std::vector<std::string> strategiesOf(const Plan& plan)
{
    std::vector<std::string> texts;
    for (const engine::PlannedStrategy& planned : plan.strategies)
        texts.push_back(planned.strategy.text() + (planned.addedBaseline ? " (added)" : ""));
    return texts;
}

std::vector<std::size_t> orderOf(const Plan& plan)
{
    std::vector<std::size_t> order;
    for (const engine::PlannedRun& run : plan.runs)
        order.push_back(run.strategy);
    return order;
}

} // namespace

TEST(Plan, ASingleBlockKeepsTheOrderOfTheExperiment)
{
    for (std::uint64_t seed = 0; seed < 20; ++seed)
        EXPECT_THAT(orderOf(planOf({"threads:4", "sequential", "threads:2"}, 1, seed)), ElementsAre(0, 1, 2));
}

TEST(Plan, AMissingBaselineIsAddedInFrontOfItsRuntime)
{
    EXPECT_THAT(strategiesOf(planOf({"threads:2"})), ElementsAre("sequential (added)", "threads:2"));
    EXPECT_THAT(strategiesOf(planOf({"threads:2", "sequential"})), ElementsAre("threads:2", "sequential"));
    EXPECT_THAT(strategiesOf(planOf({"sequential"})), ElementsAre("sequential"));
    EXPECT_THAT(
        strategiesOf(planOf({"threads:2", "python-threads:2"})),
        ElementsAre("sequential (added)", "threads:2", "python-sequential (added)", "python-threads:2"));
    EXPECT_THAT(strategiesOf(planOf({"python-threads:2", "sequential", "threads:2"})),
                ElementsAre("python-sequential (added)", "python-threads:2", "sequential", "threads:2"));
}

TEST(Plan, CoresAreResolved)
{
    EXPECT_THAT(strategiesOf(planOf({"sequential", "threads:2xcores"}, 1, 1, 3)),
                ElementsAre("sequential", "threads:6"));
}

TEST(Plan, EveryBlockHoldsEveryStrategyOnce)
{
    const Plan plan = planOf({"sequential", "threads:2", "threads:4"}, 4);
    ASSERT_EQ(plan.runs.size(), 12u);
    for (int block = 0; block < 4; ++block) {
        std::set<std::size_t> strategies;
        std::set<int> orders;
        for (std::size_t i = 0; i < 3; ++i) {
            const engine::PlannedRun& run = plan.runs[static_cast<std::size_t>(block) * 3 + i];
            EXPECT_EQ(run.block, block);
            EXPECT_FALSE(run.warmup);
            strategies.insert(run.strategy);
            orders.insert(run.order);
        }
        EXPECT_EQ(strategies.size(), 3u);
        EXPECT_EQ(orders, (std::set<int>{0, 1, 2}));
    }
}

TEST(Plan, AWarmUpBlockRunsFirstFromFiveRepeatsOn)
{
    EXPECT_EQ(planOf({"sequential", "threads:2"}, 4).runs.size(), 8u);
    const Plan plan = planOf({"sequential", "threads:2"}, 5);
    ASSERT_EQ(plan.runs.size(), 12u);
    EXPECT_EQ(std::ranges::count(plan.runs, true, &engine::PlannedRun::warmup), 2);
    EXPECT_TRUE(plan.runs[0].warmup && plan.runs[1].warmup);
    EXPECT_EQ(plan.runs[2].block, 0) << "measured blocks count from 0";
    EXPECT_EQ(plan.runs.back().block, 4);
}

TEST(Plan, TheSameSeedGivesTheSamePlan)
{
    const std::vector<std::string> strategies{"sequential", "threads:2", "threads:4", "threads:8"};
    EXPECT_EQ(orderOf(planOf(strategies, 10, 7)), orderOf(planOf(strategies, 10, 7)));
    EXPECT_NE(orderOf(planOf(strategies, 10, 7)), orderOf(planOf(strategies, 10, 8)));
}

TEST(Plan, TheCeilingHasAPlaceOfItsOwnInEveryBlock)
{
    core::Experiment experiment = smallExperiment({"sequential", "threads:2", "threads:4"});
    experiment.repeats = 300;
    const Plan plan = makePlan(experiment, smallCatalogue(), 2);
    std::vector<int> places(3);
    for (int block = 0; block < 300; ++block) {
        const int place = engine::ceilingPlace(plan, experiment, block);
        EXPECT_EQ(place, engine::ceilingPlace(plan, experiment, block));
        ++places.at(static_cast<std::size_t>(place));
    }
    for (const int count : places)
        EXPECT_NEAR(count, 100, 40) << "before each run about as often";
}

TEST(Plan, BlocksAreShuffledWithoutBias)
{
    std::vector<int> firsts(4);
    std::set<std::vector<std::size_t>> orders;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const Plan plan = planOf({"sequential", "threads:2", "threads:4", "threads:8"}, 4, seed);
        const auto order = orderOf(plan);
        for (std::size_t block = 0; block < 4; ++block) {
            ++firsts[order[block * 4]];
            orders.insert({order.begin() + static_cast<std::ptrdiff_t>(block * 4),
                           order.begin() + static_cast<std::ptrdiff_t>(block * 4 + 4)});
        }
    }
    EXPECT_EQ(orders.size(), 24u) << "every permutation occurs";
    for (const int count : firsts)
        EXPECT_NEAR(count, 200, 60) << "each strategy goes first about as often";
}
