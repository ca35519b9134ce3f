// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the workloads tell of their twins in CPython.
#include "core/text.h"
#include "workload_run.h"
#include "workloads/builtin_workloads.h"

#include <algorithm>
#include <gmock/gmock.h>

using namespace overlap::core;
using namespace overlap::testing;
using overlap::workloads::builtinWorkloads;

namespace {

const WorkloadDescriptor& descriptorOf(const std::string& id)
{
    return *std::ranges::find(builtinWorkloads(), id, &WorkloadDescriptor::id);
}

std::unique_ptr<Workload> workloadOf(const std::string& id, const Settings& settings = {})
{
    return made(descriptorOf(id), settings);
}

std::string amounts(const std::string& id, const Settings& settings = {})
{
    const auto workload = workloadOf(id, settings);
    return workload->amount(Runtime::native).english() + " | " + workload->amount(Runtime::python).english();
}

} // namespace

TEST(PythonTwins, TheCatalogueSaysWhichWorkloadsHaveOne)
{
    std::vector<std::string> with;
    for (const WorkloadDescriptor& descriptor : builtinWorkloads()) {
        const auto workload = made(descriptor);
        EXPECT_EQ(workload->pythonTwin().has_value(), descriptor.hasPythonTwin) << descriptor.id;
        if (descriptor.hasPythonTwin)
            with.push_back(descriptor.id);
    }
    EXPECT_THAT(with, ::testing::IsSupersetOf({"wait", "fetch", "file-batch", "file-digests",
                                               "service-health", "sum-of-squares", "heavy-chunks",
                                               "data-chunks", "tiny-tasks", "doublings", "payload",
                                               "failing-tasks", "image-resize", "ml-predictions"}));
}

TEST(PythonTwins, HaveAsManyItemsAsTheWorkload)
{
    for (const WorkloadDescriptor& descriptor : builtinWorkloads()) {
        const auto workload = made(descriptor);
        const auto twin = workload->pythonTwin();
        if (!twin)
            continue;
        EXPECT_EQ(twin->items.size(), workload->itemCount()) << descriptor.id;
        EXPECT_EQ(twin->task, descriptor.id);
        EXPECT_TRUE(twin->setting.isObject()) << descriptor.id;
    }
}

TEST(PythonTwins, ComputeAsMuchAsIsSetForThem)
{
    const auto sums = workloadOf("sum-of-squares", {{"count", 7}, {"pythonCount", 5}})->pythonTwin();
    EXPECT_EQ(*sums->setting.find("count"), Value(5));
    const auto waves = workloadOf("heavy-chunks")->pythonTwin();
    EXPECT_EQ(*waves->setting.find("items"), Value(500'000)); // as the lesson has it
    const auto data = workloadOf("data-chunks", {{"failingChunk", 2}})->pythonTwin();
    EXPECT_EQ(*data->setting.find("items"), Value(100'000));
    EXPECT_EQ(*data->setting.find("failingChunk"), Value(2));
}

TEST(PythonTwins, EachRuntimeNamesItsOwnAmountOfWork)
{
    EXPECT_EQ(amounts("heavy-chunks"),
              "4 chunks of 20\u202F000\u202F000 items | 4 chunks of 500\u202F000 items");
    EXPECT_EQ(amounts("heavy-chunks", {{"chunks", 1}, {"items", 10}, {"pythonItems", 9}}),
              "1 chunk of 10 items | 1 chunk of 9 items");
    EXPECT_EQ(amounts("sum-of-squares"),
              "2 sums of 800\u202F000\u202F000 squares | 2 sums of 1\u202F000\u202F000 squares");
    EXPECT_EQ(amounts("data-chunks"),
              "5 chunks of 18\u202F000\u202F000 values | 5 chunks of 100\u202F000 values");
    EXPECT_EQ(amounts("tiny-tasks"), " | ") << "the same for both, and the number of items says it";
}

TEST(PythonTwins, DataInPythonMayNotPassTheMeaningOfTheSineEither)
{
    EXPECT_EQ(complaintAbout(descriptorOf("data-chunks"),
                             {{"chunks", 100}, {"items", 1}, {"pythonItems", 1'000'001}}),
              "/p/pythonItems: the chunks would have 100000100 values together; beyond 100000000 the sine "
              "loses its meaning");
}

TEST(PythonTwins, SimulatedWorkTakesWhatIsSet)
{
    const auto files = workloadOf("file-batch", {{"read", 0.25}})->pythonTwin();
    EXPECT_EQ(*files->setting.find("read"), Value(0.25));
    EXPECT_EQ(files->items.front(), Value("data_report_2024.txt"));
    const auto services = workloadOf("service-health")->pythonTwin();
    EXPECT_EQ(services->items.size(), 5U);
    EXPECT_EQ(*services->setting.find("database"), Value(0.8));
}

TEST(PythonTwins, FetchFromTheServerThatWasStarted)
{
    const auto workload = workloadOf("fetch", {{"field", "price"}});
    WorkloadSetting setting;
    setting.loopbackUrl = "http://127.0.0.1:1";
    workload->prepare(setting);
    const auto twin = workload->pythonTwin();
    EXPECT_EQ(*twin->setting.find("base"), Value("http://127.0.0.1:1"));
    EXPECT_EQ(*twin->setting.find("field"), Value("price"));
    EXPECT_EQ(twin->items.front(), Value("/delay/1"));
}
