// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/chart_output.h"

namespace overlap::cli {

void checkCharts(const std::vector<ChartRequest>& requests)
{
    if (!requests.empty())
        throw core::Error(core::Message(
            OVERLAP_TR_NOOP("Messages", "this build draws no charts: it was made without the window")));
}

void checkCrossoverCharts(const std::vector<ChartRequest>& requests)
{
    checkCharts(requests);
}

void checkLanesCharts(const std::vector<ChartRequest>& requests)
{
    checkCharts(requests);
}

void writeCharts(const std::vector<ChartRequest>&, const engine::ExperimentOutcome&, const Context&) {}

void writeCrossoverCharts(const std::vector<ChartRequest>&, const core::CrossoverReport&, const Context&) {}

void writeLanesCharts(const std::vector<ChartRequest>&, const core::SavedRun&, const Context&) {}

} // namespace overlap::cli
