// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/status_line.h"

#include "ui_status_line.h"

#include <QEvent>

namespace overlap::gui {

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
    m_ui->progressBar->setAccessibleName(tr("Progress"));
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
