// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What recording a state change costs, next to the clock read that it contains.
#include "recording/recorder.h"

#include <atomic>
#include <benchmark/benchmark.h>
#include <thread>

using namespace overlap;

namespace {

void clockRead(benchmark::State& state)
{
    for ([[maybe_unused]] auto turn : state)
        benchmark::DoNotOptimize(core::monotonicNow());
}

/// The writer empties its own ring often enough that nothing is lost.
void recordedChange(benchmark::State& state)
{
    recording::Recorder recorder;
    recording::LaneWriter& lane = recorder.addLane("bench");
    recorder.begin(core::monotonicNow());
    std::uint64_t count = 0;
    for ([[maybe_unused]] auto turn : state) {
        benchmark::DoNotOptimize(lane.enter(core::State::computing, 1));
        if (++count % 2048 == 0)
            recorder.reader(0).drain([](auto) {});
    }
    state.counters["lost"] = static_cast<double>(recorder.reader(0).lost());
}

/// Another thread empties the ring all the time, as near to the writer as it gets.
void recordedChangeWithReader(benchmark::State& state)
{
    recording::Recorder recorder;
    recording::LaneWriter& lane = recorder.addLane("bench");
    recorder.begin(core::monotonicNow());
    std::atomic<bool> ended = false;
    std::thread reader([&] {
        while (!ended) {
            recorder.reader(0).drain([](auto records) { benchmark::DoNotOptimize(records.data()); });
            std::this_thread::sleep_for(std::chrono::microseconds(50));
        }
    });
    for ([[maybe_unused]] auto turn : state)
        benchmark::DoNotOptimize(lane.enter(core::State::computing, 1));
    ended = true;
    reader.join();
    state.counters["lostShare"] =
        static_cast<double>(recorder.reader(0).lost()) / static_cast<double>(state.iterations());
}

/// The ring is full: what a lost record costs.
void lostChange(benchmark::State& state)
{
    recording::Recorder recorder(2);
    recording::LaneWriter& lane = recorder.addLane("bench");
    recorder.begin(core::monotonicNow());
    for ([[maybe_unused]] auto turn : state)
        benchmark::DoNotOptimize(lane.enter(core::State::computing, 1));
}

BENCHMARK(clockRead);
BENCHMARK(recordedChange);
BENCHMARK(recordedChangeWithReader);
BENCHMARK(lostChange);

} // namespace
