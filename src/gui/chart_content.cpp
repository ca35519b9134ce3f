// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart_content.h"

#include "analysis/bottleneck.h"
#include "analysis/finding.h"
#include "analysis/latency_finding.h"
#include "analysis/ledger_finding.h"
#include "analysis/measured_runs.h"
#include "analysis/standing.h"
#include "analysis/sweep_finding.h"
#include "analysis/timeline_summary.h"
#include "charts/scaling_content.h"
#include "gui/selection_panel.h"
#include "session/message_text.h"
#include "session/stretch_report.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace overlap::gui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(overlap::gui::ChartContent)

public:
    static QString work(std::size_t items)
    {
        return items == 1 ? tr("work: 1 item") : tr("work: %1 items").arg(items);
    }
    static QString work(const QString& amount) { return tr("work: %1").arg(amount); }
    static QString preparing() { return tr("getting ready"); }
    static QString block(int number) { return tr("block %1").arg(number); }
    static QString warmup() { return tr("warm-up"); }
    static QString ghost() { return tr("Thin lines: the run before."); }
    static QString onlyDisturbed(int blocks)
    {
        return blocks == 1 ? tr("The first block was disturbed by something else on this machine: it runs "
                                "anew at the end.")
                           : tr("All %1 blocks so far were disturbed by something else on this machine: "
                                "they run anew at the end.")
                                 .arg(blocks);
    }
    static QString recordedElsewhere() { return tr("opened from a file"); }
    static QString recordedBy(const QString& program)
    {
        return tr("opened from a file, recorded by %1").arg(program);
    }
    static QString oneRun() { return tr("One run of each, as the file has it."); }
    static QString stretch(const QString& range) { return tr("%1, selected in the lanes").arg(range); }
    static QString stretchLedger()
    {
        return tr("The runs that stand in the lanes, and of them this stretch alone: workers × its length.");
    }
    static QString stretchLatencies()
    {
        return tr("Of the runs that stand in the lanes, the items that ended in this stretch, each with its "
                  "whole time.");
    }
    static QString stopped() { return tr("stopped"); }
    static QString failed(std::size_t count) { return tr("%1 failed").arg(count); }
    static QString failedAsMeant(std::size_t count) { return tr("%1 failed, as meant").arg(count); }
};

/// A sentence as a part of a line.
QString phraseOf(QString sentence)
{
    if (sentence.endsWith(QLatin1Char('.')))
        sentence.chop(1);
    return sentence;
}

/// What the work itself came to, said once where it is the same for every strategy of a runtime.
QStringList conclusionsOf(const session::LiveFeed& feed, const core::Workload& workload,
                          core::Runtime runtime)
{
    QStringList names;
    QStringList sentences;
    for (const session::Band& band : feed.bands()) {
        if (!band.outcome || band.strategy.runtime != runtime)
            continue;
        const core::Message conclusion =
            workload.conclusion(band.outcome->report.summary, band.outcome->report.tasks);
        if (conclusion.empty())
            continue;
        names << QString::fromStdString(band.strategy.text());
        sentences << session::messageText(conclusion);
    }
    if (sentences.size() > 1 && sentences.count(sentences.front()) == sentences.size())
        return {sentences.front().left(1).toUpper() + sentences.front().mid(1)};
    for (qsizetype i = 0; i < sentences.size(); ++i)
        sentences[i] = names[i] + QStringLiteral(": ") + sentences[i];
    return sentences;
}

/// Over each runtime's strategies: its name, and how much work it is given.
template <class Content>
void nameGroups(Content& content, const core::Environment* environment, const core::Workload* workload)
{
    for (const core::Runtime runtime : {core::Runtime::native, core::Runtime::python}) {
        const auto group = static_cast<std::size_t>(runtime);
        if (environment)
            content.runtimeName[group] = session::messageText(environment->runtimeName(runtime));
        if (!workload)
            continue;
        if (const core::Message amount = workload->amount(runtime); !amount.empty())
            content.runtimeWork[group] = Words::work(session::messageText(amount));
        else if (workload->itemCount() > 0) // else they have still to be looked for
            content.runtimeWork[group] = Words::work(workload->itemCount());
    }
}

