// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/latency_finding.h"

#include "support/small_catalogue.h"

#include <gtest/gtest.h>

using namespace overlap::core;
using overlap::analysis::latencyFindingOf;
using overlap::analysis::latencyMethodOf;
using overlap::analysis::pooledLatencies;
using overlap::testing::smallCatalogue;
using overlap::testing::smallExperiment;

namespace {

StrategyReport row(const char* text, double median, double max)
{
    StrategyReport strategy;
    strategy.strategy = parseStrategy(text, smallCatalogue().strategies, 2);
    strategy.baseline = "sequential";
    strategy.runs.resize(1);
    strategy.latency = Latency{median, {}, {}, max, median};
    return strategy;
}

Report reportOf(std::vector<StrategyReport> rows)
{
    Report report;
    report.experiment = smallExperiment();
    report.strategies = std::move(rows);
    return report;
}

std::string finding(std::vector<StrategyReport> rows)
{
    return latencyFindingOf(reportOf(std::move(rows))).english();
}

} // namespace

TEST(LatencyFinding, OverlappingDoesNotShortenAnItem)
{
    EXPECT_EQ(finding({row("sequential", 1.0, 1.1), row("threads:4", 1.05, 1.2)}),
              "A single item took as long under every strategy: about 1.05 s.");
}

TEST(LatencyFinding, TellsTheStrategyThatIsFurthestFromItsBaseline)
{
    const auto sequential = row("sequential", 0.5, 0.6);
    EXPECT_EQ(finding({sequential, row("threads:2", 0.6, 0.7), row("threads:4", 1.0, 1.1)}),
              "A single item took longer with threads:4: 0.500 s became 1.00 s at the median.");
    EXPECT_EQ(finding({sequential, row("threads:2", 0.25, 0.7), row("threads:4", 0.6, 0.7)}),
              "A single item took less time with threads:2: 500 ms became 250 ms at the median.");
}

TEST(LatencyFinding, HasAThreshold)
{
    EXPECT_EQ(finding({row("sequential", 1, 1), row("threads:2", 1.09, 1.2)}).substr(0, 26),
              "A single item took as long");
    EXPECT_EQ(finding({row("sequential", 1, 1), row("threads:2", 1.11, 1.2)}).substr(0, 25),
              "A single item took longer");
}

TEST(LatencyFinding, ALongTailIsSaid)
{
    EXPECT_EQ(finding({row("sequential", 1, 1.2), row("threads:2", 1, 4)}),
              "Half of the items took at most 1.00 s, the slowest 4.00 s, with threads:2.");
    EXPECT_EQ(finding({row("sequential", 1, 2)}),
              "Half of the items took at most 1.00 s, the slowest 2.00 s.");
}

TEST(LatencyFinding, NothingDoneIsNothingSaid)
{
    EXPECT_TRUE(latencyFindingOf(Report{}).empty());
    StrategyReport failed = row("sequential", 1, 1);
    failed.latency.reset();
    EXPECT_TRUE(latencyFindingOf(reportOf({failed})).empty());
    // A baseline of which nothing was done is no ground for a comparison.
    EXPECT_EQ(finding({failed, row("threads:2", 1, 1)}),
              "Half of the items took at most 1.00 s, the slowest 1.00 s.");
}

TEST(LatencyFinding, OnlyMeasuredRunsArePooled)
{
    StrategyReport strategy = row("sequential", 1, 1);
    strategy.runs.resize(4);
    for (std::size_t i = 0; i < 4; ++i)
        strategy.runs[i].latencySeconds = {static_cast<double>(i)};
    strategy.runs[0].warmup = true;
    strategy.runs[2].replaced = true;
    EXPECT_EQ(pooledLatencies(strategy), (std::vector<double>{1, 3}));
    EXPECT_NE(latencyMethodOf(reportOf({strategy})).english().find("all measured blocks"), std::string::npos);
    strategy.runs.resize(2);
    EXPECT_EQ(latencyMethodOf(reportOf({strategy})).english().find("all measured blocks"), std::string::npos);
}
