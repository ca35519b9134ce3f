// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment.h"

namespace overlap::testing {

/// Two strategies and a workload that cannot run: enough for experiments as values.
inline core::Catalogue smallCatalogue()
{
    core::Catalogue catalogue;
    core::WorkloadDescriptor nap;
    nap.id = "nap";
    nap.parameters = {
        {.name = "tasks",
         .kind = core::ParameterKind::integer,
         .title = {},
         .help = {},
         .defaultValue = 2,
         .minimum = 1,
         .maximum = 100},
        {.name = "seconds",
         .kind = core::ParameterKind::seconds,
         .title = {},
         .help = {},
         .defaultValue = 1.0,
         .minimum = 0.1,
         .maximum = 60},
    };
    nap.check = [](const core::Value& parameters, std::string_view pointer,
                   std::vector<core::Problem>& problems) {
        if (parameters.find("tasks")->asInteger() == 13)
            problems.push_back({core::jsonPointer(pointer, "tasks"), core::Message("thirteen is refused")});
    };
    nap.hasPythonTwin = true;
    catalogue.workloads.push_back(nap);
    catalogue.strategies = {
        {.name = "sequential", .title = {}, .help = {}},
        {.name = "threads",
         .counts = core::CountShape::one,
         .defaultCount = 4,
         .maximumCount = 1024,
         .title = {},
         .help = {}},
        {.name = "python-sequential", .runtime = core::Runtime::python, .title = {}, .help = {}},
        {.name = "python-threads",
         .runtime = core::Runtime::python,
         .counts = core::CountShape::one,
         .defaultCount = 4,
         .maximumCount = 1024,
         .title = {},
         .help = {}},
    };
    return catalogue;
}

/// A valid experiment of the small catalogue.
inline core::Experiment smallExperiment(std::vector<std::string> strategies = {"sequential", "threads:2"})
{
    core::Experiment experiment;
    experiment.id = "small";
    experiment.title = "Small";
    experiment.workload = "nap";
    experiment.strategies = std::move(strategies);
    return experiment;
}

} // namespace overlap::testing
