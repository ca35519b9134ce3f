// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report.h"

#include <algorithm>

namespace overlap::core {

namespace {

Value countsValue(const TaskCounts& counts)
{
    Value value = Value::object();
    value.set("done", counts.done);
    value.set("failed", counts.failed);
    value.set("cancelled", counts.cancelled);
    value.set("meant", counts.meant);
    value.set("lost", counts.lost);
    return value;
}

Value ledgerValue(const std::array<double, stateCount>& ledger)
{
    Value value = Value::object();
    for (std::size_t i = 0; i < stateCount; ++i)
        value.set(stateNames[i], ledger[i]);
    return value;
}

Value latencyValue(const std::optional<Latency>& latency)
{
    Value value;
    if (latency) {
        value = Value::object();
        value.set("p50", latency->p50);
        value.set("p95", latency->p95 ? Value(*latency->p95) : Value());
        value.set("p99", latency->p99 ? Value(*latency->p99) : Value());
        value.set("max", latency->max);
        value.set("first", latency->first);
    }
    return value;
}

Value runValue(const RunReport& run)
{
    Value value = Value::object();
    value.set("block", run.block);
    value.set("order", run.order);
    value.set("warmup", run.warmup);
    value.set("replaced", run.replaced);
    value.set("outlier", run.outlier);
    Value disturbances = Value::array();
    for (const Disturbance& disturbance : run.disturbances) {
        Value entry = Value::object();
        entry.set("kind", disturbanceNames[static_cast<std::size_t>(disturbance.kind)]);
        entry.set("value", disturbance.value);
        disturbances.append(std::move(entry));
    }
    value.set("disturbances", std::move(disturbances));
    value.set("startupSeconds", run.startupSeconds);
    value.set("wallSeconds", run.wallSeconds);
    value.set("cpuSeconds", run.cpuSeconds);
    value.set("peakMemoryBytes", run.peakMemoryBytes);
    value.set("tasks", countsValue(run.tasks));
    value.set("ledgerSeconds", ledgerValue(run.ledgerSeconds));
    value.set("resultDigest", run.resultDigest);
    Value marks = Value::array();
    for (const Mark& mark : run.marks) {
        Value entry = Value::object();
        entry.set("name", mark.name);
        entry.set("seconds", mark.seconds);
        marks.append(std::move(entry));
    }
    value.set("marks", std::move(marks));
    value.set("summary", run.summary);
    Value latencies = Value::array();
    for (const double seconds : run.latencySeconds)
        latencies.append(seconds);
    value.set("latencySeconds", std::move(latencies));
    value.set("latency", latencyValue(run.latency));
    Value stages = Value::array();
    for (const StageSample& stage : run.stages) {
        Value entry = Value::object();
        entry.set("name", stage.name);
        Value counts = Value::array();
        for (const std::size_t count : stage.tasksPerWorker)
            counts.append(count);
        entry.set("tasksPerWorker", std::move(counts));
        Value seconds = Value::array();
        for (const double time : stage.taskSeconds)
            seconds.append(time);
        entry.set("taskSeconds", std::move(seconds));
        stages.append(std::move(entry));
    }
    value.set("stages", std::move(stages));
    value.set("records", static_cast<std::int64_t>(run.records));
    value.set("lostRecords", static_cast<std::int64_t>(run.lostRecords));
    return value;
}

Value bottleneckValue(const std::optional<Bottleneck>& bottleneck)
{
    Value value;
    if (bottleneck) {
        value = Value::object();
        value.set("stage", bottleneck->stages[bottleneck->slowest].name);
        value.set("secondsPerItem", bottleneck->stages[bottleneck->slowest].secondsPerItem);
        Value tied = Value::array();
        for (const std::size_t index : bottleneck->tied)
            tied.append(bottleneck->stages[index].name);
        value.set("tied", std::move(tied));
        value.set("leastSeconds", bottleneck->leastSeconds);
        Value stages = Value::array();
        for (const StageService& stage : bottleneck->stages) {
            Value entry = Value::object();
            entry.set("name", stage.name);
            entry.set("workers", stage.workers);
            entry.set("taskSeconds", stage.taskSeconds);
            entry.set("secondsPerItem", stage.secondsPerItem);
            stages.append(std::move(entry));
        }
        value.set("stages", std::move(stages));
    }
    return value;
}

Value driftValue(const std::optional<Drift>& drift)
{
    Value value;
    if (drift) {
        value = Value::object();
        value.set("share", drift->share);
        value.set("interval95", intervalValue(drift->interval95));
        value.set("p", drift->p);
        value.set("beyondNoise", drift->beyondNoise);
    }
    return value;
}

Value strategyValue(const StrategyReport& report)
{
    Value value = Value::object();
    value.set("strategy", report.strategy.text());
    value.set("runtime", report.strategy.runtime == Runtime::python ? "python" : "native");
    value.set("baseline", report.baseline);
    value.set("addedBaseline", report.addedBaseline);
    value.set("items", report.items);
    value.set("workers", report.strategy.workers());
    value.set("medianWallSeconds", report.medianWallSeconds);
    value.set("wallInterval95", intervalValue(report.wallInterval95));
    value.set("startupSeconds", report.startupSeconds);
    value.set("coldWallSeconds", report.coldWallSeconds);
    value.set("coldInterval95", intervalValue(report.coldInterval95));
    value.set("cpuSeconds", report.cpuSeconds);
    value.set("peakMemoryBytes", report.peakMemoryBytes);
    Value speedup;
    if (report.speedup) {
        speedup = Value::object();
        speedup.set("value", report.speedup->value);
        speedup.set("interval95", intervalValue(report.speedup->interval95));
    }
    value.set("speedup", std::move(speedup));
    value.set("judgement", judgementNames[static_cast<std::size_t>(report.judgement)]);
    value.set("tasks", countsValue(report.tasks));
    value.set("latency", latencyValue(report.latency));
    value.set("bottleneck", bottleneckValue(report.bottleneck));
    value.set("ledger", ledgerValue(report.ledger));
    value.set("resultDigest", report.resultDigest);
    value.set("recorderShare", report.recorderShare);
    value.set("noiseFloor", report.noiseFloor ? Value(*report.noiseFloor) : Value());
    value.set("drift", driftValue(report.drift));
    Value runs = Value::array();
    for (const RunReport& run : report.runs)
        runs.append(runValue(run));
    value.set("runs", std::move(runs));
    return value;
}

Value listValue(const std::vector<StrategyReport>& strategies)
{
    Value list = Value::array();
    for (const StrategyReport& strategy : strategies)
        list.append(strategyValue(strategy));
    return list;
}

Value floorValue(const std::optional<NoiseFloor>& noiseFloor)
{
    Value floor;
    if (noiseFloor) {
        floor = Value::object();
        floor.set("fraction", noiseFloor->fraction);
        floor.set("strategy", noiseFloor->strategy);
    }
    return floor;
}

Value verdictValue(const std::optional<Verdict>& verdict)
{
    Value statement;
    if (verdict) {
        statement = Value::object();
        statement.set("strategy", verdict->strategy);
        statement.set("judgement", judgementNames[static_cast<std::size_t>(verdict->judgement)]);
        statement.set("sentence", verdict->sentence.english());
    }
    return statement;
}

Value stoppingValue(const std::optional<Stopping>& stopping)
{
    Value value;
    if (stopping) {
        value = Value::object();
        value.set("blocks", stopping->blocks);
        value.set("limit", stopping->limit);
        value.set("widest", stopping->widest ? Value(*stopping->widest) : Value());
        value.set("sure", stopping->sure);
    }
    return value;
}

Value ceilingValue(const CeilingReport& ceiling)
{
    Value value = Value::object();
    value.set("workers", ceiling.workers);
    Value runs = Value::array();
    for (const CeilingRun& run : ceiling.runs) {
        Value entry = Value::object();
        entry.set("block", run.block);
        entry.set("replaced", run.replaced);
        entry.set("value", run.value);
        runs.append(std::move(entry));
    }
    value.set("runs", std::move(runs));
    value.set("median", ceiling.median);
    value.set("interval95", intervalValue(ceiling.interval95));
    return value;
}

Value pointValue(const PointReport& point)
{
    Value value = Value::object();
    value.set("value", point.value);
    value.set("strategies", listValue(point.strategies));
    value.set("digestsEqual", point.digestsEqual);
    value.set("noiseFloor", floorValue(point.noiseFloor));
    value.set("verdict", verdictValue(point.verdict));
    return value;
}

} // namespace

const StrategyReport* Report::strategy(std::string_view text) const
{
    const auto found =
        std::ranges::find_if(strategies, [&](const StrategyReport& s) { return s.strategy.text() == text; });
    return found == strategies.end() ? nullptr : &*found;
}

Value Report::toValue() const
{
    Value value = Value::object();
    value.set("schema", reportSchema);
    value.set("experiment", experimentToValue(experiment));
    value.set("environment", environment.toValue());
    value.set("strategies", listValue(strategies));
    if (experiment.sweep) {
        Value list = Value::array();
        for (const PointReport& point : points)
            list.append(pointValue(point));
        value.set("points", std::move(list));
        value.set("scaling", scalingValue(scaling));
        value.set("optima", optimaValue(optima));
        value.set("rules", rulesValue(rules));
    }
    value.set("cancelled", cancelled);
    value.set("digestsEqual", digestsEqual);
    Value limits = Value::array();
    for (const CeilingReport& ceiling : ceilings)
        limits.append(ceilingValue(ceiling));
    value.set("ceilings", std::move(limits));
    Value met = Value::array();
    for (const ExpectationResult& result : expectations) {
        Value entry = Value::object();
        entry.set("strategy", result.expectation.strategy);
        entry.set("met", result.met);
        entry.set("ceiling", result.ceiling ? Value(*result.ceiling) : Value());
        met.append(std::move(entry));
    }
    value.set("expectations", std::move(met));
    value.set("noiseFloor", floorValue(noiseFloor));
    value.set("stopping", stoppingValue(stopping));
    Value advice = Value::array();
    for (const Message& hint : hints)
        advice.append(hint.english());
    value.set("hints", std::move(advice));
    Value happened = Value::array();
    for (const Diagnosis& diagnosis : diagnoses)
        happened.append(diagnosis.toValue());
    value.set("diagnoses", std::move(happened));
    value.set("verdict", verdictValue(verdict));
    Value measured = Value::array();
    for (const auto& profile : profiles)
        measured.append(profile->toValue());
    value.set("profiles", std::move(measured));
    return value;
}

} // namespace overlap::core
