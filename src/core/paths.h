// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace overlap::core {

/// Where the programs and data lie. Build tree and installation share one shape, so everything is found
/// relative to the running executable: bin/, libexec/overlap/, share/overlap/. Made once in main and handed
/// down.
struct Paths
{
    std::filesystem::path root;

    /// From /proc/self/exe, one or two folders up (programs live in bin/ and in libexec/overlap/). Throws
    /// Error.
    static Paths ofThisProgram();

    std::filesystem::path worker() const { return root / "libexec/overlap/overlap-worker"; }
    std::filesystem::path testserver() const { return root / "libexec/overlap/overlap-testserver"; }
    std::filesystem::path share() const { return root / "share/overlap"; }
    std::filesystem::path experiments() const { return share() / "experiments"; }
    std::filesystem::path translations() const { return share() / "translations"; }
    std::filesystem::path python() const { return share() / "python"; }
    std::filesystem::path palette() const { return share() / "palettes/states.json"; }
};

} // namespace overlap::core
