// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the lock costs where nobody else wants it.
#include "executors/gil_context.h"
#include "executors/in_place_context.h"
#include "recording/recorder.h"
#include "support/fake_workload.h"

#include <benchmark/benchmark.h>

using namespace overlap;
using executors::Gil;
using executors::GilThread;

namespace {

/// Checkpoints of a task on a lane whose context `make` makes.
template <class Make>
void checkpoints(benchmark::State& state, const Make& make)
{
    const testing::FakeWorkload workload(
        1, [&](core::StageIndex, core::TaskContext& context, core::Value input) -> core::Stage<core::Value> {
            for ([[maybe_unused]] auto turn : state)
                context.checkpoint();
            co_return input;
        });
    core::Job job;
    job.workload = &workload;
    recording::Recorder recorder;
    recording::LaneWriter& writer = recorder.addLane("lane");
    const core::Nanoseconds origin = core::monotonicNow();
    recorder.begin(origin);
    make(job, writer, origin)->runItem(0);
}

void checkpointOfThreads(benchmark::State& state)
{
    checkpoints(state, [](const core::Job& job, recording::LaneWriter& writer, core::Nanoseconds origin) {
        return std::make_unique<executors::InPlaceContext>(job, writer, 0, origin, std::stop_token());
    });
}

void checkpointUnderTheLock(benchmark::State& state)
{
    Gil gil(5'000'000);
    GilThread thread(gil);
    checkpoints(state, [&](const core::Job& job, recording::LaneWriter& writer, core::Nanoseconds origin) {
        return std::make_unique<executors::GilContext>(job, writer, 0, origin, std::stop_token(), thread);
    });
    thread.finish();
}

void takeAndRelease(benchmark::State& state)
{
    Gil gil(5'000'000);
    GilThread thread(gil);
    for ([[maybe_unused]] auto turn : state) {
        thread.take();
        thread.release();
    }
}

void takeAndReleaseWithALane(benchmark::State& state)
{
    recording::Recorder recorder;
    Gil gil(5'000'000, &recorder.addLane("lock holder"));
    GilThread thread(gil, 0);
    for ([[maybe_unused]] auto turn : state) {
        thread.take();
        thread.release();
    }
}

BENCHMARK(checkpointOfThreads);
BENCHMARK(checkpointUnderTheLock);
BENCHMARK(takeAndRelease);
BENCHMARK(takeAndReleaseWithALane);

} // namespace
