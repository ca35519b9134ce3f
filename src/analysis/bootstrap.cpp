// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/bootstrap.h"

#include "analysis/statistics.h"
#include "core/random.h"

#include <algorithm>

namespace overlap::analysis {

namespace {

core::Interval percentileInterval(std::vector<double> figures, double level = 0.95)
{
    std::ranges::sort(figures);
    // A level such as 0.95 is not exact in binary, and the rank that it means must not slip by one.
    const double rank = static_cast<double>(figures.size() + 1) * (1 - level) / 2;
    const auto tail = std::max<std::size_t>(1, static_cast<std::size_t>(rank + 1e-6));
    return {figures[tail - 1], figures[figures.size() - tail]};
}

} // namespace

Bootstrap::Bootstrap(std::uint64_t seed, std::size_t blocks)
    : m_blocks(blocks)
    , m_resamples(blocks < blocksForInterval ? 0
                  : blocks <= 100            ? 9999
                                             : 1999)
    , m_indices(m_resamples * m_blocks)
{
    core::Random random = core::Random::of(seed, 0, 0xFFFE);
    for (std::uint16_t& index : m_indices)
        index = static_cast<std::uint16_t>(random.below(blocks));
}

std::vector<double> Bootstrap::mediansOf(const std::vector<double>& values) const
{
    std::vector<double> medians(m_resamples);
    std::vector<double> drawn(m_blocks);
    auto index = m_indices.begin();
    for (double& figure : medians) {
        for (double& value : drawn)
            value = values[*index++];
        figure = medianInPlace(drawn);
    }
    return medians;
}

std::optional<core::Interval> Bootstrap::ofMedian(const std::vector<double>& values) const
{
    if (m_resamples == 0)
        return std::nullopt;
    return percentileInterval(mediansOf(values));
}

std::optional<core::Interval> Bootstrap::ofRatio(const std::vector<double>& above,
                                                 const std::vector<double>& below, double level) const
{
    if (m_resamples == 0)
        return std::nullopt;
    std::vector<double> ratios = mediansOf(above);
    const std::vector<double> divisors = mediansOf(below);
    if (std::ranges::any_of(divisors, [](double divisor) { return divisor <= 0; }))
        return std::nullopt;
    for (std::size_t i = 0; i < ratios.size(); ++i)
        ratios[i] /= divisors[i];
    return percentileInterval(std::move(ratios), level);
}

} // namespace overlap::analysis
