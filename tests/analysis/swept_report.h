// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/report_builder.h"

#include <functional>
#include <string>
#include <vector>

namespace overlap::testing {

/// One strategy at one value of a sweep, as somebody measured it.
struct Measured
{
    std::string name;
    std::vector<int> counts = {};
    std::map<std::string, std::string> options = {};
    std::function<double(int block)> seconds = [](int) { return 1.0; };
    std::size_t items = 10;
    std::size_t failed = 0;
    std::string digest = "same";
    core::Value summary = {};
    double latencySeconds = 0.01;
};

/// A sweep's report over the strategies `written`: `at(i)` says what was measured at the value with that
/// index, one for each of them.
inline core::Report sweptReport(core::Experiment experiment, int blocks,
                                const std::function<std::vector<Measured>(std::size_t)>& at,
                                const std::vector<analysis::CeilingSample>& ceilings = {})
{
    experiment.repeats = blocks;
    core::Environment environment;
    environment.cores = 4;
    environment.measurable = true;
    std::vector<analysis::PointSamples> points;
    for (std::size_t i = 0; i < experiment.sweep->values.size(); ++i) {
        core::Experiment here = experiment;
        here.sweep.reset();
        analysis::PointSamples point{experiment.sweep->values[i], here, {}};
        for (const Measured& one : at(i)) {
            analysis::StrategySample sample;
            sample.strategy.name = one.name;
            sample.strategy.counts = one.counts;
            sample.strategy.options = one.options;
            sample.items = one.items;
            for (int block = 0; block < blocks; ++block) {
                core::RunReport run;
                run.block = block;
                run.wallSeconds = one.seconds(block);
                run.tasks.done = one.items - one.failed;
                run.tasks.failed = one.failed;
                run.resultDigest = one.digest;
                run.summary = one.summary;
                run.marks = {{"first-done", one.latencySeconds}};
                run.latencySeconds = {one.latencySeconds};
                sample.runs.push_back(run);
            }
            point.samples.push_back(sample);
        }
        points.push_back(point);
    }
    return analysis::buildSweepReport(experiment, environment, points, false, ceilings);
}

inline core::Experiment sweptExperiment(std::string workload, std::vector<std::string> strategies,
                                        std::string over, std::vector<core::Value> values)
{
    core::Experiment experiment;
    experiment.id = "swept";
    experiment.title = "Swept";
    experiment.workload = std::move(workload);
    experiment.strategies = std::move(strategies);
    experiment.sweep = core::Sweep{std::move(over), std::move(values)};
    return experiment;
}

/// 1 % more or less, another one for each block.
inline double noisy(double seconds, int block)
{
    return seconds * (1 + 0.01 * ((block * 7) % 5 - 2) / 2);
}

} // namespace overlap::testing
