// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/log_panel.h"

#include "core/text.h"
#include "gui/chart_content.h"
#include "session/message_text.h"
#include "ui_log_panel.h"

#include <QEvent>
#include <QFontDatabase>
#include <QTime>

namespace overlap::gui {

LogPanel::LogPanel(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::LogPanel>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_StyledBackground);
    m_ui->logText->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    retranslate();
}

LogPanel::~LogPanel() = default;

void LogPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LogPanel::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->logText->setAccessibleName(tr("Log"));
}

void LogPanel::write(const QString& line)
{
    m_ui->logText->appendPlainText(QTime::currentTime().toString(QStringLiteral("HH:mm:ss  ")) + line);
}

QString LogPanel::blockText(const session::LiveFeed& feed, const core::RunReport& run)
{
    if (feed.plan().runs.size() <= feed.plan().strategies.size())
        return {};
    return (run.warmup ? tr("warm-up") : tr("block %1").arg(run.block + 1)) + QStringLiteral(" · ");
}

void LogPanel::writeRuns(const session::LiveFeed& feed, const core::Workload* workload, std::size_t first)
{
    for (const session::Band& band : feed.bands()) {
        if (!band.outcome || band.outcome->index < first)
            continue;
        const core::RunReport& run = band.outcome->report;
        write(blockText(feed, run) + tr("%1: %2, %3 done, %4 failed, %5 cancelled")
                                         .arg(QString::fromStdString(band.name()),
                                              session::figureText(core::durationText(run.wallSeconds)))
                                         .arg(run.tasks.done)
                                         .arg(run.tasks.failed)
                                         .arg(run.tasks.cancelled));
        for (std::size_t i = 0; i < band.outcome->items.size(); ++i) {
            const core::ItemResult& item = band.outcome->items[i];
            if (item.status != core::TaskStatus::failed)
                continue;
            const QString name =
                workload
                    ? session::numberedText("Items", workload->itemLabel(static_cast<core::ItemIndex>(i)))
                    : QString::number(i + 1);
            write(tr("  %1: %2").arg(name, session::messageText(item.error)));
        }
    }
    if (first == 0)
        m_replaced = 0;
    for (; m_replaced < feed.replacedBlocks().size(); ++m_replaced)
        write(tr("block %1 was disturbed by something else on this machine and runs anew at the end")
                  .arg(feed.replacedBlocks()[m_replaced] + 1));
}

void LogPanel::writeEnd(const session::LiveFeed& feed, const core::Workload* workload)
{
    const charts::TimingsContent timings = exportedTimings(feed, workload);
    for (const QString& line : QStringList(timings.finding) + timings.hints)
        write(line);
}

} // namespace overlap::gui
