// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lanes_finding.h"

#include "gui/go_to_bar.h"
#include "gui/lanes_menu.h"
#include "gui/search_bar.h"
#include "gui/shortcuts_sheet.h"

#include <QEvent>

namespace overlap::gui {

LanesFinding::LanesFinding(charts::GanttChart& lanes, session::TimeWindow& time, session::ItemFocus& focus,
                           QWidget* window)
    : QObject(window)
    , m_search(new SearchBar(focus, lanes))
    , m_goTo(new GoToBar(time, &lanes))
    , m_menu(new LanesMenu(lanes, window))
    , m_sheet(new ShortcutsSheet(window))
    , m_find(new QAction(this))
    , m_next(new QAction(this))
    , m_previous(new QAction(this))
    , m_go(new QAction(this))
{
    m_find->setObjectName(QStringLiteral("findTask"));
    m_find->setShortcuts({QKeySequence(Qt::Key_Slash), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)});
    m_next->setObjectName(QStringLiteral("nextTask"));
    m_next->setShortcut(QKeySequence(Qt::Key_F3));
    m_previous->setObjectName(QStringLiteral("previousTask"));
    m_previous->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F3));
    m_go->setObjectName(QStringLiteral("goToTime"));
    m_go->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_G));
    // Both stand in the same corner.
    connect(m_search, &LanesBar::opened, m_goTo, &QWidget::hide);
    connect(m_goTo, &LanesBar::opened, m_search, &QWidget::hide);
    connect(m_find, &QAction::triggered, m_search, &LanesBar::open);
    connect(m_next, &QAction::triggered, this, [this] { m_search->step(true); });
    connect(m_previous, &QAction::triggered, this, [this] { m_search->step(false); });
    connect(m_go, &QAction::triggered, m_goTo, &LanesBar::open);
    connect(&lanes, &charts::GanttChart::menuRequested, m_menu,
            [this](QPoint place) { m_menu->popup(place); });
    window->installEventFilter(this);
    retranslate();
}

QList<QAction*> LanesFinding::actions() const
{
    return {m_menu->menuAction(), m_find, m_next, m_previous, m_go, m_sheet->openAction()};
}

bool LanesFinding::eventFilter(QObject*, QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return false;
}

void LanesFinding::retranslate()
{
    m_find->setText(tr("Find a task"));
    m_next->setText(tr("Next match"));
    m_previous->setText(tr("Previous match"));
    m_go->setText(tr("Go to a time"));
}

} // namespace overlap::gui
