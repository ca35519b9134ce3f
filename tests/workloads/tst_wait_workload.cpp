// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/wait_workload.h"

#include "support/fake_context.h"

#include <gtest/gtest.h>

using namespace overlap::core;
using overlap::testing::FakeContext;
using overlap::workloads::waitWorkload;

namespace {

std::unique_ptr<Workload> made(int tasks, double seconds)
{
    Value parameters = Value::object();
    parameters.set("tasks", tasks);
    parameters.set("seconds", seconds);
    std::vector<Problem> problems;
    parameters = validateParameters(waitWorkload().parameters, parameters, "", problems);
    EXPECT_TRUE(problems.empty());
    return waitWorkload().make(parameters);
}

} // namespace

TEST(WaitWorkload, EveryTaskWaitsAsLongAsItSays)
{
    const auto workload = made(3, 0.25);
    ASSERT_EQ(workload->itemCount(), 3u);
    FakeContext context;
    for (ItemIndex item = 0; item < 3; ++item) {
        Stage<Value> stage = workload->run(0, context, workload->item(item));
        stage.resume();
        ASSERT_TRUE(stage.done());
        const Value result = stage.take();
        EXPECT_EQ(*result.find("task"), Value(static_cast<int>(item) + 1));
        for (const ResultColumn& column : workload->resultColumns())
            EXPECT_TRUE(result.find(column.key)) << column.key;
    }
    // Unscaled: the time scale is the context's business.
    EXPECT_EQ(context.waits, (std::vector<Nanoseconds>{250'000'000, 250'000'000, 250'000'000}));
    EXPECT_FALSE(workload->needs().loopbackServer);
    EXPECT_TRUE(workload->summary({}).isNull());
}

TEST(WaitWorkload, OnlyTheTimeIsNotComparable)
{
    for (const ResultColumn& column : made(1, 1)->resultColumns())
        EXPECT_EQ(column.comparable, column.key != "seconds");
}

TEST(WaitWorkload, DescribesItself)
{
    EXPECT_EQ(made(2, 1)->describe().english(), "2 tasks that wait 1.00 s each");
    EXPECT_EQ(made(1, 1)->describe().english(), "One task that waits 1.00 s");
    EXPECT_EQ(made(2, 1)->itemLabel(1), "wait 2");
    EXPECT_EQ(made(2, 1)->stages().front().nature, Nature::waiting);
}

TEST(WaitWorkload, ParametersHaveLimits)
{
    const auto complaints = [](const char* name, Value value) {
        Value parameters = Value::object();
        parameters.set(name, std::move(value));
        std::vector<Problem> problems;
        validateParameters(waitWorkload().parameters, parameters, "", problems);
        return problems.size();
    };
    EXPECT_EQ(complaints("tasks", 0), 1u);
    EXPECT_EQ(complaints("tasks", 100'000), 0u);
    EXPECT_EQ(complaints("tasks", 100'001), 1u);
    EXPECT_EQ(complaints("seconds", 0.001), 1u);
    EXPECT_EQ(complaints("seconds", 61), 1u);
}
