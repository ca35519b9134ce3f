// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options.h"
#include "core/crossover_report.h"
#include "core/experiment.h"
#include "core/paths.h"
#include "core/report.h"
#include "core/saved_run.h"
#include "engine/runner.h"
#include "ipc/launcher.h"

#include <functional>
#include <stop_token>

namespace overlap::cli {

enum ExitCode { exitDone = 0, exitTasksFailed = 1, exitBadInput = 2, exitCancelled = 3 };

/// Writes the charts that were asked for; main provides it, so that only main knows whether this build has
/// any. Throws core::Error.
using ChartWriter = std::function<void(const std::vector<ChartRequest>&, const engine::ExperimentOutcome&)>;

using CrossoverChartWriter =
    std::function<void(const std::vector<ChartRequest>&, const core::CrossoverReport&)>;

using LanesChartWriter = std::function<void(const std::vector<ChartRequest>&, const core::SavedRun&)>;

/// What main composed; everything outlives the command.
struct Context
{
    const core::Paths& paths;
    ipc::Launcher& launcher;
    const core::Catalogue& catalogue;
    int cores;
    std::stop_token stop;
    ChartWriter writeCharts;
    CrossoverChartWriter writeCrossoverCharts;
    LanesChartWriter writeLanes;
};

// Each prints its result on standard output and returns the exit code; core::Error means bad input.
int runCommand(const RunOptions& options, const Context& context);
int listCommand(const ListOptions& options, const Context& context);
int adviseCommand(const AdviseOptions& options, const Context& context);
int crossoverCommand(const CrossoverOptions& options, const Context& context);
int predictCommand(const PredictOptions& options, const Context& context);
int doctorCommand(const DoctorOptions& options, const Context& context);
int traceCommand(const TraceOptions& options, const Context& context);

/// Writes lanes to those files whose names are not empty, each tried although the other failed. False where
/// `stop` came first: what was not whole by then is not there. `tells`: how far it is, on a terminal. Throws
/// core::Error.
bool writeRunFiles(const core::SavedRun& run, const std::filesystem::path& timelineFile,
                   const std::filesystem::path& traceFile, bool tells, const std::stop_token& stop);

} // namespace overlap::cli
