// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace overlap::cli {

/// Whether a command takes an option. `measures`: predict --check, advise --measure.
bool takes(std::string_view command, std::string_view option, bool measures);

/// Throws core::Error that says why the command does not take it.
[[noreturn]] void refuse(std::string_view command, std::string_view option, bool measures);

} // namespace overlap::cli
