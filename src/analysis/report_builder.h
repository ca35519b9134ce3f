// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report.h"

#include <vector>

namespace overlap::analysis {

/// The runs of one strategy, in the order in which they were made.
struct StrategySample
{
    core::Strategy strategy;
    bool addedBaseline = false;
    std::size_t items = 0;
    std::int64_t peakMemoryBytes = 0;
    std::vector<core::RunReport> runs;
};

/// Everything that can be said of the runs so far. Samples without a measured run are left out, so the report
/// of an experiment that still runs is a report of what is done. Pure; every number follows from the raw
/// samples.
core::Report buildReport(const core::Experiment& experiment, const core::Environment& environment,
                         const std::vector<StrategySample>& samples, bool cancelled);

/// The runs at one value of a sweep. Points may hold the same runs of what is the same at both.
struct PointSamples
{
    core::Value value;
    core::Experiment experiment; ///< as it is at this value
    std::vector<StrategySample> samples;
};

/// The same for a sweep: each point is judged like an experiment of its own.
core::Report buildSweepReport(const core::Experiment& experiment, const core::Environment& environment,
                              const std::vector<PointSamples>& points, bool cancelled);

} // namespace overlap::analysis
