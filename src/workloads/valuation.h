// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/random.h"

#include <cstdint>

// What the right to buy at today's price in a year is worth, by simulation: the price follows a geometric
// Brownian motion with 3 % interest and a volatility of 25 % (Black, Scholes: "The Pricing of Options and
// Corporate Liabilities", Journal of Political Economy 81, 1973, whose closed form the tests compare with).

namespace overlap::workloads {

/// `sum` + the discounted gains of so many simulated years, two for each pair of random figures (Box, Muller:
/// "A Note on the Generation of Random Normal Deviates", 1958). The same `random` gives the same bits.
double addYears(double price, std::uint64_t pairs, core::Random& random, double sum) noexcept;

/// Between two checkpoints: about 20 µs on an ordinary core.
inline constexpr std::uint64_t yearsPerBlock = 256;

/// The mean gain of `years` simulated years, rounded up to an even number. `checkpoint` is called after every
/// block and may throw. Precondition: years > 0.
template <class Checkpoint>
double valueOfOption(double price, std::uint64_t years, core::Random random, const Checkpoint& checkpoint)
{
    const std::uint64_t pairs = (years + 1) / 2;
    double sum = 0;
    for (std::uint64_t done = 0; done < pairs;) {
        const std::uint64_t block = pairs - done < yearsPerBlock / 2 ? pairs - done : yearsPerBlock / 2;
        sum = addYears(price, block, random, sum);
        done += block;
        checkpoint();
    }
    return sum / (2 * static_cast<double>(pairs));
}

} // namespace overlap::workloads
