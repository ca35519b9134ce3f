// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/attempts.h"
#include "cli/command.h"
#include "cli/progress.h"
#include "exporting/trace_writer.h"
#include "recording/timeline_file.h"

namespace overlap::cli {

bool writeRunFiles(const core::SavedRun& run, const std::filesystem::path& timelineFile,
                   const std::filesystem::path& traceFile, bool tells, const std::stop_token& stop)
{
    Progress progress(tells);
    const auto tell = [&progress](std::uint64_t done, std::uint64_t of) {
        progress.tell("writing", done, of);
    };
    bool whole = true;
    Attempts attempt;
    if (!timelineFile.empty())
        attempt([&] { whole = recording::writeTimelineFile(timelineFile, run, tell, stop); });
    if (!traceFile.empty())
        attempt([&] { whole = exporting::writeTrace(traceFile, run, tell, stop) && whole; });
    attempt.finish();
    return whole;
}

} // namespace overlap::cli
