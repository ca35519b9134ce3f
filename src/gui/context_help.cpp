// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/context_help.h"

#include "charts/gantt_chart.h"
#include "charts/state_help.h"
#include "gui/help_text.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCursor>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QTabBar>
#include <QToolButton>
#include <QWhatsThis>

namespace overlap::gui {

namespace {

QString columnHelp(const QHeaderView& header, QPoint place)
{
    const int section = header.logicalIndexAt(place);
    const QAbstractItemModel* model = header.model();
    if (section < 0 || !model)
        return {};
    return model->headerData(section, header.orientation(), Qt::WhatsThisRole).toString();
}

/// Of one widget, without its parents.
QString ownHelp(const QWidget* widget, QPoint place)
{
    QString text;
    if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
        if (const int tab = tabs->tabAt(place); tab >= 0)
            text = tabs->tabWhatsThis(tab);
    } else if (const auto* header = qobject_cast<const QHeaderView*>(widget)) {
        text = columnHelp(*header, place);
    } else if (const auto* label = qobject_cast<const QLabel*>(widget); label && label->buddy()) {
        text = label->buddy()->whatsThis();
    } else if (const auto* lanes = qobject_cast<const charts::GanttChart*>(widget)) {
        if (const auto state = lanes->stateAt(place))
            text = helpText(charts::stateTitle(*state), charts::stateHelp(*state));
    }
    return text.isEmpty() ? widget->whatsThis() : text;
}

} // namespace

ContextHelp::ContextHelp(QWidget* window, QWidget* parent)
    : QFrame(parent)
    , m_window(window)
    , m_text(new QLabel(this))
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("helpStrip"));
    m_text->setObjectName(QStringLiteral("helpText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_close->setObjectName(QStringLiteral("closeHelp"));
    m_close->setProperty("role", QStringLiteral("stepper"));
    m_close->setText(QStringLiteral("✕"));
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 10, 12, 10);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    hide();
    qApp->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (isVisible() && now && now->window() == m_window)
            explain(now, QPoint(-1, -1));
    });
    retranslate();
}

void ContextHelp::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ContextHelp::retranslate()
{
    m_close->setToolTip(tr("Close (F1)"));
    m_close->setAccessibleName(m_close->toolTip());
    m_text->setText(helpText(tr("Help"), tr("Point at something, or go there with Tab, and this line says "
                                            "what it is. F1 closes it again.")));
}

void ContextHelp::toggle()
{
    if (dismiss())
        return;
    retranslate();
    // Three lines, so that the lanes do not jump from one explanation to the next.
    setFixedHeight(m_text->fontMetrics().lineSpacing() * 3 + 24);
    show();
    if (const QWidget* under = QApplication::widgetAt(QCursor::pos()); under && under->window() == m_window)
        explain(under, under->mapFromGlobal(QCursor::pos()));
    else if (const QWidget* focus = QApplication::focusWidget(); focus && focus->window() == m_window)
        explain(focus, QPoint(-1, -1));
}

bool ContextHelp::dismiss()
{
    const bool shown = isVisible();
    hide();
    return shown;
}

QString ContextHelp::helpAt(const QWidget* widget, QPoint place)
{
    for (const QWidget* at = widget; at; at = at->parentWidget()) {
        const QString text = ownHelp(at, place);
        if (!text.isEmpty())
            return text;
        if (at->isWindow())
            break;
        place = at->mapToParent(place);
    }
    return {};
}

void ContextHelp::explain(const QWidget* widget, QPoint place)
{
    if (widget == this || isAncestorOf(widget))
        return;
    const QString text = helpAt(widget, place);
    if (!text.isEmpty())
        m_text->setText(text);
}

bool ContextHelp::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    const bool moved = type == QEvent::Enter || type == QEvent::MouseMove;
    const bool asked = type == QEvent::QueryWhatsThis || type == QEvent::WhatsThis;
    if (!asked && !(moved && isVisible()))
        return false;
    const auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget || widget->window() != m_window)
        return false;
    if (moved) {
        explain(widget, static_cast<QSinglePointEvent*>(event)->position().toPoint());
        return false;
    }
    const auto* question = static_cast<QHelpEvent*>(event);
    const QString text = helpAt(widget, question->pos());
    if (text.isEmpty())
        return false;
    event->accept();
    if (type == QEvent::WhatsThis)
        QWhatsThis::showText(question->globalPos(), text, m_window);
    return true;
}

} // namespace overlap::gui
