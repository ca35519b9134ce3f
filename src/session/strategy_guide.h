// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/advice_in_words.h"

#include <string_view>

namespace overlap::session {

/// The id of the preset that shows best what a strategy is for; it runs it. Empty for an unknown strategy.
std::string_view tellingPreset(std::string_view strategy);

/// A preset whose work is of the kind that an advice speaks of, and a strategy by name to see in it.
struct AdviceTrial
{
    std::string_view preset;
    std::string_view strategy; ///< in native code where Python has none of that kind
};

AdviceTrial trialOf(const analysis::Advice& advice);

} // namespace overlap::session
