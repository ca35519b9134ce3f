// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The twins in Python come to what the native workloads come to, where both are given as much to do: the
// same figures to the last bit, the same failures in the same words.
#include "core/json.h"
#include "engine/python_interpreter.h"
#include "engine/surroundings.h"
#include "engine_fixture.h"
#include "executors/builtin_executors.h"

#include <gmock/gmock.h>

using namespace overlap;
using namespace overlap::core;
using namespace overlap::testing;

namespace {

struct Case
{
    const char* workload;
    std::vector<std::pair<std::string, Value>> parameters;
    double timeScale = 1.0;
};

Value listOf(std::initializer_list<const char*> texts)
{
    Value list = Value::array();
    for (const char* const text : texts)
        list.append(text);
    return list;
}

const std::vector<Case> cases{
    {"sum-of-squares", {{"tasks", 3}, {"count", 30'000}, {"pythonCount", 30'000}}},
    {"heavy-chunks", {{"chunks", 3}, {"items", 5000}, {"pythonItems", 5000}}},
    {"data-chunks", {{"chunks", 4}, {"items", 5000}, {"pythonItems", 5000}, {"failingChunk", 3}}},
    {"tiny-tasks", {{"tasks", 20}, {"count", 10'000}}},
    {"doublings", {{"tasks", 30}}},
    {"payload", {{"tasks", 3}, {"bytes", 100'003}}},
    {"wait", {{"tasks", 3}, {"seconds", 0.01}}},
    {"file-batch", {{"files", listOf({"a.txt", "übung.txt"})}}, 0.01},
    {"service-health", {}, 0.01},
    {"file-digests", {{"files", 4}, {"size", 100'000}}},
    {"fetch", {{"urls", listOf({"/json", "/price/[1-3]", "/status/500", "/delay/0.5"})}}, 0.02},
    {"fetch", {{"urls", listOf({"/price/[1-3]", "/uuid"})}, {"field", "price"}}, 0.02},
    {"fetch", {{"urls", listOf({"/delay/2"})}, {"timeout", 0.05}}},
    {"failing-tasks", {}, 0.02},
    {"convoy", {{"waits", 2}, {"pause", 0.006}, {"compute", 0.01}}, 0.9},
    {"ml-predictions", {{"batches", 2}, {"samples", 3}, {"pythonSamples", 3}}},
};

/// What is compared of an item: the columns that must not differ, or why it failed.
std::string comparable(const ItemResult& item, const std::vector<ResultColumn>& columns)
{
    // Each runtime says in words of its own that a text is no number; both name the text.
    if (item.status != TaskStatus::done && item.error.english().find("twelve") != std::string::npos)
        return "failed: twelve";
    if (item.status != TaskStatus::done)
        return "failed: " + item.error.english();
    std::string text;
    for (const ResultColumn& column : columns) {
        const Value* const cell = item.value.find(column.key);
        if (column.comparable)
            text += column.key + "=" + (cell ? writeJson(*cell, JsonStyle::compact) : "none") + " ";
    }
    return text;
}

} // namespace

class PythonTwins : public EngineTest
{
protected:
    void SetUp() override
    {
        EngineTest::SetUp();
        try {
            python = engine::probePython(engine::findPython(), launcher);
        } catch (const Error& error) {
            GTEST_SKIP() << error.what();
        }
    }

    std::vector<ItemResult> itemsOf(const Job& job, const std::string& strategy)
    {
        recording::Recorder recorder(1 << 16);
        const auto executor = executors::makeExecutor(
            parseStrategy(strategy, executors::builtinStrategies(), 2), recorder,
            {&launcher, paths.worker(), python.executable, paths.python() / "overlap_runner.py"});
        executor->prepare(job);
        RunResult result = executor->run(job, {});
        executor->shutdown(ShutdownMode::wait);
        return std::move(result.items);
    }

    /// Runs each strategy on the case and hands its items over beside those of native code, item by item.
    template <class Check>
    void besideNative(const Case& each, const Check& check)
    {
        SCOPED_TRACE(each.workload);
        Experiment asked = experiment(each.workload, {"sequential"}, each.parameters);
        asked.timeScale = each.timeScale;
        const auto workload = catalogue.workload(asked.workload)->make(asked.parameters);
        const engine::Surroundings surroundings(workload->needs(), asked, launcher, paths, {});
        workload->prepare(surroundings.setting());
        ASSERT_TRUE(workload->pythonTwin());
        Job job;
        job.workload = workload.get();
        job.seed = asked.seed;
        job.timeScale = asked.timeScale;
        job.makeFetcher = net::curlFetcherFactory();
        const std::vector<ItemResult> native = itemsOf(job, "sequential");
        for (const char* const strategy : {"python-sequential", "python-threads:2", "python-processes:2"}) {
            SCOPED_TRACE(strategy);
            const std::vector<ItemResult> twin = itemsOf(job, strategy);
            ASSERT_EQ(twin.size(), native.size());
            for (std::size_t i = 0; i < native.size(); ++i)
                check(*workload, i, twin[i], native[i]);
            std::vector<const Value*> values;
            for (const ItemResult& item : twin) {
                if (item.status == TaskStatus::done)
                    values.push_back(&item.value);
            }
            workload->summary(values); // whatever it needs is there
        }
    }

    engine::PythonFacts python;
};

TEST_F(PythonTwins, ComeToTheSameAsTheNativeWorkloads)
{
    for (const Case& each : cases) {
        besideNative(each, [](const Workload& workload, std::size_t, const ItemResult& twin,
                              const ItemResult& native) {
            EXPECT_EQ(comparable(twin, workload.resultColumns()),
                      comparable(native, workload.resultColumns()));
        });
    }
}

// Pillow is not our codec: what hangs on it is the same under every Python strategy, the rest as with ours.
TEST_F(PythonTwins, ThumbnailsHaveTheSizeOfOursAndAreTheSameUnderEveryStrategy)
{
    if (python.pillow.empty())
        GTEST_SKIP() << "there is no Pillow";
    std::vector<std::string> first;
    besideNative(
        {"image-resize", {{"files", 3}, {"megapixels", 0.3}, {"box", 100}}},
        [&](const Workload& workload, std::size_t item, const ItemResult& twin, const ItemResult& native) {
            ASSERT_EQ(twin.status, TaskStatus::done) << twin.error.english();
            for (const char* const column : {"file", "width", "height", "bytesIn"})
                EXPECT_EQ(*twin.value.find(column), *native.value.find(column)) << column;
            const std::string text = comparable(twin, workload.resultColumns());
            if (item == first.size())
                first.push_back(text);
            else
                EXPECT_EQ(text, first[item]);
        });
    EXPECT_EQ(first.size(), 3u);
}
