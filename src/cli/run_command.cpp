// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/finding.h"
#include "cli/attempts.h"
#include "cli/command.h"
#include "cli/progress.h"
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

std::string summaryText(const core::Value& summary)
{
    const core::Value* field = summary.find("field");
    const core::Value* total = summary.find("total");
    if (!field || !total)
        return {};
    return field->asString() + " " + core::shortNumber(total->asNumber());
}

/// "4 (as meant)": failures that are there to be seen are no trouble.
std::string failedText(const core::TaskCounts& tasks)
{
    if (tasks.meant == 0)
        return std::to_string(tasks.failed);
    if (tasks.notMeant() == 0)
        return std::to_string(tasks.failed) + " (as meant)";
    return std::to_string(tasks.failed) + " (" + std::to_string(tasks.meant) + " as meant)";
}

/// "4 5 1 2 3": the items in the order in which they finished.
std::string finishingOrder(const engine::RunOutcome& run)
{
    std::vector<std::string> numbers;
    for (const core::ItemIndex item : core::orderOfFinishing(run.items))
        numbers.push_back(std::to_string(item + 1));
    return core::joined(numbers, " ");
}

void printReport(const engine::ExperimentOutcome& outcome)
{
    const core::Report& report = outcome.report;
    std::string out = report.experiment.title + " · " + outcome.workload->describe().english() + "
" +
                      report.environment.summary().english() + " · time scale " +
                      core::shortNumber(report.experiment.timeScale) + "\n\n";
    const bool hasSummary = std::ranges::any_of(
        report.strategies, [](const auto& s) { return !summaryText(s.runs.back().summary).empty(); });
    Table table({"strategy", ">wall", ">start-up", ">speed-up", ">CPU", ">done", ">failed",
                 hasSummary ? ">total" : ""});
    for (const core::StrategyReport& strategy : report.strategies) {
        const std::string speedup = strategy.speedup ? core::ratioText(strategy.speedup->value) + " ×"
                                    : strategy.strategy.name == strategy.baseline
                                        ? (strategy.addedBaseline ? "baseline (added)" : "baseline")
                                        : "";
        table.row({strategy.strategy.text(), core::durationText(strategy.medianWallSeconds),
                   core::durationText(strategy.startupSeconds), speedup,
                   core::durationText(strategy.cpuSeconds), std::to_string(strategy.tasks.done),
                   failedText(strategy.tasks), summaryText(strategy.runs.back().summary)});
    }
    out += table.text() + "\n";

    constexpr std::size_t readable = 20;
    for (const auto& run : outcome.lastRuns) {
        if (!run)
            continue;
        const std::string name = outcome.plan.strategies[run->strategy].strategy.text();
        const std::string order = run->items.size() <= readable ? finishingOrder(*run) : std::string();
        if (!order.empty())
            out += name + " finished in the order " + order + "\n";
        const Message conclusion = outcome.workload->conclusion(run->report.summary, run->report.tasks);
        if (!conclusion.empty())
            out += name + ": " + conclusion.english() + "\n";
        for (std::size_t i = 0; i < run->items.size(); ++i) {
            if (run->items[i].status == core::TaskStatus::failed)
                out += name + ", item " + std::to_string(i + 1) +
                       " failed: " + run->items[i].error.english() + "\n";
        }
        if (run->report.lostRecords > 0)
            out += name + ": " + std::to_string(run->report.lostRecords) +
                   " records lost; the ledger is exact all the same\n";
    }
    out += "\n" + analysis::findingOf(report).english() + "\n" + analysis::methodOf(report).english() + "\n";
    for (const core::ExpectationResult& result : report.expectations) {
        const auto& [strategy, least, most] = result.expectation;
        out += "expected of " + strategy + ":" + (least ? " at least " + core::shortNumber(*least) : "") +
               (most ? " at most " + core::shortNumber(*most) : "") + (result.met ? ", met" : ", NOT met") +
               "\n";
    }
    for (const Message& hint : report.hints)
        out += "Note: " + hint.english() + "\n";
    writeOutput("-", out);
}

bool someFailed(const core::Report& report)
{
    return std::ranges::any_of(report.strategies, [](const core::StrategyReport& strategy) {
        return std::ranges::any_of(strategy.runs,
                                   [](const core::RunReport& run) { return run.tasks.notMeant() > 0; });
    });
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
