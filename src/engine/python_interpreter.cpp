// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/python_interpreter.h"

#include "core/message.h"
#include "core/text.h"

#include <cstdlib>
#include <unistd.h>

namespace overlap::engine {

std::filesystem::path findPython()
{
    if (const char* named = std::getenv("OVERLAP_PYTHON"); named && *named)
        return named;
    std::vector<std::filesystem::path> places{"/usr/bin"};
    if (const char* path = std::getenv("PATH")) {
        for (const std::string& folder : core::split(path, ':'))
            places.emplace_back(folder);
    }
    for (const std::filesystem::path& folder : places) {
        // Not one of the folder in which somebody happens to stand.
        const std::filesystem::path program = folder / "python3";
        std::error_code failure;
        if (folder.is_absolute() && std::filesystem::is_regular_file(program, failure) &&
            ::access(program.c_str(), X_OK) == 0)
            return program;
    }
    throw core::Error(core::Message(OVERLAP_TR_NOOP(
        "Messages", "no Python was found: neither /usr/bin/python3 nor a python3 in PATH, and the "
                    "environment variable OVERLAP_PYTHON names none")));
}

} // namespace overlap::engine
