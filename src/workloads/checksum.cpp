// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/checksum.h"

#include <bit>
#include <cstring>

namespace overlap::workloads {

void Checksum::add(double number) noexcept
{
    add(std::bit_cast<std::uint64_t>(number));
}

void Checksum::add(std::string_view bytes) noexcept
{
    std::uint64_t word = 0;
    for (; bytes.size() >= sizeof word; bytes.remove_prefix(sizeof word)) {
        std::memcpy(&word, bytes.data(), sizeof word);
        add(word);
    }
    if (!bytes.empty()) {
        word = 0;
        std::memcpy(&word, bytes.data(), bytes.size());
        add(word);
    }
}

std::string Checksum::text() const
{
    std::string digits;
    for (int shift = 60; shift >= 0; shift -= 4)
        digits += "0123456789abcdef"[m_value >> shift & 0xF];
    return digits;
}

} // namespace overlap::workloads
