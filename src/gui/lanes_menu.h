// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/gantt_chart.h"
#include "charts/gantt_commands.h"

#include <QMenu>

namespace overlap::gui {

/// What can be done to the lanes: to the one that is chosen, to its band, and to the view of all. Made anew
/// each time it opens, because it speaks of what is there then.
class LanesMenu : public QMenu
{
    Q_OBJECT

public:
    /// Both outlive the menu.
    LanesMenu(charts::GanttChart& lanes, QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;

private:
    void empty();
    void fill();
    void addLane(const charts::GanttChart::Lane& lane);
    void addArrangement(const QStringList& bands);
    QAction* add(QMenu* menu, const QString& text, charts::GanttCommand keys);
    QAction* addCommand(charts::GanttCommand command);

    charts::GanttChart& m_lanes;
};

} // namespace overlap::gui
