// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed after --set and --over: the first byte chooses the kind of the parameter, the rest is the
// text.
#include "core/sweep.h"
#include "fuzz_checks.h"

using namespace overlap;

namespace {

constexpr int kinds = static_cast<int>(core::ParameterKind::folder) + 1;

core::Parameter parameterOf(core::ParameterKind kind)
{
    return {.name = "x",
            .kind = kind,
            .title = {},
            .help = {},
            .defaultValue = 1,
            .minimum = 0,
            .maximum = 1e6,
            .choices = {"small", "large"}};
}

core::Catalogue catalogueOf(const core::Parameter& parameter)
{
    core::WorkloadDescriptor workload;
    workload.id = "w";
    workload.parameters = {parameter};
    core::Parameter chunk = parameterOf(core::ParameterKind::integer);
    chunk.name = "chunk";
    core::Parameter pause = parameterOf(core::ParameterKind::seconds);
    pause.name = "pause";
    return {{workload},
            {{.name = "threads", .counts = core::CountShape::one, .maximumCount = 8, .title = {}, .help = {}},
             {.name = "pool",
              .counts = core::CountShape::one,
              .maximumCount = 8,
              .options = {chunk, pause},
              .title = {},
              .help = {}}}};
}

void checkTyped(const core::Parameter& parameter, std::string_view text)
{
    const core::Value value = core::parameterFromText(parameter, text);
    std::vector<core::Problem> problems;
    if (core::validateParameter(parameter, value, "/x", problems))
        OVERLAP_FUZZ_CHECK(core::parameterFromText(parameter, core::parameterToText(parameter, value)) ==
                           value);
    fuzz::checkProblems(problems);
}

std::string strategyName(std::string_view strategy)
{
    return std::string(strategy.substr(0, strategy.find(':')));
}

void checkSweep(const core::Parameter& parameter, std::string_view text)
{
    const char* const strategy = text.starts_with("strategy.workers") ? "threads" : "pool:2@chunk=7";
    core::Experiment experiment{.id = "x",
                                .title = "X",
                                .chapter = {},
                                .workload = "w",
                                .strategies = {strategy},
                                .precision = {},
                                .sweep = {},
                                .expect = {}};
    const core::Catalogue catalogue = catalogueOf(parameter);
    core::setParameterFromText(experiment, catalogue, parameter.name, "5");
    try {
        experiment.sweep = core::sweepFromText(text);
    } catch (const core::Error& error) {
        fuzz::checkSentence(error.what());
        return;
    }
    std::vector<core::Problem> problems;
    core::validateExperiment(experiment, catalogue, 2, problems);
    fuzz::checkProblems(problems);
    if (!problems.empty())
        return;
    const core::Experiment again =
        core::experimentFromValue(core::experimentToValue(experiment), catalogue, 2, problems);
    OVERLAP_FUZZ_CHECK(problems.empty() && again == experiment);
    // What was found good becomes a strategy at every value, and throws nothing.
    for (const core::Value& value : experiment.sweep->values) {
        const std::string there = core::strategyAt(strategy, experiment.sweep->over, value, catalogue, 2);
        OVERLAP_FUZZ_CHECK(core::parseStrategy(there, catalogue.strategies, 2).name ==
                           strategyName(strategy));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const core::Parameter parameter = parameterOf(static_cast<core::ParameterKind>(data[0] % kinds));
    const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
    checkTyped(parameter, text);
    checkSweep(parameter, text);
    return 0;
}
