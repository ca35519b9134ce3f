// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What one empty task costs on two threads, and on the one of an event loop: whole runs of ours, each task
// recorded, and what an item costs in a pipeline of three empty stages, a thread each; beside the pools that
// people would take, which record nothing. The time of an iteration is that of all tasks of a batch, and the
// pool's own start and end are part of each.
#include "executors/builtin_executors.h"
#include "support/fake_workload.h"

#include <QThreadPool>
#include <benchmark/benchmark.h>
#include <cstdlib>
#include <future>
#include <tbb/global_control.h>
#include <tbb/task_arena.h>
#include <tbb/task_group.h>
#include <thread>

using namespace overlap;

namespace {

constexpr int batch = 100'000;
constexpr int threads = 2;

void count(benchmark::State& state, int tasks)
{
    state.SetItemsProcessed(state.iterations() * tasks);
}

void overlapRecorded(benchmark::State& state, const char* text)
{
    const core::Strategy strategy = core::parseStrategy(text, executors::builtinStrategies(), threads);
    const testing::FakeWorkload workload(
        batch,
        [](core::StageIndex, core::TaskContext&, core::Value input) -> core::Stage<core::Value> {
            co_return input;
        },
        std::max<std::size_t>(strategy.counts.size(), 1));
    core::Job job;
    job.workload = &workload;
    for ([[maybe_unused]] auto turn : state) {
        recording::Recorder recorder;
        const auto executor = executors::makeExecutor(strategy, recorder);
        executor->prepare(job); // may add lanes
        std::uint64_t records = 0;
        const auto drain = [&] {
            for (std::size_t lane = 0; lane < recorder.laneCount(); ++lane) {
                recorder.reader(lane).drain(
                    [&](std::span<const recording::Record> fresh) { records += fresh.size(); });
            }
        };
        std::jthread collector([&drain](std::stop_token stop) {
            while (!stop.stop_requested()) {
                drain();
                std::this_thread::sleep_for(std::chrono::milliseconds(10));
            }
        });
        const core::RunResult result = executor->run(job, {});
        executor->shutdown(core::ShutdownMode::wait);
        collector.request_stop();
        collector.join();
        drain();
        if (records == 0 || result.items.back().status != core::TaskStatus::done)
            std::abort();
    }
    count(state, batch);
}

void qThreadPool(benchmark::State& state)
{
    for ([[maybe_unused]] auto turn : state) {
        QThreadPool pool;
        pool.setMaxThreadCount(threads);
        std::atomic<int> done = 0;
        for (int i = 0; i < batch; ++i)
            pool.start([&done] { done.fetch_add(1, std::memory_order_relaxed); });
        pool.waitForDone();
        if (done != batch)
            std::abort();
    }
    count(state, batch);
}

void oneTbb(benchmark::State& state)
{
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    for ([[maybe_unused]] auto turn : state) {
        tbb::task_arena arena(threads);
        std::atomic<int> done = 0;
        arena.execute([&] {
            tbb::task_group group;
            for (int i = 0; i < batch; ++i)
                group.run([&done] { done.fetch_add(1, std::memory_order_relaxed); });
            group.wait();
        });
        if (done != batch)
            std::abort();
    }
    count(state, batch);
}

/// A thread for each task: of a hundredth of the batch, because the whole would take seconds.
void stdAsync(benchmark::State& state)
{
    constexpr int few = batch / 100;
    for ([[maybe_unused]] auto turn : state) {
        for (int i = 0; i < few; ++i)
            std::async(std::launch::async, [] {}).wait();
    }
    count(state, few);
}

BENCHMARK_CAPTURE(overlapRecorded, threads, "threads:2")->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(overlapRecorded, workStealing, "work-stealing:2")
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(overlapRecorded, eventLoop, "event-loop:2")->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(overlapRecorded, pipeline, "pipeline:1,1,1")->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(overlapRecorded, pipelineOfShortQueues, "pipeline:1,1,1@queues=0/3/3")
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(qThreadPool)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(oneTbb)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(stdAsync)->UseRealTime()->Unit(benchmark::kMillisecond);

} // namespace
