// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/attempts.h"
#include "cli/command.h"
#include "cli/progress.h"
#include "cli/table.h"
#include "cli/trace_text.h"
#include "core/json.h"
#include "exporting/lane_figures.h"
#include "exporting/run_file.h"

namespace overlap::cli {

using core::Error;
using core::Message;

int traceCommand(const TraceOptions& options, const Context& context)
{
    if (options.jsonFile == "-" && options.csvFile == "-")
        throw Error(
            Message(OVERLAP_TR_NOOP("Messages", "only one of --json and --csv can go to standard output")));
    std::optional<core::SavedRun> run;
    {
        Progress progress(!options.quiet); // gone, and its line with it, before anything is printed
        const auto tell = [&progress](std::uint64_t done, std::uint64_t of) {
            progress.tell("opening", done, of);
        };
        run = exporting::openRunFile(options.file, tell, context.stop);
    }
    if (!run)
        return exitCancelled;
    const bool usesStdout = options.jsonFile == "-" || options.csvFile == "-";
    Attempts attempt;
    if (!options.quiet && !usesStdout)
        attempt([&] { writeOutput("-", lanesText(*run)); });
    if (options.jsonFile)
        attempt([&] { writeOutput(*options.jsonFile, core::writeJson(exporting::lanesToValue(*run))); });
    if (options.csvFile)
        attempt([&] { writeOutput(*options.csvFile, exporting::lanesAsCsv(*run)); });
    bool whole = true;
    attempt([&] {
        whole = writeRunFiles(*run, options.timelineFile, options.traceFile, !options.quiet, context.stop);
    });
    if (!options.charts.empty())
        attempt([&] { context.writeLanes(options.charts, *run); });
    attempt.finish();
    return whole ? exitDone : exitCancelled;
}

} // namespace overlap::cli
