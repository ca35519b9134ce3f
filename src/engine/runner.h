// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paths.h"
#include "engine/disturbance_watch.h"
#include "engine/live_event.h"
#include "engine/python_choice.h"
#include "ipc/launcher.h"

#include <memory>
#include <stop_token>
#include <vector>

namespace overlap::engine {

/// What the engine needs from main; everything outlives the run.
struct EngineServices
{
    const core::Paths& paths;
    ipc::Launcher& launcher;
    const core::Catalogue& catalogue;
    /// Added to the niceness of the workers: 10 under the window, so that it stays fluid beside them; else 0.
    int workerNiceness = 0;
    /// Tells what else the machine did; empty for the real one.
    MachineProbe machineProbe = {};
    /// Which Python the Python strategies get; empty: what lookForPython() finds.
    PythonSource python = {};
};

struct ExperimentOutcome
{
    core::Report report;
    Plan plan;
    /// The last measured run of each strategy of the plan, in its order; null where there was none.
    std::vector<std::shared_ptr<const RunOutcome>> lastRuns;
    std::shared_ptr<const core::Workload> workload; ///< as it ran: all its items are known
};

/// Runs an experiment on the calling thread: prepares the workload, starts the server on this machine where
/// it is needed, executes the plan with a fresh executor for every run, has disturbed blocks run anew up to a
/// limit that is fixed beforehand, and builds the report; of a sweep, one with its points. Where an
/// expectation is a share of the ceiling, and in a sweep over workers, every measured block measures it
/// between two runs. A stop request ends it within 250 ms with what
/// there is, marked cancelled. Where there is no Python its strategies are left out, which the report's hints
/// say. Throws Error where the experiment cannot be run at all. Precondition: the experiment is valid.
ExperimentOutcome runExperiment(const core::Experiment& asked, const EngineServices& services,
                                std::stop_token stop, const LiveSink& sink = {});

} // namespace overlap::engine
