// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/asked_experiment.h"

#include "analysis/bootstrap.h"
#include "analysis/stop_rule.h"
#include "core/crossover.h"
#include "core/sweep.h"
#include "engine/catalogue.h"

#include <algorithm>

namespace overlap::cli {

using core::Error;
using core::Message;

namespace {

/// A sweep over workers varies the strategies that are written without a number, so the experiment's own lose
/// theirs.
std::vector<std::string> withoutCounts(const std::vector<std::string>& strategies)
{
    std::vector<std::string> bare;
    for (const std::string& strategy : strategies) {
        const auto count = strategy.find(':');
        const auto options = strategy.find('@');
        std::string name = strategy.substr(0, std::min(count, options));
        if (options != std::string::npos)
            name += strategy.substr(options);
        if (std::ranges::find(bare, name) == bare.end())
            bare.push_back(std::move(name));
    }
    return bare;
}

void setSweep(core::Experiment& experiment, const RunOptions& options)
{
    if (options.over) {
        experiment.sweep = core::sweepFromText(*options.over);
        experiment.expect.clear(); // they speak of the experiment as it was
        if (options.strategies.empty() && experiment.sweep->over == "strategy.workers")
            experiment.strategies = withoutCounts(experiment.strategies);
    } else if (options.sweep && !experiment.sweep) {
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "say what to vary: --over strategy.workers=1,2,4")));
    }
}

/// Where no range is given, that of a sweep over the work.
void setRange(core::Experiment& experiment, const RunOptions& options)
{
    if (options.over) {
        experiment.sweep = core::sweepFromText(*options.over);
        return;
    }
    if (!experiment.sweep || !experiment.sweep->over.starts_with(core::overWorkload))
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "say where to look: --over workload.NAME=LOW,HIGH")));
    const auto [low, high] = std::ranges::minmax(experiment.sweep->values, {}, &core::Value::asNumber);
    experiment.sweep->values = {low, high};
}

void applyOptions(core::Experiment& experiment, const RunOptions& options, const Context& context)
{
    if (!options.strategies.empty())
        experiment.strategies = options.strategies;
    for (const auto& [name, text] : options.settings)
        core::setParameterFromText(experiment, context.catalogue, name, text);
    if (options.repeats)
        experiment.repeats = *options.repeats;
    if (options.precision) {
        // Limits of the experiment's own are meant for a precision of its own.
        if (!options.repeats && !experiment.precision)
            experiment.repeats = analysis::usualLimit;
        experiment.precision = options.precision;
    }
    if (options.timeScale)
        experiment.timeScale = *options.timeScale;
    if (options.seed)
        experiment.seed = *options.seed;
}

void refuseProblems(const std::vector<core::Problem>& problems)
{
    if (!problems.empty())
        throw Error(problems.front().message, problems.front().pointer);
}

} // namespace

core::Experiment findExperiment(const std::string& name, const Context& context, int cores)
{
    for (core::Experiment& preset : engine::loadPresets(context.paths, context.catalogue, cores)) {
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
    return core::loadExperiment(name, context.catalogue, cores);
}

core::Experiment askedExperiment(core::Experiment experiment, const RunOptions& options,
                                 const Context& context, int cores)
{
    applyOptions(experiment, options, context);
    setSweep(experiment, options);
    std::vector<core::Problem> problems;
    core::validateExperiment(experiment, context.catalogue, cores, problems);
    refuseProblems(problems);
    return experiment;
}

core::Experiment askedCrossover(core::Experiment experiment, const RunOptions& options,
                                const Context& context)
{
    applyOptions(experiment, options, context);
    setRange(experiment, options);
    experiment.expect.clear(); // they speak of the experiment as it was
    if (options.strategies.size() < 2)
        experiment.strategies = core::crossoverStrategies(experiment.strategies, context.catalogue);
    // All values get as many blocks: fewer where it looks clear would make them narrower than they are.
    if (experiment.precision) {
        experiment.precision.reset();
        experiment.repeats = options.repeats.value_or(1); // it was a limit
    }
    if (!options.repeats)
        experiment.repeats = std::max(experiment.repeats, static_cast<int>(analysis::blocksForVerdict));
    std::vector<core::Problem> problems;
    core::validateCrossover(experiment, context.catalogue, context.cores, problems);
    refuseProblems(problems);
    return experiment;
}

void demandPython(const core::Experiment& experiment, const RunOptions& options, const Context& context,
                  const engine::PythonSource& python)
{
    if (options.strategies.empty() || !engine::usesPython(experiment, context.catalogue))
        return;
    if (const engine::PythonChoice choice = python(); !choice.facts)
        throw Error(choice.reason);
}

} // namespace overlap::cli
