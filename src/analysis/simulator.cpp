// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/simulator.h"

#include "analysis/simulated_run.h"

#include <algorithm>

namespace overlap::analysis {

namespace {

using Kind = SimulatedStrategy::Kind;

Kind kindOf(const std::string& name)
{
    if (name == "processes" || name == "python-processes")
        return Kind::processes;
    if (name == "pipeline")
        return Kind::pipeline;
    if (name == "event-loop")
        return Kind::eventLoop;
    return name == "work-stealing" ? Kind::stealing : Kind::pool;
}

SimulatedStrategy understood(const core::Strategy& strategy,
                             const std::vector<core::StrategyDescriptor>& known,
                             const SimulationSetting& setting)
{
    const core::StrategyDescriptor& descriptor =
        *std::ranges::find(known, strategy.name, &core::StrategyDescriptor::name);
    SimulatedStrategy simulated;
    simulated.kind = kindOf(strategy.name);
    simulated.counts = strategy.counts.empty() ? std::vector<int>{1} : strategy.counts;
    simulated.costs = setting.costs.of(strategy.name);
    const bool baseline = strategy.counts.empty();
    simulated.threads = !baseline && simulated.kind != Kind::eventLoop && simulated.kind != Kind::processes;
    for (const core::Parameter& option : descriptor.options) {
        const core::Value value = strategy.option(descriptor, option.name);
        if (option.name == "switch") {
            simulated.switchInterval = static_cast<double>(core::fromSeconds(value.asNumber()));
            simulated.locked = !simulated.costs.freeThreaded;
        } else if (option.name == "chunk") {
            simulated.chunk = static_cast<std::size_t>(value.asInteger());
        } else if (option.name == "inflight") {
            simulated.inFlight = static_cast<std::size_t>(value.asInteger());
        } else if (option.name == "queues") {
            for (const core::Value& places : value.asArray())
                simulated.queues.push_back(static_cast<std::size_t>(places.asInteger()));
        } else if (option.name == "timeout") {
            const core::Nanoseconds patience = core::fromSeconds(value.asNumber());
            if (patience > 0)
                simulated.patience = static_cast<double>(core::scaledDuration(patience, setting.timeScale));
        }
    }
    return simulated;
}

std::unique_ptr<SimulatedRun> makeRun(const core::WorkProfile& profile, const SimulatedStrategy& strategy,
                                      const SimulationSetting& setting)
{
    switch (strategy.kind) {
    case Kind::processes:
        return makeSimulatedProcesses(profile, strategy, setting);
    case Kind::pipeline:
        return makeSimulatedPipeline(profile, strategy, setting);
    default:
        return makeSimulatedPool(profile, strategy, setting);
    }
}

} // namespace

Simulation simulate(const core::WorkProfile& profile, const core::Strategy& strategy,
                    const std::vector<core::StrategyDescriptor>& known, const SimulationSetting& setting)
{
    const SimulatedStrategy simulated = understood(strategy, known, setting);
    Simulation simulation = makeRun(profile, simulated, setting)->execute();
    const core::Nanoseconds startUp =
        simulated.costs.startUp + (strategy.workers() - 1) * simulated.costs.startUpEach;
    simulation.startUpSeconds = core::toSeconds(startUp);
    simulation.timeline.start = -startUp;
    // A worker process is drawn from its start on.
    for (core::Lane& lane : simulation.timeline.lanes) {
        if (setting.spans && startUp > 0 && simulated.kind == Kind::processes)
            lane.spans.insert(lane.spans.begin(), {.begin = -startUp, .state = core::State::starting});
    }
    return simulation;
}

} // namespace overlap::analysis
