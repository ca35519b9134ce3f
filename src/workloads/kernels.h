// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

// The computations of the lesson. Every value passes an empty asm barrier, so that no compiler sees through
// the loop: neither folded into a formula nor done four at a time nor left out. Nothing is allocated. The
// same range gives the same bits whoever computes it.

namespace overlap::workloads {

/// `sum` + Σ i² for i from `first` to below `last`, modulo 2⁶⁴.
std::uint64_t addSquares(std::uint64_t first, std::uint64_t last, std::uint64_t sum) noexcept;

/// `sum` + Σ (sin i · cos i + √(i + 1)) · ln(i + 1) for i from `first` to below `last`, in that order.
double addWaves(std::uint64_t first, std::uint64_t last, double sum) noexcept;

/// Beyond it the sine of a double loses its meaning. `last` of the waves is at most this.
inline constexpr std::uint64_t largestWave = 100'000'000;

// Values between two checkpoints: about 20 µs on an ordinary core.
inline constexpr std::uint64_t squaresPerBlock = 65'536;
inline constexpr std::uint64_t wavesPerBlock = 1'024;

/// Σ i² over the range, modulo 2⁶⁴. `checkpoint` is called after every block and may throw.
template <class Checkpoint>
std::uint64_t sumOfSquares(std::uint64_t first, std::uint64_t last, const Checkpoint& checkpoint)
{
    std::uint64_t sum = 0;
    while (first < last) {
        const std::uint64_t end = last - first > squaresPerBlock ? first + squaresPerBlock : last;
        sum = addSquares(first, end, sum);
        first = end;
        checkpoint();
    }
    return sum;
}

/// Σ (sin i · cos i + √(i + 1)) · ln(i + 1) over the range. Precondition: last ≤ largestWave.
template <class Checkpoint>
double sumOfWaves(std::uint64_t first, std::uint64_t last, const Checkpoint& checkpoint)
{
    double sum = 0;
    while (first < last) {
        const std::uint64_t end = last - first > wavesPerBlock ? first + wavesPerBlock : last;
        sum = addWaves(first, end, sum);
        first = end;
        checkpoint();
    }
    return sum;
}

} // namespace overlap::workloads
