// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/count_field.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSpinBox>
#include <QStyle>
#include <QToolButton>

namespace overlap::gui {

CountField::CountField(QWidget* parent)
    : QFrame(parent)
    , m_box(new QSpinBox(this))
    , m_less(new QToolButton(this))
    , m_more(new QToolButton(this))
{
    setProperty("role", QStringLiteral("field"));
    m_box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_box->installEventFilter(this);
    m_less->setText(QStringLiteral("−"));
    m_more->setText(QStringLiteral("+"));
    retranslate();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_box, 1);
    for (QToolButton* button : {m_less, m_more}) {
        button->setProperty("role", QStringLiteral("stepper"));
        button->setAutoRepeat(true);
        // The box itself takes ↑ and ↓, so the keyboard need not stop at each sign.
        button->setFocusPolicy(Qt::NoFocus);
        layout->addWidget(button);
    }
    connect(m_less, &QToolButton::clicked, m_box, &QSpinBox::stepDown);
    connect(m_more, &QToolButton::clicked, m_box, &QSpinBox::stepUp);
    connect(m_box, &QSpinBox::valueChanged, this, [this](int number) {
        updateButtons();
        Q_EMIT valueChanged(number);
    });
}

void CountField::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CountField::retranslate()
{
    m_less->setToolTip(tr("One less"));
    m_less->setAccessibleName(m_less->toolTip());
    m_more->setToolTip(tr("One more"));
    m_more->setAccessibleName(m_more->toolTip());
}

int CountField::value() const
{
    return m_box->value();
}

void CountField::setValue(int value)
{
    m_box->setValue(value);
}

void CountField::setRange(int minimum, int maximum)
{
    m_box->setRange(minimum, maximum);
    updateButtons();
}

void CountField::updateButtons()
{
    m_less->setEnabled(m_box->value() > m_box->minimum());
    m_more->setEnabled(m_box->value() < m_box->maximum());
}

bool CountField::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        setProperty("inside", event->type() == QEvent::FocusIn);
        style()->polish(this);
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace overlap::gui
