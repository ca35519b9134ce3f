// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The workloads of the lesson that only wait: a batch of files, the health of services.
#include "core/report.h"
#include "workload_run.h"
#include "workloads/file_batch_workload.h"
#include "workloads/service_health_workload.h"

using namespace overlap::core;
using namespace overlap::testing;
using namespace overlap::workloads;

TEST(FileBatch, ReadsProcessesAndWritesInThreeStages)
{
    const auto workload = made(fileBatchWorkload());
    ASSERT_EQ(workload->itemCount(), 5U);
    ASSERT_EQ(workload->stages().size(), 3U);
    FakeContext context;
    const Value result = resultOf(*workload, 0, context);
    EXPECT_EQ(context.waits, (std::vector<Nanoseconds>{500'000'000, 300'000'000, 200'000'000}));
    EXPECT_EQ(text(result, "file"), "data_report_2024.txt");
    EXPECT_EQ(*result.find("lines"), Value(200)) << "ten for each of the name's 20 characters";
    EXPECT_EQ(workload->itemLabel(2), "sales_summary.txt");
    EXPECT_EQ(resultOf(*workload, 2).find("lines")->asInteger(), 170);
}

TEST(FileBatch, SaysAfterTheRunWhyTheGainIsNoWholeNumber)
{
    const auto conclusionFor = [](int files) {
        Value::Array names;
        for (int i = 0; i < files; ++i)
            names.emplace_back("file " + std::to_string(i));
        return made(fileBatchWorkload(), {{"files", names}})->conclusion({}, {}).english();
    };
    EXPECT_EQ(conclusionFor(5), "whole rounds: 5 files on 3 workers take 2, so the gain is 2.50, not 3");
    EXPECT_EQ(conclusionFor(7), "whole rounds: 7 files on 3 workers take 3, so the gain is 2.33, not 3");
    EXPECT_EQ(conclusionFor(3), "");
    EXPECT_EQ(conclusionFor(6), "");
    EXPECT_EQ(made(fileBatchWorkload())->describe().english().find("2.5"), std::string::npos)
        << "nobody is to read the answer before guessing";
}

TEST(FileBatch, CountsCharactersNotBytes)
{
    const auto workload = made(fileBatchWorkload(), {{"files", Value::Array{Value("äöü.txt")}}});
    EXPECT_EQ(resultOf(*workload).find("lines")->asInteger(), 70);
}

TEST(ServiceHealth, WaitsAsTheLessonSays)
{
    const auto workload = made(serviceHealthWorkload());
    ASSERT_EQ(workload->itemCount(), 5U);
    FakeContext context;
    for (ItemIndex item = 0; item < 5; ++item)
        resultOf(*workload, item, context);
    EXPECT_EQ(context.waits,
              (std::vector<Nanoseconds>{800'000'000, 500'000'000, 300'000'000, 1'000'000'000, 700'000'000}));
    EXPECT_EQ(workload->itemLabel(1), "Web API");
    EXPECT_NE(workload->describe().english().find("3.30 s"), std::string::npos);
}

TEST(ServiceHealth, TheAnswerIsAFunctionOfSeedAndService)
{
    const auto workload = made(serviceHealthWorkload());
    std::vector<Value> results;
    for (ItemIndex item = 0; item < 5; ++item) {
        FakeContext context(item, 7);
        results.push_back(resultOf(*workload, item, context));
        FakeContext again(item, 7);
        EXPECT_EQ(resultOf(*workload, item, again), results.back());
        EXPECT_EQ(results.back().find("healthy")->asBoolean(), Random::of(7, item, 0).unit() < 0.75);
    }
    std::vector<const Value*> pointers;
    std::int64_t healthy = 0;
    for (const Value& result : results) {
        pointers.push_back(&result);
        healthy += result.find("healthy")->asBoolean() ? 1 : 0;
    }
    const Value summary = workload->summary(pointers);
    EXPECT_EQ(*summary.find("healthy"), Value(healthy));
    EXPECT_EQ(workload->conclusion(summary, {}).english(), std::to_string(healthy) + " of 5 healthy");
}

TEST(ServiceHealth, AboutThreeOfFourAreHealthy)
{
    const auto workload = made(serviceHealthWorkload());
    int healthy = 0;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        FakeContext context(3, seed);
        healthy += resultOf(*workload, 3, context).find("healthy")->asBoolean() ? 1 : 0;
    }
    EXPECT_NEAR(healthy, 300, 40);
    const auto never = made(serviceHealthWorkload(), {{"healthy", 0.0}});
    const auto always = made(serviceHealthWorkload(), {{"healthy", 1.0}});
    EXPECT_FALSE(resultOf(*never).find("healthy")->asBoolean());
    EXPECT_TRUE(resultOf(*always).find("healthy")->asBoolean());
}
