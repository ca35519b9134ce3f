// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/forecast.h"
#include "cli/asked_experiment.h"
#include "cli/attempts.h"
#include "cli/progress.h"
#include "cli/table.h"
#include "core/file.h"
#include "core/json.h"
#include "core/text.h"
#include "engine/environment_probe.h"
#include "engine/machine_costs.h"

#include <algorithm>
#include <set>

namespace overlap::cli {

using analysis::Forecast;
using core::Error;
using core::Message;
using core::Value;

namespace {

using Profiles = std::vector<std::shared_ptr<const core::WorkProfile>>;

/// A report with all the raw samples of a thousand blocks.
constexpr core::JsonLimits reportLimits{256 * 1024 * 1024, 64, 30'000'000};

struct Prediction
{
    core::Experiment experiment; ///< without its sweep
    std::vector<core::Strategy> strategies;
    Profiles profiles;
    core::MachineCosts costs;
    int cores = 1;
    std::vector<Forecast> forecasts;
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

bool isSameWork(const core::Experiment& one, const core::Experiment& other)
{
    return one.workload == other.workload && one.parameters == other.parameters &&
           one.timeScale == other.timeScale && one.seed == other.seed && one.feedSeconds == other.feedSeconds;
}

/// Where workers belong to stages, the profile has as many.
bool tells(const Profiles& profiles, const core::Strategy& strategy)
{
    return std::ranges::any_of(profiles, [&](const auto& profile) {
        return profile->runtime == strategy.runtime &&
               (strategy.name != "pipeline" || strategy.counts.size() == profile->stages.size());
    });
}

/// One run of the baselines. Nothing where it was stopped.
Profiles measureProfiles(const core::Experiment& experiment, const std::vector<core::Strategy>& strategies,
                         const engine::EngineServices& services, const Context& context, bool quiet)
{
    core::Experiment baselines = experiment;
    std::set<core::Runtime> runtimes;
    for (const core::Strategy& strategy : strategies)
        runtimes.insert(strategy.runtime);
    baselines.strategies.clear();
    for (const core::Runtime runtime : runtimes)
        baselines.strategies.emplace_back(core::baselineOf(runtime));
    baselines.repeats = 1;
    Progress progress(!quiet);
    return engine::runExperiment(baselines, services, context.stop,
                                 [&](const engine::LiveEvent& event) { progress.tell(event); })
        .report.profiles;
}

/// The strategies of all points, each once; the work is the same at each.
std::vector<core::Strategy> strategiesOf(const core::Experiment& experiment, const Context& context,
                                         int cores)
{
    std::vector<core::Strategy> strategies;
    for (const engine::PlannedStrategy& planned :
         engine::makePlan(experiment, context.catalogue, cores).strategies) {
        if (planned.variant > 0)
            throw Error(Message(OVERLAP_TR_NOOP(
                            "Messages", "a forecast is of one piece of work, and this sweep varies it")),
                        experiment.sweep->over);
        strategies.push_back(planned.strategy);
    }
    return strategies;
}

std::string percentText(double fraction)
{
    return core::fixedNumber(fraction * 100, 1) + " %";
}

std::string errorText(double error)
{
    return (error > 0 ? "+" : "") + percentText(error);
}

std::string predictionText(const Prediction& prediction, const Context& context)
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
    for (const Message& note : prediction.notes)
        text += "Note: " + note.english() + "\n";
    return text;
}

Value predictionValue(const Prediction& prediction)
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
    Value profiles = Value::array();
    for (const auto& profile : prediction.profiles)
        profiles.append(profile->toValue());
    document.set("profiles", std::move(profiles));
    return document;
}

Prediction asked(const PredictOptions& options, const Context& context, const engine::PythonSource& python)
{
    Prediction prediction;
    prediction.cores = options.cores.value_or(context.cores);
    std::optional<EarlierReport> earlier;
    if (!options.from.empty())
        earlier = readReport(options.from, context, prediction.cores);
    const bool named = !options.run.experiment.empty();
    core::Experiment experiment = askedExperiment(
        named ? findExperiment(options.run.experiment, context, prediction.cores) : earlier->experiment,
        options.run, context, prediction.cores);
    if (earlier && !isSameWork(experiment, earlier->experiment))
        throw Error(Message(OVERLAP_TR_NOOP(
                        "Messages", "this report is of other work than is asked for: workload, "
                                    "parameters, seed, time scale and feed interval must be the same")),
                    options.from.string());
    demandPython(experiment, options.run, context, python);
    if (!earlier && engine::usesPython(experiment, context.catalogue)) {
        if (const engine::PythonChoice choice = python(); !choice.facts)
            prediction.notes = {engine::leaveOutPython(experiment, context.catalogue, choice.reason),
                                choice.reason};
    }
    prediction.strategies = strategiesOf(experiment, context, prediction.cores);
    experiment.sweep.reset();
    experiment.expect.clear();
    experiment.strategies.clear();
    for (const core::Strategy& strategy : prediction.strategies)
        experiment.strategies.push_back(strategy.text());
    prediction.experiment = std::move(experiment);
    if (!earlier)
        return prediction;
    prediction.profiles = std::move(earlier->profiles);
    for (const core::Strategy& strategy : prediction.strategies) {
        if (!tells(prediction.profiles, strategy))
            throw Error(Message(OVERLAP_TR_NOOP("Messages",
                                                "this report has no profile from which %1 could be forecast"),
                                {strategy.text()}),
                        options.from.string());
    }
    return prediction;
}

/// Of what was measured, how the last run found the machine.
void addAsBusy(Prediction& prediction, const engine::ExperimentOutcome& outcome, const Context& context,
               const analysis::SimulationSetting& setting)
{
    for (std::size_t i = 0; i < outcome.lastRuns.size(); ++i) {
        const auto forecast =
            std::ranges::find(prediction.forecasts, outcome.plan.strategies[i].strategy, &Forecast::strategy);
        if (outcome.lastRuns[i] && forecast != prediction.forecasts.end() && forecast->measuredSeconds)
            analysis::addAsBusy(*forecast, *outcome.lastRuns[i]->timeline,
                                outcome.lastRuns[i]->report.startupSeconds, prediction.profiles,
                                context.catalogue.strategies, setting, prediction.experiment.timing);
    }
}

} // namespace

