// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/random.h"

#include <cmath>
#include <numbers>
#include <vector>

namespace overlap::testing {

/// Times of one strategy that scatter as on a shared machine with two cores, where a fixed loop of 50 ms was
/// measured between 45.3 and 53.2 ms: log-normal around `middle`.
inline std::vector<double> noisyTimes(core::Random& random, std::size_t blocks, double middle, double spread)
{
    std::vector<double> times;
    for (std::size_t i = 0; i < blocks; ++i) {
        // Box and Muller
        const double radius = std::sqrt(-2 * std::log(1 - random.unit()));
        times.push_back(middle * std::exp(spread * radius * std::cos(2 * std::numbers::pi * random.unit())));
    }
    return times;
}

} // namespace overlap::testing
