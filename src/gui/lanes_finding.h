// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>

namespace overlap::charts {
class GanttChart;
}

namespace overlap::session {
class ItemFocus;
class TimeWindow;
} // namespace overlap::session

namespace overlap::gui {

class GoToBar;
class LanesMenu;
class SearchBar;
class ShortcutsSheet;

/// What stands around the lanes to find one's way in them: fields for tasks and times, the menu of lanes, the
/// sheet of everything that mouse and keys do; and the actions that open them.
class LanesFinding : public QObject
{
    Q_OBJECT

public:
    /// All outlive this; `window` is where the keys work.
    LanesFinding(charts::GanttChart& lanes, session::TimeWindow& time, session::ItemFocus& focus,
                 QWidget* window);

    /// For the menu of the view.
    QList<QAction*> actions() const;

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();

    SearchBar* m_search;
    GoToBar* m_goTo;
    LanesMenu* m_menu;
    ShortcutsSheet* m_sheet;
    QAction* m_find;
    QAction* m_next;
    QAction* m_previous;
    QAction* m_go;
};

} // namespace overlap::gui
