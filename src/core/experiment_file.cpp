// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment.h"
#include "core/file.h"
#include "core/report.h"
#include "core/shown.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace overlap::core {

namespace {

/// Takes the members of one object, checks their kinds, and complains about those that nobody took.
class ObjectReader
{
public:
    ObjectReader(const Value& object, std::string pointer, std::vector<Problem>& problems)
        : m_object(object)
        , m_pointer(std::move(pointer))
        , m_problems(problems)
    {
        if (!object.isObject())
            complain(Message(OVERLAP_TR_NOOP("Messages", "an object is expected here")));
    }

    /// About the object itself.
    void complain(Message message) { addProblem(m_problems, m_pointer, std::move(message)); }

    const Value* take(std::string_view key)
    {
        m_taken.insert(std::string(key));
        return m_object.find(key);
    }

    void text(std::string_view key, std::string& target, bool required = false)
    {
        const Value* value = take(key);
        if (!value) {
            if (required)
                missing(key);
        } else if (!value->isString()) {
            complain(key, Message(OVERLAP_TR_NOOP("Messages", "“%1” must be a text"), {std::string(key)}));
        } else {
            target = value->asString();
        }
    }

    void number(std::string_view key, double& target)
    {
        const Value* value = take(key);
        if (value && !value->isNumber())
            complain(key, Message(OVERLAP_TR_NOOP("Messages", "“%1” must be a number"), {std::string(key)}));
        else if (value)
            target = value->asNumber();
    }

    void integer(std::string_view key, std::int64_t& target)
    {
        const Value* value = take(key);
        if (value && !value->isInteger())
            complain(key,
                     Message(OVERLAP_TR_NOOP("Messages", "“%1” must be a whole number"), {std::string(key)}));
        else if (value)
            target = value->asInteger();
    }

    const Value::Array* array(std::string_view key, bool required = false)
    {
        const Value* value = take(key);
        if (!value && required)
            missing(key);
        if (value && !value->isArray())
            complain(key, Message(OVERLAP_TR_NOOP("Messages", "“%1” must be a list"), {std::string(key)}));
        return value && value->isArray() ? &value->asArray() : nullptr;
    }

    void missing(std::string_view key)
    {
        complain(key, Message(OVERLAP_TR_NOOP("Messages", "“%1” is missing"), {std::string(key)}));
    }

    void refuseOthers()
    {
        if (!m_object.isObject())
            return;
        for (const Member& member : m_object.asObject()) {
            if (m_problems.size() >= maximumProblems)
                return;
            if (!m_taken.contains(member.key))
                complain(member.key, Message(OVERLAP_TR_NOOP("Messages", "the key “%1” is not known here"),
                                             {shown(member.key)}));
        }
    }

    void complain(std::string_view key, Message message)
    {
        addProblem(m_problems, at(key), std::move(message));
    }

    std::string at(std::string_view key) const { return jsonPointer(m_pointer, key); }

private:
    const Value& m_object;
    std::string m_pointer;
    std::vector<Problem>& m_problems;
    std::set<std::string, std::less<>> m_taken;
};

void readWorkload(ObjectReader& top, Experiment& experiment, std::vector<Problem>& problems)
{
    const Value* value = top.take("workload");
    if (!value) {
        top.missing("workload");
        return;
    }
    ObjectReader reader(*value, top.at("workload"), problems);
    reader.text("id", experiment.workload, true);
    if (const Value* parameters = reader.take("parameters"))
        experiment.parameters = *parameters;
    reader.refuseOthers();
}

void readPrecision(ObjectReader& top, Experiment& experiment)
{
    double precision = NAN;
    top.number("precision", precision);
    if (std::isfinite(precision))
        experiment.precision = precision;
}

void readSweep(ObjectReader& top, Experiment& experiment, std::vector<Problem>& problems)
{
    const Value* value = top.take("sweep");
    if (!value)
        return;
    Sweep sweep;
    ObjectReader reader(*value, top.at("sweep"), problems);
    reader.text("over", sweep.over, true);
    if (const auto* values = reader.array("values", true))
        sweep.values = *values;
    reader.refuseOthers();
    experiment.sweep = std::move(sweep);
}

void readExpectations(ObjectReader& top, Experiment& experiment, std::vector<Problem>& problems)
{
    const auto* list = top.array("expect");
    if (!list)
        return;
    for (std::size_t i = 0; i < list->size() && problems.size() < maximumProblems; ++i) {
        ObjectReader reader((*list)[i], jsonPointer(top.at("expect"), std::to_string(i)), problems);
        Expectation expectation;
        reader.text("strategy", expectation.strategy, true);
        if (const Value* speedup = reader.take("speedup")) {
            ObjectReader bounds(*speedup, reader.at("speedup"), problems);
            const auto bound = [&](std::string_view key, std::optional<double>& target) {
                double number = NAN;
                bounds.number(key, number);
                if (std::isfinite(number))
                    target = number;
            };
            bound("atLeast", expectation.speedupAtLeast);
            bound("atMost", expectation.speedupAtMost);
            bound("ofCeiling", expectation.speedupOfCeiling);
            bounds.refuseOthers();
        }
        reader.refuseOthers();
        experiment.expect.push_back(std::move(expectation));
    }
}

} // namespace

