// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/checksum.h"

#include <array>
#include <bit>

namespace overlap::workloads {

void Checksum::add(double number) noexcept
{
    auto bits = std::bit_cast<std::uint64_t>(number);
    std::array<char, sizeof bits> bytes{};
    for (char& byte : bytes) {
        byte = static_cast<char>(bits & 0xFF);
        bits >>= 8;
    }
    add(std::string_view(bytes.data(), bytes.size()));
}

std::string Checksum::text() const
{
    std::string digits;
    for (int shift = 60; shift >= 0; shift -= 4)
        digits += "0123456789abcdef"[m_value >> shift & 0xF];
    return digits;
}

} // namespace overlap::workloads
