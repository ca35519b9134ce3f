// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep_report.h"

#include <algorithm>

namespace overlap::core {

namespace {

Value pointValue(const ScalingPoint& point)
{
    Value value = Value::object();
    value.set("strategy", point.strategy);
    value.set("workers", point.workers);
    value.set("speedup", point.speedup);
    value.set("speedupInterval95", intervalValue(point.speedupInterval95));
    value.set("itemsPerSecond", point.itemsPerSecond);
    value.set("itemsPerSecondInterval95", intervalValue(point.itemsPerSecondInterval95));
    value.set("ceiling", point.ceiling ? Value(*point.ceiling) : Value());
    return value;
}

Value fitValue(const ScalingFit& fit)
{
    Value value = Value::object();
    value.set("law", scalingLawNames[static_cast<std::size_t>(fit.law)]);
    Value parameters = Value::array();
    for (const LawParameter& parameter : fit.parameters) {
        Value entry = Value::object();
        entry.set("name", parameter.name);
        entry.set("value", parameter.value);
        entry.set("interval95", intervalValue(parameter.interval95));
        parameters.append(std::move(entry));
    }
    value.set("parameters", std::move(parameters));
    Value covariance = Value::array();
    for (const double entry : fit.covariance)
        covariance.append(entry);
    value.set("covariance", std::move(covariance));
    value.set("samples", fit.samples);
    value.set("squares", fit.squares);
    value.set("aicc", fit.aicc);
    return value;
}

} // namespace

Value intervalValue(const std::optional<Interval>& interval)
{
    if (!interval)
        return {};
    Value pair = Value::array();
    pair.append(interval->low);
    pair.append(interval->high);
    return pair;
}

Value scalingValue(const std::vector<ScalingReport>& scaling)
{
    Value list = Value::array();
    for (const ScalingReport& one : scaling) {
        Value value = Value::object();
        value.set("strategy", one.strategy);
        value.set("runtime", one.runtime == Runtime::python ? "python" : "native");
        Value points = Value::array();
        for (const ScalingPoint& point : one.points)
            points.append(pointValue(point));
        value.set("points", std::move(points));
        Value fits = Value::array();
        for (const ScalingFit& fit : one.fits)
            fits.append(fitValue(fit));
        value.set("fits", std::move(fits));
        value.set("law", one.law ? Value(scalingLawNames[static_cast<std::size_t>(*one.law)]) : Value());
        value.set("peakWorkers", one.peakWorkers ? Value(*one.peakWorkers) : Value());
        value.set("sentence", one.sentence.english());
        list.append(std::move(value));
    }
    return list;
}

Value optimaValue(const std::vector<OptimumReport>& optima)
{
    Value list = Value::array();
    for (const OptimumReport& optimum : optima) {
        Value value = Value::object();
        value.set("strategy", optimum.strategy);
        value.set("best", optimum.best);
        value.set("value", optimum.value);
        value.set("asGood", Value(optimum.asGood));
        value.set("sentence", optimum.sentence.english());
        list.append(std::move(value));
    }
    return list;
}

Value rulesValue(const std::vector<RuleVerdict>& rules)
{
    Value list = Value::array();
    for (const RuleVerdict& verdict : rules) {
        Value value = Value::object();
        value.set("rule", verdict.rule);
        value.set("strategy", verdict.strategy);
        value.set("outcome", ruleOutcomeNames[static_cast<std::size_t>(verdict.outcome)]);
        value.set("sentence", verdict.sentence.english());
        list.append(std::move(value));
    }
    return list;
}

const ScalingFit* fitOf(const ScalingReport& scaling, ScalingLaw law)
{
    const auto found = std::ranges::find(scaling.fits, law, &ScalingFit::law);
    return found == scaling.fits.end() ? nullptr : &*found;
}

} // namespace overlap::core
