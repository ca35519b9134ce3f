// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline.h"

#include <array>
#include <string_view>
#include <utility>

// The words that a trace of ours is written and read by.

namespace overlap::exporting {

/// By core::TaskStatus.
inline constexpr std::array<std::string_view, 5> statusNames{"pending", "running", "done", "failed",
                                                             "cancelled"};

inline constexpr std::array<std::pair<core::SpanFlag, std::string_view>, 4> flagNames{{
    {core::spanFailed, "failed"},
    {core::spanCancelled, "cancelled"},
    {core::spanLost, "lost"},
    {core::spanKilled, "killed"},
}};

} // namespace overlap::exporting
