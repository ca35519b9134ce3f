// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace overlap::engine {

/// The Python that this machine offers: what the environment variable OVERLAP_PYTHON names, as it is; else
/// /usr/bin/python3; else the first python3 in PATH. Throws core::Error where there is none.
std::filesystem::path findPython();

} // namespace overlap::engine
