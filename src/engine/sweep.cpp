// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sweep.h"

#include "core/text.h"

namespace overlap::engine {

namespace {

constexpr std::string_view overWorkers = "strategy.workers";
constexpr std::string_view overStrategy = "strategy.";
constexpr std::string_view overWorkload = "workload.";

std::string valueText(const core::Value& value)
{
    if (value.isString())
        return value.asString();
    return value.isInteger() ? std::to_string(value.asInteger()) : core::shortNumber(value.asNumber());
}

bool takesCount(const std::string& strategy, const core::Catalogue& catalogue)
{
    const auto* descriptor = catalogue.strategy(strategy.substr(0, strategy.find_first_of(":@")));
    return descriptor && descriptor->counts != core::CountShape::none;
}

/// "threads@chunk=2" with 4 → "threads:4@chunk=2"
std::string withWorkers(const std::string& strategy, const std::string& count)
{
    const auto options = strategy.find('@');
    const std::string name = strategy.substr(0, options);
    if (name.find(':') != std::string::npos)
        return strategy;
    return name + ":" + count + (options == std::string::npos ? std::string() : strategy.substr(options));
}

} // namespace

bool sweepsStrategies(const core::Experiment& experiment)
{
    return experiment.sweep && experiment.sweep->over.starts_with(overStrategy);
}

std::vector<SweepPoint> sweepPoints(const core::Experiment& experiment, const core::Catalogue& catalogue)
{
    if (!experiment.sweep)
        return {{core::Value(), experiment}};
    const std::string& over = experiment.sweep->over;
    std::vector<SweepPoint> points;
    for (const core::Value& value : experiment.sweep->values) {
        core::Experiment variant = experiment;
        variant.sweep.reset();
        for (std::string& strategy : variant.strategies) {
            if (!sweepsStrategies(experiment) || !takesCount(strategy, catalogue))
                continue;
            if (over == overWorkers) {
                strategy = withWorkers(strategy, valueText(value));
            } else {
                strategy += strategy.find('@') == std::string::npos ? "@" : ",";
                strategy += over.substr(overStrategy.size()) + "=" + valueText(value);
            }
        }
        if (over.starts_with(overWorkload))
            variant.parameters.set(over.substr(overWorkload.size()), value);
        points.push_back({value, std::move(variant)});
    }
    return points;
}

} // namespace overlap::engine
