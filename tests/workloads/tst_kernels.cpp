// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/kernels.h"

#include <cmath>
#include <gtest/gtest.h>

using namespace overlap::workloads;

namespace {

const auto nothing = [] {};

/// (n − 1) n (2n − 1) ÷ 6 modulo 2⁶⁴, divided before it is cut.
std::uint64_t closedForm(std::uint64_t n)
{
    __extension__ using Wide = unsigned __int128;
    if (n == 0)
        return 0;
    const Wide product = static_cast<Wide>(n - 1) * n; // even
    const Wide half = product / 2;
    const Wide odd = 2 * static_cast<Wide>(n) - 1;
    // One of the two factors takes the 3.
    return half % 3 == 0 ? static_cast<std::uint64_t>((half / 3) * odd)
                         : static_cast<std::uint64_t>(half * (odd / 3));
}

} // namespace

TEST(Kernels, SquaresEqualTheClosedForm)
{
    for (const std::uint64_t n : {0ULL, 1ULL, 2ULL, 10ULL, 16'384ULL, 16'385ULL, 1'000'000ULL, 5'000'000ULL})
        EXPECT_EQ(sumOfSquares(0, n, nothing), closedForm(n)) << n;
    // 1,000,000 items, the lesson's own figure.
    EXPECT_EQ(sumOfSquares(0, 1'000'000, nothing), 333'332'833'333'500'000ULL);
}

TEST(Kernels, SquaresWrapAroundBeyond64Bits)
{
    const std::uint64_t begin = 1ULL << 40;
    std::uint64_t expected = 0;
    for (std::uint64_t i = begin; i < begin + 1000; ++i)
        expected += i * i;
    EXPECT_EQ(sumOfSquares(begin, begin + 1000, nothing), expected);
}

TEST(Kernels, NumbersEqualTheClosedForm)
{
    for (const std::uint64_t n : {0ULL, 1ULL, 1000ULL, 65'536ULL, 65'537ULL, 5'000'000ULL})
        EXPECT_EQ(sumOfNumbers(0, n, nothing), n == 0 ? 0 : n * (n - 1) / 2) << n;
}

TEST(Kernels, DataGoOnWithWhatWasThere)
{
    const DataFigures whole = figuresOfData(0, 10'000, nothing);
    const DataFigures parts = addData(4000, 10'000, addData(0, 4000, DataFigures()));
    EXPECT_EQ(whole.count, 10'000U);
    EXPECT_EQ(parts.count, whole.count);
    EXPECT_EQ(parts.sum, whole.sum);
    EXPECT_EQ(parts.least, whole.least);
    EXPECT_EQ(parts.most, whole.most);
    EXPECT_EQ(figuresOfData(5, 5, nothing).count, 0U);
    // 5² + 100 · sin 5 is below what the neighbours come to.
    EXPECT_NEAR(figuresOfData(0, 8, nothing).least, 25 + 100 * std::sin(5.0), 1e-12);
}

TEST(Kernels, RangesAddUp)
{
    const std::uint64_t whole = sumOfSquares(0, 100'000, nothing);
    EXPECT_EQ(sumOfSquares(0, 33'333, nothing) + sumOfSquares(33'333, 100'000, nothing), whole);
    EXPECT_EQ(sumOfSquares(7, 7, nothing), 0U);
    EXPECT_EQ(sumOfSquares(8, 7, nothing), 0U);
}

TEST(Kernels, WavesEqualAnIndependentSum)
{
    for (const std::uint64_t n : {1ULL, 2ULL, 511ULL, 512ULL, 513ULL, 20'000ULL}) {
        long double expected = 0;
        for (std::uint64_t i = 0; i < n; ++i) {
            const auto x = static_cast<long double>(i);
            // sin x cos x = sin 2x ÷ 2
            expected += (sinl(2 * x) / 2 + sqrtl(x + 1)) * logl(x + 1);
        }
        EXPECT_NEAR(sumOfWaves(0, n, nothing), static_cast<double>(expected),
                    static_cast<double>(expected) * 1e-12 + 1e-15)
            << n;
    }
    EXPECT_EQ(sumOfWaves(0, 1, nothing), 0.0);
    EXPECT_TRUE(std::isfinite(sumOfWaves(largestWave - 10, largestWave, nothing)));
}

TEST(Kernels, TheSameRangeGivesTheSameBits)
{
    const double once = sumOfWaves(1000, 9000, nothing);
    int calls = 0;
    EXPECT_EQ(sumOfWaves(1000, 9000, [&] { ++calls; }), once);
    EXPECT_EQ(calls, 8); // 8000 ÷ 1024, rounded up
}

TEST(Kernels, CheckpointsComeInTimeAndMayThrow)
{
    int calls = 0;
    sumOfSquares(0, 3 * squaresPerBlock + 1, [&] { ++calls; });
    EXPECT_EQ(calls, 4);
    struct Stop
    {};
    calls = 0;
    const auto second = [&] {
        if (++calls == 2)
            throw Stop();
    };
    EXPECT_THROW(sumOfSquares(0, 1'000'000, second), Stop);
    EXPECT_EQ(calls, 2);
    calls = 0;
    EXPECT_THROW(sumOfWaves(0, 1'000'000, second), Stop);
    EXPECT_EQ(calls, 2);
}
