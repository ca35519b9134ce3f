// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report.h"
#include "engine/plan.h"
#include "recording/recorder.h"

#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

// What the engine tells while it works. Values and shared immutable objects only, so an event may cross to
// any thread.

namespace overlap::engine {

/// One run with everything that is known of it; immutable once told.
struct RunOutcome
{
    std::size_t index = 0; ///< into Plan::runs
    std::size_t strategy = 0;
    std::shared_ptr<const core::Timeline> timeline;
    core::RunReport report;
    std::vector<core::ItemResult> items;
};

struct PlanMade
{
    Plan plan;
    core::Environment environment;
    std::vector<core::Message> notices; ///< what of the experiment does not run here, and why
};

/// A disturbed block runs anew: these runs follow those of the plan. Told before the RunEnded of the
/// disturbed block's last run.
struct PlanExtended
{
    std::vector<PlannedRun> runs;
};

/// Every speed-up is known as well as was asked: of the plan's runs only the first `runs` take place, and
/// those are all over. Told before the RunEnded of the last of them.
struct PlanShortened
{
    std::size_t runs = 0;
};

/// The workload after its preparation, when all its items are known.
struct WorkloadReady
{
    std::shared_ptr<const core::Workload> workload;
};

struct RunPreparing
{
    std::size_t index = 0;
};

/// t = 0 of a run has passed.
struct RunStarted
{
    std::size_t index = 0;
    core::Nanoseconds origin = 0;
    std::vector<recording::LaneInfo> lanes;
};

struct RecordsArrived
{
    std::size_t index = 0;
    core::LaneIndex lane = 0;
    std::vector<recording::Record> records;
};

struct RunEnded
{
    std::shared_ptr<const RunOutcome> outcome;
    std::shared_ptr<const core::Report> report; ///< of everything so far
};

using LiveEvent = std::variant<PlanMade, PlanExtended, PlanShortened, WorkloadReady, RunPreparing, RunStarted,
                               RecordsArrived, RunEnded>;

/// Called on the engine's thread and, for RunStarted and RecordsArrived, on the collector's; never at the
/// same time for the same run. Must be quick: the collector waits for it.
using LiveSink = std::function<void(LiveEvent)>;

} // namespace overlap::engine
