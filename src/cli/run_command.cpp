// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/asked_experiment.h"
#include "cli/attempts.h"
#include "cli/command.h"
#include "cli/progress.h"
#include "cli/report_text.h"
#include "cli/table.h"
#include "core/json.h"
#include "core/text.h"
#include "engine/plan.h"
#include "engine/saved_run.h"
#include "engine/sweep_estimate.h"
#include "exporting/csv.h"

#include <cmath>
#include <cstdio>

namespace overlap::cli {

using core::Error;
using core::Message;

namespace {

const std::string sweepChart = "scaling";

/// What does not run is told at once, not only behind everything that does.
void warn(const engine::LiveEvent& event)
{
    const auto* made = std::get_if<engine::PlanMade>(&event);
    if (!made || made->notices.empty())
        return;
    std::vector<std::string> sentences;
    for (const Message& notice : made->notices)
        sentences.push_back(notice.english());
    std::fprintf(stderr, "overlap-cli: %s\n", core::joined(sentences, " ").c_str());
}

/// The time that a sweep takes, before it begins.
void announce(const core::Experiment& experiment, const engine::EngineServices& services,
              std::stop_token stop)
{
    const auto estimate = engine::estimateSweep(experiment, services, std::move(stop));
    if (!estimate)
        return;
    // An estimate earns two digits.
    const double unit = std::pow(10, std::floor(std::log10(std::max(estimate->seconds, 1e-3))) - 1);
    const double seconds = std::ceil(estimate->seconds / unit) * unit;
    std::fprintf(stderr,
                 "This sweep takes about %s at most: %zu runs, if none takes longer than one after the other "
                 "(timed just now, %d %s)%s.\n",
                 core::durationText(seconds).c_str(), estimate->runs, estimate->timedRuns,
                 estimate->timedRuns == 1 ? "run" : "runs",
                 engine::extraBlocks(experiment.repeats) > 0 ? ", and no block is disturbed" : "");
}

} // namespace

int runCommand(const RunOptions& options, const Context& context)
{
    const core::Experiment experiment = askedExperiment(
        findExperiment(options.experiment, context, context.cores), options, context, context.cores);
    if (options.jsonFile == "-" && options.csvFile == "-")
        throw Error(
            Message(OVERLAP_TR_NOOP("Messages", "only one of --json and --csv can go to standard output")));
    for (const ChartRequest& request : options.charts) {
        if (experiment.sweep && request.kind != sweepChart)
            throw Error(Message(OVERLAP_TR_NOOP("Messages", "of a sweep there is the chart “%1” alone"),
                                {sweepChart}),
                        "--chart");
        if (!experiment.sweep && request.kind == sweepChart)
            throw Error(Message(OVERLAP_TR_NOOP("Messages", "the chart “%1” needs a sweep"), {sweepChart}),
                        "--chart");
    }
    const bool usesStdout = options.jsonFile == "-" || options.csvFile == "-";
    engine::EngineServices services{context.paths, context.launcher, context.catalogue, 0};
    services.python = engine::pythonOnce(options.python, context.launcher);
    demandPython(experiment, options, context, services.python);
    if (experiment.sweep && !options.quiet)
        announce(experiment, services, context.stop);
    const engine::ExperimentOutcome outcome = [&] {
        Progress progress(!options.quiet); // gone, and its line with it, before anything is printed
        return engine::runExperiment(experiment, services, context.stop, [&](const engine::LiveEvent& event) {
            warn(event);
            progress.tell(event);
        });
    }();

    Attempts attempt;
    if (!options.quiet && !usesStdout)
        attempt([&] { writeOutput("-", reportText(outcome)); });
    if (options.jsonFile)
        attempt([&] { writeOutput(*options.jsonFile, core::writeJson(outcome.report.toValue())); });
    if (options.csvFile)
        attempt([&] { writeOutput(*options.csvFile, exporting::runsAsCsv(outcome.report)); });
    if (!options.charts.empty())
        attempt([&] { context.writeCharts(options.charts, outcome); });
    if (!options.timelineFile.empty() || !options.traceFile.empty()) {
        // After a stop as well: what ran until then is kept, as everywhere.
        attempt([&] {
            writeRunFiles(engine::savedRunOf(outcome), options.timelineFile, options.traceFile,
                          !options.quiet, {});
        });
    }
    attempt.finish();
    if (outcome.report.cancelled)
        return exitCancelled;
    return someFailed(outcome.report) ? exitTasksFailed : exitDone;
}

} // namespace overlap::cli
