// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/asked_experiment.h"
#include "cli/attempts.h"
#include "cli/progress.h"
#include "cli/running_score.h"
#include "cli/table.h"
#include "core/file.h"
#include "core/json.h"
#include "core/text.h"
#include "engine/environment_probe.h"
#include "engine/prediction.h"

#include <algorithm>

namespace overlap::cli {

using analysis::Forecast;
using core::Error;
using core::Message;
using core::Value;

namespace {

using Profiles = decltype(engine::Prediction::profiles);

/// A report with all the raw samples of a thousand blocks.
constexpr core::JsonLimits reportLimits{256 * 1024 * 1024, 64, 30'000'000};

struct Asked
{
    engine::Prediction prediction;
    std::vector<Message> notes;
    bool cancelled = false;
};

/// What of an older report can be forecast from.
struct EarlierReport
{
    core::Experiment experiment;
    Profiles profiles;
};

EarlierReport readReport(const std::filesystem::path& file, const Context& context, int cores)
{
    const std::string text = core::readFile(file, reportLimits.bytes);
    const Value document = core::parseJson(text, reportLimits, file.string());
    const auto at = [&](std::string_view pointer) { return core::jsonPlace(text, pointer, file.string()); };
    const Value* schema = document.find("schema");
    const Value* experiment = document.find("experiment");
    if (!schema || *schema != Value(core::reportSchema) || !experiment)
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "this is no report of an experiment")),
                    file.string());
    EarlierReport report;
    std::vector<core::Problem> problems;
    report.experiment = core::experimentFromValue(*experiment, context.catalogue, cores, problems);
    if (!problems.empty())
        throw Error(problems.front().message, at("/experiment" + problems.front().pointer));
    const Value* profiles = document.find("profiles");
    if (!profiles || !profiles->isArray() || profiles->asArray().empty())
        throw Error(Message(OVERLAP_TR_NOOP(
                        "Messages", "this report has no profile of the work: it is of a sweep, it was "
                                    "stopped early, or an older version wrote it")),
                    file.string());
    for (std::size_t i = 0; i < profiles->asArray().size(); ++i) {
        try {
            report.profiles.push_back(std::make_shared<const core::WorkProfile>(
                core::WorkProfile::fromValue(profiles->asArray()[i], "/profiles/" + std::to_string(i))));
        } catch (const Error& error) {
            throw Error(error.message(), at(error.place()));
        }
    }
    return report;
}

std::string percentText(double fraction)
{
    return core::fixedNumber(fraction * 100, 1) + " %";
}

std::string errorText(double error)
{
    return (error > 0 ? "+" : "") + percentText(error);
}

std::string predictionText(const engine::Prediction& prediction, const std::vector<Message>& notes,
                           const std::optional<RunningScore>& running, const Context& context)
{
    const core::Timing timing = prediction.experiment.timing;
    std::string text = prediction.experiment.title + "\nA prediction, not a measurement: simulated for " +
                       std::to_string(prediction.cores) + (prediction.cores == 1 ? " core" : " cores") +
                       " from one run of the work, one item after the other.\n\n";
    const bool checked = std::ranges::any_of(prediction.forecasts,
                                             [](const Forecast& f) { return f.measuredSeconds.has_value(); });
    std::vector<std::string> titles{"strategy", ">forecast", ">start-up", ">speed-up"};
    if (checked)
        titles.insert(titles.end(), {">measured", ">error", ">others", ">error as busy"});
    Table table(titles);
    for (const Forecast& forecast : prediction.forecasts) {
        std::vector<std::string> row{forecast.strategy.text(), core::durationText(forecast.seconds(timing)),
                                     core::durationText(forecast.startUpSeconds),
                                     forecast.speedup ? core::ratioText(*forecast.speedup) + " ×"
                                                      : std::string("baseline")};
        if (checked) {
            const auto error = forecast.error(timing);
            row.push_back(forecast.measuredSeconds ? core::durationText(*forecast.measuredSeconds)
                                                   : std::string("failed"));
            row.push_back(error ? errorText(*error) : std::string());
            row.push_back(forecast.otherThreads ? core::fixedNumber(*forecast.otherThreads, 1)
                                                : core::Figure());
            row.push_back(forecast.errorAsBusy ? errorText(*forecast.errorAsBusy) : std::string());
        }
        table.row(std::move(row));
    }
    text += table.text();
    text += timing == core::Timing::cold ? "\nForecasts include the start-up.\n"
                                         : "\nForecasts begin when all workers are there.\n";
    if (prediction.cores > context.cores)
        text += "The cores beyond the " + std::to_string(context.cores) +
                " of this machine are taken to be like them.\n";
    if (const auto score = analysis::medianError(prediction.forecasts, timing))
        text +=
            "The median error of these forecasts, baselines aside: " + percentText(*score) +
            ".\n“Others” is how many threads of other programs shared the cores with the last run, “error as "
            "busy” the error\nof the same simulation with those.\n";
    if (running)
        text += running->text();
    for (const Message& note : notes)
        text += "Note: " + note.english() + "\n";
    return text;
}

