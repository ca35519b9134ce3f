// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/random.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace overlap::workloads {

/// Bytes between two checkpoints: about 20 µs on an ordinary core.
inline constexpr std::size_t checksumBytesPerBlock = 32'768;

/// Takes words of eight bytes, each mixed with all before it as the random figures are: about 4 ns for each,
/// every step waiting for the one before it. One changed word always changes the sum. No protection against
/// somebody's intent.
class Checksum
{
public:
    void add(std::uint64_t word) noexcept { m_value = core::Random(m_value ^ word).next(); }
    /// The bits of a number.
    void add(double number) noexcept;
    /// Words as they lie in memory; what is missing of the last one counts as zero. Pieces whose sizes are
    /// multiples of eight, but for the last one, give the sum of the whole.
    void add(std::string_view bytes) noexcept;
    /// 16 lower-case hexadecimal digits.
    std::string text() const;

private:
    std::uint64_t m_value = 0;
};

} // namespace overlap::workloads
