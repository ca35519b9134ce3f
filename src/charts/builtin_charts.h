// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/image_export.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace overlap::charts {

/// One kind of chart that the command line can write: `--chart id=FILE`.
struct ChartDescriptor
{
    ChartKind kind;
    std::string_view id;
    std::string_view title; ///< English, context "Charts"
};

/// The explicit list.
const std::vector<ChartDescriptor>& chartKinds();
/// Null where no chart has that id.
const ChartDescriptor* chartKind(std::string_view id);

/// What a chart is made of outside the window.
struct ChartInput
{
    core::Report report;
    /// By the canonical text of the strategy; strategies without one get empty lanes.
    std::map<std::string, std::shared_ptr<const core::Timeline>> timelines;
    std::vector<std::string> itemLabels; ///< by item; may be shorter than the workload
    QString title;
    QString subtitle;
    QString finding;
    QString method;         ///< under the finding of the timings: how it was measured
    QStringList hints;      ///< under the timings: advice in words
    QString ledgerFinding;  ///< the title of where time went
    QString ledgerMethod;   ///< under it: what is divided
    QString latencyFinding; ///< the title of the latencies
    QString latencyMethod;  ///< under it: from where to where a latency counts
    QString caption;        ///< at the foot: n, interval, machine, date
    QString runtimeName[2]; ///< by core::Runtime; empty: a plain word
    QString runtimeWork[2]; ///< by core::Runtime: "work: 5 items"
};

/// Writes a slide to a .png, .svg or .pdf file, whole or not at all. Throws core::Error. Needs a
/// QApplication.
void exportChart(ChartKind kind, const ChartInput& input, const Palette& palette,
                 const std::filesystem::path& path);

/// The lanes of a finished report, as exportChart draws them.
GanttContent ganttContentOf(const ChartInput& input);

} // namespace overlap::charts
