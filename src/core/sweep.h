// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment.h"

#include <string>
#include <string_view>

// What a value of a sweep makes of a strategy: the same for validator and plan.

namespace overlap::core {

inline constexpr std::string_view overWorkers = "strategy.workers";
inline constexpr std::string_view overStrategy = "strategy.";
inline constexpr std::string_view overWorkload = "workload.";

/// The value as somebody types it; empty for what is neither number nor text.
std::string sweepValueText(const Value& value);

/// Whether the sweep varies this strategy: over workers one that is written as a bare name and takes a count,
/// over an option one that has it.
bool isSwept(std::string_view strategy, std::string_view over, const Catalogue& catalogue);

/// The strategy at one value. `strategy.workers` gives a bare name its count, which may be "2xcores",
/// at most what the strategy takes;
/// `strategy.<option>` replaces its option. A single integer for what has a value per stage goes to those
/// that the strategy limits (above 0), to all where it limits none. What is not swept stays as it is. Throws
/// Error, in the sentences of parseStrategy, where the value does not fit.
std::string strategyAt(const std::string& strategy, std::string_view over, const Value& value,
                       const Catalogue& catalogue, int cores);

} // namespace overlap::core
