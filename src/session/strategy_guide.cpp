// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/strategy_guide.h"

#include <algorithm>
#include <array>
#include <utility>

namespace overlap::session {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 10> presets{{
    {"sequential", "tiny-tasks"},
    {"threads", "five-seconds"},
    {"gil-threads", "two-sums"},
    {"processes", "heavy-chunks"},
    {"pipeline", "assembly-line"},
    {"event-loop", "stores"},
    {"work-stealing", "ml-predictions"},
    {"python-sequential", "tiny-tasks"},
    {"python-threads", "two-sums"},
    {"python-processes", "heavy-chunks"},
}};

} // namespace

std::string_view tellingPreset(std::string_view strategy)
{
    const auto found = std::ranges::find(presets, strategy, [](const auto& entry) { return entry.first; });
    return found == presets.end() ? std::string_view() : found->second;
}

} // namespace overlap::session
