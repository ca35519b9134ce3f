// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report.h"
#include "core/timeline.h"

#include <memory>
#include <vector>

namespace overlap::analysis {

/// The runs of one strategy, in the order in which they were made.
struct StrategySample
{
    core::Strategy strategy;
    bool addedBaseline = false;
    std::size_t items = 0;
    std::vector<core::RunReport> runs;
    std::shared_ptr<const core::Timeline> timeline = {}; ///< of the last measured run; may be null
};

/// What was measured of the ceiling for so many threads, in the order of the blocks.
struct CeilingSample
{
    int workers = 2;
    std::vector<core::CeilingRun> runs;
};

/// How many spinning threads are the ceiling of a strategy: its workers, and at most one for each core.
int ceilingWorkers(const core::Strategy& strategy, int cores);

/// The median ceiling of this machine for the strategy's workers; 1 for one, null where it is not measured.
std::optional<double> measuredCeiling(const core::Strategy& strategy, const core::Report& report);

/// Everything that can be said of the runs so far. Samples without a measured run are left out, so the report
/// of an experiment that still runs is a report of what is done. Pure; every number follows from the raw
/// samples. An expectation is met where the speed-up is within its bounds and at least its share of the
/// median ceiling; one whose strategy or ceiling has not been measured yet is left out.
core::Report buildReport(const core::Experiment& experiment, const core::Environment& environment,
                         const std::vector<StrategySample>& samples, bool cancelled,
                         const std::vector<CeilingSample>& ceilings = {});

/// The runs at one value of a sweep. Points may hold the same runs of what is the same at both.
struct PointSamples
{
    core::Value value;
    core::Experiment experiment; ///< as it is at this value
    std::vector<StrategySample> samples;
};

/// The same for a sweep: each point is judged like an experiment of its own, and all together say how the
/// strategies scale or where they do best, and what becomes of a rule of thumb.
core::Report buildSweepReport(const core::Experiment& experiment, const core::Environment& environment,
                              const std::vector<PointSamples>& points, bool cancelled,
                              const std::vector<CeilingSample>& ceilings = {});

} // namespace overlap::analysis
