// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>

namespace overlap::engine {

/// Integer work of about 1.5 ns a step that no compiler shortens and that touches no memory. Any thread.
void spin(std::uint64_t steps);

/// What measuring one ceiling takes.
inline constexpr double ceilingSeconds = 0.16;

/// How much more so many threads compute together than one alone, at this moment: plain threads that share
/// nothing, so no strategy with as many workers should gain more than the noise beyond it. Below the number
/// of threads where virtual cores share a real one, where the clock falls as more cores work, and where
/// others work.
///
/// The calling thread and `threads` − 1 others spin for 80 ms, and it alone for 40 ms before and 40 ms after,
/// so that a clock that rises or falls meanwhile weighs on both sides. Their starts are part of the time, as
/// they are for every strategy. The threads inherit the caller's niceness. One thread is 1 without measuring.
/// Null where a stop came, which is looked for every 25 µs. Throws Error where the system gives no more
/// threads.
std::optional<double> measureCeiling(int threads, std::stop_token stop);

} // namespace overlap::engine
