// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/gantt_commands.h"

#include <QWidget>

class QAction;
class QLabel;
class QSlider;
class QToolButton;

namespace overlap::charts {
class GanttChart;
}

namespace overlap::session {
class Replay;
}

namespace overlap::gui {

/// The transport of a replay under the lanes: there while one goes on, begun from the menu or with Space in
/// the lanes. Space plays and pauses, comma and full stop step by event, < and > change the speed, Home and
/// End lead to both ends, Escape ends it; the keys work in the lanes and in the bar.
class ReplayBar : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the bar.
    ReplayBar(session::Replay& replay, charts::GanttChart& lanes, QWidget* parent);

    /// Begins and ends the replay; for a menu.
    QAction* action() const { return m_action; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void obey(charts::GanttCommand command);
    bool handleKey(int key);
    void toggle();
    void showState();
    void showMoment();
    QToolButton* addButton(const char* name, void (session::Replay::*act)());

    session::Replay& m_replay;
    charts::GanttChart& m_lanes;
    QAction* m_action;
    QToolButton* m_play = nullptr;
    QToolButton* m_back = nullptr;
    QToolButton* m_forward = nullptr;
    QToolButton* m_slower = nullptr;
    QToolButton* m_faster = nullptr;
    QToolButton* m_close = nullptr;
    QLabel* m_speed = nullptr;
    QLabel* m_time = nullptr;
    QSlider* m_slider = nullptr;
};

/// "1/20 ×", "5 ×".
QString replaySpeedText(double speed);

} // namespace overlap::gui
