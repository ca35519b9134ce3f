// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/asked_experiment.h"
#include "cli/attempts.h"
#include "cli/command.h"
#include "cli/crossover_text.h"
#include "cli/progress.h"
#include "cli/report_text.h"
#include "cli/table.h"
#include "core/json.h"
#include "engine/crossover.h"
#include "exporting/csv.h"

#include <algorithm>
#include <cstdio>
#include <optional>

namespace overlap::cli {

using core::Error;
using core::Message;

namespace {

/// What has been measured, a line for each value; between them the line of what runs.
class Watch
{
public:
    explicit Watch(bool enabled) : m_enabled(enabled) { m_progress.emplace(enabled); }

    void tell(const engine::LiveEvent& event) { m_progress->tell(event); }

    void tell(const engine::CrossoverStep& step)
    {
        if (!m_enabled)
            return;
        m_progress.reset(); // and its line with it
        if (m_last) {
            const auto& points = step.report->points;
            const auto done = std::ranges::find_if(
                points, [&](const core::CrossoverPoint& point) { return point.measured.value == *m_last; });
            if (done != points.end())
                std::fputs(crossoverPointText(*step.report, *done).c_str(), stderr);
        }
        m_last = step.next;
        m_progress.emplace(m_enabled);
    }

private:
    bool m_enabled;
    std::optional<Progress> m_progress;
    std::optional<core::Value> m_last;
};

} // namespace

int crossoverCommand(const CrossoverOptions& options, const Context& context)
{
    const RunOptions& run = options.run;
    const core::Experiment experiment =
        askedCrossover(findExperiment(run.experiment, context, context.cores), run, context);
    if (run.jsonFile == "-" && run.csvFile == "-")
        throw Error(
            Message(OVERLAP_TR_NOOP("Messages", "only one of --json and --csv can go to standard output")));
    engine::EngineServices services{context.paths, context.launcher, context.catalogue, 0};
    services.python = engine::pythonOnce(run.python, context.launcher);
    // Without one of the two there is nothing to compare, whoever chose them.
    if (engine::usesPython(experiment, context.catalogue)) {
        if (const engine::PythonChoice choice = services.python(); !choice.facts)
            throw Error(choice.reason);
    }
    core::CrossoverBudget budget;
    budget.points = options.points.value_or(budget.points);
    const core::CrossoverReport report = [&] {
        Watch watch(!run.quiet);
        return engine::findCrossover(
            experiment, budget, services, context.stop,
            [&](const engine::LiveEvent& event) { watch.tell(event); },
            [&](const engine::CrossoverStep& step) { watch.tell(step); });
    }();

    Attempts attempt;
    if (!run.quiet && run.jsonFile != "-" && run.csvFile != "-")
        attempt([&] { writeOutput("-", crossoverText(report)); });
    if (run.jsonFile)
        attempt([&] { writeOutput(*run.jsonFile, core::writeJson(report.toValue())); });
    if (run.csvFile)
        attempt([&] { writeOutput(*run.csvFile, exporting::runsAsCsv(report.measured())); });
    if (!run.charts.empty())
        attempt([&] { context.writeCrossoverCharts(run.charts, report); });
    attempt.finish();
    if (report.cancelled)
        return exitCancelled;
    return someFailed(report.measured()) ? exitTasksFailed : exitDone;
}

} // namespace overlap::cli
