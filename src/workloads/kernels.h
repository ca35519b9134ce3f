// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>

// The computations of the lesson. Every value passes an empty asm barrier, so that no compiler sees through
// the loop: neither folded into a formula nor done four at a time nor left out. Nothing is allocated. The
// same range gives the same bits whoever computes it.

namespace overlap::workloads {

/// `sum` + Σ i for i from `first` to below `last`, modulo 2⁶⁴.
std::uint64_t addNumbers(std::uint64_t first, std::uint64_t last, std::uint64_t sum) noexcept;

/// `sum` + Σ i² for i from `first` to below `last`, modulo 2⁶⁴.
std::uint64_t addSquares(std::uint64_t first, std::uint64_t last, std::uint64_t sum) noexcept;

/// `sum` + Σ (sin i · cos i + √(i + 1)) · ln(i + 1) for i from `first` to below `last`, in that order.
double addWaves(std::uint64_t first, std::uint64_t last, double sum) noexcept;

/// What a chunk of data comes to.
struct DataFigures
{
    std::uint64_t count = 0;
    double sum = 0;
    double least = std::numeric_limits<double>::infinity();
    double most = -std::numeric_limits<double>::infinity();
};

/// `figures` with v² + 100 · sin v of each v from `first` to below `last`, in that order.
DataFigures addData(std::uint64_t first, std::uint64_t last, DataFigures figures) noexcept;

/// Beyond it the sine of a double loses its meaning. `last` of the waves and of the data is at most this.
inline constexpr std::uint64_t largestWave = 100'000'000;

// Values between two checkpoints: about 20 µs on an ordinary core.
inline constexpr std::uint64_t squaresPerBlock = 65'536;
inline constexpr std::uint64_t wavesPerBlock = 1'024;
inline constexpr std::uint64_t dataPerBlock = 2'048;

/// Goes through a range in blocks, each with what the one before it came to.
template <class Result, class Block, class Checkpoint>
Result inBlocks(std::uint64_t first, std::uint64_t last, std::uint64_t perBlock, Result result,
                const Block& block, const Checkpoint& checkpoint)
{
    while (first < last) {
        const std::uint64_t end = last - first > perBlock ? first + perBlock : last;
        result = block(first, end, result);
        first = end;
        checkpoint();
    }
    return result;
}

/// Σ i over the range, modulo 2⁶⁴. `checkpoint` is called after every block and may throw.
template <class Checkpoint>
std::uint64_t sumOfNumbers(std::uint64_t first, std::uint64_t last, const Checkpoint& checkpoint)
{
    return inBlocks(first, last, squaresPerBlock, std::uint64_t{0}, addNumbers, checkpoint);
}

/// Σ i² over the range, modulo 2⁶⁴.
template <class Checkpoint>
std::uint64_t sumOfSquares(std::uint64_t first, std::uint64_t last, const Checkpoint& checkpoint)
{
    return inBlocks(first, last, squaresPerBlock, std::uint64_t{0}, addSquares, checkpoint);
}

/// Σ (sin i · cos i + √(i + 1)) · ln(i + 1) over the range. Precondition: last ≤ largestWave.
template <class Checkpoint>
double sumOfWaves(std::uint64_t first, std::uint64_t last, const Checkpoint& checkpoint)
{
    return inBlocks(first, last, wavesPerBlock, 0.0, addWaves, checkpoint);
}

/// v² + 100 · sin v over the range. Precondition: last ≤ largestWave.
template <class Checkpoint>
DataFigures figuresOfData(std::uint64_t first, std::uint64_t last, const Checkpoint& checkpoint)
{
    return inBlocks(first, last, dataPerBlock, DataFigures(), addData, checkpoint);
}

} // namespace overlap::workloads
