// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/value.h"

#include <string_view>

namespace overlap::testing {

/// Throws where the report has no such strategy.
const core::Value& strategyOf(const core::Value& report, std::string_view text);

/// What holds of a preset's report however disturbed the machine is: whole work, equal digests, a closed
/// ledger. Of the items `failed` failed, all of them as they were meant to.
void expectSound(const core::Value& report, std::string_view id, int items, int failed = 0);

/// Some block that counts was disturbed by something else on this machine: its times say nothing.
bool isDisturbed(const core::Value& report);

} // namespace overlap::testing
