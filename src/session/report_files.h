// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report.h"

#include <filesystem>

namespace overlap::session {

// Whole or not at all; each throws core::Error naming the path.

/// The report as JSON, the same as `overlap-cli run --json`.
void saveReport(const core::Report& report, const std::filesystem::path& path);
/// One line per run, the same as `overlap-cli run --csv`.
void saveRuns(const core::Report& report, const std::filesystem::path& path);

} // namespace overlap::session