Value predictionValue(const engine::Prediction& prediction, const std::optional<RunningScore>& running)
{
    const auto orNull = [](const std::optional<double>& number) { return number ? Value(*number) : Value(); };
    const core::Timing timing = prediction.experiment.timing;
    Value document = Value::object();
    document.set("schema", "overlap.forecast/1");
    document.set("experiment", core::experimentToValue(prediction.experiment));
    document.set("environment", engine::probeEnvironment().toValue());
    document.set("cores", prediction.cores);
    Value list = Value::array();
    for (const Forecast& forecast : prediction.forecasts) {
        Value entry = Value::object();
        entry.set("strategy", forecast.strategy.text());
        entry.set("runtime", forecast.strategy.runtime == core::Runtime::python ? "python" : "native");
        entry.set("baseline", forecast.baseline);
        entry.set("wallSeconds", forecast.wallSeconds);
        entry.set("startupSeconds", forecast.startUpSeconds);
        entry.set("speedup", orNull(forecast.speedup));
        entry.set("measuredSeconds", orNull(forecast.measuredSeconds));
        entry.set("error", orNull(forecast.error(timing)));
        entry.set("otherThreads", orNull(forecast.otherThreads));
        entry.set("errorAsBusy", orNull(forecast.errorAsBusy));
        list.append(std::move(entry));
    }
    document.set("forecasts", std::move(list));
    document.set("medianError", orNull(analysis::medianError(prediction.forecasts, timing)));
    document.set("runningScore", running ? running->toValue() : Value());
    Value profiles = Value::array();
    for (const auto& profile : prediction.profiles)
        profiles.append(profile->toValue());
    document.set("profiles", std::move(profiles));
    return document;
}

Asked asked(const PredictOptions& options, const Context& context, const engine::PythonSource& python)
{
    Asked asked;
    const int cores = options.cores.value_or(context.cores);
    std::optional<EarlierReport> earlier;
    if (!options.from.empty())
        earlier = readReport(options.from, context, cores);
    const bool named = !options.run.experiment.empty();
    core::Experiment experiment =
        askedExperiment(named ? findExperiment(options.run.experiment, context, cores) : earlier->experiment,
                        options.run, context, cores);
    if (earlier && !engine::isSameWork(experiment, earlier->experiment))
        throw Error(Message(OVERLAP_TR_NOOP(
                        "Messages", "this report is of other work than is asked for: workload, "
                                    "parameters, seed, time scale and feed interval must be the same")),
                    options.from.string());
    demandPython(experiment, options.run, context, python);
    if (!earlier && engine::usesPython(experiment, context.catalogue)) {
        if (const engine::PythonChoice choice = python(); !choice.facts)
            asked.notes = {engine::leaveOutPython(experiment, context.catalogue, choice.reason),
                           choice.reason};
    }
    asked.prediction = engine::plannedPrediction(experiment, context.catalogue, cores);
    if (!earlier)
        return asked;
    asked.prediction.profiles = std::move(earlier->profiles);
    for (const core::Strategy& strategy : asked.prediction.strategies) {
        if (!engine::canForecast(asked.prediction, strategy))
            throw Error(Message(OVERLAP_TR_NOOP("Messages",
                                                "this report has no profile from which %1 could be forecast"),
                                {strategy.text()}),
                        options.from.string());
    }
    return asked;
}

} // namespace

int predictCommand(const PredictOptions& options, const Context& context)
{
    engine::EngineServices services{context.paths, context.launcher, context.catalogue, 0};
    services.python = engine::pythonOnce(options.run.python, context.launcher);
    auto [prediction, notes, cancelled] = asked(options, context, services.python);
    if (options.check && prediction.cores != context.cores)
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "this machine has %1 cores, so only a forecast for "
                                                        "as many can be checked on it"),
                            {std::to_string(context.cores)}),
                    "--check");
    {
        Progress progress(!options.run.quiet);
        if (!engine::measure(prediction, services, context.cores, context.stop,
                             [&](const engine::LiveEvent& event) { progress.tell(event); }))
            return exitCancelled;
    }
    std::optional<RunningScore> running;
    if (options.check) {
        Progress progress(!options.run.quiet);
        const engine::ExperimentOutcome outcome =
            engine::runExperiment(prediction.experiment, services, context.stop,
                                  [&](const engine::LiveEvent& event) { progress.tell(event); });
        cancelled = outcome.report.cancelled;
        engine::check(prediction, outcome, context.catalogue.strategies);
        for (const Message& hint : outcome.report.hints)
            notes.push_back(hint);
        // What a stop left half-done proves no forecast wrong.
        if (!cancelled)
            running = keptWith(analysis::checkedForecasts(
                prediction.forecasts, analysis::sharesOf(prediction.profiles), outcome.report));
    }
    Attempts attempt;
    if (!options.run.quiet && options.run.jsonFile != "-")
        attempt([&] { writeOutput("-", predictionText(prediction, notes, running, context)); });
    if (options.run.jsonFile)
        attempt([&] {
            writeOutput(*options.run.jsonFile, core::writeJson(predictionValue(prediction, running)));
        });
    attempt.finish();
    return cancelled ? exitCancelled : exitDone;
}

} // namespace overlap::cli
