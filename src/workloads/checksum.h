// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace overlap::workloads {

/// Bytes between two checkpoints: about 20 µs on an ordinary core.
inline constexpr std::size_t checksumBytesPerBlock = 16'384;

/// FNV-1a with 64 bits: a byte after the other, each step waiting for the one before it, so it computes a
/// little for every byte and changes where one byte does. No protection against somebody's intent.
class Checksum
{
public:
    void add(std::string_view bytes) noexcept
    {
        for (const char byte : bytes)
            m_value = (m_value ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
    }
    /// The bits of a number, from its lowest byte on.
    void add(double number) noexcept;
    /// 16 lower-case hexadecimal digits.
    std::string text() const;

private:
    std::uint64_t m_value = 0xCBF29CE484222325ULL;
};

} // namespace overlap::workloads
