// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Simulated tasks per second: at least a million, for forecasts are made while somebody drags a slider.
#include "analysis/simulated_work.h"

#include <benchmark/benchmark.h>

using namespace overlap;

namespace {

void simulated(benchmark::State& state, const std::string& strategy, bool spans)
{
    const bool stages = strategy.starts_with("pipeline");
    core::WorkProfile work =
        stages ? testing::workOf(100'000, {{testing::computing(20'000)}, {testing::waiting(100'000)}})
               : testing::workOf(200'000, {{testing::computing(20'000), testing::waiting(100'000)}});
    for (std::size_t i = 0; i < work.sample.size(); ++i) // no two events fall together
        work.sample[i].tasks[0].segments[0].amount += static_cast<core::Nanoseconds>(i % 977);
    analysis::SimulationSetting setting;
    setting.cores = 4;
    setting.spans = spans;
    setting.costs.strategies.push_back(
        {.strategy = testing::strategyOf(strategy).name, .dispatch = 1'000, .message = 8'000});
    std::uint64_t tasks = 0;
    for (auto _ : state)
        tasks += testing::simulated(work, strategy, setting).tasks;
    state.SetItemsProcessed(static_cast<std::int64_t>(tasks));
}

} // namespace

BENCHMARK_CAPTURE(simulated, sequential, "sequential", false);
BENCHMARK_CAPTURE(simulated, threads_8, "threads:8", false);
BENCHMARK_CAPTURE(simulated, threads_8_with_spans, "threads:8", true);
BENCHMARK_CAPTURE(simulated, threads_256, "threads:256", false);
BENCHMARK_CAPTURE(simulated, gil_threads_8, "gil-threads:8", false);
BENCHMARK_CAPTURE(simulated, processes_8, "processes:8", false);
BENCHMARK_CAPTURE(simulated, pipeline_4_8, "pipeline:4,8@queues=0/16", false);
BENCHMARK_CAPTURE(simulated, event_loop_64, "event-loop:64", false);
BENCHMARK_CAPTURE(simulated, work_stealing_8, "work-stealing:8", false);
