// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace overlap::charts::testing {

/// A small generator of our own: the pictures must not depend on a library's.
class Dice
{
public:
    explicit Dice(std::uint32_t seed) : m_state(seed) {}
    std::uint32_t next(std::uint32_t below)
    {
        m_state = m_state * 1664525 + 1013904223;
        return (m_state >> 16) % below;
    }

private:
    std::uint32_t m_state;
};

} // namespace overlap::charts::testing
