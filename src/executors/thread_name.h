// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace overlap::executors {

/// Names the calling thread "<name> <number>" for the system's tools, which keep 15 bytes: a long name is
/// cut, never the number.
void nameThisThread(const std::string& name, std::size_t number);

} // namespace overlap::executors
