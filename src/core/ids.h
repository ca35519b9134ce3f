// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace overlap::core {

using ItemIndex = std::uint32_t;  ///< position of an item in the workload, from 0
using StageIndex = std::uint16_t; ///< position of a stage in the chain, from 0
using LaneIndex = std::uint16_t;  ///< position of a lane in its run, from 0

inline constexpr ItemIndex noItem = 0xFFFFFFFF;
inline constexpr LaneIndex noLane = 0xFFFF;

/// Each runtime has its own amount of work, baseline and digests; a speed-up never crosses runtimes.
enum class Runtime : std::uint8_t { native, python };

} // namespace overlap::core
