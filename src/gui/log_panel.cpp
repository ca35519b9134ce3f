// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/log_panel.h"

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

} // namespace overlap::gui
