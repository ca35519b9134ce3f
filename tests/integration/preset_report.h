// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/value.h"

#include <string>
#include <string_view>

namespace overlap::testing {

#ifdef OVERLAP_SANITIZED
inline constexpr bool measures = false; // a sanitizer build asserts order and equality only
#else
inline constexpr bool measures = true;
#endif

/// Throws where the report has no such strategy.
const core::Value& strategyOf(const core::Value& report, std::string_view text);

/// What holds of a preset's report however disturbed the machine is: whole work, equal digests, a closed
/// ledger with some time in `state` under every strategy. Of the items `failed` failed, all of them as they
/// were meant to.
void expectSound(const core::Value& report, std::string_view id, int items, int failed = 0,
                 std::string_view state = "waiting");

/// The seconds that a strategy's workers were in a state, over all its runs.
double secondsIn(const core::Value& strategy, std::string_view state);

/// Everything that the experiment states about its outcome is there and was met; what was not is added to
/// `missed`.
bool meetsItsExpectations(const core::Value& report, std::string& missed);

/// Some block that counts was disturbed by something else on this machine: its times say nothing.
bool isDisturbed(const core::Value& report);

} // namespace overlap::testing
