// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/valuation.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace overlap::workloads {

double addYears(double price, std::uint64_t pairs, core::Random& random, double sum) noexcept
{
    constexpr double interest = 0.03;
    constexpr double volatility = 0.25;
    constexpr double drift = interest - volatility * volatility / 2;
    const double discounted = price * std::exp(-interest);
    for (std::uint64_t i = 0; i < pairs; ++i) {
        const double radius = std::sqrt(-2 * std::log(1 - random.unit())); // of (0, 1], which has a logarithm
        double angle = 2 * std::numbers::pi * random.unit();
        asm volatile("" : "+m"(angle)); // no compiler sees through the loop; see kernels.h
        for (const double deviate : {radius * std::cos(angle), radius * std::sin(angle)})
            sum += discounted * std::max(std::exp(drift + volatility * deviate) - 1, 0.0);
    }
    return sum;
}

} // namespace overlap::workloads
