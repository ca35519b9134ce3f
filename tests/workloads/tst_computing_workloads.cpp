// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The workloads that compute: their figures against other ways to the same figures, and how they stop.
#include "core/report.h"
#include "core/text.h"
#include "workload_run.h"
#include "workloads/checksum.h"
#include "workloads/data_chunks_workload.h"
#include "workloads/doublings_workload.h"
#include "workloads/heavy_chunks_workload.h"
#include "workloads/kernels.h"
#include "workloads/ml_predictions_workload.h"
#include "workloads/payload_workload.h"
#include "workloads/sum_of_squares_workload.h"
#include "workloads/tiny_tasks_workload.h"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <numeric>

using namespace overlap::core;
using namespace overlap::testing;
using namespace overlap::workloads;

namespace {

struct Named
{
    const char* id;
    WorkloadDescriptor (*descriptor)();
    Settings lasting; ///< several blocks of work in every task
};

void PrintTo(const Named& named, std::ostream* stream)
{
    *stream << named.id;
}

std::vector<Named> allOfThem()
{
    return {{"sum-of-squares", sumOfSquaresWorkload, {{"tasks", 2}, {"count", 300'000}}},
            {"heavy-chunks", heavyChunksWorkload, {{"chunks", 2}, {"items", 10'000}}},
            {"data-chunks", dataChunksWorkload, {{"chunks", 2}, {"items", 10'000}}},
            {"tiny-tasks", tinyTasksWorkload, {{"tasks", 2}, {"count", 300'000}}},
            {"doublings", doublingsWorkload, {{"tasks", 2}}},
            {"payload", payloadWorkload, {{"tasks", 2}, {"bytes", 1'000'000}}},
            {"ml-predictions", mlPredictionsWorkload, {{"batches", 2}, {"samples", 30}}}};
}

std::unique_ptr<Workload> prepared(const WorkloadDescriptor& descriptor, const Settings& settings,
                                   std::uint64_t seed = 1)
{
    auto workload = made(descriptor, settings);
    WorkloadSetting setting;
    setting.seed = seed;
    workload->prepare(setting);
    return workload;
}

std::vector<Value> resultsOf(const Workload& workload)
{
    std::vector<Value> results;
    for (ItemIndex item = 0; item < workload.itemCount(); ++item) {
        if (!workload.meantToFail(item))
            results.push_back(resultOf(workload, item));
    }
    return results;
}

Value summaryOf(const Workload& workload, const std::vector<Value>& results)
{
    std::vector<const Value*> pointers;
    for (const Value& result : results)
        pointers.push_back(&result);
    return workload.summary(pointers);
}

/// Leaves out what no run has in common with another.
Value comparable(const Workload& workload, const Value& result)
{
    Value kept = Value::object();
    for (const ResultColumn& column : workload.resultColumns()) {
        if (column.comparable)
            kept.set(column.key, *result.find(column.key));
    }
    return kept;
}

} // namespace

class ComputingWorkloads : public ::testing::TestWithParam<Named>
{};

TEST_P(ComputingWorkloads, HaveAllTheirColumnsAndTheSameResultsEveryTime)
{
    const auto once = prepared(GetParam().descriptor(), GetParam().lasting);
    const auto again = prepared(GetParam().descriptor(), GetParam().lasting);
    EXPECT_EQ(GetParam().descriptor().id, GetParam().id);
    ASSERT_EQ(once->itemCount(), 2U);
    for (const StageInfo& stage : once->stages())
        EXPECT_EQ(stage.nature, Nature::computing);
    const std::vector<Value> first = resultsOf(*once);
    const std::vector<Value> second = resultsOf(*again);
    for (std::size_t i = 0; i < first.size(); ++i) {
        for (const ResultColumn& column : once->resultColumns())
            EXPECT_TRUE(first[i].find(column.key)) << column.key;
        EXPECT_EQ(comparable(*once, first[i]), comparable(*again, second[i]));
    }
    EXPECT_FALSE(once->describe().empty());
}

TEST_P(ComputingWorkloads, AnAttachedOneComputesTheSame)
{
    const auto parent = prepared(GetParam().descriptor(), GetParam().lasting, 7);
    const auto child = made(GetParam().descriptor(), GetParam().lasting);
    WorkloadSetting setting;
    setting.seed = 7;
    child->attach(setting, parent->prepared());
    FakeContext here(1, 7);
    FakeContext there(1, 7);
    const Value expected = resultOf(*parent, 1, here);
    // The item comes from the parent, as over a socket.
    Stage<Value> task = child->run(0, there, parent->item(1));
    task.resume();
    EXPECT_EQ(comparable(*child, task.take()), comparable(*parent, expected));
}

TEST_P(ComputingWorkloads, StopAtACheckpoint)
{
    const auto workload = prepared(GetParam().descriptor(), GetParam().lasting);
    FakeContext context;
    context.stopped = true;
    EXPECT_THROW(resultOf(*workload, 0, context), Cancelled);
}

TEST_P(ComputingWorkloads, CheckpointsAreMany)
{
    const auto workload = prepared(GetParam().descriptor(), GetParam().lasting);
    FakeContext context;
    resultOf(*workload, 0, context);
    EXPECT_GE(context.checkpoints, GetParam().id == std::string("doublings") ? 1 : 5);
    EXPECT_EQ(context.natives + context.blockings, 0);
}

TEST_P(ComputingWorkloads, RefuseNoneAndTooMany)
{
    const WorkloadDescriptor descriptor = GetParam().descriptor();
    for (const Parameter& parameter : descriptor.parameters) {
        SCOPED_TRACE(parameter.name);
        const bool mayBeNone = parameter.name == "failingChunk";
        EXPECT_EQ(complaintAbout(descriptor, {{parameter.name, 0}}).empty(), mayBeNone);
        EXPECT_FALSE(complaintAbout(descriptor, {{parameter.name, -1}}).empty());
        const auto beyond = static_cast<std::int64_t>(parameter.maximum) + 1;
        EXPECT_FALSE(complaintAbout(descriptor, {{parameter.name, Value(beyond)}}).empty());
        EXPECT_LE(parameter.maximum, 2e9) << "what a field of the window can hold";
    }
}

INSTANTIATE_TEST_SUITE_P(All, ComputingWorkloads, ::testing::ValuesIn(allOfThem()), [](const auto& instance) {
    std::string name = instance.param.id;
    std::ranges::replace(name, '-', '_');
    return name;
});

TEST(SumOfSquares, ComesToTheLessonsFigureAndWrapsAround)
{
    const auto lesson = made(sumOfSquaresWorkload(), {{"tasks", 2}, {"count", 1'000'000}});
    for (ItemIndex item = 0; item < 2; ++item) {
        const Value result = resultOf(*lesson, item);
        EXPECT_EQ(*result.find("task"), Value(item + 1));
        EXPECT_EQ(text(result, "sum"), "333332833333500000"); // (n − 1) n (2n − 1) ÷ 6
    }
    // 4,000,000: 21,333,325,333,334,000,000 − 2⁶⁴, which no signed number holds.
    EXPECT_EQ(text(resultOf(*made(sumOfSquaresWorkload(), {{"count", 4'000'000}})), "sum"),
              "2886581259624448384");
    EXPECT_EQ(text(resultOf(*made(sumOfSquaresWorkload(), {{"count", 3'500'000}})), "sum"),
              "14291660541667250000");
}

TEST(HeavyChunks, AreAllOfOneRange)
{
    const auto workload = made(heavyChunksWorkload(), {{"chunks", 4}, {"items", 5000}});
    const std::vector<Value> results = resultsOf(*workload);
    long double expected = 0;
    for (int i = 0; i < 5000; ++i) {
        const auto x = static_cast<long double>(i);
        expected += (sinl(2 * x) / 2 + sqrtl(x + 1)) * logl(x + 1);
    }
    for (const Value& result : results) {
        EXPECT_EQ(*result.find("items"), Value(5000));
        EXPECT_EQ(*result.find("sum"), *results.front().find("sum"));
        EXPECT_NEAR(result.find("sum")->asNumber(), static_cast<double>(expected), 1e-6);
    }
    Value summary = summaryOf(*workload, results);
    EXPECT_EQ(*summary.find("sum"), *results.front().find("sum"));
    EXPECT_EQ(workload->conclusion(summary, {.done = 4}).english(),
              "the same sum in every chunk: " + fixedNumber(static_cast<double>(expected), 3));
    std::vector<Value> planted = results;
    planted[2].set("sum", 1.0);
    summary = summaryOf(*workload, planted);
    EXPECT_TRUE(summary.find("sum")->isNull());
    EXPECT_TRUE(workload->conclusion(summary, {.done = 4}).empty());
}

TEST(DataChunks, ComeToTheLessonsMean)
{
    const auto workload = made(dataChunksWorkload(), {{"chunks", 5}, {"items", 100'000}});
    const std::vector<Value> results = resultsOf(*workload);
    ASSERT_EQ(results.size(), 5U);
    for (std::size_t chunk = 0; chunk < 5; ++chunk) {
        SCOPED_TRACE(chunk);
        long double sum = 0;
        double least = INFINITY;
        double most = -INFINITY;
        for (std::size_t v = chunk * 100'000; v < (chunk + 1) * 100'000; ++v) {
            const auto x = static_cast<double>(v);
            const double processed = x * x + std::sin(x) * 100;
            sum += processed;
            least = std::min(least, processed);
            most = std::max(most, processed);
        }
        const Value& result = results[chunk];
        EXPECT_EQ(*result.find("chunk"), Value(chunk + 1));
        EXPECT_EQ(*result.find("count"), Value(100'000));
        EXPECT_NEAR(result.find("sum")->asNumber(), static_cast<double>(sum),
                    static_cast<double>(sum) * 1e-12);
        EXPECT_EQ(result.find("mean")->asNumber(), result.find("sum")->asNumber() / 100'000);
        EXPECT_EQ(result.find("least")->asNumber(), least);
        EXPECT_EQ(result.find("most")->asNumber(), most);
    }
    const Value summary = summaryOf(*workload, results);
    EXPECT_EQ(*summary.find("count"), Value(500'000));
    EXPECT_EQ(*summary.find("partial"), Value(false));
    EXPECT_NEAR(summary.find("mean")->asNumber(), 83'333'083'333.5, 0.005);
    EXPECT_GT(summary.find("valuesPerSecond")->asNumber(), 0);
    EXPECT_THAT(
        workload->conclusion(summary, {.done = 5}).english(),
        ::testing::MatchesRegex("mean of all values: 83333083333.50; [0-9.]+ million values a second"));
}

TEST(DataChunks, TheRateIsThatOfAllFromFirstToLast)
{
    const auto workload = made(dataChunksWorkload(), {{"chunks", 2}, {"items", 1000}});
    std::vector<Value> results;
    for (const std::int64_t end : {5'000'000'000, 4'000'000'000}) { // one from 3 to 5, one from 1 to 4 s
        Value result = Value::object();
        result.set("count", 1000);
        result.set("sum", 0.0);
        result.set("seconds", end == 5'000'000'000 ? 2.0 : 3.0);
        result.set("end", Value(end));
        results.push_back(std::move(result));
    }
    EXPECT_EQ(*summaryOf(*workload, results).find("valuesPerSecond"), Value(500.0));
}

TEST(DataChunks, OneThatFailsFailsAloneAndTheMeanIsPartial)
{
    const auto workload =
        made(dataChunksWorkload(), {{"chunks", 5}, {"items", 100'000}, {"failingChunk", 5}});
    EXPECT_TRUE(workload->meantToFail(4));
    EXPECT_FALSE(workload->meantToFail(0));
    EXPECT_EQ(failureOf(*workload, 4), "chunk 5 was told to fail");
    const std::vector<Value> results = resultsOf(*workload);
    ASSERT_EQ(results.size(), 4U);
    const Value summary = summaryOf(*workload, results);
    EXPECT_EQ(*summary.find("partial"), Value(true));
    EXPECT_EQ(*summary.find("count"), Value(400'000));
    EXPECT_NEAR(summary.find("mean")->asNumber(), 399'999.0 * 799'999 / 6, 0.005);
    EXPECT_THAT(workload->conclusion(summary, {.done = 4, .failed = 1, .meant = 1}).english(),
                ::testing::StartsWith("partial mean (4 of 5 chunks): 53333133333.50; "));
    EXPECT_THAT(workload->describe().english(), ::testing::EndsWith("; chunk 5 is told to fail"));
}

TEST(DataChunks, OfNothingThereIsNothingToSay)
{
    const auto workload = made(dataChunksWorkload(), {{"chunks", 1}, {"items", 10}, {"failingChunk", 1}});
    const Value summary = workload->summary({});
    EXPECT_TRUE(summary.find("mean")->isNull());
    EXPECT_TRUE(workload->conclusion(summary, {.failed = 1, .meant = 1}).empty());
}

TEST(DataChunks, SaysWhatCannotBeDone)
{
    EXPECT_EQ(complaintAbout(dataChunksWorkload(), {{"failingChunk", 6}}),
              "/p/failingChunk: there is no chunk 6: the chunks are 5");
    EXPECT_EQ(complaintAbout(dataChunksWorkload(), {{"chunks", 6}}),
              "/p/items: the chunks would have 108000000 values together; beyond 100000000 the sine loses "
              "its meaning");
    EXPECT_EQ(complaintAbout(dataChunksWorkload(), {{"chunks", 100}, {"items", 1'000'000}}), "");
}

TEST(TinyTasks, AddTheNumbersBelowAThousand)
{
    const auto workload = made(tinyTasksWorkload());
    EXPECT_EQ(workload->itemCount(), 10U);
    EXPECT_EQ(*resultOf(*workload, 9).find("sum"), Value(499'500));
    EXPECT_EQ(workload->describe().english(), "tasks: 10, each adds the numbers from 0 to 999");
}

TEST(Doublings, DoubleAHundredNumbers)
{
    const auto workload = made(doublingsWorkload());
    ASSERT_EQ(workload->itemCount(), 100U);
    for (ItemIndex item = 0; item < 100; ++item)
        EXPECT_EQ(*resultOf(*workload, item).find("double"), Value(2 * item));
}

TEST(Payload, EachItemIsItsOwnArrayOfThatSize)
{
    const auto workload = prepared(payloadWorkload(), {{"tasks", 3}, {"bytes", 100'003}});
    const std::string first = workload->item(0).asString();
    EXPECT_EQ(first.size(), 100'003U);
    EXPECT_EQ(workload->item(0), Value(first));
    EXPECT_NE(workload->item(1), Value(first));
    EXPECT_NE(prepared(payloadWorkload(), {{"tasks", 3}, {"bytes", 100'003}}, 2)->item(0), Value(first));
    const Value result = resultOf(*workload, 0);
    EXPECT_EQ(*result.find("size"), Value(100'003));
    Checksum whole;
    whole.add(first);
    EXPECT_EQ(text(result, "checksum"), whole.text()) << "whatever the blocks are";
    EXPECT_EQ(
        workload->conclusion(summaryOf(*workload, resultsOf(*workload)), {.done = 3}).english(),
        "arrays of 0.3 MB in all: threads are handed them where they are, processes get a copy of every "
        "byte");
}

TEST(Payload, AnotherByteAnywhereIsAnotherChecksum)
{
    const auto workload = prepared(payloadWorkload(), {{"tasks", 1}, {"bytes", 1000}});
    const std::string whole = workload->item(0).asString();
    FakeContext context;
    const auto checksumOf = [&](std::string bytes) {
        Stage<Value> task = workload->run(0, context, Value(std::move(bytes)));
        task.resume();
        return text(task.take(), "checksum");
    };
    const std::string expected = checksumOf(whole);
    for (const std::size_t at : {std::size_t{0}, std::size_t{501}, std::size_t{999}}) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        EXPECT_NE(checksumOf(changed), expected) << at;
    }
    EXPECT_NE(checksumOf(whole.substr(1)), expected);
}

TEST(MlPredictions, CountEverySampleOnceAndFollowTheSeed)
{
    const Settings settings{{"batches", 2}, {"samples", 500}};
    const auto workload = prepared(mlPredictionsWorkload(), settings);
    const Value result = resultOf(*workload, 0);
    std::vector<std::int64_t> counts;
    for (const std::string& count : split(text(result, "perClass"), ' '))
        counts.push_back(integerFromText(count).value_or(-1));
    EXPECT_EQ(counts.size(), 10U);
    EXPECT_EQ(std::accumulate(counts.begin(), counts.end(), std::int64_t{0}), 500);
    EXPECT_GT(std::ranges::count_if(counts, [](std::int64_t count) { return count > 0; }), 5)
        << "a network that always says the same has nothing to compute";
    EXPECT_NE(text(result, "checksum"), text(resultOf(*workload, 1), "checksum"));
    const auto other = prepared(mlPredictionsWorkload(), settings, 2);
    EXPECT_NE(text(result, "checksum"), text(resultOf(*other, 0), "checksum")) << "other weights";
    FakeContext context(0, 2);
    EXPECT_NE(text(result, "checksum"), text(resultOf(*workload, 0, context), "checksum")) << "other samples";
}
