// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/chart_output.h"

#include "analysis/finding.h"
#include "analysis/latency_finding.h"
#include "analysis/ledger_finding.h"
#include "analysis/sweep_finding.h"
#include "analysis/timeline_summary.h"
#include "charts/builtin_charts.h"
#include "cli/attempts.h"
#include "cli/crossover_text.h"
#include "cli/report_text.h"

#include <QApplication>
#include <QTemporaryDir>
#include <optional>

namespace overlap::cli {

namespace {

std::string knownKinds()
{
    std::string names;
    for (const charts::ChartDescriptor& chart : charts::chartKinds())
        names += (names.empty() ? "" : ", ") + std::string(chart.id);
    return names;
}

/// The program's only QApplication, for drawing into memory, without a display.
class Drawing
{
public:
    Drawing()
    {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        // Qt complains on standard error where there is none, as on a machine that nobody has logged in to,
        // or one of somebody else. Drawing into memory needs none.
        qputenv("XDG_RUNTIME_DIR", m_runtime.path().toLocal8Bit());
        m_application.emplace(m_argc, m_argv);
        QLocale::setDefault(QLocale::c()); // the command line is English
    }

private:
    const QTemporaryDir m_runtime;
    int m_argc = 1;
    char m_name[12] = "overlap-cli";
    char* m_argv[2] = {m_name, nullptr};
    std::optional<QApplication> m_application;
};

QString qt(const std::string& text)
{
    return QString::fromStdString(text);
}

/// What stands at the foot of every slide: the experiment, the machine, the program and the day.
QString captionOf(const core::Experiment& experiment, const core::Environment& environment)
{
    return qt(experiment.title + " · " + environment.summary().english() + " · " + environment.program +
              " · " + environment.date.substr(0, 10));
}

constexpr std::string_view crossoverChart = "crossover";
constexpr std::string_view lanesChart = "lanes";

} // namespace

void checkCharts(const std::vector<ChartRequest>& requests)
{
    for (const ChartRequest& request : requests) {
        if (!charts::chartKind(request.kind)) {
            throw core::Error(
                core::Message(OVERLAP_TR_NOOP("Messages", "there is no chart “%1”; there are: %2"),
                              {request.kind, knownKinds()}));
        }
        charts::imageFormatOf(request.file);
    }
}

void checkCrossoverCharts(const std::vector<ChartRequest>& requests)
{
    for (const ChartRequest& request : requests) {
        if (request.kind != crossoverChart)
            throw core::Error(core::Message(OVERLAP_TR_NOOP("Messages", "of a crossover there is the chart "
                                                                        "“%1” alone"),
                                            {std::string(crossoverChart)}),
                              "--chart");
        charts::imageFormatOf(request.file);
    }
}

void checkLanesCharts(const std::vector<ChartRequest>& requests)
{
    for (const ChartRequest& request : requests) {
        if (request.kind != lanesChart)
            throw core::Error(core::Message(OVERLAP_TR_NOOP("Messages", "of a file with lanes there is the "
                                                                        "chart “%1” alone"),
                                            {std::string(lanesChart)}),
                              "--chart");
        charts::imageFormatOf(request.file);
    }
}

void writeCharts(const std::vector<ChartRequest>& requests, const engine::ExperimentOutcome& outcome,
                 const Context& context)
{
    const Drawing drawing;

    const core::Report& report = outcome.report;
    const auto& workload = outcome.workload;
    charts::ChartInput input;
    input.report = report;
    for (const auto& run : outcome.lastRuns) {
        if (run)
            input.timelines[outcome.plan.strategies[run->strategy].strategy.text()] = run->timeline;
    }
    for (std::size_t i = 0; i < workload->itemCount(); ++i)
        input.itemLabels.push_back(workload->itemLabel(static_cast<core::ItemIndex>(i)));
    input.title = qt(report.experiment.title);
    input.subtitle = qt(workload->describe().english());
    input.finding =
        qt(analysis::findingOf(report).english() + " " + analysis::reserveOf(report).english()).trimmed();
    input.method = qt((analysis::scaleOf(report.experiment).english() + " " +
                       analysis::methodOf(report).english() + " " + analysis::noiseOf(report).english()))
                       .trimmed();
    input.caption = captionOf(report.experiment, report.environment);
    for (const core::Message& hint : report.hints)
        input.hints << qt(hint.english());
    const analysis::LedgerFinding ledger = analysis::ledgerFindingOf(report);
    input.ledgerFinding =
        qt((ledger.strategy.empty() ? "" : ledger.strategy + ": ") + ledger.sentence.english());
    input.ledgerMethod = qt((analysis::scaleOf(report.experiment).english() + " " +
                             analysis::ledgerMethodOf(report).english()))
                             .trimmed();
    input.latencyFinding = qt(analysis::latencyFindingOf(report).english());
    input.latencyMethod = qt((analysis::scaleOf(report.experiment).english() + " " +
                              analysis::latencyMethodOf(report).english()))
                              .trimmed();
    for (const core::Runtime group : {core::Runtime::native, core::Runtime::python}) {
        const auto index = static_cast<std::size_t>(group);
        input.runtimeName[index] = qt(report.environment.runtimeName(group).english());
        input.runtimeWork[index] = qt(workText(*workload, group));
    }
    if (report.experiment.sweep) {
        const std::vector<core::Message> sentences = analysis::sentencesOf(report);
        input.finding = sentences.empty() ? QString() : qt(sentences.front().english());
        input.method = qt(analysis::scaleOf(report.experiment).english());
    }
    const charts::Palette palette = charts::loadPalette(context.paths.palette());
    Attempts attempt;
    for (const ChartRequest& request : requests)
        attempt([&] {
            charts::exportChart(charts::chartKind(request.kind)->kind, input, palette, request.file);
        });
    attempt.finish();
}

void writeCrossoverCharts(const std::vector<ChartRequest>& requests, const core::CrossoverReport& report,
                          const Context& context)
{
    const Drawing drawing;
    charts::CrossoverContent content = charts::crossoverContentOf(report);
    content.finding = qt(report.sentence.english());
    content.caption = qt(crossoverMethodText(report));
    const charts::Slide slide{content, content.finding, captionOf(report.experiment, report.environment)};
    const charts::Palette palette = charts::loadPalette(context.paths.palette());
    Attempts attempt;
    for (const ChartRequest& request : requests)
        attempt([&] { charts::saveSlide(slide, palette, request.file); });
    attempt.finish();
}

void writeLanesCharts(const std::vector<ChartRequest>& requests, const core::SavedRun& run,
                      const Context& context)
{
    const Drawing drawing;
    charts::GanttContent content;
    content.title = qt(run.title);
    content.itemLabel = [&run](core::ItemIndex item) {
        return item < run.items.size() ? qt(run.items[item]) : QString();
    };
    content.stageLabel = [&run](core::StageIndex stage) {
        return stage < run.stages.size() ? qt(run.stages[stage]) : QString();
    };
    for (const core::SavedBand& saved : run.bands) {
        charts::GanttBand band;
        band.strategy = saved.strategy;
        if (!saved.point.empty())
            band.title = qt(analysis::nameOf(saved));
        band.timeline = saved.timeline;
        band.unfinished = saved.stopped;
        band.finishSeconds = core::toSeconds(saved.timeline->end);
        content.bands.push_back(std::move(band));
    }
    const QString finding = qt(analysis::ledgerSentenceOf(run).english());
    const QString caption = qt(run.title + (run.program.empty() ? "" : " · " + run.program));
    const charts::Slide slide{content, finding, caption};
    const charts::Palette palette = charts::loadPalette(context.paths.palette());
    Attempts attempt;
    for (const ChartRequest& request : requests)
        attempt([&] { charts::saveSlide(slide, palette, request.file); });
    attempt.finish();
}

} // namespace overlap::cli
