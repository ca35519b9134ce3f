// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"
#include "core/report.h"
#include "core/saved_run.h"

#include <array>
#include <optional>

namespace overlap::analysis {

/// How long the tasks of a timeline took that were done, in seconds from begin to end.
struct TaskDurations
{
    std::size_t count = 0;
    double least = 0;
    double median = 0;
    std::optional<double> p95; ///< where there are enough of them to tell (supportedPercentile)
    double most = 0;
};

/// What lanes tell of a run without knowing its experiment. O(tasks + lanes).
struct TimelineSummary
{
    std::size_t workers = 0; ///< lanes of kind worker
    std::uint64_t spans = 0; ///< of all lanes
    std::uint64_t lostRecords = 0;
    double wallSeconds = 0;
    std::array<double, core::stateCount> ledgerSeconds{}; ///< workers × wall, divided
    core::TaskCounts tasks;
    std::optional<TaskDurations> durations; ///< nothing where no task was done
};

TimelineSummary summaryOf(const core::Timeline& timeline);

/// A report of what a file holds: of each band one run with its ledger. It compares nothing, because what was
/// compared with what is not in the file; a band of a sweep is named with its point.
core::Report reportOf(const core::SavedRun& run);

/// Where the time went, in one sentence, for the title of a chart; empty where there is no worker.
core::Message ledgerSentenceOf(const core::SavedRun& run);

/// "threads:2", "threads:2 · seconds = 0.5"
std::string nameOf(const core::SavedBand& band);

} // namespace overlap::analysis
