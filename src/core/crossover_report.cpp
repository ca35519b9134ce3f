// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crossover_report.h"

#include <algorithm>

namespace overlap::core {

namespace {

Value sideValue(const CrossoverReport& report, CrossoverSide side)
{
    return side == CrossoverSide::open ? Value() : Value(report.name(side));
}

Value crossingValue(const CrossoverReport& report, const Crossing& crossing)
{
    Value value = Value::object();
    value.set("faster", sideValue(report, crossing.faster));
    value.set("low", crossing.low);
    value.set("high", crossing.high);
    value.set("estimate", crossing.estimate ? Value(*crossing.estimate) : Value());
    value.set("taskSeconds", intervalValue(crossing.taskSeconds));
    return value;
}

} // namespace

Report CrossoverReport::measured() const
{
    Report report;
    report.experiment = experiment;
    report.experiment.sweep->values.clear();
    report.environment = environment;
    report.cancelled = cancelled;
    report.hints = hints;
    for (const CrossoverPoint& point : points) {
        report.experiment.sweep->values.push_back(point.measured.value);
        report.points.push_back(point.measured);
        report.digestsEqual = report.digestsEqual && point.measured.digestsEqual;
    }
    return report;
}

Value CrossoverReport::toValue() const
{
    const Value sweep = measured().toValue();
    Value value = Value::object();
    value.set("schema", crossoverSchema);
    value.set("experiment", experimentToValue(experiment));
    value.set("environment", environment.toValue());
    value.set("over", experiment.sweep->over);
    value.set("between", Value(Value::Array{strategies[0], strategies[1]}));
    value.set("scale", logarithmic ? "logarithmic" : "linear");
    value.set("mostPoints", budget.points);
    value.set("level", level);
    Value list = Value::array();
    for (std::size_t i = 0; i < points.size(); ++i) {
        Value entry = sweep.find("points")->asArray()[i];
        const CrossoverPoint& point = points[i];
        entry.set("recordNanoseconds", point.recordNanoseconds);
        entry.set("ratio", point.ratio > 0 ? Value(point.ratio) : Value());
        entry.set("interval", intervalValue(point.interval));
        entry.set("faster", sideValue(*this, point.faster));
        list.append(std::move(entry));
    }
    value.set("points", std::move(list));
    Value answer = Value::object();
    answer.set("outcome", crossoverOutcomeNames[static_cast<std::size_t>(outcome)]);
    Value places = Value::array();
    for (const Crossing& crossing : crossings)
        places.append(crossingValue(*this, crossing));
    answer.set("crossings", std::move(places));
    answer.set("sentence", sentence.english());
    value.set("answer", std::move(answer));
    value.set("cancelled", cancelled);
    value.set("hints", *sweep.find("hints"));
    return value;
}

} // namespace overlap::core
