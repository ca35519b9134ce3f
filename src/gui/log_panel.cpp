// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/log_panel.h"

#include "core/text.h"
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

void LogPanel::writeRuns(const session::LiveFeed& feed, const core::Workload* workload, std::size_t first)
{
    for (const session::Band& band : feed.bands()) {
        if (!band.outcome || band.outcome->index < first)
            continue;
        const core::RunReport& run = band.outcome->report;
        write(tr("%1: %2, %3 done, %4 failed, %5 cancelled")
                  .arg(QString::fromStdString(band.strategy.text()),
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
}

} // namespace overlap::gui
