// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace overlap::engine {

/// A folder that only this user may enter, below the system's folder for temporary files, for as long as this
/// object lives; then removed with everything in it. Links in it are removed, never followed.
class ScratchFolder
{
public:
    /// Throws Error where it cannot be made.
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    const std::filesystem::path& path() const noexcept { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace overlap::engine