template <class Content>
void nameGroups(Content& content, const session::LiveFeed& feed)
{
    nameGroups(content, feed.environment() ? &*feed.environment() : nullptr, feed.workload().get());
}

void groupBands(charts::GanttContent& content)
{
    std::ranges::stable_sort(content.bands, {},
                             [](const charts::GanttBand& band) { return band.strategy.runtime; });
}

/// Of both, with their names where they differ: each has an amount of work of its own.
QStringList conclusionsOf(const session::LiveFeed& feed, const core::Workload& workload)
{
    QStringList native = conclusionsOf(feed, workload, core::Runtime::native);
    QStringList python = conclusionsOf(feed, workload, core::Runtime::python);
    if (native == python)
        return native;
    const auto name = [&feed](core::Runtime runtime, QStringList& sentences) {
        if (sentences.size() == 1 && feed.environment())
            sentences.front() = session::messageText(feed.environment()->runtimeName(runtime)) +
                                QStringLiteral(": ") + sentences.front();
    };
    if (!native.isEmpty() && !python.isEmpty()) {
        name(core::Runtime::native, native);
        name(core::Runtime::python, python);
    }
    return native + python;
}

void describe(charts::GanttContent& content, const core::Experiment& experiment,
              const std::shared_ptr<const core::Workload>& workload)
{
    content.title = session::translatedText("Experiments", experiment.title);
    if (!workload)
        return;
    content.subtitle = session::messageText(workload->describe());
    if (experiment.timeScale != 1.0)
        content.subtitle +=
            QStringLiteral(" · ") + phraseOf(session::messageText(analysis::scaleOf(experiment)));
    content.itemCount = workload->itemCount();
    content.itemLabel = [workload](core::ItemIndex item) {
        return item < workload->itemCount() ? session::numberedText("Items", workload->itemLabel(item))
                                            : QString();
    };
    content.stageLabel = [stages = workload->stages()](core::StageIndex stage) {
        return stage < stages.size() ? session::translatedText("Workloads", stages[stage].name) : QString();
    };
    for (const core::StageInfo& stage : workload->stages()) {
        if (stage.nature != core::Nature::waiting)
            content.expectedStates.push_back(core::State::computing);
        if (stage.nature != core::Nature::computing)
            content.expectedStates.push_back(core::State::waiting);
    }
}

/// What a file says of its items; the workload is not there to be asked.
void describe(charts::GanttContent& content, const std::shared_ptr<const core::SavedRun>& run)
{
    content.subtitle = run->program.empty() ? Words::recordedElsewhere()
                                            : Words::recordedBy(QString::fromStdString(run->program));
    content.itemLabel = [run](core::ItemIndex item) {
        return item < run->items.size() ? session::numberedText("Items", run->items[item]) : QString();
    };
    content.stageLabel = [run](core::StageIndex stage) {
        return stage < run->stages.size() ? session::translatedText("Workloads", run->stages[stage])
                                          : QString();
    };
}

QStringList subtitlesOf(const session::Band& band, const engine::Plan& plan)
{
    QStringList lines;
    if (band.status == session::BandStatus::preparing)
        lines << Words::preparing();
    const engine::PlannedRun& run = plan.runs[band.run];
    const bool started =
        band.status == session::BandStatus::running || band.status == session::BandStatus::ended;
    if (started && plan.runs.size() > plan.strategies.size())
        lines << (run.warmup ? Words::warmup() : Words::block(run.block + 1));
    if (band.status == session::BandStatus::ended && band.outcome) {
        if (band.outcome->report.tasks.cancelled > 0)
            lines << Words::stopped();
        const core::TaskCounts& tasks = band.outcome->report.tasks;
        if (tasks.notMeant() > 0)
            lines << Words::failed(tasks.notMeant());
        if (tasks.meant > 0)
            lines << Words::failedAsMeant(tasks.meant);
    }
    return lines;
}

/// While every block so far was disturbed and none counts: why there are no figures yet. Else empty.
QString whyNothing(const session::LiveFeed& feed)
{
    const auto blocks = static_cast<int>(feed.replacedBlocks().size());
    return blocks > 0 && feed.report()->strategies.empty() ? Words::onlyDisturbed(blocks) : QString();
}

