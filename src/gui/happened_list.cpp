// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/happened_list.h"

#include "session/message_text.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace overlap::gui {

namespace {

QLabel* addLabel(QVBoxLayout* column, const QString& name, const QString& text)
{
    auto* label = new QLabel(text, column->parentWidget());
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    column->addWidget(label);
    return label;
}

QToolButton* addLink(QVBoxLayout* column, const QString& name, const QString& text, const QString& help)
{
    auto* link = new QToolButton(column->parentWidget());
    link->setObjectName(name);
    link->setProperty("role", QStringLiteral("link"));
    link->setText(text);
    link->setWhatsThis(help);
    column->addWidget(link);
    return link;
}

} // namespace

HappenedList::HappenedList(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    hide();
}

void HappenedList::setDiagnoses(std::vector<core::Diagnosis> diagnoses)
{
    m_diagnoses = std::move(diagnoses);
    retranslate();
    setVisible(!m_diagnoses.empty());
}

void HappenedList::retranslate()
{
    delete m_rows;
    m_rows = new QWidget(this);
    auto* column = new QVBoxLayout(m_rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (std::size_t i = 0; i < m_diagnoses.size(); ++i)
        addRow(column, i);
    layout()->addWidget(m_rows);
}

void HappenedList::addRow(QVBoxLayout* column, std::size_t index)
{
    const core::Diagnosis& diagnosis = m_diagnoses[index];
    const QString number = QString::number(index);
    const QString strategy = QString::fromStdString(diagnosis.strategy);
    if (index == 0 || m_diagnoses[index - 1].strategy != diagnosis.strategy) {
        if (index > 0)
            column->addSpacing(8);
        addLabel(column, QStringLiteral("happenedStrategy_") + number, strategy)
            ->setProperty("role", QStringLiteral("term"));
    }
    addLabel(column, QStringLiteral("happened_") + number, session::sentenceText(diagnosis.sentence));
    addLabel(column, QStringLiteral("happenedRemedy_") + number,
             session::messageText(diagnosis.remedy.sentence))
        ->setProperty("role", QStringLiteral("secondary"));
    if (diagnosis.place) {
        const session::TimeRange range{diagnosis.place->begin, diagnosis.place->end};
        QToolButton* const show = addLink(
            column, QStringLiteral("happenedShow_") + number, tr("Show in the lanes"),
            tr("Selects the stretch of time in which it can be seen best, and scrolls to its lanes."));
        connect(show, &QToolButton::clicked, this,
                [this, strategy, range] { Q_EMIT placeWanted(strategy, range); });
    }
    if (!diagnosis.remedy.strategy.empty()) {
        const QString remedy = QString::fromStdString(diagnosis.remedy.strategy);
        QToolButton* const add =
            addLink(column, QStringLiteral("happenedTry_") + number, tr("Add %1").arg(remedy),
                    tr("Chooses this strategy for the next run, so that both can be compared."));
        connect(add, &QToolButton::clicked, this, [this, remedy] { Q_EMIT strategyWanted(remedy); });
    }
}

} // namespace overlap::gui
