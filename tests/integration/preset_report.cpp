// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "preset_report.h"

#include <gtest/gtest.h>
#include <stdexcept>
#include <string>

namespace overlap::testing {

using core::Value;

const Value& strategyOf(const Value& report, std::string_view text)
{
    for (const Value& strategy : report.find("strategies")->asArray()) {
        if (strategy.find("strategy")->asString() == text)
            return strategy;
    }
    throw std::runtime_error("no strategy " + std::string(text));
}

void expectSound(const Value& report, std::string_view id, int items, int failed, std::string_view state)
{
    EXPECT_EQ(*report.find("schema"), Value("overlap.report/1"));
    EXPECT_EQ(*report.find("experiment")->find("id"), Value(id));
    EXPECT_EQ(*report.find("cancelled"), Value(false));
    EXPECT_EQ(*report.find("digestsEqual"), Value(true));
    for (const Value& strategy : report.find("strategies")->asArray()) {
        SCOPED_TRACE(strategy.find("strategy")->asString());
        // Each runtime has its own amount of work.
        const std::string baseline =
            *strategy.find("runtime") == Value("python") ? "python-sequential" : "sequential";
        const std::string digest = strategyOf(report, baseline).find("resultDigest")->asString();
        EXPECT_EQ(digest.size(), 64u);
        EXPECT_EQ(*strategy.find("resultDigest"), Value(digest));
        EXPECT_EQ(*strategy.find("items"), Value(items));
        EXPECT_EQ(*strategy.find("tasks")->find("done"), Value(items - failed));
        EXPECT_EQ(*strategy.find("tasks")->find("failed"), Value(failed));
        EXPECT_EQ(*strategy.find("tasks")->find("meant"), Value(failed));
        EXPECT_EQ(*strategy.find("baseline"), Value(baseline));
        EXPECT_TRUE(strategy.find("wallInterval95")->isNull()) << "one block has no interval";
        double sum = 0;
        for (const core::Member& share : strategy.find("ledger")->asObject())
            sum += share.value.asNumber();
        EXPECT_NEAR(sum, 1.0, 0.01);
        EXPECT_GT(strategy.find("ledger")->find(state)->asNumber(), 0);
        const Value& run = strategy.find("runs")->asArray().front();
        const double wall = run.find("wallSeconds")->asNumber();
        double seconds = 0;
        for (const core::Member& share : run.find("ledgerSeconds")->asObject())
            seconds += share.value.asNumber();
        const double expected = wall * static_cast<double>(strategy.find("workers")->asInteger());
        EXPECT_NEAR(seconds, expected, expected / 100);
    }
}

double secondsIn(const Value& strategy, std::string_view state)
{
    double seconds = 0;
    for (const Value& run : strategy.find("runs")->asArray())
        seconds += run.find("ledgerSeconds")->find(state)->asNumber();
    return seconds;
}

bool meetsItsExpectations(const Value& report, std::string& missed)
{
    bool all = true;
    const Value::Array& results = report.find("expectations")->asArray();
    EXPECT_EQ(results.size(), report.find("experiment")->find("expect")->asArray().size());
    for (const Value& result : results) {
        const std::string strategy = result.find("strategy")->asString();
        if (result.find("met")->asBoolean())
            continue;
        all = false;
        missed += strategy + " came to " +
                  std::to_string(strategyOf(report, strategy).find("speedup")->find("value")->asNumber()) +
                  "; ";
    }
    return all;
}

bool isDisturbed(const Value& report)
{
    for (const Value& strategy : report.find("strategies")->asArray()) {
        for (const Value& run : strategy.find("runs")->asArray()) {
            if (!run.find("replaced")->asBoolean() && !run.find("disturbances")->asArray().empty())
                return true;
        }
    }
    return false;
}

} // namespace overlap::testing
