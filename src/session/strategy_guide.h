// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace overlap::session {

/// The id of the preset that shows best what a strategy is for; it runs it. Empty for an unknown strategy.
std::string_view tellingPreset(std::string_view strategy);

} // namespace overlap::session