Experiment experimentFromValue(const Value& document, const Catalogue& catalogue, int cores,
                               std::vector<Problem>& problems)
{
    Experiment experiment;
    ObjectReader top(document, "", problems);
    if (!problems.empty())
        return experiment;
    std::string schema;
    top.text("schema", schema, true);
    if (schema == reportSchema) {
        top.complain("schema", Message(OVERLAP_TR_NOOP("Messages", "this is a report, not an experiment")));
        return experiment;
    }
    if (!schema.empty() && schema != experimentSchema) {
        top.complain(
            "schema",
            Message(OVERLAP_TR_NOOP("Messages",
                                    "“%1” is not a version of experiment files that is known here; %2 is"),
                    {shown(schema), std::string(experimentSchema)}));
        return experiment;
    }
    top.text("id", experiment.id, true);
    top.text("title", experiment.title, true);
    top.text("chapter", experiment.chapter);
    readWorkload(top, experiment, problems);
    if (const auto* strategies = top.array("strategies")) {
        for (std::size_t i = 0; i < strategies->size() && problems.size() < maximumProblems; ++i) {
            if ((*strategies)[i].isString())
                experiment.strategies.push_back((*strategies)[i].asString());
            else
                addProblem(problems, "/strategies/" + std::to_string(i),
                           Message(OVERLAP_TR_NOOP("Messages", "a strategy must be a text")));
        }
    }
    std::int64_t repeats = experiment.repeats;
    top.integer("repeats", repeats);
    experiment.repeats = static_cast<int>(std::clamp<std::int64_t>(repeats, -1, maximumRepeats + 1));
    readPrecision(top, experiment);
    std::int64_t seed = 1;
    top.integer("seed", seed);
    experiment.seed = static_cast<std::uint64_t>(seed); // a negative one is beyond the maximum
    top.number("timeScale", experiment.timeScale);
    top.number("feedSeconds", experiment.feedSeconds);
    std::string timing = "warm";
    top.text("timing", timing);
    if (timing != "warm" && timing != "cold")
        top.complain("timing", Message(OVERLAP_TR_NOOP("Messages", "“timing” must be warm or cold")));
    experiment.timing = timing == "cold" ? Timing::cold : Timing::warm;
    readSweep(top, experiment, problems);
    readExpectations(top, experiment, problems);
    top.refuseOthers();
    validateExperiment(experiment, catalogue, cores, problems);
    return experiment;
}

Value experimentToValue(const Experiment& experiment)
{
    Value document = Value::object();
    document.set("schema", experimentSchema);
    document.set("id", experiment.id);
    document.set("title", experiment.title);
    document.set("chapter", experiment.chapter);
    Value workload = Value::object();
    workload.set("id", experiment.workload);
    workload.set("parameters", experiment.parameters);
    document.set("workload", std::move(workload));
    Value strategies = Value::array();
    for (const std::string& strategy : experiment.strategies)
        strategies.append(Value(strategy));
    document.set("strategies", std::move(strategies));
    document.set("repeats", experiment.repeats);
    if (experiment.precision)
        document.set("precision", *experiment.precision);
    document.set("seed", static_cast<std::int64_t>(experiment.seed));
    document.set("timeScale", experiment.timeScale);
    document.set("feedSeconds", experiment.feedSeconds);
    document.set("timing", experiment.timing == Timing::cold ? "cold" : "warm");
    if (experiment.sweep) {
        Value sweep = Value::object();
        sweep.set("over", experiment.sweep->over);
        sweep.set("values", Value(experiment.sweep->values));
        document.set("sweep", std::move(sweep));
    }
    Value expect = Value::array();
    for (const Expectation& expectation : experiment.expect) {
        Value entry = Value::object();
        entry.set("strategy", expectation.strategy);
        Value bounds = Value::object();
        if (expectation.speedupAtLeast)
            bounds.set("atLeast", *expectation.speedupAtLeast);
        if (expectation.speedupAtMost)
            bounds.set("atMost", *expectation.speedupAtMost);
        if (expectation.speedupOfCeiling)
            bounds.set("ofCeiling", *expectation.speedupOfCeiling);
        entry.set("speedup", std::move(bounds));
        expect.append(std::move(entry));
    }
    document.set("expect", std::move(expect));
    return document;
}

Experiment loadExperiment(const std::filesystem::path& path, const Catalogue& catalogue, int cores)
{
    const std::string bytes = readFile(path, JsonLimits{}.bytes);
    std::vector<Problem> problems;
    Experiment experiment =
        experimentFromValue(parseJson(bytes, {}, path.string()), catalogue, cores, problems);
    if (!problems.empty()) {
        const Problem& first = problems.front();
        throw Error(first.message, jsonPlace(bytes, first.pointer, path.string()));
    }
    return experiment;
}

void saveExperiment(const std::filesystem::path& path, const Experiment& experiment)
{
    writeFile(path, writeJson(experimentToValue(experiment)));
}

} // namespace overlap::core
