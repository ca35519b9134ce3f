// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"
#include "ipc/launcher.h"

#include <filesystem>
#include <string>

namespace overlap::engine {

/// The Python that this machine offers: what the environment variable OVERLAP_PYTHON names, as it is; else
/// /usr/bin/python3; else the first python3 in PATH. Throws core::Error where there is none.
std::filesystem::path findPython();

/// What an interpreter says of itself.
struct PythonFacts
{
    std::filesystem::path interpreter; ///< as it was asked for; may be a version manager's script
    /// What runs in the end, without that script's detour: for ExecutorServices::python.
    std::filesystem::path executable;
    std::string version;       ///< "3.11.2"
    bool freeThreaded = false; ///< a build that can do without the lock
    bool gilEnabled = true;    ///< and whether it does
    double switchSeconds = 0;  ///< sys.getswitchinterval()
    std::string pillow;        ///< the version of Pillow; empty where it is not there
};

/// Starts the interpreter and asks it who it is. Throws core::Error with a sentence of its own for each way
/// in which it cannot be used: missing, not executable, no Python, older than 3.8, no CPython, broken (with
/// what it said last), talking without end, silent beyond `patience`, leaving processes behind. Nothing that
/// it started in its process group runs on. Blocks; any thread.
PythonFacts probePython(const std::filesystem::path& interpreter, ipc::Launcher& launcher,
                        core::Nanoseconds patience = 5 * core::nanosecondsPerSecond);

} // namespace overlap::engine