int predictCommand(const PredictOptions& options, const Context& context)
{
    engine::EngineServices services{context.paths, context.launcher, context.catalogue, 0};
    services.python = engine::pythonOnce(options.run.python, context.launcher);
    Prediction prediction = asked(options, context, services.python);
    if (options.check && prediction.cores != context.cores)
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "this machine has %1 cores, so only a forecast for "
                                                        "as many can be checked on it"),
                            {std::to_string(context.cores)}),
                    "--check");
    if (prediction.profiles.empty())
        prediction.profiles = measureProfiles(prediction.experiment, prediction.strategies, services, context,
                                              options.run.quiet);
    prediction.costs =
        engine::measureMachineCosts(services, prediction.strategies, context.cores, context.stop);
    if (context.stop.stop_requested())
        return exitCancelled;
    for (const core::Strategy& strategy : prediction.strategies) {
        if (!tells(prediction.profiles, strategy))
            throw Error(Message(
                OVERLAP_TR_NOOP("Messages", "the run of %1 told nothing from which others could be forecast"),
                {std::string(core::baselineOf(strategy.runtime))}));
    }
    analysis::SimulationSetting setting;
    setting.cores = prediction.cores;
    setting.costs = prediction.costs;
    setting.timeScale = prediction.experiment.timeScale;
    setting.feedInterval = analysis::feedIntervalOf(prediction.experiment);
    prediction.forecasts =
        analysis::forecastsOf(prediction.profiles, prediction.strategies, context.catalogue.strategies,
                              setting, prediction.experiment.timing);
    if (options.check) {
        Progress progress(!options.run.quiet);
        const engine::ExperimentOutcome outcome =
            engine::runExperiment(prediction.experiment, services, context.stop,
                                  [&](const engine::LiveEvent& event) { progress.tell(event); });
        const core::Report& report = outcome.report;
        prediction.cancelled = report.cancelled;
        analysis::addMeasured(prediction.forecasts, report);
        addAsBusy(prediction, outcome, context, setting);
        for (const Message& hint : report.hints)
            prediction.notes.push_back(hint);
    }
    Attempts attempt;
    if (!options.run.quiet && options.run.jsonFile != "-")
        attempt([&] { writeOutput("-", predictionText(prediction, context)); });
    if (options.run.jsonFile)
        attempt([&] { writeOutput(*options.run.jsonFile, core::writeJson(predictionValue(prediction))); });
    attempt.finish();
    return prediction.cancelled ? exitCancelled : exitDone;
}

} // namespace overlap::cli
