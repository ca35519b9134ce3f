// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The workloads that sweeps need: work of a given length cut into tasks, and the convoy.
#include "core/report.h"
#include "workload_run.h"
#include "workloads/convoy_workload.h"
#include "workloads/cut_work_workload.h"

#include <gmock/gmock.h>

using namespace overlap::core;
using namespace overlap::testing;
using namespace overlap::workloads;

namespace {

std::unique_ptr<Workload> prepared(const WorkloadDescriptor& descriptor, const Settings& settings)
{
    auto workload = made(descriptor, settings);
    workload->prepare({});
    return workload;
}

} // namespace

TEST(CutWork, ComputesAsLongAsItSaysHoweverItIsCut)
{
    bool held = false;
    for (int attempt = 0; attempt < 5 && !held; ++attempt) {
        double cpu[2] = {};
        for (const int tasks : {1, 10}) {
            const auto workload = prepared(cutWorkWorkload(), {{"work", 0.1}, {"tasks", tasks}});
            ASSERT_EQ(workload->itemCount(), static_cast<std::size_t>(tasks));
            const Nanoseconds begin = threadCpuNow();
            for (int i = 0; i < tasks; ++i)
                resultOf(*workload, static_cast<ItemIndex>(i));
            cpu[tasks == 1 ? 0 : 1] = toSeconds(threadCpuNow() - begin);
        }
        // Twice either way: the clock of a core that others use changes.
        held = cpu[0] > 0.05 && cpu[0] < 0.2 && cpu[1] > 0.05 && cpu[1] < 0.2;
    }
    EXPECT_TRUE(held);
}

TEST(CutWork, WaitsByItsShareOfTheWork)
{
    const auto workload = prepared(cutWorkWorkload(), {{"work", 0.1}, {"tasks", 100}, {"ratio", 4.0}});
    FakeContext context;
    resultOf(*workload, 3, context);
    EXPECT_THAT(context.waits, ::testing::ElementsAre(4'000'000)) << "four times a millisecond";
    EXPECT_GT(context.checkpoints, 0);
    const auto without = prepared(cutWorkWorkload(), {{"work", 0.1}, {"tasks", 100}});
    FakeContext other;
    resultOf(*without, 3, other);
    EXPECT_TRUE(other.waits.empty());
}

TEST(CutWork, AWorkerProcessComputesTheSame)
{
    const auto here = prepared(cutWorkWorkload(), {{"work", 0.01}, {"tasks", 2}});
    const auto there = made(cutWorkWorkload(), {{"work", 0.01}, {"tasks", 2}});
    there->attach({}, here->prepared());
    EXPECT_EQ(resultOf(*there, 1), resultOf(*here, 1));
    EXPECT_EQ(there->prepared(), here->prepared());
}

TEST(CutWork, AStopEndsThePreparation)
{
    std::stop_source stop;
    stop.request_stop();
    WorkloadSetting setting;
    setting.stop = stop.get_token();
    EXPECT_THROW(made(cutWorkWorkload())->prepare(setting), Cancelled);
}

TEST(Convoy, OneWaitsAndOneComputes)
{
    const auto workload = prepared(convoyWorkload(), {{"waits", 7}, {"pause", 0.02}, {"compute", 0.01}});
    ASSERT_EQ(workload->itemCount(), 2U);
    FakeContext waiting(0);
    const Value waits = resultOf(*workload, 0, waiting);
    EXPECT_EQ(waiting.waits, (std::vector<Nanoseconds>(7, 20'000'000)));
    ASSERT_TRUE(waits.find("delay"));
    EXPECT_LT(waits.find("delay")->asNumber(), 0) << "the fake does not wait, so it comes back early";
    const Nanoseconds begin = threadCpuNow();
    FakeContext computing(1);
    const Value computes = resultOf(*workload, 1, computing);
    EXPECT_GE(threadCpuNow() - begin, 10'000'000);
    EXPECT_GT(computing.checkpoints, 10);
    EXPECT_FALSE(computes.find("delay"));
    const Value summary = workload->summary({&waits, &computes});
    EXPECT_EQ(*summary.find("delaySeconds"), *waits.find("delay"));
    EXPECT_TRUE(workload->summary({nullptr, &computes}).isNull()) << "the task that waits failed";
    EXPECT_TRUE(workload->conclusion({}, {}).empty());
    computing.stopped = true;
    EXPECT_THROW(resultOf(*workload, 1, computing), Cancelled);
}
