// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/statistics.h"

#include <algorithm>
#include <cmath>

namespace overlap::analysis {

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    if (values.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
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

} // namespace overlap::analysis
