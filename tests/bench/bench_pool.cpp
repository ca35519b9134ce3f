// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Empty tasks through our pool next to std::async, which starts a thread for each.
#include "executors/thread_pool.h"

#include <atomic>
#include <benchmark/benchmark.h>
#include <future>
#include <thread>

using namespace overlap;

namespace {

void poolBatch(benchmark::State& state)
{
    constexpr int batch = 1000;
    std::atomic<std::int64_t> done = 0;
    std::int64_t submitted = 0;
    executors::ThreadPool pool(static_cast<std::size_t>(state.range(0)));
    for ([[maybe_unused]] auto turn : state) {
        for (int i = 0; i < batch; ++i)
            pool.submit([&done](std::size_t) { done.fetch_add(1, std::memory_order_release); });
        submitted += batch;
        while (done.load(std::memory_order_acquire) != submitted)
            std::this_thread::yield();
    }
    state.SetItemsProcessed(state.iterations() * batch);
}

void poolRoundTrip(benchmark::State& state)
{
    std::atomic<std::int64_t> done = 0;
    std::int64_t submitted = 0;
    executors::ThreadPool pool(1);
    for ([[maybe_unused]] auto turn : state) {
        pool.submit([&done](std::size_t) {
            ++done;
            done.notify_one();
        });
        done.wait(submitted++);
    }
    state.SetItemsProcessed(state.iterations());
}

void asyncRoundTrip(benchmark::State& state)
{
    for ([[maybe_unused]] auto turn : state)
        std::async(std::launch::async, [] {}).wait();
    state.SetItemsProcessed(state.iterations());
}

BENCHMARK(poolBatch)->Arg(1)->Arg(2)->Arg(4)->UseRealTime();
BENCHMARK(poolRoundTrip)->UseRealTime();
BENCHMARK(asyncRoundTrip)->UseRealTime();

} // namespace
