// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ten million spans over 64 lanes: what the index of a run's items costs once, and what the way of one item
// then costs, next to looking for it in all spans.
#include "analysis/item_index.h"

#include <benchmark/benchmark.h>
#include <memory>

using namespace overlap;

namespace {

constexpr int lanes = 64;
constexpr int spansPerLane = 156'250;

const core::Timeline& largeRun()
{
    static const core::Timeline run = [] {
        core::Timeline timeline;
        timeline.ended = true;
        timeline.lanes.resize(lanes);
        for (int lane = 0; lane < lanes; ++lane) {
            auto& spans = timeline.lanes[lane].spans;
            spans.reserve(spansPerLane);
            for (int i = 0; i < spansPerLane; ++i) {
                core::Span span; // computing, waiting, dispatch by turns; one task is three spans
                span.begin = i * 1000;
                span.end = span.begin + 1000;
                span.state = i % 3 == 2   ? core::State::dispatch
                             : i % 3 == 1 ? core::State::waiting
                                          : core::State::computing;
                span.item = i % 3 == 2 ? core::noItem : static_cast<core::ItemIndex>(i / 3 * lanes + lane);
                spans.push_back(span);
            }
        }
        return timeline;
    }();
    return run;
}

void indexOfTenMillionSpans(benchmark::State& state)
{
    std::size_t bytes = 0;
    for ([[maybe_unused]] auto turn : state) {
        analysis::ItemStays index;
        index.look(largeRun());
        bytes = index.bytes();
    }
    state.counters["bytesPerSpan"] = static_cast<double>(bytes) / (lanes * double{spansPerLane});
}

void partOfTheIndex(benchmark::State& state)
{
    auto index = std::make_unique<analysis::ItemStays>();
    for ([[maybe_unused]] auto turn : state) {
        if (index->look(largeRun(), 300'000)) {
            state.PauseTiming();
            index = std::make_unique<analysis::ItemStays>();
            state.ResumeTiming();
        }
    }
}

void wayByIndex(benchmark::State& state)
{
    analysis::ItemStays index;
    index.look(largeRun());
    core::ItemIndex item = 0;
    for ([[maybe_unused]] auto turn : state)
        benchmark::DoNotOptimize(index.flowOf(largeRun(), item = (item + 7919) % 3'000'000));
}

void wayByScan(benchmark::State& state)
{
    core::ItemIndex item = 0;
    for ([[maybe_unused]] auto turn : state)
        benchmark::DoNotOptimize(analysis::flowOf(largeRun(), item = (item + 7919) % 3'000'000));
}

BENCHMARK(indexOfTenMillionSpans)->Unit(benchmark::kMillisecond);
BENCHMARK(partOfTheIndex)->Unit(benchmark::kMillisecond);
BENCHMARK(wayByIndex)->Unit(benchmark::kMicrosecond);
BENCHMARK(wayByScan)->Unit(benchmark::kMillisecond);

} // namespace
