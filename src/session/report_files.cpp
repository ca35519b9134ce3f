// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/report_files.h"

#include "core/file.h"
#include "core/json.h"
#include "exporting/csv.h"

namespace overlap::session {

void saveReport(const core::Report& report, const std::filesystem::path& path)
{
    core::writeFile(path, core::writeJson(report.toValue()));
}

void saveRuns(const core::Report& report, const std::filesystem::path& path)
{
    core::writeFile(path, exporting::runsAsCsv(report));
}

} // namespace overlap::session
