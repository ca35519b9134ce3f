// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline.h"
#include "executors/builtin_executors.h"
#include "recording/timeline_builder.h"
#include "support/fake_workload.h"

#include <algorithm>
#include <cctype>
#include <gtest/gtest.h>
#include <initializer_list>
#include <string>
#include <vector>

namespace overlap::testing {

/// Every registered strategy that can run a workload made of lambdas, with these counts. New ones join by
/// being in builtinStrategies(); those whose work leaves this process are tested where it can follow.
inline std::vector<std::string> strategiesInThisProcess(std::initializer_list<int> counts = {1, 2, 4})
{
    std::vector<std::string> texts;
    for (const core::StrategyDescriptor& descriptor : executors::builtinStrategies()) {
        if (descriptor.runtime != core::Runtime::native || !descriptor.inThisProcess)
            continue;
        if (descriptor.counts == core::CountShape::none)
            texts.push_back(descriptor.name);
        else
            for (const int count : counts)
                texts.push_back(descriptor.name + ":" + std::to_string(count));
    }
    return texts;
}

/// As a name of a test.
inline std::string testName(const ::testing::TestParamInfo<std::string>& instance)
{
    std::string name = instance.param;
    std::ranges::replace_if(
        name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
    return name;
}

/// The strategy of a text for a workload of so many stages: "pipeline:2" gets that count for every stage.
inline core::Strategy strategyOf(const std::string& text, std::size_t stages = 1)
{
    std::string counted = text;
    const auto descriptor = std::ranges::find(executors::builtinStrategies(), text.substr(0, text.find(':')),
                                              &core::StrategyDescriptor::name);
    if (descriptor->counts == core::CountShape::perStage) {
        for (std::size_t stage = 1; stage < stages; ++stage)
            counted += "," + text.substr(text.find(':') + 1);
    }
    return core::parseStrategy(counted, executors::builtinStrategies(), 2);
}

struct StrategyRun
{
    core::RunResult result;
    core::Timeline timeline;
    core::Nanoseconds cpuTime = 0;
};

/// One whole life of an executor: prepare, run, shutdown; then the timeline from what it recorded.
inline StrategyRun runStrategy(const core::Strategy& strategy, core::Job job, std::stop_token stop = {})
{
    recording::Recorder recorder(1 << 16);
    const auto executor = executors::makeExecutor(strategy, recorder);
    StrategyRun run;
    executor->prepare(job);
    run.result = executor->run(job, stop);
    executor->shutdown(core::ShutdownMode::wait);
    run.cpuTime = executor->cpuTime();

    EXPECT_EQ(recorder.origin(), run.result.origin);
    recording::TimelineBuilder builder(recorder.lanes(), run.result.origin);
    for (std::size_t lane = 0; lane < recorder.laneCount(); ++lane) {
        recorder.reader(lane).drain([&](std::span<const recording::Record> records) {
            builder.append(static_cast<core::LaneIndex>(lane), records);
        });
        if (lane >= builder.timeline()->lanes.size())
            continue; // a track
        builder.mutableTimeline()->lanes[lane].totals = recorder.reader(lane).totals(0);
        builder.mutableTimeline()->lanes[lane].lostRecords = recorder.reader(lane).lost();
    }
    builder.finish(run.result.wall);
    run.timeline = *builder.timeline();
    return run;
}

inline StrategyRun runStrategy(const std::string& text, const core::Job& job, std::stop_token stop = {})
{
    return runStrategy(strategyOf(text, job.workload->stages().size()), job, std::move(stop));
}

inline core::Job jobOf(const core::Workload& workload)
{
    core::Job job;
    job.workload = &workload;
    job.seed = 42;
    job.makeFetcher = [] { return std::unique_ptr<core::Fetcher>(); };
    return job;
}

} // namespace overlap::testing