/// How it was measured, under the finding; nothing while nothing was.
QString captionOf(const session::LiveFeed& feed, const core::Message& method, const core::Message& noise = {})
{
    if (feed.report()->strategies.empty())
        return {};
    return (session::messageText(analysis::scaleOf(feed.experiment())) + QLatin1Char(' ') +
            session::messageText(method) + QLatin1Char(' ') + session::messageText(noise))
        .trimmed();
}

/// Strategies that have not run yet wait as rows, in the order of the bands.
void addWaiting(core::Report& report, const session::LiveFeed& feed)
{
    if (feed.experiment().sweep)
        return; // its strategies stand in the chart of the sweep
    std::vector<core::StrategyReport> rows;
    for (const session::Band& band : feed.bands()) {
        if (const core::StrategyReport* known = report.strategy(band.strategy.text())) {
            rows.push_back(*known);
            continue;
        }
        core::StrategyReport waiting;
        waiting.strategy = band.strategy;
        waiting.baseline = core::baselineOf(band.strategy.runtime);
        rows.push_back(std::move(waiting));
    }
    report.experiment = feed.experiment();
    report.strategies = std::move(rows);
}

} // namespace

std::shared_ptr<const core::Workload> workloadOf(const session::ExperimentDraft& draft)
{
    for (const core::Problem& problem : draft.problems()) {
        if (problem.pointer.starts_with("/workload"))
            return nullptr;
    }
    return draft.workload().make(draft.experiment().parameters);
}

charts::GanttContent plannedLanes(const session::ExperimentDraft& draft,
                                  std::shared_ptr<const core::Workload> workload)
{
    charts::GanttContent content;
    describe(content, draft.experiment(), workload);
    const core::Environment environment = draft.python().described({});
    nameGroups(content, &environment, workload.get());
    for (const engine::PlannedStrategy& planned : draft.plan().strategies) {
        charts::GanttBand band;
        band.strategy = planned.strategy;
        band.isBaseline = planned.strategy.name == core::baselineOf(planned.strategy.runtime);
        band.waiting = true;
        band.folded = draft.experiment().sweep.has_value(); // many, of which one may be looked into
        band.expectedLanes = planned.strategy.workers();
        content.bands.push_back(std::move(band));
    }
    groupBands(content);
    return content;
}

charts::GanttContent liveLanes(const session::LiveFeed& feed, std::shared_ptr<const core::Workload> workload)
{
    charts::GanttContent content;
    describe(content, feed.experiment(), workload);
    if (feed.opened())
        describe(content, feed.opened());
    nameGroups(content, feed.environment() ? &*feed.environment() : nullptr, workload.get());
    for (std::size_t i = 0; i < feed.bands().size(); ++i) {
        const session::Band& source = feed.bands()[i];
        charts::GanttBand band;
        band.strategy = source.strategy;
        if (!source.point.empty())
            band.title = QString::fromStdString(source.name());
        band.folded = feed.experiment().sweep.has_value();
        band.isBaseline = source.strategy.name == core::baselineOf(source.strategy.runtime);
        band.subtitles = subtitlesOf(source, feed.plan());
        band.waiting =
            source.status == session::BandStatus::waiting || source.status == session::BandStatus::preparing;
        band.running = source.status == session::BandStatus::running;
        band.expectedLanes = source.strategy.workers();
        band.timeline = source.timeline;
        if (feed.opened()) {
            band.finishSeconds = core::toSeconds(source.timeline->end);
            band.unfinished = feed.opened()->bands[i].stopped;
        }
        if (source.status == session::BandStatus::ended && source.outcome) {
            band.finishSeconds = source.outcome->report.wallSeconds;
            const core::StrategyReport* report = feed.reportOf(i);
            const bool whole = analysis::isWhole(source.outcome->report.tasks);
            band.unfinished = !whole;
            if (report && report->speedup && whole && report->comparable) {
                const auto measured = analysis::measuredRuns(report->runs);
                band.blocks = static_cast<int>(measured.size());
                // Of a single block only beside the times of that block.
                if (band.blocks > 1 || measured.front()->block == source.outcome->report.block)
                    band.speedup = report->speedup;
            }
        }
        content.bands.push_back(std::move(band));
    }
    groupBands(content);
    return content;
}

