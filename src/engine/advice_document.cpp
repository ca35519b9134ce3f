// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A measured advice as a document: overlap.advice/1 as the advice in words has it, with what was measured.
#include "analysis/measured_runs.h"
#include "engine/measured_advice.h"

#include <algorithm>

namespace overlap::engine {

using core::Value;

namespace {

Value orNull(const std::optional<double>& number)
{
    return number ? Value(*number) : Value();
}

Value textsValue(const std::vector<core::Message>& messages)
{
    Value list = Value::array();
    for (const core::Message& message : messages)
        list.append(message.english());
    return list;
}

std::string_view nameOf(core::Runtime runtime)
{
    return runtime == core::Runtime::python ? "python" : "native";
}

Value forecastValue(const analysis::Forecast& forecast, core::Timing timing)
{
    Value value = Value::object();
    value.set("seconds", forecast.seconds(timing));
    value.set("wallSeconds", forecast.wallSeconds);
    value.set("startupSeconds", forecast.startUpSeconds);
    value.set("speedup", orNull(forecast.speedup));
    return value;
}

Value measuredValue(const core::StrategyReport* report, core::Timing timing)
{
    if (!report)
        return {};
    Value value = Value::object();
    value.set("seconds", analysis::statedSeconds(*report, timing));
    value.set("interval95", core::intervalValue(analysis::statedInterval(*report, timing)));
    value.set("blocks", analysis::measuredRuns(report->runs).size());
    return value;
}

/// What is said of one runtime, or the same of the whole document.
void setAdvice(Value& value, const MeasuredAdvice& advice, std::size_t index)
{
    const analysis::Recommendation& recommendation = advice.recommendations[index];
    const core::Report& report = advice.outcome.report;
    const core::Timing timing = report.experiment.timing;
    const Value found = recommendation.toValue();
    for (const char* key : {"runtime", "counts", "latencyOf", "family", "strategy", "workers"})
        value.set(key, *found.find(key));
    std::vector<core::Message> reasons = recommendation.reasons;
    const auto lesson = std::ranges::find_if(advice.lessons, [&](const analysis::Advice& each) {
        return each.question.runtime == recommendation.runtime;
    });
    if (lesson != advice.lessons.end()) {
        reasons.insert(reasons.begin(), lesson->reasons.front());
        const auto familyName = [](analysis::AdviceFamily family) {
            return analysis::adviceFamilyNames[static_cast<std::size_t>(family)];
        };
        value.set("lessonFamily", familyName(lesson->lesson.family));
        value.set("lessonAnswer", lesson->lesson.sentence.english());
        value.set("treeFamily", familyName(lesson->family));
        value.set("treeAnswer", lesson->answer.english());
        value.set("treeStrategy", lesson->strategy.empty() ? Value() : Value(lesson->strategy));
        value.set("path", analysis::pathValue(lesson->tree));
    }
    value.set("reasons", textsValue(reasons));
    Value recommended;
    Value forecast;
    if (!recommendation.strategy.empty()) {
        recommended = Value::object();
        recommended.set("strategy", recommendation.strategy);
        recommended.set("workers", recommendation.workers);
        for (const analysis::Forecast& each : advice.commitment->forecasts) {
            if (each.strategy.text() == recommendation.strategy)
                forecast = forecastValue(each, timing);
        }
    }
    value.set("recommendation", std::move(recommended));
    for (const char* key : {"sentence", "least", "runnerUp", "matters", "dominated"})
        value.set(key, *found.find(key));
    value.set("forecast", std::move(forecast));
    value.set("measured", measuredValue(report.strategy(recommendation.strategy), timing));
}

Value strategyValue(const analysis::Forecast& committed, const analysis::Forecast& checked,
                    const MeasuredAdvice& advice)
{
    const core::Report& report = advice.outcome.report;
    const core::Timing timing = report.experiment.timing;
    const std::string text = committed.strategy.text();
    Value value = Value::object();
    value.set("strategy", text);
    value.set("runtime", nameOf(committed.strategy.runtime));
    value.set("workers", committed.strategy.workers());
    value.set("baseline", committed.baseline);
    value.set("added", !std::ranges::count(advice.commitment->asked, text));
    value.set("forecast", forecastValue(committed, timing));
    value.set("measured", measuredValue(report.strategy(text), timing));
    value.set("error", orNull(checked.error(timing)));
    const auto work = std::ranges::find(advice.commitment->works, committed.strategy.runtime,
                                        &analysis::WorkShares::runtime);
    Value hit;
    if (work != advice.commitment->works.end()) {
        value.set("tolerance", analysis::toleranceOf(*work));
        if (const auto came = analysis::isHit(checked, report, analysis::toleranceOf(*work)))
            hit = Value(*came);
    }
    value.set("hit", std::move(hit));
    value.set("otherThreads", orNull(checked.otherThreads));
    value.set("errorAsBusy", orNull(checked.errorAsBusy));
    for (const analysis::Recommendation& recommendation : advice.recommendations) {
        if (!recommendation.choice(text))
            continue;
        const Value found = recommendation.toValue();
        for (const Value& choice : found.find("choices")->asArray()) {
            if (*choice.find("strategy") != Value(text))
                continue;
            for (const char* key : {"costs", "obstacle", "dominatedBy", "alike", "ratio"})
                value.set(key, *choice.find(key));
        }
    }
    return value;
}

} // namespace

Value MeasuredAdvice::toValue() const
{
    Value value = Value::object();
    value.set("schema", analysis::adviceSchema);
    if (!recommendations.empty()) {
        setAdvice(value, *this, 0);
    } else {
        // Stopped before anything was measured: the same keys, and nothing to say.
        for (const char* key : {"runtime", "family", "strategy", "lessonFamily", "recommendation", "forecast",
                                "measured", "runnerUp", "matters"})
            value.set(key, Value());
        for (const char* key : {"reasons", "path", "dominated"})
            value.set(key, Value::array());
    }
    Value runtimes = Value::array();
    for (std::size_t i = 0; i < recommendations.size(); ++i) {
        Value entry = Value::object();
        setAdvice(entry, *this, i);
        runtimes.append(std::move(entry));
    }
    value.set("runtimes", std::move(runtimes));
    Value works = Value::array();
    for (const analysis::WorkShares& work : commitment->works)
        works.append(work.toValue());
    value.set("works", std::move(works));
    Value list = Value::array();
    for (std::size_t i = 0; i < forecasts.size(); ++i)
        list.append(strategyValue(commitment->forecasts[i], forecasts[i], *this));
    value.set("strategies", std::move(list));
    Value hits = Value::object();
    hits.set("hits", score.hits);
    hits.set("of", score.of);
    hits.set("medianError", orNull(score.medianError));
    hits.set("medianErrorAsBusy", orNull(score.medianErrorAsBusy));
    value.set("score", std::move(hits));
    value.set("cancelled", cancelled);
    value.set("notes", textsValue(commitment->notes));
    value.set("report", outcome.report.toValue());
    return value;
}

} // namespace overlap::engine
