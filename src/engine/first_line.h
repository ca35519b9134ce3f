// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <string>

namespace overlap::engine {

/// The first line of a file of the kernel's (/proc, /sys), which has no length to read by; empty where there
/// is none. Any thread.
inline std::string firstLine(const std::filesystem::path& path)
{
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    return line;
}

} // namespace overlap::engine
