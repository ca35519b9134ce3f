// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Saving and opening a run of ten million spans over 64 lanes, and the same as trace-event JSON (of a million
// spans, so that it ends). The file lies in $TMPDIR; that it is in the page cache is meant, because disks
// differ.
#include "exporting/trace_reader.h"
#include "exporting/trace_writer.h"
#include "recording/timeline_file.h"
#include "support/saved_runs.h"
#include "support/temp_folder.h"

#include <benchmark/benchmark.h>
#include <filesystem>
#include <map>

using namespace overlap;

namespace {

constexpr std::size_t lanes = 64;

const core::SavedRun& runOf(std::size_t spans)
{
    static std::map<std::size_t, core::SavedRun> runs;
    auto& run = runs[spans];
    if (run.bands.empty())
        run = testing::syntheticRun(1, lanes, spans / lanes);
    return run;
}

void tell(benchmark::State& state, const std::filesystem::path& file)
{
    const auto bytes = static_cast<double>(std::filesystem::file_size(file));
    const auto rounds = static_cast<double>(state.iterations());
    state.counters["MB"] = bytes / 1e6;
    state.counters["MB/s"] = benchmark::Counter(bytes / 1e6 * rounds, benchmark::Counter::kIsRate);
    state.counters["spans/s"] =
        benchmark::Counter(static_cast<double>(state.range(0)) * rounds, benchmark::Counter::kIsRate);
}

void saveTimeline(benchmark::State& state)
{
    const testing::TempFolder folder;
    const core::SavedRun& run = runOf(static_cast<std::size_t>(state.range(0)));
    for ([[maybe_unused]] auto round : state)
        recording::writeTimelineFile(folder / "run.timeline", run);
    tell(state, folder / "run.timeline");
}

void openTimeline(benchmark::State& state)
{
    const testing::TempFolder folder;
    recording::writeTimelineFile(folder / "run.timeline", runOf(static_cast<std::size_t>(state.range(0))));
    for ([[maybe_unused]] auto round : state) {
        core::FileSource source(folder / "run.timeline");
        benchmark::DoNotOptimize(recording::readTimelineFile(source));
    }
    tell(state, folder / "run.timeline");
}

void exportTrace(benchmark::State& state)
{
    const testing::TempFolder folder;
    const core::SavedRun& run = runOf(static_cast<std::size_t>(state.range(0)));
    for ([[maybe_unused]] auto round : state)
        exporting::writeTrace(folder / "run.json", run);
    tell(state, folder / "run.json");
}

void importTrace(benchmark::State& state)
{
    const testing::TempFolder folder;
    exporting::writeTrace(folder / "run.json", runOf(static_cast<std::size_t>(state.range(0))));
    for ([[maybe_unused]] auto round : state) {
        core::FileSource source(folder / "run.json");
        benchmark::DoNotOptimize(exporting::readTrace(source));
    }
    tell(state, folder / "run.json");
}

} // namespace

BENCHMARK(saveTimeline)->Arg(10'000'000)->Unit(benchmark::kSecond)->UseRealTime();
BENCHMARK(openTimeline)->Arg(10'000'000)->Unit(benchmark::kSecond)->UseRealTime();
BENCHMARK(exportTrace)->Arg(1'000'000)->Unit(benchmark::kSecond)->UseRealTime();
BENCHMARK(importTrace)->Arg(1'000'000)->Unit(benchmark::kSecond)->UseRealTime();
