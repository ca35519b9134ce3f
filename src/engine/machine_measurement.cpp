// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machine_measurement.h"

#include "analysis/bootstrap.h"
#include "analysis/noise_floor.h"
#include "analysis/statistics.h"
#include "core/time.h"
#include "engine/ceiling.h"

#include <algorithm>
#include <cstdint>

namespace overlap::engine {

namespace {

constexpr int mostPairs = 24;
constexpr int leastPairs = analysis::blocksForVerdict;
constexpr double patienceSeconds = 1.2; // on a busy machine the loop takes several times as long
constexpr double loopSeconds = 0.020;
constexpr std::uint64_t seed = 1;

double secondsOf(std::uint64_t steps)
{
    const core::Nanoseconds begin = core::monotonicNow();
    spin(steps);
    return core::toSeconds(core::monotonicNow() - begin);
}

std::uint64_t stepsPerSecond()
{
    constexpr std::uint64_t trial = 2'000'000;
    double least = 1;
    for (int i = 0; i < 5; ++i)
        least = std::min(least, secondsOf(trial));
    return static_cast<std::uint64_t>(trial / least);
}

} // namespace

MachineMeasurement measureMachine(int cores)
{
    const auto speed = static_cast<double>(stepsPerSecond());
    MachineMeasurement found;

    const auto loop = static_cast<std::uint64_t>(speed * loopSeconds);
    std::vector<double> first;
    std::vector<double> second;
    const core::Nanoseconds begin = core::monotonicNow();
    const auto inTime = [begin] { return core::toSeconds(core::monotonicNow() - begin) < patienceSeconds; };
    for (int i = 0; i < mostPairs && (i < leastPairs || inTime()); ++i) {
        // Which of the two comes first changes, so that neither always follows the other.
        (i % 2 ? second : first).push_back(secondsOf(loop));
        (i % 2 ? first : second).push_back(secondsOf(loop));
    }
    found.pairs = static_cast<int>(first.size());
    found.loopSeconds = analysis::median(first);
    found.ratio = found.loopSeconds / analysis::median(second);
    found.ratioInterval95 = analysis::Bootstrap(seed, first.size()).ofRatio(first, second);
    found.noiseFloor = analysis::noiseFloorOf(first, seed).value_or(0);

    for (int threads = 1; threads <= cores;
         threads = threads == cores ? cores + 1 : std::min(2 * threads, cores)) {
        std::vector<double> gains(3);
        std::ranges::generate(gains, [threads] { return measureCeiling(threads, {}).value(); });
        found.ceilings.push_back({threads, analysis::median(gains)});
    }
    return found;
}

} // namespace overlap::engine
