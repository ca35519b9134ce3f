// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload_run.h"
#include "workloads/database_queries_workload.h"
#include "workloads/sqlite.h"

#include <atomic>
#include <thread>

using namespace overlap::core;
using namespace overlap::testing;
using namespace overlap::workloads;

namespace {

const Settings small{{"orders", 3'000}, {"customers", 100}, {"queries", 9}, {"connections", 2}};

std::vector<Value> resultsOf(const Workload& workload)
{
    std::vector<Value> results;
    for (ItemIndex item = 0; item < workload.itemCount(); ++item)
        results.push_back(resultOf(workload, item));
    return results;
}

} // namespace

TEST(DatabaseQueries, EachKindAnswersFromTheGeneratedDatabase)
{
    const TempFolder scratch;
    const auto workload = made(databaseQueriesWorkload(), small);
    EXPECT_TRUE(workload->needs().scratch);
    workload->prepare(settingIn(scratch));
    const std::vector<Value> results = resultsOf(*workload);
    const std::vector<std::string> kinds{"lookup", "join", "scan"};
    std::int64_t looked = 0;
    for (std::size_t i = 0; i < results.size(); ++i) {
        EXPECT_EQ(text(results[i], "kind"), kinds[i % 3]);
        EXPECT_EQ(*results[i].find("query"), Value(i + std::int64_t{1}));
        const std::int64_t rows = results[i].find("rows")->asInteger();
        if (i % 3 == 0)
            looked += rows;
        else
            EXPECT_EQ(rows, i % 3 == 1 ? 8 : 100) << "all cities; the dearest hundred of 900";
    }
    EXPECT_NEAR(static_cast<double>(looked), 90, 50) << "30 orders each";
    EXPECT_NE(text(results[1], "checksum"), text(results[4], "checksum")) << "of other days";
    EXPECT_EQ(workload->itemLabel(3), "lookup 2");
    std::vector<const Value*> pointers;
    std::int64_t rows = 0;
    for (const Value& result : results) {
        pointers.push_back(&result);
        rows += result.find("rows")->asInteger();
    }
    EXPECT_EQ(*workload->summary(pointers).find("rows"), Value(rows));
}

TEST(DatabaseQueries, TheDatabaseIsAFunctionOfTheSeed)
{
    const auto withSeed = [](std::uint64_t seed) {
        const TempFolder scratch;
        const auto workload = made(databaseQueriesWorkload(), small);
        workload->prepare(settingIn(scratch, seed));
        return resultsOf(*workload);
    };
    EXPECT_EQ(withSeed(1), withSeed(1));
    EXPECT_NE(withSeed(1), withSeed(2));
}

TEST(DatabaseQueries, AnotherProcessAttachesToTheSameDatabase)
{
    const TempFolder scratch;
    const auto workload = made(databaseQueriesWorkload(), small);
    workload->prepare(settingIn(scratch));
    const auto attached = made(databaseQueriesWorkload(), small);
    attached->attach(settingIn(scratch), workload->prepared());
    EXPECT_EQ(resultOf(*attached, 1), resultOf(*workload, 1));

    const TempFolder elsewhere;
    const auto lost = made(databaseQueriesWorkload(), small);
    try {
        lost->attach(settingIn(elsewhere), {});
        ADD_FAILURE() << "there is no database";
    } catch (const Error& error) {
        EXPECT_EQ(error.message().english(),
                  "the database “orders.sqlite” fails: unable to open database file");
    }
}

TEST(DatabaseQueries, AQueryHoldsAConnectionAndGivesItBack)
{
    const TempFolder scratch;
    const auto workload =
        made(databaseQueriesWorkload(), {{"orders", 3'000}, {"customers", 100}, {"connections", 1}});
    workload->prepare(settingIn(scratch));
    SuspendingContext waiting;
    Stage<Value> first = workload->run(0, waiting, Value(0));
    first.resume();
    ASSERT_EQ(waiting.acquisitions.size(), 1U) << "nothing is asked before a connection is free";
    EXPECT_FALSE(first.done());

    FakeContext context;
    for (int i = 0; i < 3; ++i)
        resultOf(*workload, 1, context);
    EXPECT_EQ(context.natives, 3) << "the only connection came back each time";

    FakeContext stopped;
    stopped.stopped = true;
    EXPECT_THROW(resultOf(*workload, 1, stopped), Cancelled);
    FakeContext after(1);
    EXPECT_GT(resultOf(*workload, 1, after).find("rows")->asInteger(), 0);
}

TEST(DatabaseQueries, AStopInterruptsAQueryAndThePreparation)
{
    const TempFolder scratch;
    const auto workload = made(databaseQueriesWorkload(), {{"orders", 100'000}, {"queries", 6}});
    std::stop_source stop;
    WorkloadSetting setting = settingIn(scratch);
    workload->prepare(setting);

    /// Stops when SQLite looks for the third time: in the middle of a query.
    class StoppingContext final : public TaskContext
    {
    public:
        mutable std::atomic<int> looks = 0;
        void checkpoint() override {}
        bool cancelled() const noexcept override { return ++looks >= 3; }

    private:
        bool begin(WaitOperation&) override { return true; }
        bool begin(FetchOperation&) override { return true; }
        bool begin(AcquireOperation& operation) override { return operation.semaphore.tryAcquire(); }
        void enterBlocking() override {}
        void leaveBlocking() override {}
        void enterNative() override {}
        void leaveNative() override {}
    };
    StoppingContext context;
    Stage<Value> task = workload->run(0, context, Value(1));
    task.resume();
    EXPECT_THROW(task.take(), Cancelled);
    EXPECT_EQ(context.looks, 3);

    const TempFolder other;
    setting = settingIn(other);
    setting.stop = stop.get_token();
    stop.request_stop();
    EXPECT_THROW(made(databaseQueriesWorkload())->prepare(setting), Cancelled);
}

TEST(DatabaseQueries, ManyThreadsShareTwoConnections)
{
    const TempFolder scratch;
    const auto workload = made(databaseQueriesWorkload(),
                               {{"orders", 3'000}, {"customers", 100}, {"queries", 60}, {"connections", 2}});
    workload->prepare(settingIn(scratch));
    const std::vector<Value> expected = resultsOf(*workload);

    /// Waits for a permit as threads do.
    class BlockingContext final : public TaskContext
    {
    public:
        explicit BlockingContext(ItemIndex item)
        {
            m_item = item;
            m_seed = 1;
        }
        void checkpoint() override {}
        bool cancelled() const noexcept override { return false; }

    private:
        bool begin(WaitOperation&) override { return true; }
        bool begin(FetchOperation&) override { return true; }
        bool begin(AcquireOperation& operation) override { return operation.semaphore.acquire({}); }
        void enterBlocking() override {}
        void leaveBlocking() override {}
        void enterNative() override {}
        void leaveNative() override {}
    };
    std::vector<Value> results(expected.size());
    {
        std::vector<std::jthread> threads;
        for (std::size_t first = 0; first < 6; ++first) {
            threads.emplace_back([&, first] {
                for (std::size_t item = first; item < results.size(); item += 6) {
                    BlockingContext context(static_cast<ItemIndex>(item));
                    Stage<Value> task =
                        workload->run(0, context, workload->item(static_cast<ItemIndex>(item)));
                    task.resume();
                    results[item] = task.take();
                }
            });
        }
    }
    EXPECT_EQ(results, expected);
}
