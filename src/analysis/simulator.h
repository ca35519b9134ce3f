// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/machine_costs.h"
#include "core/profile.h"
#include "core/strategy.h"
#include "core/timeline.h"

#include <vector>

namespace overlap::analysis {

/// The machine and the circumstances of a simulated run.
struct SimulationSetting
{
    int cores = 1;
    core::MachineCosts costs;           ///< all zero: only the work takes time
    core::Nanoseconds feedInterval = 0; ///< as the run has it, time scale included
    /// Of time-outs, which the strategy names; the profile and the feed interval are scaled already.
    double timeScale = 1;
    /// At least 0: threads of other programs that share the cores; see otherThreads() of a profile.
    double otherThreads = 0;
    bool spans = true; ///< false: only totals, for who asks for times and not for a picture
};

struct Simulation
{
    core::Timeline timeline; ///< lanes as the executor would draw them; tasks; no tracks
    double wallSeconds = 0;  ///< from t = 0, as RunResult::wall has it
    double startUpSeconds = 0;
    std::uint64_t tasks = 0; ///< stages of items that were simulated
};

/// A discrete-event simulation of one run of the work under a strategy: what each thread would do on a
/// machine with so many cores, and when. Cores are shared evenly; locks, queues and permits serve in order of
/// arrival; what a strategy costs beside the work is as `setting.costs` says. Pure and deterministic. About a
/// microsecond for a task.
///
/// What is not there: memory that several cores share, the scheduler's slices but the first after a sleep,
/// and what others do on the machine. The models are those of the executors (see their headers); `python-*`
/// follow the same as their native siblings, under CPython's lock.
///
/// Precondition: the profile has a sample; the strategy was parsed against `known`, and a pipeline has a
/// count for each stage of the profile.
Simulation simulate(const core::WorkProfile& profile, const core::Strategy& strategy,
                    const std::vector<core::StrategyDescriptor>& known, const SimulationSetting& setting);

} // namespace overlap::analysis
