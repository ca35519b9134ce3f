// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What one value of each kernel costs, and so how far apart the checkpoints lie; and the codec's parts.
#include "workloads/jpeg_codec.h"
#include "workloads/kernels.h"

#include <benchmark/benchmark.h>

using namespace overlap::workloads;

namespace {

void squares(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(addSquares(0, squaresPerBlock, 0));
}
BENCHMARK(squares)->Unit(benchmark::kMicrosecond);

void waves(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(addWaves(1'000'000, 1'000'000 + wavesPerBlock, 0));
}
BENCHMARK(waves)->Unit(benchmark::kMicrosecond);

Picture drawn(int megapixels)
{
    return drawnPicture({megapixels * 1000, 1000}, 1, [] {});
}

void draw(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(drawn(static_cast<int>(state.range(0))));
}
BENCHMARK(draw)->Arg(1)->Arg(12)->Unit(benchmark::kMillisecond);

void encode(benchmark::State& state)
{
    const Picture picture = drawn(static_cast<int>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(encodeJpeg(picture, 88, [] { return false; }));
}
BENCHMARK(encode)->Arg(1)->Arg(12)->Unit(benchmark::kMillisecond);

/// To a thumbnail of 512.
void decode(benchmark::State& state)
{
    const std::string bytes = encodeJpeg(drawn(static_cast<int>(state.range(0))), 88, [] { return false; });
    for (auto _ : state)
        benchmark::DoNotOptimize(decodeJpeg(bytes, "", 512, [] { return false; }));
}
BENCHMARK(decode)->Arg(1)->Arg(12)->Unit(benchmark::kMillisecond);

/// The smallest picture: what making the codec costs, which each call does anew.
void codecMade(benchmark::State& state)
{
    const std::string bytes = encodeJpeg(drawnPicture({8, 8}, 1, [] {}), 88, [] { return false; });
    for (auto _ : state)
        benchmark::DoNotOptimize(decodeJpeg(bytes, "", 512, [] { return false; }));
}
BENCHMARK(codecMade)->Unit(benchmark::kMicrosecond);

} // namespace
