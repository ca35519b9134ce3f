// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/advice_text.h"

#include "analysis/interval_text.h"
#include "analysis/measured_runs.h"
#include "cli/table.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>

namespace overlap::cli {

using analysis::Choice;
using analysis::Cost;
using analysis::Forecast;
using analysis::Recommendation;

namespace {

std::string percentText(double share, int digits)
{
    return core::fixedNumber(share * 100, digits) + " %";
}

std::string errorText(double error)
{
    return (error > 0 ? "+" : "") + percentText(error, 1);
}

std::string runtimeName(core::Runtime runtime)
{
    return runtime == core::Runtime::python ? "Python" : "native code";
}

/// An estimate earns two digits.
std::string aboutText(double seconds)
{
    const double unit = std::pow(10, std::floor(std::log10(std::max(seconds, 1e-3))) - 1);
    return core::durationText(std::ceil(seconds / unit) * unit);
}

std::string costName(const Recommendation& recommendation)
{
    switch (recommendation.counts) {
    case Cost::time:
        return "time";
    case Cost::cpu:
        return "CPU time";
    case Cost::memory:
        return "memory";
    case Cost::latency:
        break;
    }
    return recommendation.slowestItem ? "latency (the slowest item)" : "latency (95th percentile)";
}

/// "recommended", "dominated by threads:2", "as good", and what else is to be known of a choice.
std::string remarkOf(const Choice& choice, const Recommendation& recommendation)
{
    if (!choice.obstacle.empty())
        return choice.obstacle.english();
    std::vector<std::string> parts;
    if (choice.strategy.text() == recommendation.strategy)
        parts.emplace_back("recommended");
    else if (choice.strategy.text() == recommendation.runnerUp)
        parts.emplace_back("runner-up");
    if (!choice.dominatedBy.empty())
        parts.push_back("dominated by " + choice.dominatedBy);
    return core::joined(parts, ", ");
}

std::string costCell(const Choice& choice, Cost cost)
{
    const auto& figure = choice.costs[static_cast<std::size_t>(cost)];
    return figure ? std::string(analysis::costText(cost, *figure)) : std::string();
}

std::string hitText(const Forecast& forecast, const engine::MeasuredAdvice& advice)
{
    const auto work = std::ranges::find(advice.commitment->works, forecast.strategy.runtime,
                                        &analysis::WorkShares::runtime);
    if (work == advice.commitment->works.end())
        return {};
    const auto hit = analysis::isHit(forecast, advice.outcome.report, analysis::toleranceOf(*work));
    if (!hit)
        return forecast.baseline ? "baseline" : "";
    return *hit ? "yes" : "no";
}

std::string tableText(const engine::MeasuredAdvice& advice)
{
    const core::Report& report = advice.outcome.report;
    const core::Timing timing = report.experiment.timing;
    const bool slowest = std::ranges::any_of(advice.recommendations, &Recommendation::slowestItem);
    Table table({"strategy", ">forecast", ">measured", ">95 %", ">error", "came true", ">CPU", ">memory",
                 slowest ? ">slowest item" : ">latency p95", ""});
    for (const Forecast& forecast : advice.forecasts) {
        const core::StrategyReport* const measured = report.strategy(forecast.strategy.text());
        std::vector<std::string> row{forecast.strategy.text(), core::durationText(forecast.seconds(timing))};
        const auto& interval =
            measured ? analysis::statedInterval(*measured, timing) : std::optional<core::Interval>();
        row.push_back(
            measured ? std::string(analysis::timeText(analysis::statedSeconds(*measured, timing), interval))
                     : "–");
        row.push_back(analysis::intervalText(interval));
        const auto error = forecast.error(timing);
        row.push_back(error ? errorText(*error) : std::string());
        row.push_back(hitText(forecast, advice));
        std::vector<std::string> rest(4);
        for (const Recommendation& recommendation : advice.recommendations) {
            if (const Choice* const choice = recommendation.choice(forecast.strategy.text()))
                rest = {costCell(*choice, Cost::cpu), costCell(*choice, Cost::memory),
                        costCell(*choice, Cost::latency), remarkOf(*choice, recommendation)};
        }
        row.insert(row.end(), rest.begin(), rest.end());
        table.row(std::move(row));
    }
    return table.text();
}

std::string scoreText(const engine::MeasuredAdvice& advice)
{
    if (advice.score.of == 0)
        return {};
    std::string text = std::to_string(advice.score.hits) + " of " + std::to_string(advice.score.of) +
                       (advice.score.of == 1 ? " forecast" : " forecasts") +
                       " came true: within 15 % where the "
                       "work waits, 25 % where it computes, or within the interval";
    if (advice.score.medianError)
        text += ".\nThe median error is " + percentText(*advice.score.medianError, 1);
    if (advice.score.medianErrorAsBusy)
        text +=
            ", simulated as busy as the machine then was " + percentText(*advice.score.medianErrorAsBusy, 1);
    return text + ".\n";
}

std::string workText(const analysis::WorkShares& work)
{
    std::string text =
        "Profile in " + runtimeName(work.runtime) + ": " + std::string(core::groupedNumber(work.items)) +
        (work.items == 1 ? " item, " : " items, ") + core::durationText(work.seconds) +
        " one after the other, " + core::durationText(work.itemSeconds) + " each; " +
        percentText(work.computing, 0) + " computing, " + percentText(work.waiting, 0) + " waiting";
    if (work.bytesThere + work.bytesBack >= 1000)
        text += "; " + analysis::costText(Cost::memory, {work.bytesThere + work.bytesBack, {}}) +
                " would travel for each";
    return text + ".\n";
}

std::string recommendationText(const Recommendation& recommendation, const engine::MeasuredAdvice& advice)
{
    std::string text = "\nFor " + runtimeName(recommendation.runtime) + ", by " + costName(recommendation) +
                       ": " + recommendation.sentence.english() + "\n";
    for (const core::Message& reason : recommendation.reasons)
        text += "  " + reason.english() + "\n";
    if (recommendation.strategy.empty() && !recommendation.least.empty())
        text += "  Least so far: " + recommendation.least + ".\n";
    const auto lesson = std::ranges::find_if(advice.lessons, [&](const analysis::Advice& each) {
        return each.question.runtime == recommendation.runtime;
    });
    if (lesson == advice.lessons.end())
        return text;
    text += "What the lesson's tree says of this profile: " + lesson->answer.english();
    if (!lesson->strategy.empty())
        text += " In Overlap: " + lesson->strategy + ".";
    text += "\n" + treeText(*lesson);
    if (!lesson->difference.empty())
        text += "In Python: " + lesson->lesson.sentence.english() + " " + lesson->difference.english() + "\n";
    return text;
}

} // namespace

std::string treeText(const analysis::Advice& advice)
{
    std::string out;
    for (const analysis::AdviceNode& node : advice.tree) {
        out += std::string(node.lit ? "  ● " : "  ○ ") + node.question.english() + "\n";
        for (const analysis::AdviceBranch& branch : node.branches) {
            out += std::string(branch.taken ? "    ▸ " : "      ") + branch.answer.english();
            if (branch.family)
                out +=
                    ": " + std::string(analysis::adviceFamilyNames[static_cast<std::size_t>(*branch.family)]);
            out += "\n";
        }
    }
    return out;
}

std::string commitmentText(const engine::Commitment& commitment)
{
    const core::Timing timing = commitment.experiment.timing;
    std::string text = commitment.experiment.title + "\n";
    for (const core::Message& note : commitment.notes)
        text += "Note: " + note.english() + "\n";
    for (const analysis::WorkShares& work : commitment.works)
        text += workText(work);
    text += "\nForecasts, made before any of these has run:\n";
    Table table({"strategy", ">forecast", ">start-up", ">speed-up", ""});
    for (const Forecast& forecast : commitment.forecasts) {
        const std::string name = forecast.strategy.text();
        const bool asked = std::ranges::count(commitment.asked, name) > 0;
        table.row({name, core::durationText(forecast.seconds(timing)),
                   core::durationText(forecast.startUpSeconds),
                   forecast.speedup ? core::ratioText(*forecast.speedup) + " ×" : std::string("baseline"),
                   asked ? std::string() : std::string("added")});
    }
    text += table.text();
    text += timing == core::Timing::cold ? "Times include the start-up.\n"
                                         : "Times begin when all workers are there.\n";
    const int blocks = commitment.experiment.repeats;
    text += "Now they run: " + std::to_string(blocks) + (blocks == 1 ? " block" : " blocks") + ", about " +
            aboutText(commitment.seconds) + ".\n";
    return text;
}

std::string measuredAdviceText(const engine::MeasuredAdvice& advice)
{
    std::string text = "\n" + tableText(advice) + scoreText(advice);
    for (const Recommendation& recommendation : advice.recommendations)
        text += recommendationText(recommendation, advice);
    for (const core::Message& hint : advice.outcome.report.hints) {
        if (std::ranges::find(advice.commitment->notes, hint) == advice.commitment->notes.end())
            text += "Note: " + hint.english() + "\n";
    }
    return text;
}

} // namespace overlap::cli
