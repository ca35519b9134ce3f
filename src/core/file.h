// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace overlap::core {

/// The whole of a regular file. Throws Error naming the path: not there, not a regular file, larger than
/// `maximumBytes`, not readable, of another length at the end than at the beginning. Never waits for a FIFO,
/// never opens a device, and allocates no more than the file's length.
std::string readFile(const std::filesystem::path& path, std::size_t maximumBytes);

/// Writes a file whole or not at all: a temporary file in the same folder, fsync, rename. Where it fails the
/// old file is intact and the temporary one gone; where the process is killed meanwhile, the old file is
/// intact and a later write into the folder removes the temporary one. A file that may not be written is not
/// replaced; a link stays and what it leads to is written; devices and pipes are written in place. Throws
/// Error naming path, size and cause. The program ignores SIGXFSZ, else a limit on file sizes ends it.
void writeFile(const std::filesystem::path& path, std::string_view bytes);

} // namespace overlap::core
