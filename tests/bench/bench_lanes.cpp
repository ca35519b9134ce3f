// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a picture of the lanes costs: folded, against reading each span.
#include "analysis/folding.h"
#include "support/many_spans.h"

#include <benchmark/benchmark.h>

using namespace overlap;

namespace {

const core::Timeline& tenMillion()
{
    static const core::Timeline timeline = testing::manyLanes(64, 10'000'000 / 64);
    return timeline;
}

void fold(benchmark::State& state, bool indexed)
{
    const core::Timeline& run = tenMillion();
    analysis::FoldedLane folded;
    const core::Nanoseconds length = run.end / state.range(0);
    core::Nanoseconds begin = 0;
    for (auto _ : state) {
        begin = (begin + length / 7) % (run.end - length + 1);
        for (const core::Lane& lane : run.lanes) {
            const analysis::TimeAxis axis{begin, begin + length, 0, 1300};
            analysis::foldLane(indexed ? analysis::LaneSpans(lane) : analysis::LaneSpans(lane.spans), axis, folded);
            benchmark::DoNotOptimize(folded.records.data());
        }
    }
}

} // namespace

BENCHMARK_CAPTURE(fold, indexed, true)->RangeMultiplier(4)->Range(1, 65536)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(fold, reading, false)->RangeMultiplier(16)->Range(1, 4096)->Unit(benchmark::kMillisecond);