charts::TimingsContent exportedTimings(const session::LiveFeed& feed, const core::Workload* workload)
{
    charts::TimingsContent content;
    if (feed.report()) {
        content.report = *feed.report();
        content.finding = (session::messageText(analysis::findingOf(content.report)) + QLatin1Char(' ') +
                           session::messageText(analysis::reserveOf(content.report)) + whyNothing(feed))
                              .trimmed();
        content.caption =
            captionOf(feed, analysis::methodOf(content.report), analysis::noiseOf(content.report));
        if (workload)
            content.hints << conclusionsOf(feed, *workload);
        for (const analysis::StrategyNote& note : analysis::stageNotesOf(content.report)) {
            content.hints << QString::fromStdString(note.strategy + ": ") +
                                 session::messageText(note.sentence);
        }
        for (const core::Message& hint : content.report.hints)
            content.hints << session::messageText(hint);
    }
    nameGroups(content, feed);
    addWaiting(content.report, feed);
    return content;
}

charts::TimingsContent liveTimings(const session::LiveFeed& feed, const core::Workload* workload)
{
    charts::TimingsContent content = exportedTimings(feed, workload);
    if (!feed.previousReport())
        return content;
    content.previous = *feed.previousReport();
    if (!content.caption.isEmpty())
        content.caption += QLatin1Char(' ') + Words::ghost();
    return content;
}

charts::LedgerContent liveLedger(const session::LiveFeed& feed)
{
    charts::LedgerContent content;
    if (feed.opened()) {
        content.report = analysis::reportOf(*feed.opened());
        content.finding = session::messageText(analysis::ledgerSentenceOf(*feed.opened()));
        content.caption = Words::oneRun();
        return content;
    }
    if (feed.report()) {
        content.report = *feed.report();
        const analysis::LedgerFinding found = analysis::ledgerFindingOf(content.report);
        content.finding = session::messageText(found.sentence) + whyNothing(feed);
        if (!found.strategy.empty())
            content.finding = QString::fromStdString(found.strategy + ": ") + content.finding;
        content.caption = captionOf(feed, analysis::ledgerMethodOf(content.report));
    }
    nameGroups(content, feed);
    addWaiting(content.report, feed);
    return content;
}

charts::LatenciesContent liveLatencies(const session::LiveFeed& feed)
{
    charts::LatenciesContent content;
    if (feed.report()) {
        content.report = *feed.report();
        content.finding = session::messageText(analysis::latencyFindingOf(content.report)) + whyNothing(feed);
        content.caption = captionOf(feed, analysis::latencyMethodOf(content.report));
    }
    nameGroups(content, feed);
    addWaiting(content.report, feed);
    return content;
}

charts::LedgerContent stretchLedger(const session::LiveFeed& feed, const session::Stretch& stretch)
{
    charts::LedgerContent content = liveLedger(feed);
    content.report = session::reportOf(stretch, std::move(content.report));
    content.finding = Words::stretch(stretchText(stretch.range));
    content.caption = Words::stretchLedger();
    return content;
}

charts::LatenciesContent stretchLatencies(const session::LiveFeed& feed, const session::Stretch& stretch)
{
    charts::LatenciesContent content = liveLatencies(feed);
    content.report = session::reportOf(stretch, std::move(content.report));
    content.finding = Words::stretch(stretchText(stretch.range));
    content.caption = Words::stretchLatencies();
    return content;
}

charts::ScalingContent liveScaling(const session::LiveFeed& feed)
{
    if (!feed.report() || !feed.experiment().sweep)
        return {};
    const core::Report& report = *feed.report();
    charts::ScalingContent content = charts::scalingContentOf(report);
    QStringList sentences;
    for (const core::Message& sentence : analysis::sentencesOf(report))
        sentences << session::sentenceText(sentence);
    content.finding = sentences.isEmpty() ? QString() : sentences.takeFirst();
    content.caption = (sentences.join(QLatin1Char(' ')) + QLatin1Char(' ') +
                       session::messageText(analysis::scaleOf(feed.experiment())))
                          .trimmed();
    return content;
}

QString exportCaption(const core::Report& report)
{
    const core::Environment& environment = report.environment;
    return session::translatedText("Experiments", report.experiment.title) + QStringLiteral(" · ") +
           session::messageText(environment.summary()) +
           QString::fromStdString(" · " + environment.program + " · " + environment.date.substr(0, 10));
}

} // namespace overlap::gui
