// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/gantt_commands.h"

#include <QObject>

class QScrollBar;

namespace overlap::session {
class TimeWindow;
}

namespace overlap::charts {

class GanttPlot;

/// Does what keys and menus ask of the lanes chart, as far as it concerns the time window, the scroll bar and
/// what is marked in the picture; the rest it hands on.
class GanttCommander : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this object; the window may be exchanged.
    GanttCommander(GanttPlot& plot, QScrollBar& scrollBar, QObject* parent);

    void setTimeWindow(session::TimeWindow* window) { m_window = window; }
    /// False where there is nothing to do: the key may mean something else to the window then.
    bool perform(const GanttKey& key);
    /// Something is marked in the lanes that Escape takes away, before it means anything else to the window.
    bool endsWithEscape() const;

Q_SIGNALS:
    /// Not this object's to do.
    void handedOn(const overlap::charts::GanttKey& key);

private:
    bool moveInTime(GanttCommand command);
    bool scroll(GanttCommand command);
    bool measure(GanttCommand command);
    bool escape();

    GanttPlot& m_plot;
    QScrollBar& m_scrollBar;
    session::TimeWindow* m_window = nullptr;
};

} // namespace overlap::charts
