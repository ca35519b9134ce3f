// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/simulator.h"

#include <numeric>

namespace overlap::testing {

inline constexpr core::Nanoseconds ms = 1'000'000;

/// The strategies that there are, as far as a simulation looks at them.
inline const std::vector<core::StrategyDescriptor>& knownStrategies()
{
    using core::CountShape;
    using core::Parameter;
    using core::ParameterKind;
    using core::Runtime;
    const auto option = [](std::string name, ParameterKind kind, core::Value value, bool perStage = false) {
        Parameter parameter;
        parameter.name = std::move(name);
        parameter.kind = kind;
        parameter.defaultValue = std::move(value);
        parameter.maximum = 1e6;
        parameter.perStage = perStage;
        return parameter;
    };
    const auto strategy = [](std::string name, Runtime runtime, CountShape counts,
                             core::ParameterSchema options = {}) {
        core::StrategyDescriptor descriptor;
        descriptor.name = std::move(name);
        descriptor.runtime = runtime;
        descriptor.counts = counts;
        descriptor.maximumCount = 1024;
        descriptor.countsWorkers = descriptor.name != "event-loop";
        descriptor.options = std::move(options);
        return descriptor;
    };
    static const std::vector<core::StrategyDescriptor> list{
        strategy("sequential", Runtime::native, CountShape::none),
        strategy("threads", Runtime::native, CountShape::one),
        strategy("gil-threads", Runtime::native, CountShape::one,
                 {option("switch", ParameterKind::seconds, 0.005)}),
        strategy("processes", Runtime::native, CountShape::one,
                 {option("chunk", ParameterKind::integer, 1), option("inflight", ParameterKind::integer, 4)}),
        strategy("pipeline", Runtime::native, CountShape::perStage,
                 {option("queues", ParameterKind::integer, 0, true),
                  option("timeout", ParameterKind::seconds, 0.0)}),
        strategy("event-loop", Runtime::native, CountShape::one),
        strategy("work-stealing", Runtime::native, CountShape::one),
        strategy("python-sequential", Runtime::python, CountShape::none),
        strategy("python-threads", Runtime::python, CountShape::one,
                 {option("switch", ParameterKind::seconds, 0.005)}),
        strategy("python-processes", Runtime::python, CountShape::one),
    };
    return list;
}

inline core::Strategy strategyOf(const std::string& text)
{
    return core::parseStrategy(text, knownStrategies(), 2);
}

/// So many items, each of these stages.
inline core::WorkProfile workOf(std::size_t items, std::vector<std::vector<core::Segment>> stages)
{
    core::WorkProfile profile;
    profile.items = items;
    core::ItemProfile item;
    for (std::vector<core::Segment>& segments : stages) {
        profile.stages.push_back("stage " + std::to_string(profile.stages.size() + 1));
        item.tasks.push_back({std::move(segments)});
    }
    profile.sample.assign(std::min(items, core::WorkProfile::mostItems), item);
    return profile;
}

inline core::Segment computing(core::Nanoseconds time)
{
    return {core::Need::computing, time};
}

inline core::Segment waiting(core::Nanoseconds time)
{
    return {core::Need::waiting, time};
}

inline analysis::Simulation simulated(const core::WorkProfile& profile, const std::string& strategy,
                                      const analysis::SimulationSetting& setting)
{
    return analysis::simulate(profile, strategyOf(strategy), knownStrategies(), setting);
}

/// The time that the workers were in a state, in seconds.
inline double secondsIn(const analysis::Simulation& simulation, core::State state,
                        core::LaneKind kind = core::LaneKind::worker)
{
    core::Nanoseconds sum = 0;
    for (const core::Lane& lane : simulation.timeline.lanes)
        sum += lane.kind == kind ? lane.totals[static_cast<std::size_t>(state)] : 0;
    return core::toSeconds(sum);
}

} // namespace overlap::testing
