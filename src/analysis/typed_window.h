// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/time_axis.h"
#include "core/message.h"

#include <string_view>
#include <variant>

namespace overlap::analysis {

/// A stretch of time as somebody types it (UTF-8):
///
/// - `1.2s..1.4s`, also with `…` or `–`: from, to; without one of them from the begin or to the end of the
/// trace
/// - `350 ms +20 ms`: from, and for how long
/// - `0.5s ±10ms`, also `+-`: about a moment
/// - `0.5s`: the moment in the middle of as much time as is visible now
///
/// Units are ns, µs (us), ms, s and min; what has none takes that of the other number, and seconds where
/// neither has one. A comma is as good as a point. The message is one sentence: what cannot be read, ends
/// before it begins, or lies outside of the trace.
std::variant<TimeInterval, core::Message> typedWindow(std::string_view text, const TimeInterval& visible,
                                                      const TimeInterval& trace);

} // namespace overlap::analysis
