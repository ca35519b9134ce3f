// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A stage that never suspends next to a plain call of the same work.
#include "core/stage.h"
#include "core/task_context.h"

#include <benchmark/benchmark.h>

using namespace overlap;

namespace {

/// Completes in place and does nothing else.
class NullContext final : public core::TaskContext
{
public:
    void checkpoint() override {}
    bool cancelled() const noexcept override { return false; }

private:
    bool begin(WaitOperation&) override { return true; }
    bool begin(FetchOperation&) override { return true; }
    bool begin(AcquireOperation&) override { return true; }
    void enterBlocking() override {}
    void leaveBlocking() override {}
    void enterNative() override {}
    void leaveNative() override {}
};

[[gnu::noinline]] std::int64_t plain(std::int64_t input)
{
    benchmark::DoNotOptimize(input);
    return input + 1;
}

core::Stage<std::int64_t> stage(std::int64_t input)
{
    benchmark::DoNotOptimize(input);
    co_return input + 1;
}

core::Stage<std::int64_t> waitingStage(core::TaskContext& context, std::int64_t input)
{
    co_await context.wait(1000);
    benchmark::DoNotOptimize(input);
    co_return input + 1;
}

void plainCall(benchmark::State& state)
{
    for ([[maybe_unused]] auto turn : state)
        benchmark::DoNotOptimize(plain(1));
}

void stageCall(benchmark::State& state)
{
    for ([[maybe_unused]] auto turn : state) {
        core::Stage<std::int64_t> made = stage(1);
        made.resume();
        benchmark::DoNotOptimize(made.take());
    }
}

void stageWithAnAwait(benchmark::State& state)
{
    NullContext context;
    for ([[maybe_unused]] auto turn : state) {
        core::Stage<std::int64_t> made = waitingStage(context, 1);
        made.resume();
        benchmark::DoNotOptimize(made.take());
    }
}

BENCHMARK(plainCall);
BENCHMARK(stageCall);
BENCHMARK(stageWithAnAwait);

} // namespace
