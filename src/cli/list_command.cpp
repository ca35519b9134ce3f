// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/table.h"
#include "core/json.h"
#include "engine/catalogue.h"
#include "engine/python_choice.h"

namespace overlap::cli {

namespace {

core::Value parameterValue(const core::Parameter& parameter)
{
    core::Value value = core::Value::object();
    value.set("name", parameter.name);
    value.set("title", parameter.title);
    value.set("default", parameter.defaultValue);
    value.set("minimum", parameter.minimum);
    value.set("maximum", parameter.maximum);
    return value;
}

/// Of the work as it is where no parameter is set.
core::Value stagesValue(const core::WorkloadDescriptor& workload)
{
    std::vector<core::Problem> none;
    const core::Value defaults =
        core::validateParameters(workload.parameters, core::Value::object(), "", none);
    core::Value stages = core::Value::array();
    for (const core::StageInfo& stage : workload.make(defaults)->stages())
        stages.append(stage.name);
    return stages;
}

core::Value catalogueValue(const core::Catalogue& catalogue, const std::vector<core::Experiment>& presets)
{
    core::Value document = core::Value::object();
    document.set("schema", "overlap.catalogue/1");
    core::Value experiments = core::Value::array();
    for (const core::Experiment& preset : presets) {
        core::Value entry = core::experimentToValue(preset);
        entry.set("usesPython", engine::usesPython(preset, catalogue));
        experiments.append(std::move(entry));
    }
    document.set("experiments", std::move(experiments));
    core::Value workloads = core::Value::array();
    for (const core::WorkloadDescriptor& workload : catalogue.workloads) {
        core::Value entry = core::Value::object();
        entry.set("id", workload.id);
        entry.set("title", workload.title);
        core::Value parameters = core::Value::array();
        for (const core::Parameter& parameter : workload.parameters)
            parameters.append(parameterValue(parameter));
        entry.set("parameters", std::move(parameters));
        entry.set("hasPythonTwin", workload.hasPythonTwin);
        entry.set("stages", stagesValue(workload));
        workloads.append(std::move(entry));
    }
    document.set("workloads", std::move(workloads));
    core::Value strategies = core::Value::array();
    for (const core::StrategyDescriptor& strategy : catalogue.strategies) {
        core::Value entry = core::Value::object();
        entry.set("name", strategy.name);
        entry.set("title", strategy.title);
        entry.set("runtime", strategy.runtime == core::Runtime::python ? "python" : "native");
        entry.set("takesCount", strategy.counts != core::CountShape::none);
        entry.set("countPerStage", strategy.counts == core::CountShape::perStage);
        entry.set("maximumCount", strategy.maximumCount);
        strategies.append(std::move(entry));
    }
    document.set("strategies", std::move(strategies));
    return document;
}

} // namespace

int listCommand(const ListOptions& options, const Context& context)
{
    const auto presets = engine::loadPresets(context.paths, context.catalogue, context.cores);
    if (options.jsonFile) {
        writeOutput(*options.jsonFile, core::writeJson(catalogueValue(context.catalogue, presets)));
        if (*options.jsonFile == "-")
            return exitDone;
    }
    std::string chapter;
    Table table({"  id", "experiment", "strategies"});
    for (const core::Experiment& preset : presets) {
        std::string strategies;
        for (const std::string& strategy : preset.strategies)
            strategies += (strategies.empty() ? "" : " ") + strategy;
        if (preset.chapter != chapter) {
            chapter = preset.chapter;
            table.row({chapter});
        }
        table.row({"  " + preset.id, preset.title, strategies});
    }
    writeOutput("-", table.text());
    return exitDone;
}

} // namespace overlap::cli
