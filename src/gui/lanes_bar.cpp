// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lanes_bar.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QToolButton>

namespace overlap::gui {

LanesBar::LanesBar(QWidget* lanes)
    : QFrame(lanes)
    , m_lanes(lanes)
    , m_row(new QHBoxLayout(this))
    , m_field(new QLineEdit(this))
    , m_text(new QLabel(this))
{
    setProperty("role", QStringLiteral("lanesBar"));
    setAttribute(Qt::WA_StyledBackground);
    m_field->setMinimumWidth(190);
    m_text->setTextFormat(Qt::PlainText);
    m_row->setContentsMargins(8, 6, 8, 6);
    m_row->setSpacing(6);
    m_row->addWidget(m_field);
    m_row->addWidget(m_text);
    m_close = addButton(QStringLiteral("closeLanesBar"), QStringLiteral("✕"));
    connect(m_close, &QToolButton::clicked, this, &LanesBar::dismiss);
    m_field->installEventFilter(this);
    m_lanes->installEventFilter(this);
    hide();
    say({});
}

QToolButton* LanesBar::addButton(const QString& name, const QString& sign)
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setProperty("role", QStringLiteral("stepper"));
    button->setText(sign);
    m_row->addWidget(button);
    if (m_close) // it stays the last one
        m_row->addWidget(m_close);
    return button;
}

void LanesBar::say(const QString& text, bool problem)
{
    m_text->setVisible(!text.isEmpty());
    m_text->setProperty("role", problem ? QStringLiteral("problem") : QStringLiteral("secondary"));
    m_text->style()->unpolish(m_text);
    m_text->style()->polish(m_text);
    const bool isNew = m_text->text() != text;
    m_text->setText(text);
    place();
    if (isNew && !text.isEmpty()) {
        m_text->setAccessibleName(text);
        QAccessibleEvent said(m_text, QAccessible::Alert);
        QAccessible::updateAccessibility(&said);
    }
}

void LanesBar::open()
{
    show();
    raise();
    place();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    Q_EMIT opened();
}

void LanesBar::dismiss()
{
    if (!isVisible())
        return;
    hide();
    m_lanes->setFocus(Qt::OtherFocusReason);
    closing();
}

void LanesBar::place()
{
    constexpr int margin = 8;
    layout()->activate();
    const int width = std::min(sizeHint().width(), m_lanes->width() - 2 * margin);
    setGeometry(m_lanes->width() - width - margin, margin, width, sizeHint().height());
}

bool LanesBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_lanes && event->type() == QEvent::Resize)
        place();
    const bool key = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (watched == m_field && key && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        if (event->type() == QEvent::KeyPress)
            dismiss();
        event->accept(); // else the window's shortcut would take it
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void LanesBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LanesBar::retranslate()
{
    m_close->setToolTip(tr("Close (Esc)"));
    m_close->setAccessibleName(m_close->toolTip());
}

} // namespace overlap::gui
