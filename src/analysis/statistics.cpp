// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/statistics.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace overlap::analysis {

double medianInPlace(std::span<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    if (values.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

double median(std::vector<double> values)
{
    return medianInPlace(values);
}

double percentile(std::vector<double> values, double share)
{
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
    const auto at =
        values.begin() + static_cast<std::ptrdiff_t>(std::clamp<std::size_t>(rank, 1, values.size()) - 1);
    std::ranges::nth_element(values, at);
    return *at;
}

std::optional<double> supportedPercentile(const std::vector<double>& values, double share)
{
    // 1 − 0.99 is a little less than 0.01 in binary; a thousand values are a thousand values.
    if (static_cast<double>(values.size()) * (1 - share) < 10 - 1e-6)
        return std::nullopt;
    return percentile(values, share);
}

double relativeDeviation(const std::vector<double>& values)
{
    if (values.size() < 2)
        return 0;
    const auto count = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return mean > 0 ? std::sqrt(squares / (count - 1)) / mean : 0;
}

std::vector<bool> outliersOf(const std::vector<double>& values)
{
    constexpr double farDeviations = 14.826;
    constexpr double visibleShare = 0.01;
    std::vector<bool> far(values.size());
    if (values.empty())
        return far;
    const double middle = median(values);
    std::vector<double> distances;
    for (const double value : values)
        distances.push_back(std::fabs(value - middle));
    const double limit = std::max(farDeviations * median(distances), visibleShare * std::fabs(middle));
    for (std::size_t i = 0; i < values.size(); ++i)
        far[i] = distances[i] > limit;
    return far;
}

} // namespace overlap::analysis
