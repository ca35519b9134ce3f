// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/report_text.h"

#include "analysis/bottleneck.h"
#include "analysis/finding.h"
#include "analysis/interval_text.h"
#include "analysis/measured_runs.h"
#include "cli/sweep_text.h"
#include "cli/table.h"
#include "core/text.h"

#include <algorithm>
#include <functional>
#include <optional>

namespace overlap::cli {

using core::Message;
using core::StrategyReport;

namespace {

std::string summaryText(const core::Value& summary)
{
    const core::Value* field = summary.find("field");
    const core::Value* total = summary.find("total");
    if (!field || !total)
        return {};
    return field->asString() + " " + core::shortNumber(total->asNumber());
}

/// "4 (as meant)": failures that are there to be seen are no trouble.
std::string failedText(const core::TaskCounts& tasks)
{
    if (tasks.meant == 0)
        return std::to_string(tasks.failed);
    if (tasks.notMeant() == 0)
        return std::to_string(tasks.failed) + " (as meant)";
    return std::to_string(tasks.failed) + " (" + std::to_string(tasks.meant) + " as meant)";
}

/// "4 5 1 2 3": the items in the order in which they finished.
std::string finishingOrder(const engine::RunOutcome& run)
{
    std::vector<std::string> numbers;
    for (const core::ItemIndex item : core::orderOfFinishing(run.items))
        numbers.push_back(std::to_string(item + 1));
    return core::joined(numbers, " ");
}

/// A strategy's line; where a sweep is told, with the value that it belongs to.
struct Line
{
    std::string value;
    const StrategyReport* strategy;
};

std::string valueText(const core::Value& value)
{
    return value.isNumber() ? std::string(core::shortNumber(value.asNumber())) : value.asString();
}

std::vector<Line> linesOf(const core::Report& report)
{
    std::vector<Line> lines;
    for (const core::Runtime runtime : {core::Runtime::native, core::Runtime::python}) {
        for (const StrategyReport& strategy : report.strategies) {
            if (strategy.strategy.runtime == runtime)
                lines.push_back({{}, &strategy});
        }
    }
    for (const core::PointReport& point : report.points) {
        const std::string value = valueText(point.value);
        for (const StrategyReport& strategy : point.strategies)
            lines.push_back({value, &strategy});
    }
    return lines;
}

std::string speedupText(const StrategyReport& strategy)
{
    if (strategy.speedup)
        return analysis::ratioTexts(strategy.speedup->value, strategy.speedup->interval95).value + " ×";
    if (strategy.strategy.name != strategy.baseline)
        return {};
    return strategy.addedBaseline ? "baseline (added)" : "baseline";
}

std::string speedupIntervalText(const StrategyReport& strategy)
{
    if (!strategy.speedup || !strategy.speedup->interval95)
        return {};
    const auto texts = analysis::ratioTexts(strategy.speedup->value, strategy.speedup->interval95);
    return texts.low + " – " + texts.high;
}

std::string judgementText(const StrategyReport& strategy)
{
    switch (strategy.judgement) {
    case core::Judgement::faster:
        return "faster";
    case core::Judgement::slower:
        return "slower";
    case core::Judgement::noDifference:
        return "no measurable difference";
    case core::Judgement::tooFewBlocks:
        return strategy.speedup && strategy.speedup->interval95 ? "needs 10 blocks" : "";
    default:
        return {};
    }
}

/// Of this program and its workers together, at the worst moment of the worst run.
std::string memoryText(const StrategyReport& strategy)
{
    const double megabytes = static_cast<double>(strategy.peakMemoryBytes) / 1e6;
    return megabytes > 0 ? core::fixedNumber(megabytes, megabytes < 9.95 ? 1 : 0) + " MB" : std::string();
}

/// The slowest of 20 items where every strategy has enough of them to tell; else each one's slowest.
bool tellsPercentiles(const std::vector<Line>& lines)
{
    return std::ranges::none_of(
        lines, [](const Line& line) { return line.strategy->latency && !line.strategy->latency->p95; });
}

std::string tailText(const StrategyReport& strategy, bool percentile)
{
    if (!strategy.latency)
        return {};
    return core::durationText(percentile ? *strategy.latency->p95 : strategy.latency->max);
}

/// "1 outlier, 2 replaced"
std::string remarks(const StrategyReport& strategy)
{
    std::vector<std::string> parts;
    const auto add = [&](const char* word, const char* words, auto holds) {
        const auto count = std::ranges::count_if(strategy.runs, holds);
        if (count > 0)
            parts.push_back(std::to_string(count) + " " + (count == 1 ? word : words));
    };
    add("outlier", "outliers", [](const core::RunReport& run) { return run.outlier && !run.replaced; });
    add("disturbed", "disturbed",
        [](const core::RunReport& run) { return !run.disturbances.empty() && !run.replaced; });
    add("replaced", "replaced", [](const core::RunReport& run) { return run.replaced; });
    return core::joined(parts, ", ");
}

/// Only the columns in which something stands.
std::string tableText(const engine::ExperimentOutcome& outcome)
{
    const core::Report& report = outcome.report;
    struct Column
    {
        std::string title;
        std::function<std::string(const Line&)> cell;
    };
    const core::Timing timing = report.experiment.timing;
    const auto lines = linesOf(report);
    const bool percentile = tellsPercentiles(lines);
    const auto of = [](auto figure) { return [figure](const Line& line) { return figure(*line.strategy); }; };
    const std::vector<Column> columns{
        {report.experiment.sweep ? ">" + report.experiment.sweep->over : std::string(),
         [](const Line& line) { return line.value; }},
        {"strategy", of([](const StrategyReport& s) { return s.strategy.text(); })},
        {">wall", of([](const StrategyReport& s) {
             return analysis::timeText(s.medianWallSeconds, s.wallInterval95);
         })},
        {">95 %", of([](const StrategyReport& s) { return analysis::intervalText(s.wallInterval95); })},
        {">start-up", of([](const StrategyReport& s) { return core::durationText(s.startupSeconds); })},
        {timing == core::Timing::cold ? ">cold" : "", of([timing](const StrategyReport& s) {
             return timing == core::Timing::cold ? analysis::timeText(s.coldWallSeconds, s.coldInterval95)
                                                 : std::string();
         })},
        {">95 %", of([timing](const StrategyReport& s) {
             return timing == core::Timing::cold ? analysis::intervalText(s.coldInterval95) : std::string();
         })},
        {">speed-up", of(speedupText)},
        {">95 %", of(speedupIntervalText)},
        {"judgement", of(judgementText)},
        {">CPU", of([](const StrategyReport& s) { return core::durationText(s.cpuSeconds); })},
        {">memory", of(memoryText)},
        {percentile ? ">item p95" : ">slowest item",
         of([percentile](const StrategyReport& s) { return tailText(s, percentile); })},
        {">done", of([](const StrategyReport& s) { return std::to_string(s.tasks.done); })},
        {">failed", of([](const StrategyReport& s) { return failedText(s.tasks); })},
        {">total", of([](const StrategyReport& s) { return summaryText(s.runs.back().summary); })},
        {"runs", of(remarks)}};
    const bool grouped = std::ranges::any_of(
        lines, [](const Line& line) { return line.strategy->strategy.runtime == core::Runtime::python; });
    std::vector<const Column*> used;
    std::vector<std::string> titles;
    for (const Column& column : columns) {
        if (std::ranges::any_of(lines, [&](const Line& line) { return !column.cell(line).empty(); })) {
            used.push_back(&column);
            titles.push_back(column.title);
        }
    }
    if (titles.empty())
        return {};
    Table table(std::move(titles));
    std::optional<core::Runtime> runtime;
    for (const Line& line : lines) {
        // A sweep goes through the runtimes again and again.
        if (grouped && !report.experiment.sweep && runtime != line.strategy->strategy.runtime) {
            if (runtime)
                table.heading({});
            runtime = line.strategy->strategy.runtime;
            table.heading(report.environment.runtimeName(*runtime).english() + " · " +
                          workText(*outcome.workload, *runtime));
        }
        std::vector<std::string> cells;
        for (const Column* column : used)
            cells.push_back(column->cell(line));
        table.row(std::move(cells));
    }
    return table.text();
}

std::string runsText(const engine::ExperimentOutcome& outcome)
{
    std::string out;
    constexpr std::size_t readable = 20;
    for (const auto& run : outcome.lastRuns) {
        if (!run)
            continue;
        const std::string name = outcome.plan.strategies[run->strategy].strategy.text();
        const std::string order = run->items.size() <= readable ? finishingOrder(*run) : std::string();
        if (!order.empty())
            out += name + " finished in the order " + order + "\n";
        const Message conclusion = outcome.workload->conclusion(run->report.summary, run->report.tasks);
        if (!conclusion.empty())
            out += name + ": " + conclusion.english() + "\n";
        std::size_t failed = 0;
        for (std::size_t i = 0; i < run->items.size(); ++i) {
            if (run->items[i].status == core::TaskStatus::failed && ++failed <= readable)
                out += name + ", item " + std::to_string(i + 1) +
                       " failed: " + run->items[i].error.english() + "\n";
        }
        if (failed > readable)
            out += name + ": " + std::to_string(failed) + " items failed, of which " +
                   std::to_string(readable) + " are told here\n";
        if (run->report.lostRecords > 0)
            out += name + ": " + std::to_string(run->report.lostRecords) +
                   " records lost; the ledger is exact all the same\n";
    }
    return out;
}

std::string stagesText(const core::Report& report)
{
    std::string out;
    for (const analysis::StrategyNote& note : analysis::stageNotesOf(report))
        out += note.strategy + ": " + note.sentence.english() + "\n";
    return out;
}

/// What happened, and what to do about it.
std::string happenedText(const core::Report& report)
{
    std::string out;
    for (const core::Diagnosis& diagnosis : report.diagnoses) {
        out += "What happened under " + diagnosis.strategy + ": " + diagnosis.sentence.english() + " " +
               diagnosis.remedy.sentence.english() +
               (diagnosis.remedy.strategy.empty() ? "" : " Try " + diagnosis.remedy.strategy + ".") + "\n";
    }
    return out;
}

std::string expectationsText(const core::Report& report)
{
    std::string out;
    for (const core::CeilingReport& ceiling : report.ceilings) {
        out += "ceiling of this machine: " + analysis::ratioTexts(ceiling.median, ceiling.interval95).value +
               " × with " + std::to_string(ceiling.workers) + " threads (spinning, same blocks)\n";
    }
    for (const core::ExpectationResult& result : report.expectations) {
        const auto& [strategy, least, most, share] = result.expectation;
        out += "expected of " + strategy + ":" + (least ? " at least " + core::shortNumber(*least) : "") +
               (most ? " at most " + core::shortNumber(*most) : "");
        if (share) {
            out += " at least " + core::shortNumber(*share) + " of the ceiling of " +
                   core::ratioText(result.ceiling.value_or(0)) + " ×";
        }
        out += result.met ? ", met\n" : ", NOT met\n";
    }
    return out;
}

} // namespace

std::string workText(const core::Workload& workload, core::Runtime runtime)
{
    const Message amount = workload.amount(runtime);
    const std::size_t items = workload.itemCount();
    return "work: " +
           (amount.empty() ? std::to_string(items) + (items == 1 ? " item" : " items") : amount.english());
}

std::string reportText(const engine::ExperimentOutcome& outcome)
{
    const core::Report& report = outcome.report;
    std::string out = report.experiment.title + " · " + outcome.workload->describe().english() + "\n" +
                      report.environment.summary().english() + " · time scale " +
                      core::shortNumber(report.experiment.timeScale) + "\n\n" + tableText(outcome) + "\n";
    if (!report.experiment.sweep)
        out += runsText(outcome) + stagesText(report) + "\n";
    if (const Message finding = analysis::findingOf(report); !finding.empty())
        out += finding.english() + "\n";
    if (const Message other = analysis::otherFindingOf(report); !other.empty())
        out +=
            report.environment.runtimeName(core::Runtime::python).english() + ": " + other.english() + "\n";
    out += happenedText(report);
    if (const Message reserve = analysis::reserveOf(report); !reserve.empty())
        out += reserve.english() + "\n";
    for (const core::PointReport& point : report.points) {
        if (point.verdict)
            out += report.experiment.sweep->over + " = " + valueText(point.value) + ": " +
                   point.verdict->sentence.english() + "\n";
    }
    out += sweepText(report);
    out += analysis::methodOf(report).english() + "\n";
    if (report.noiseFloor) {
        const double fraction = report.noiseFloor->fraction;
        out += std::string("Noise floor: ") +
               (fraction < 0.001 ? std::string("below 0.1")
                                 : std::string(core::fixedNumber(fraction * 100, 1))) +
               " % (" + report.noiseFloor->strategy + " against itself).\n";
    }
    out += expectationsText(report);
    for (const Message& hint : report.hints)
        out += "Note: " + hint.english() + "\n";
    return out;
}

bool someFailed(const core::Report& report)
{
    return std::ranges::any_of(linesOf(report), [](const Line& line) {
        return std::ranges::any_of(line.strategy->runs,
                                   [](const core::RunReport& run) { return run.tasks.notMeant() > 0; });
    });
}

} // namespace overlap::cli
