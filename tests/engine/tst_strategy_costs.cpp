// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/strategy_costs.h"
#include "engine_fixture.h"

#include <algorithm>
#include <gtest/gtest.h>

using namespace overlap;
using engine::StrategyCost;

namespace {

const StrategyCost& of(const std::vector<StrategyCost>& costs, std::string_view name)
{
    return *std::ranges::find(costs, name, [](const StrategyCost& cost) { return cost.strategy.name; });
}

class StrategyCosts : public overlap::testing::EngineTest
{
protected:
    engine::EngineServices services{paths, launcher, catalogue, 0};
};

} // namespace

// What starts processes is there later than what starts threads, and that later than what starts nothing.
TEST_F(StrategyCosts, ComeInTheOrderThatTheSystemGives)
{
    int steps = 0;
    const auto costs = engine::measureStrategyCosts(services, 2, {}, [&](int, int) { ++steps; });
    ASSERT_EQ(costs.size(), catalogue.strategies.size());
    EXPECT_EQ(steps, static_cast<int>(costs.size()) + 1);
    for (const StrategyCost& cost : costs) {
        if (!cost.refusal.empty())
            continue;
        SCOPED_TRACE(cost.strategy.text());
        EXPECT_GT(cost.firstResult, 0);
        EXPECT_GT(cost.perTask, 0);
    }
    EXPECT_GT(of(costs, "processes").firstResult, of(costs, "sequential").firstResult);
    EXPECT_GT(of(costs, "processes").perTask, of(costs, "sequential").perTask);
}

TEST_F(StrategyCosts, AStopKeepsWhatIsThere)
{
    std::stop_source stop;
    const auto costs = engine::measureStrategyCosts(services, 2, stop.get_token(), [&](int done, int) {
        if (done == 1)
            stop.request_stop();
    });
    ASSERT_EQ(costs.size(), 1u);
    EXPECT_EQ(costs.front().strategy.name, "sequential");
}
