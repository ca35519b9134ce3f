// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/byte_stream.h"
#include "core/saved_run.h"

#include <optional>
#include <stop_token>

namespace overlap::exporting {

enum class RunFileKind {
    none,     ///< neither, or not to be read
    timeline, ///< begins with the magic of a timeline file
    trace, ///< JSON that begins as a trace does: a list, or "traceEvents" or "otherData" near the beginning
};

/// What a file seems to be, by its first bytes and not by its name. Never waits, never throws.
RunFileKind kindOfRunFile(const std::filesystem::path& path);

/// Opens a timeline file, or anything else as a trace. Any thread. Nothing where `stop` came first. Throws
/// Error that names file, byte and cause.
std::optional<core::SavedRun> openRunFile(const std::filesystem::path& path,
                                          const core::ByteProgress& progress = {},
                                          const std::stop_token& stop = {});

} // namespace overlap::exporting
