// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The workloads of the lesson's queues: producer and consumer, shared work, the assembly line.
#include "core/report.h"
#include "workload_run.h"
#include "workloads/assembly_line_workload.h"
#include "workloads/producer_consumer_workload.h"
#include "workloads/shared_work_workload.h"

#include <set>

using namespace overlap::core;
using namespace overlap::testing;
using namespace overlap::workloads;

namespace {

std::vector<std::string> stageNames(const Workload& workload)
{
    std::vector<std::string> names;
    for (const StageInfo& stage : workload.stages())
        names.push_back(stage.name);
    return names;
}

} // namespace

TEST(ProducerConsumer, EachItemHasItsOwnDurationsWithinTheBounds)
{
    const auto workload = made(producerConsumerWorkload(), {{"items", 200}});
    EXPECT_EQ(stageNames(*workload), (std::vector<std::string>{"produce", "consume"}));
    ASSERT_EQ(workload->itemCount(), 200U);
    std::set<Nanoseconds> produced;
    double consuming = 0;
    for (ItemIndex item = 0; item < 200; ++item) {
        FakeContext context(item, 7);
        const Value result = resultOf(*workload, item, context);
        ASSERT_EQ(context.waits.size(), 2U);
        EXPECT_GE(toSeconds(context.waits[0]), 0.1);
        EXPECT_LT(toSeconds(context.waits[0]), 0.3);
        EXPECT_GE(toSeconds(context.waits[1]), 0.2);
        EXPECT_LT(toSeconds(context.waits[1]), 0.5);
        EXPECT_EQ(*result.find("item"), Value(item + std::int64_t{1}));
        EXPECT_EQ(fromSeconds(result.find("produce")->asNumber()), context.waits[0]);
        EXPECT_EQ(fromSeconds(result.find("consume")->asNumber()), context.waits[1]);
        produced.insert(context.waits[0]);
        consuming += result.find("consume")->asNumber();
        FakeContext again(item, 7);
        EXPECT_EQ(resultOf(*workload, item, again), result) << "a function of seed and item";
    }
    EXPECT_GT(produced.size(), 190U) << "drawn for each item";
    EXPECT_NEAR(consuming / 200, 0.35, 0.02);
    EXPECT_EQ(workload->itemLabel(1), "item 2");
}

TEST(ProducerConsumer, ARangeThatEndsBeforeItBeginsIsRefusedAtItsEnd)
{
    EXPECT_EQ(complaintAbout(producerConsumerWorkload(), {{"produceMost", 0.05}}),
              "/p/produceMost: the longest, 50.0 ms, is shorter than the shortest, 100 ms");
    EXPECT_EQ(complaintAbout(producerConsumerWorkload(), {{"consumeLeast", 0.6}}),
              "/p/consumeMost: the longest, 500 ms, is shorter than the shortest, 600 ms");
    EXPECT_EQ(complaintAbout(producerConsumerWorkload(), {{"consumeLeast", 0.5}}), "")
        << "a constant duration is one, too";
}

TEST(ProducerConsumer, AConsumerThatFailsEndsItsWorkerAndSaysWhy)
{
    const auto workload = made(producerConsumerWorkload(), {{"consumerFails", true}});
    FakeContext context;
    Stage<Value> producing = workload->run(0, context, workload->item(0));
    producing.resume();
    Stage<Value> consuming = workload->run(1, context, producing.take());
    consuming.resume();
    try {
        consuming.take();
        ADD_FAILURE() << "consumed";
    } catch (const WorkerEnds& end) {
        EXPECT_EQ(end.message().english(),
                  "the consumer failed at its start: it takes 1 argument, and “Worker” "
                  "was handed over as 6");
    }
    EXPECT_EQ(context.waits.size(), 1U) << "only producing took any time";
    EXPECT_TRUE(workload->meantToFail(0));
    EXPECT_EQ(
        workload->conclusion({}, {.done = 0, .failed = 8, .meant = 8}).english(),
        "no consumer was left before the first item: 8 of 8 items were lost. Unnoticed, a producer with a "
        "full queue would wait for ever");
    EXPECT_FALSE(made(producerConsumerWorkload())->meantToFail(0));
    EXPECT_TRUE(made(producerConsumerWorkload())->conclusion({}, {}).empty());
}

TEST(SharedWork, ATaskTakesItsComplexity)
{
    const auto workload = made(sharedWorkWorkload());
    EXPECT_EQ(stageNames(*workload), (std::vector<std::string>{"produce", "work", "collect"}));
    ASSERT_EQ(workload->itemCount(), 12U);
    std::vector<Value> results;
    for (ItemIndex item = 0; item < 12; ++item) {
        FakeContext context(item, 12);
        results.push_back(resultOf(*workload, item, context));
        const std::int64_t complexity = results.back().find("complexity")->asInteger();
        EXPECT_GE(complexity, 1);
        EXPECT_LE(complexity, 5);
        EXPECT_EQ(context.waits, (std::vector<Nanoseconds>{complexity * 200'000'000})) << "only the middle";
    }
    std::vector<const Value*> pointers;
    for (const Value& result : results)
        pointers.push_back(&result);
    const Value summary = workload->summary(pointers);
    EXPECT_NEAR(summary.find("workSeconds")->asNumber(), 7.6, 1e-9);
    EXPECT_EQ(workload->conclusion(summary, {}).english(), "all work together: 7.60 s before the time scale");
}

TEST(SharedWork, EveryComplexityOccurs)
{
    const auto workload = made(sharedWorkWorkload(), {{"tasks", 200}});
    std::set<std::int64_t> seen;
    for (ItemIndex item = 0; item < 200; ++item)
        seen.insert(resultOf(*workload, item).find("complexity")->asInteger());
    EXPECT_EQ(seen, (std::set<std::int64_t>{1, 2, 3, 4, 5}));
}

TEST(AssemblyLine, PassesThreeStationsOfGivenDurations)
{
    const auto workload = made(assemblyLineWorkload());
    EXPECT_EQ(stageNames(*workload), (std::vector<std::string>{"prepare", "assemble", "inspect"}));
    ASSERT_EQ(workload->itemCount(), 8U);
    for (ItemIndex item = 0; item < 8; ++item) {
        FakeContext context(item);
        const Value result = resultOf(*workload, item, context);
        EXPECT_EQ(context.waits, (std::vector<Nanoseconds>{300'000'000, 400'000'000, 200'000'000}));
        EXPECT_NEAR(result.find("work")->asNumber(), 0.9, 1e-12);
    }
    EXPECT_EQ(workload->describe().english(),
              "items: 8, each prepared 300 ms, assembled 400 ms, inspected 200 ms");
}

TEST(AssemblyLine, JitterScattersAroundTheSameMean)
{
    const auto workload = made(assemblyLineWorkload(), {{"items", 1000}, {"jitter", 0.5}});
    EXPECT_NE(workload->describe().english().find("give or take up to 50 %"), std::string::npos);
    double assembling = 0;
    Nanoseconds least = 400'000'000;
    Nanoseconds most = 400'000'000;
    for (ItemIndex item = 0; item < 1000; ++item) {
        FakeContext context(item);
        resultOf(*workload, item, context);
        assembling += toSeconds(context.waits[1]);
        least = std::min(least, context.waits[1]);
        most = std::max(most, context.waits[1]);
    }
    EXPECT_NEAR(assembling / 1000, 0.4, 0.015);
    EXPECT_GE(least, 200'000'000);
    EXPECT_LT(least, 210'000'000);
    EXPECT_LE(most, 600'000'000);
    EXPECT_GT(most, 590'000'000);
}
