// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/kernels.h"

#include <algorithm>
#include <cmath>

namespace overlap::workloads {

std::uint64_t addNumbers(std::uint64_t first, std::uint64_t last, std::uint64_t sum) noexcept
{
    for (std::uint64_t i = first; i < last; ++i) {
        sum += i;
        asm volatile("" : "+r"(sum));
    }
    return sum;
}

std::uint64_t addSquares(std::uint64_t first, std::uint64_t last, std::uint64_t sum) noexcept
{
    for (std::uint64_t i = first; i < last; ++i) {
        std::uint64_t value = i;
        asm volatile("" : "+r"(value));
        sum += value * value;
        asm volatile("" : "+r"(sum));
    }
    return sum;
}

double addWaves(std::uint64_t first, std::uint64_t last, double sum) noexcept
{
    for (std::uint64_t i = first; i < last; ++i) {
        auto value = static_cast<double>(i);
        asm volatile("" : "+m"(value)); // a register of doubles is called otherwise on every machine
        sum += (std::sin(value) * std::cos(value) + std::sqrt(value + 1)) * std::log(value + 1);
    }
    return sum;
}

DataFigures addData(std::uint64_t first, std::uint64_t last, DataFigures figures) noexcept
{
    for (std::uint64_t i = first; i < last; ++i) {
        auto value = static_cast<double>(i);
        asm volatile("" : "+m"(value));
        const double processed = value * value + 100 * std::sin(value);
        figures.sum += processed;
        figures.least = std::min(figures.least, processed);
        figures.most = std::max(figures.most, processed);
        ++figures.count;
    }
    return figures;
}

} // namespace overlap::workloads
