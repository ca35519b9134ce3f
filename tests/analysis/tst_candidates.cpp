// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/candidates.h"
#include "simulated_work.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace overlap::core;
using namespace overlap::testing;
using overlap::analysis::CandidateSearch;
using overlap::analysis::candidatesOf;
using overlap::analysis::kindsWorthTrying;
using overlap::analysis::sharesOf;
using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

namespace {

std::vector<std::string> kindsOf(const WorkProfile& profile)
{
    return kindsWorthTrying(sharesOf(profile), knownStrategies());
}

class Candidates : public ::testing::Test
{
protected:
    Candidates()
    {
        search.setting.cores = 2;
        search.setting.costs.strategies = {
            {.strategy = "processes", .message = 50'000, .inMessage = 1'000},
            {.strategy = "python-processes", .message = 50'000, .inMessage = 1'000}};
    }

    std::vector<std::string> of(WorkProfile profile, std::vector<std::string> asked = {"sequential"})
    {
        search.profiles = {std::make_shared<WorkProfile>(std::move(profile))};
        std::vector<Strategy> strategies;
        for (const std::string& text : asked)
            strategies.push_back(strategyOf(text));
        std::vector<std::string> texts;
        for (const Strategy& strategy : candidatesOf(search, strategies, knownStrategies()))
            texts.push_back(strategy.text());
        return texts;
    }

    CandidateSearch search;
};

} // namespace

TEST(KindsWorthTrying, FollowTheWork)
{
    EXPECT_THAT(kindsOf(workOf(10, {{waiting(10 * ms)}})), ElementsAre("threads", "event-loop"));
    EXPECT_THAT(kindsOf(workOf(10, {{{Need::blocking, 10 * ms}}})), ElementsAre("threads"))
        << "an event loop would stand still";
    EXPECT_THAT(kindsOf(workOf(10, {{computing(10 * ms)}})),
                ElementsAre("threads", "work-stealing", "processes"));
    EXPECT_THAT(kindsOf(workOf(10, {{waiting(5 * ms)}, {computing(5 * ms)}})),
                ElementsAre("threads", "work-stealing", "processes", "event-loop", "pipeline"));
    EXPECT_THAT(kindsOf(workOf(1, {{computing(10 * ms)}})), IsEmpty()) << "one item has one worker";
    WorkProfile python = workOf(10, {{computing(10 * ms)}});
    python.runtime = Runtime::python;
    EXPECT_THAT(kindsOf(python), ElementsAre("python-threads", "python-processes"));
}

TEST_F(Candidates, WhoWaitsGetsAsManyThreadsAsHelp)
{
    // 12 items: the twelfth worker still halves what eleven would take.
    const auto found = of(workOf(12, {{waiting(100 * ms)}}));
    EXPECT_THAT(found, Contains("threads:12"));
    EXPECT_THAT(found, Contains("event-loop:12"));
    EXPECT_EQ(found.front(), "sequential");
    EXPECT_THAT(of(workOf(50, {{waiting(100 * ms)}})),
                AllOf(Contains("threads:50"), Contains("threads:32"), Not(Contains("threads:48"))))
        << "two numbers that differ";
    // With 6 permits no seventh helps.
    EXPECT_THAT(of(workOf(12, {{{Need::permit, 6}, waiting(100 * ms)}})),
                AllOf(Contains("threads:6"), Not(Contains("threads:12"))));
}

TEST_F(Candidates, WhoComputesGetsAWorkerForEachCore)
{
    const auto found = of(workOf(40, {{computing(50 * ms)}}));
    EXPECT_THAT(found, AllOf(Contains("threads:2"), Contains("processes:2"), Contains("work-stealing:2")));
    EXPECT_THAT(found, Contains(AnyOf("threads:3", "threads:4"))) << "to show that more is no use";
    search.setting.cores = 8;
    EXPECT_THAT(of(workOf(80, {{computing(50 * ms)}})), Contains("threads:8"));
}

