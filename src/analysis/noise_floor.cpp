// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/noise_floor.h"

#include "analysis/bootstrap.h"
#include "analysis/statistics.h"
#include "core/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace overlap::analysis {

std::optional<double> noiseFloorOf(const std::vector<double>& times, std::uint64_t seed)
{
    constexpr std::size_t splits = 1999;
    const std::size_t count = times.size();
    if (count < blocksForVerdict || std::ranges::any_of(times, [](double time) { return time <= 0; }))
        return std::nullopt;
    const std::size_t half = count / 2;
    core::Random random = core::Random::of(seed, 0, 0xFFFD);
    std::vector<double> apart;
    std::vector<std::size_t> order(count);
    std::vector<double> first(half);
    std::vector<double> second(half);
    for (std::size_t split = 0; split < splits; ++split) {
        std::iota(order.begin(), order.end(), std::size_t{0});
        for (std::size_t i = count; i > 1; --i)
            std::swap(order[i - 1], order[random.below(i)]);
        for (std::size_t i = 0; i < half; ++i) {
            first[i] = times[order[i]];
            second[i] = times[order[half + i]];
        }
        apart.push_back(std::fabs(std::log(medianInPlace(first) / medianInPlace(second))));
    }
    const double scale = std::sqrt(static_cast<double>(half) / static_cast<double>(count));
    return std::expm1(percentile(std::move(apart), 0.95) * scale);
}

} // namespace overlap::analysis
