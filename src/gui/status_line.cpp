// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/status_line.h"

#include "core/text.h"
#include "session/experiment_draft.h"
#include "session/message_text.h"
#include "session/run_controller.h"
#include "ui_status_line.h"

#include <QEvent>
#include <QLocale>
#include <algorithm>

namespace overlap::gui {

namespace {

/// Only what was measured is a ground for an estimate: each strategy's last time in this experiment, or
/// before.
std::optional<double> secondsLeft(const session::RunController& controller)
{
    const session::LiveFeed& feed = controller.feed();
    if (!controller.running())
        return std::nullopt;
    // Of a sweep's runs none is taken to last longer than its baseline.
    const auto& estimate = controller.sweepEstimate();
    const double unknown = estimate ? estimate->seconds / static_cast<double>(estimate->runs) : 0;
    double seconds = 0;
    for (std::size_t i = feed.runsEnded(); i < feed.plan().runs.size(); ++i) {
        const std::size_t strategy = feed.plan().runs[i].strategy;
        const core::StrategyReport* known = feed.reportOf(strategy);
        if (!known && feed.previousReport())
            known = feed.previousReport()->strategy(feed.plan().strategies[strategy].strategy.text());
        if (!known && !estimate)
            return std::nullopt;
        seconds += known ? known->coldWallSeconds : unknown;
    }
    if (const session::Band* band = feed.current(); band && band->timeline)
        seconds -= core::toSeconds(band->timeline->end);
    return seconds > 0.5 ? std::optional<double>(seconds) : std::nullopt;
}

QString blockText(const core::Experiment& experiment)
{
    return experiment.precision ? StatusLine::tr("Block %1 of at most %2 · %3")
                                : StatusLine::tr("Block %1 of %2 · %3");
}

double progressOf(const session::LiveFeed& feed, const core::Workload* workload)
{
    const session::Band* band = feed.current();
    if (!band || feed.plan().runs.empty())
        return 0;
    const std::size_t items = workload ? workload->itemCount() : 0;
    const double within = band->timeline && items > 0
                              ? static_cast<double>(band->timeline->tasks.size()) / static_cast<double>(items)
                              : 0;
    return (static_cast<double>(feed.runsEnded()) + std::min(within, 1.0)) /
           static_cast<double>(feed.plan().runs.size());
}

} // namespace

StatusLine::StatusLine(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::StatusLine>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_StyledBackground);
    m_ui->progressBar->setFixedWidth(220);
    retranslate();
    setProgress(std::nullopt);
}

StatusLine::~StatusLine() = default;

void StatusLine::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StatusLine::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->progressBar->setAccessibleName(tr("Progress"));
}

void StatusLine::showPlan(const session::ExperimentDraft& draft)
{
    setStep(draft.problems().empty() ? tr("Ready") : session::sentenceText(draft.problems().front().message));
    setProgress(std::nullopt);
    setTimeLeft({});
    setCost({}, {});
}

void StatusLine::showRun(const session::RunController& controller, const core::Workload* workload)
{
    const session::LiveFeed& feed = controller.feed();
    const bool running = controller.running();
    if (const session::Band* band = feed.current(); running && band) {
        const engine::PlannedRun& run = feed.plan().runs[band->run];
        const QString strategy = QString::fromStdString(band->name());
        setStep(run.warmup ? tr("Warm-up · %1").arg(strategy)
                : run.block >= feed.experiment().repeats
                    ? tr("Block %1, in place of a disturbed one · %2").arg(run.block + 1).arg(strategy)
                    : blockText(feed.experiment())
                          .arg(run.block + 1)
                          .arg(feed.experiment().repeats)
                          .arg(strategy));
    } else if (running && feed.experiment().sweep && !controller.sweepEstimate()) {
        setStep(tr("Timing the baseline, to say how long this takes"));
    } else if (!running) {
        const QString took = session::figureText(core::durationText(core::toSeconds(controller.elapsed())));
        const bool stopped = feed.report() && feed.report()->cancelled;
        setStep(stopped ? tr("Stopped after %1").arg(took) : tr("Done in %1").arg(took));
    }
    setProgress(running ? std::optional<double>(progressOf(feed, workload)) : std::nullopt);
    const std::optional<double> left = secondsLeft(controller);
    // One that stops when it is sure may stop long before its limit.
    const QString leftText =
        feed.experiment().precision ? tr("at most about %1 s left") : tr("about %1 s left");
    setTimeLeft(left ? leftText.arg(qRound(*left)) : QString());
    setCost(tr("%1 events lost · watching costs %2 %")
                .arg(feed.lostRecords())
                .arg(QLocale().toString(100 * controller.watchingShare(), 'f', 1)),
            tr("Events that did not fit into a lane's ring; times per state stay exact all the "
               "same. Watching: CPU time of this window while it runs, as a share of all cores."));
}

void StatusLine::setStep(const QString& text)
{
    m_ui->stepLabel->setText(text);
}

void StatusLine::setProgress(std::optional<double> progress)
{
    m_ui->progressBar->setVisible(progress.has_value());
    if (progress)
        m_ui->progressBar->setValue(static_cast<int>(*progress * m_ui->progressBar->maximum()));
}

void StatusLine::setTimeLeft(const QString& text)
{
    m_ui->leftLabel->setText(text);
}

void StatusLine::setCost(const QString& text, const QString& details)
{
    m_ui->costLabel->setText(text);
    m_ui->costLabel->setToolTip(details);
}

} // namespace overlap::gui