TEST_F(Candidates, APipelineGetsItsWorkersWhereTheLineIsHeldUp)
{
    const auto found = of(workOf(60, {{waiting(10 * ms)}, {waiting(40 * ms)}, {waiting(10 * ms)}}));
    const auto pipeline =
        std::ranges::find_if(found, [](const std::string& text) { return text.starts_with("pipeline"); });
    ASSERT_NE(pipeline, found.end());
    const Strategy strategy = strategyOf(*pipeline);
    EXPECT_GE(strategy.counts[1], 3 * strategy.counts[0]);
    EXPECT_LE(strategy.workers(), 32);
}

TEST_F(Candidates, TinyTasksTravelInChunks)
{
    EXPECT_THAT(of(workOf(2000, {{computing(100'000)}})), Contains("processes:2@chunk=250"));
    EXPECT_THAT(of(workOf(40, {{computing(50 * ms)}})), Each(Not(::testing::HasSubstr("chunk"))));
}

TEST_F(Candidates, WhatIsAskedForStaysAndTheNumberIsLimited)
{
    const std::vector<std::string> asked{"sequential", "threads:7", "gil-threads:2"};
    const auto found = of(workOf(40, {{waiting(5 * ms)}, {computing(50 * ms)}}), asked);
    EXPECT_THAT(found, SizeIs(8));
    EXPECT_TRUE(std::ranges::equal(asked, std::vector(found.begin(), found.begin() + 3)));
    search.most = 2;
    EXPECT_EQ(of(workOf(40, {{computing(50 * ms)}}), asked), asked);
    EXPECT_EQ(std::set(found.begin(), found.end()).size(), found.size()) << "each once";
}

TEST_F(Candidates, AHopelessKindIsNotRun)
{
    search.setting.costs.strategies[0].message = 100 * ms;
    EXPECT_THAT(of(workOf(100, {{computing(10'000'000)}})), Each(Not(StartsWith("processes"))));
}

TEST_F(Candidates, AColdStartCounts)
{
    search.setting.costs.strategies[0].startUp = 10'000 * ms;
    const WorkProfile work = workOf(40, {{computing(50 * ms)}});
    EXPECT_THAT(of(work), Contains(StartsWith("processes")));
    search.timing = Timing::cold;
    EXPECT_THAT(of(work), Each(Not(StartsWith("processes"))));
}

TEST_F(Candidates, LargeWorkIsSearchedByAPiece)
{
    WorkProfile work = workOf(1'000'000, {{waiting(5 * ms)}, {computing(5 * ms)}});
    EXPECT_THAT(of(std::move(work)), Contains(StartsWith("threads")));
    EXPECT_THAT(of(workOf(400'000, {{computing(100'000)}})),
                Contains(::testing::ContainsRegex("^processes:[0-9]@chunk=[0-9][0-9][0-9][0-9][0-9]$")));
}

TEST_F(Candidates, OtherRuntimesAreLeftAlone)
{
    WorkProfile python = workOf(10, {{computing(100 * ms)}});
    python.runtime = Runtime::python;
    EXPECT_THAT(of(python, {"python-sequential"}),
                AllOf(Each(StartsWith("python")), Contains("python-processes:2")));
    EXPECT_THAT(of(python, {"sequential"}), ElementsAre("sequential"));
}

TEST_F(Candidates, NoRuntimeCrowdsTheOtherOut)
{
    search.most = 4;
    WorkProfile python = workOf(10, {{computing(100 * ms)}});
    python.runtime = Runtime::python;
    search.profiles = {std::make_shared<WorkProfile>(workOf(10, {{computing(100 * ms)}})),
                       std::make_shared<WorkProfile>(std::move(python))};
    std::vector<std::string> texts;
    for (const Strategy& strategy :
         candidatesOf(search, {strategyOf("sequential"), strategyOf("python-sequential")}, knownStrategies()))
        texts.push_back(strategy.text());
    EXPECT_THAT(texts,
                ElementsAre("sequential", "python-sequential", "threads:2", StartsWith("python-processes")));
}
