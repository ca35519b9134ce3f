// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace overlap::core {

/// What a lane is doing. The one list: legend, patterns, JSON keys and help all follow it, in this order.
enum class State : std::uint8_t {
    computing,
    waiting, ///< blocked in I/O or in a simulated wait
    gilWait,
    lockWait,
    queueEmpty,
    queueFull,
    coreWait, ///< runnable, but no core
    transfer, ///< encode, copy, decode between processes
    dispatch, ///< executor overhead between tasks
    starting,
    idle, ///< nothing left to do
};

inline constexpr std::size_t stateCount = 11;

inline constexpr std::array<std::string_view, stateCount> stateNames{
    "computing", "waiting",  "gil-wait", "lock-wait", "queue-empty", "queue-full",
    "core-wait", "transfer", "dispatch", "starting",  "idle"};

constexpr std::string_view stateName(State state)
{
    return stateNames[static_cast<std::size_t>(state)];
}

constexpr std::optional<State> stateFromName(std::string_view name)
{
    for (std::size_t i = 0; i < stateCount; ++i) {
        if (stateNames[i] == name)
            return static_cast<State>(i);
    }
    return std::nullopt;
}

} // namespace overlap::core
