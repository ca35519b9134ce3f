// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"

#include <cstdint>

namespace overlap::core {

/// SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", OOPSLA 2014). Every
/// random figure of an experiment is a pure function of (seed, item, stage), so results never depend on who
/// ran what when. The distributions are our own because those of the standard library differ between
/// implementations, and the Python twin must draw the same figures.
class Random
{
public:
    explicit constexpr Random(std::uint64_t state) : m_state(state) {}

    static constexpr Random of(std::uint64_t seed, ItemIndex item, StageIndex stage)
    {
        Random mixed(seed);
        Random byItem(mixed.next() ^ item);
        return Random(byItem.next() ^ (static_cast<std::uint64_t>(stage) << 32));
    }

    constexpr std::uint64_t next()
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }

    /// In [0, 1), from the upper 53 bits.
    constexpr double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    /// In [low, high).
    constexpr double uniform(double low, double high) { return low + (high - low) * unit(); }
    /// In [0, bound); 0 where the bound is 0. The bias of the multiplication is below 2⁻³² for bounds below
    /// 2³².
    constexpr std::uint64_t below(std::uint64_t bound)
    {
        __extension__ using Wide = unsigned __int128;
        return static_cast<std::uint64_t>((static_cast<Wide>(next()) * bound) >> 64);
    }

private:
    std::uint64_t m_state;
};

} // namespace overlap::core
