// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace overlap::core {

/// SHA-256 of the bytes, as 64 lower-case hexadecimal digits. Any thread.
std::string sha256(std::string_view bytes);

} // namespace overlap::core
