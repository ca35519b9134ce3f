// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/lanes_bar.h"
#include "session/task_search.h"

class QTimer;

namespace overlap::charts {
class GanttChart;
}

namespace overlap::session {
class ItemFocus;
}

namespace overlap::gui {

/// Looks for tasks by their names in what the lanes show, lights the match and brings it into view.
class SearchBar : public LanesBar
{
    Q_OBJECT

public:
    /// Both outlive the bar.
    SearchBar(session::ItemFocus& focus, charts::GanttChart& lanes);

    /// Opens the field where nothing is looked for yet.
    void step(bool forwards);

    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    void retranslate() override;

private:
    void start();
    void readOn();
    void tell();

    session::ItemFocus& m_focus;
    charts::GanttChart& m_lanes;
    session::TaskSearch m_search;
    QTimer* m_reading;
    QToolButton* m_previous;
    QToolButton* m_next;
};

} // namespace overlap::gui
