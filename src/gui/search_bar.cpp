// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/search_bar.h"

#include "charts/gantt_chart.h"
#include "session/item_focus.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QTimer>
#include <QToolButton>

namespace overlap::gui {

SearchBar::SearchBar(session::ItemFocus& focus, charts::GanttChart& lanes)
    : LanesBar(&lanes)
    , m_focus(focus)
    , m_lanes(lanes)
    , m_reading(new QTimer(this))
{
    setObjectName(QStringLiteral("searchBar"));
    field()->setObjectName(QStringLiteral("taskSearchField"));
    m_previous = addButton(QStringLiteral("previousMatch"), QStringLiteral("↑"));
    m_next = addButton(QStringLiteral("nextMatch"), QStringLiteral("↓"));
    m_reading->setInterval(0);
    connect(m_reading, &QTimer::timeout, this, &SearchBar::readOn);
    connect(field(), &QLineEdit::textEdited, this, &SearchBar::start);
    connect(this, &LanesBar::opened, this, &SearchBar::start); // the lanes may be others by now
    connect(m_previous, &QToolButton::clicked, this, [this] { step(false); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(true); });
    connect(&m_focus, &session::ItemFocus::changed, this, &SearchBar::tell);
    SearchBar::retranslate();
}

void SearchBar::retranslate()
{
    LanesBar::retranslate();
    field()->setAccessibleName(tr("Find a task"));
    field()->setPlaceholderText(tr("Find a task by its name"));
    field()->setWhatsThis(
        tr("<b>Find a task</b><br>A part of its name, as the lanes and the results have it. "
           "Return or F3 goes to the next match, Shift and F3 to the one before; the match "
           "lights up under every strategy."));
    m_previous->setToolTip(tr("Previous match (Shift+F3)"));
    m_previous->setAccessibleName(m_previous->toolTip());
    m_next->setToolTip(tr("Next match (F3)"));
    m_next->setAccessibleName(m_next->toolTip());
    tell();
}

void SearchBar::start()
{
    const charts::GanttContent& content = m_lanes.content();
    m_search = content.itemLabel ? session::TaskSearch(field()->text(), content.itemCount, content.itemLabel)
                                 : session::TaskSearch();
    readOn();
}

void SearchBar::readOn()
{
    if (m_search.look())
        m_reading->stop();
    else if (!m_reading->isActive())
        m_reading->start();
    tell();
}

void SearchBar::step(bool forwards)
{
    if (field()->text().trimmed().isEmpty()) {
        open();
        return;
    }
    if (!isVisible())
        start();
    if (const auto match = m_search.next(m_focus.selected(), forwards))
        m_focus.show(*match);
    tell();
}

void SearchBar::tell()
{
    const auto count = m_search.matches().size();
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
    if (field()->text().trimmed().isEmpty()) {
        say({});
        return;
    }
    const QString all = QLocale().toString(static_cast<qulonglong>(count));
    const std::size_t place = m_search.placeOf(m_focus.selected());
    if (!m_search.complete())
        say(tr("%1 so far").arg(all));
    else if (count == 0)
        say(tr("No task is called so."), true);
    else if (place > 0)
        say(tr("%1 of %2").arg(QLocale().toString(static_cast<qulonglong>(place)), all));
    else
        say(count == 1 ? tr("1 task") : tr("%1 tasks").arg(all));
}

bool SearchBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == field() && event->type() == QEvent::KeyPress) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            step((key->modifiers() & Qt::ShiftModifier) == 0);
            return true;
        }
    }
    return LanesBar::eventFilter(watched, event);
}

} // namespace overlap::gui
