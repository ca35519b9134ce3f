// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "odd_workloads.h"
#include "recording/timeline_builder.h"
#include "support/census.h"
#include "support/gate.h"
#include "support/test_worker.h"
#include "support/timeline_laws.h"
#include "support/timeline_text.h"

#include <csignal>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>
#include <set>

// What all tests of the process pool stand on: whole lives of pools of overlap-test-worker, counted before
// and after.

namespace overlap::testing {

struct PoolRun
{
    core::RunResult result;
    core::Timeline timeline;
    std::vector<pid_t> workers; ///< by lane
    core::Nanoseconds cpuTime = 0;
    std::int64_t peakMemoryBytes = 0;

    std::size_t count(core::TaskStatus status) const
    {
        return static_cast<std::size_t>(std::ranges::count(result.items, status, &core::ItemResult::status));
    }
    std::string error(std::size_t item) const { return result.items[item].error.english(); }
    bool isKilled(std::size_t lane) const
    {
        return std::ranges::any_of(timeline.lanes[lane].spans, [](const core::Span& span) {
            return (span.flags & core::spanKilled) != 0;
        });
    }
};

/// How a life goes on around the run.
struct Around
{
    std::stop_token stop = {};
    std::function<void(const std::vector<pid_t>&)> beforeRun = {}; ///< the workers are ready
    std::function<void()> afterRun = {};                           ///< before the shutdown
};

inline executors::ProcessRules rulesFor(int workers, int chunk = 1, int inFlight = 4)
{
    executors::ProcessRules rules;
    rules.workers = workers;
    rules.chunk = chunk;
    rules.inFlight = inFlight;
    return rules;
}

inline std::vector<core::Value> repeated(std::size_t count, const core::Value& item)
{
    return std::vector<core::Value>(count, item);
}

/// For people, where there is no more of it than they can read.
inline std::string shortText(const PoolRun& run)
{
    return run.result.items.size() <= 60 ? timelineText(run.timeline) : std::string();
}

/// What holds of every run, whoever died in it.
inline void expectLaws(const PoolRun& run)
{
    EXPECT_EQ(brokenLaw(run.timeline), "") << shortText(run);
    for (std::size_t i = 0; i < run.result.items.size(); ++i) {
        const core::ItemResult& item = run.result.items[i];
        EXPECT_TRUE(item.status == core::TaskStatus::done || item.status == core::TaskStatus::failed ||
                    item.status == core::TaskStatus::cancelled)
            << "item " << i << " was left pending";
        EXPECT_LE(item.begin, item.end);
        EXPECT_LE(item.end, run.result.wall);
        EXPECT_EQ(item.status == core::TaskStatus::failed, !item.error.empty());
    }
    std::set<core::ItemIndex> done;
    for (const core::TaskRow& task : run.timeline.tasks) {
        EXPECT_LT(task.item, run.result.items.size());
        EXPECT_TRUE(task.status != core::TaskStatus::done || done.insert(task.item).second)
            << "item " << task.item << " was done twice";
    }
    for (const core::Lane& lane : run.timeline.lanes) {
        const core::Nanoseconds sum =
            std::accumulate(lane.totals.begin(), lane.totals.end(), core::Nanoseconds{0});
        const auto soft = [&](core::State state) { return lane.totals[static_cast<std::size_t>(state)]; };
        EXPECT_LE(sum - soft(core::State::idle) - soft(core::State::queueEmpty) - soft(core::State::transfer),
                  run.result.wall)
            << lane.name << ": more work than time";
    }
}

/// Each test of a pool, with a launcher of its own.
class ProcessPool : public ::testing::Test
{
protected:
    /// prepare, run, shutdown. Throws what prepare() throws.
    PoolRun live(const executors::ProcessRules& rules, std::vector<core::Value> items,
                 const Around& around = {})
    {
        const core::Value parameters = actsParameters(std::move(items));
        const auto workload = actsWorkload().make(parameters);
        const core::Job job = jobInProcesses(*workload, "acts", parameters);
        recording::Recorder recorder;
        executors::ProcessesExecutor executor(rules, recorder, {&launcher, program});
        PoolRun run;
        executor.prepare(job);
        const auto children = childrenOf();
        run.workers.assign(children.begin(), children.end());
        if (around.beforeRun)
            around.beforeRun(run.workers);
        std::vector<std::vector<recording::Record>> records(recorder.laneCount());
        const auto look = [&] {
            for (std::size_t lane = 0; lane < records.size(); ++lane) {
                const auto fresh = recorder.take(lane, job.workload->itemCount());
                records[lane].insert(records[lane].end(), fresh.begin(), fresh.end());
            }
        };
        {
            const std::jthread reader([&look](std::stop_token ended) {
                while (!ended.stop_requested()) {
                    look();
                    std::this_thread::sleep_for(std::chrono::milliseconds(5));
                }
            });
            run.result = executor.run(job, around.stop);
        }
        if (around.afterRun)
            around.afterRun();
        executor.shutdown(core::ShutdownMode::wait);
        look();
        run.cpuTime = executor.cpuTime();
        run.peakMemoryBytes = executor.peakMemoryBytes();
        recording::TimelineBuilder builder(recorder.lanes(), run.result.origin);
        for (std::size_t lane = 0; lane < records.size(); ++lane) {
            builder.append(static_cast<core::LaneIndex>(lane), records[lane]);
            builder.mutableTimeline()->lanes[lane].totals = recorder.totals(lane);
        }
        builder.finish(run.result.wall);
        run.timeline = *builder.timeline();
        return run;
    }

    /// What prepare() says where there can be no pool; nothing may be left of it.
    std::string refusal(const executors::ProcessRules& rules)
    {
        const core::Value parameters = actsParameters({act("do", "nothing")});
        const auto workload = actsWorkload().make(parameters);
        recording::Recorder recorder;
        executors::ProcessesExecutor executor(rules, recorder, {&launcher, program});
        std::string sentence = "nothing";
        try {
            executor.prepare(jobInProcesses(*workload, "acts", parameters));
        } catch (const core::Error& error) {
            sentence = error.what();
        }
        EXPECT_TRUE(childrenOf().empty()) << "half a pool is left";
        executor.shutdown(core::ShutdownMode::wait);
        executor.shutdown(core::ShutdownMode::cancelPending);
        return sentence;
    }

    void TearDown() override
    {
        EXPECT_TRUE(childrenOf().empty());
        EXPECT_EQ(openDescriptors(), before.descriptors);
        EXPECT_TRUE(noThreadMoreThan(before.threads));
    }

    Watchdog watchdog{"process pool", std::chrono::seconds(isSoak() ? 3000 : 100)};
    ipc::Launcher launcher;
    std::filesystem::path program = testWorker();
    Census before;
};

} // namespace overlap::testing
