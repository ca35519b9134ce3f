// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/attempts.h"
#include "cli/command.h"
#include "cli/progress.h"
#include "cli/report_text.h"
#include "cli/table.h"
#include "core/json.h"
#include "core/text.h"
#include "engine/catalogue.h"
#include "exporting/csv.h"

#include <algorithm>

namespace overlap::cli {

using core::Error;
using core::Message;

namespace {

core::Experiment findExperiment(const std::string& name, const Context& context)
{
    for (core::Experiment& preset : engine::loadPresets(context.paths, context.catalogue, context.cores)) {
        if (preset.id == name)
            return std::move(preset);
    }
    // A plain word is meant as an id; anything with a dot or a slash as a file.
    if (name.find_first_of("./") == std::string::npos) {
        throw Error(Message(
            OVERLAP_TR_NOOP(
                "Messages",
                "no preset is called “%1” (overlap-cli list shows them), and it does not name a file"),
            {name}));
    }
    return core::loadExperiment(name, context.catalogue, context.cores);
}

/// The experiment as the options change it, through the one validator.
core::Experiment applyOptions(core::Experiment experiment, const RunOptions& options, const Context& context)
{
    if (!options.strategies.empty())
        experiment.strategies = options.strategies;
    const core::WorkloadDescriptor* workload = context.catalogue.workload(experiment.workload);
    for (const auto& [name, text] : options.settings) {
        const auto parameter = std::ranges::find(workload->parameters, name, &core::Parameter::name);
        const bool known = parameter != workload->parameters.end();
        experiment.parameters.set(name,
                                  known ? core::parameterFromText(*parameter, text) : core::Value(text));
    }
    if (options.repeats)
        experiment.repeats = *options.repeats;
    if (options.timeScale)
        experiment.timeScale = *options.timeScale;
    if (options.seed)
        experiment.seed = *options.seed;
    std::vector<core::Problem> problems;
    core::validateExperiment(experiment, context.catalogue, context.cores, problems);
    if (!problems.empty())
        throw Error(problems.front().message, problems.front().pointer);
    return experiment;
}

} // namespace

int runCommand(const RunOptions& options, const Context& context)
{
    const core::Experiment experiment =
        applyOptions(findExperiment(options.experiment, context), options, context);
    if (options.jsonFile == "-" && options.csvFile == "-")
        throw Error(
            Message(OVERLAP_TR_NOOP("Messages", "only one of --json and --csv can go to standard output")));
    const bool usesStdout = options.jsonFile == "-" || options.csvFile == "-";
    const engine::EngineServices services{context.paths, context.launcher, context.catalogue, 0};
    const engine::ExperimentOutcome outcome = [&] {
        Progress progress(!options.quiet); // gone, and its line with it, before anything is printed
        return engine::runExperiment(experiment, services, context.stop,
                                     [&](const engine::LiveEvent& event) { progress.tell(event); });
    }();

    if (!options.quiet && !usesStdout) {
        printReport(outcome);
    }
    Attempts attempt;
    if (options.jsonFile)
        attempt([&] { writeOutput(*options.jsonFile, core::writeJson(outcome.report.toValue())); });
    if (options.csvFile)
        attempt([&] { writeOutput(*options.csvFile, exporting::runsAsCsv(outcome.report)); });
    if (!options.charts.empty())
        attempt([&] { context.writeCharts(options.charts, outcome); });
    attempt.finish();
    if (outcome.report.cancelled)
        return exitCancelled;
    return someFailed(outcome.report) ? exitTasksFailed : exitDone;
}

} // namespace overlap::cli
