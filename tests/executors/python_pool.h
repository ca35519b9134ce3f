// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "executors/python_executor.h"
#include "recording/timeline_builder.h"
#include "support/census.h"
#include "support/gate.h"
#include "support/temp_folder.h"
#include "support/timeline_laws.h"
#include "support/timeline_text.h"
#include "support/twin_workload.h"

#include <csignal>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>
#include <set>
#include <sys/stat.h>
#include <thread>

// What all tests of the Python strategies stand on: whole lives of an interpreter, counted before and after.

namespace overlap::testing {

struct PythonLife
{
    core::RunResult result;
    core::Timeline timeline;
    core::Nanoseconds startup = 0;
    core::Nanoseconds cpuTime = 0;
    std::int64_t peakMemoryBytes = 0;

    std::size_t count(core::TaskStatus status) const
    {
        return static_cast<std::size_t>(std::ranges::count(result.items, status, &core::ItemResult::status));
    }
    std::string error(std::size_t item) const { return result.items[item].error.english(); }
    /// Share of the lanes' time in a state.
    double share(core::State state) const
    {
        core::Nanoseconds sum = 0;
        for (const core::Lane& lane : timeline.lanes)
            sum += lane.totals[static_cast<std::size_t>(state)];
        return static_cast<double>(sum) /
               (static_cast<double>(result.wall) * static_cast<double>(timeline.lanes.size()));
    }
};

/// What holds of every run, whoever died in it.
inline void expectPythonLaws(const PythonLife& life)
{
    EXPECT_EQ(brokenLaw(life.timeline), "");
    for (const core::ItemResult& item : life.result.items) {
        EXPECT_TRUE(item.status == core::TaskStatus::done || item.status == core::TaskStatus::failed ||
                    item.status == core::TaskStatus::cancelled);
        EXPECT_LE(item.begin, item.end);
        EXPECT_LE(item.end, life.result.wall);
        EXPECT_EQ(item.status == core::TaskStatus::failed, !item.error.empty());
    }
    std::set<core::ItemIndex> done;
    for (const core::TaskRow& task : life.timeline.tasks)
        EXPECT_TRUE(task.status != core::TaskStatus::done || done.insert(task.item).second);
}

using Pool = executors::PythonRules::Pool;

inline executors::PythonRules pythonRules(Pool pool, int workers = 1)
{
    executors::PythonRules rules;
    rules.pool = pool;
    rules.workers = workers;
    return rules;
}

/// How a life goes on around the run.
struct Around
{
    std::stop_token stop = {};
    std::function<void(pid_t)> beforeRun = {};      ///< the interpreter is ready
    std::function<void(std::size_t)> whileRun = {}; ///< every 5 ms: how many records came
    std::function<void()> afterRun = {};            ///< before the shutdown
};

/// Each test of an interpreter, with a launcher of its own.
class PythonPool : public ::testing::Test
{
protected:
    core::Job jobOf(const core::Workload& workload) const
    {
        core::Job job;
        job.workload = &workload;
        job.seed = 42;
        return job;
    }

    /// prepare, run, shutdown. Throws what prepare() throws.
    PythonLife live(const executors::PythonRules& rules, const core::Job& job, const Around& around = {})
    {
        recording::Recorder recorder;
        executors::PythonExecutor executor(rules, recorder, {&launcher, {}, interpreter, runner});
        PythonLife life;
        const core::Nanoseconds begin = core::monotonicNow();
        executor.prepare(job);
        life.startup = core::monotonicNow() - begin;
        if (around.beforeRun)
            around.beforeRun(*childrenOf().begin());
        std::vector<std::vector<recording::Record>> records(recorder.laneCount());
        std::size_t came = 0;
        const auto look = [&] {
            for (std::size_t lane = 0; lane < records.size(); ++lane) {
                const auto fresh = recorder.take(lane, job.workload->itemCount());
                records[lane].insert(records[lane].end(), fresh.begin(), fresh.end());
                came += fresh.size();
            }
        };
        {
            const std::jthread reader([&](std::stop_token ended) {
                while (!ended.stop_requested()) {
                    look();
                    if (around.whileRun)
                        around.whileRun(came);
                    std::this_thread::sleep_for(std::chrono::milliseconds(5));
                }
            });
            life.result = executor.run(job, around.stop);
        }
        if (around.afterRun)
            around.afterRun();
        executor.shutdown(core::ShutdownMode::wait);
        look();
        life.cpuTime = executor.cpuTime();
        life.peakMemoryBytes = executor.peakMemoryBytes();
        recording::TimelineBuilder builder(recorder.lanes(), life.result.origin);
        for (std::size_t lane = 0; lane < records.size(); ++lane) {
            builder.append(static_cast<core::LaneIndex>(lane), records[lane]);
            builder.mutableTimeline()->lanes[lane].totals = recorder.totals(lane);
            builder.mutableTimeline()->lanes[lane].lostRecords = recorder.reader(lane).lost();
        }
        builder.finish(life.result.wall, -life.startup);
        life.timeline = *builder.timeline();
        return life;
    }

    /// What prepare() says where there can be no run; nothing may be left of it.
    std::string refusal(const executors::PythonRules& rules, const core::Workload& workload)
    {
        recording::Recorder recorder;
        executors::PythonExecutor executor(rules, recorder, {&launcher, {}, interpreter, runner});
        std::string sentence = "nothing";
        try {
            executor.prepare(jobOf(workload));
        } catch (const core::Error& error) {
            sentence = error.what();
        }
        EXPECT_TRUE(childrenOf().empty()) << "an interpreter is left";
        executor.shutdown(core::ShutdownMode::wait);
        executor.shutdown(core::ShutdownMode::cancelPending);
        return sentence;
    }

    void SetUp() override
    {
        if (access(interpreter.c_str(), X_OK) != 0)
            GTEST_SKIP() << "there is no " << interpreter;
    }

    void TearDown() override
    {
        EXPECT_TRUE(childrenOf().empty());
        EXPECT_EQ(openDescriptors(), before.descriptors);
        EXPECT_TRUE(noThreadMoreThan(before.threads));
    }

    Watchdog watchdog{"python pool", std::chrono::seconds(isSoak() ? 3000 : 100)};
    ipc::Launcher launcher;
    std::filesystem::path interpreter = []() -> std::filesystem::path {
        const char* const named = std::getenv("OVERLAP_PYTHON");
        return named && *named ? named : "/usr/bin/python3";
    }();
    std::filesystem::path runner =
        std::filesystem::path(OVERLAP_BUILD_ROOT) / "share/overlap/python/overlap_runner.py";
    Census before;
};

} // namespace overlap::testing
