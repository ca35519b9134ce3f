// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/time_brush.h"

#include <QObject>
#include <QPoint>
#include <QPointF>
#include <optional>

class QMouseEvent;
class QScrollBar;
class QWheelEvent;

namespace overlap::session {
class TimeWindow;
}

namespace overlap::charts {

class GanttPlot;

/// The mouse in the lanes chart; its keys are GanttCommander's. It changes the time window, the scroll bar
/// and the readout, and reports the rest; what is drawn follows from those.
class GanttInteraction : public QObject
{
    Q_OBJECT

public:
    /// All three must outlive this object; the window may be exchanged.
    GanttInteraction(GanttPlot& plot, QScrollBar& scrollBar, QObject* parent);

    void setTimeWindow(session::TimeWindow* window) { m_window = window; }

Q_SIGNALS:
    void readoutChanged();
    void nameClicked(int band);
    /// Beside names and without dragging.
    void clicked(QPointF place);
    void dragStarted();
    /// The right button: `place` within the widget.
    void menuRequested(QPoint place);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void wheel(const QWheelEvent& event);
    void press(const QMouseEvent& event);
    void move(const QMouseEvent& event);
    void release(const QMouseEvent& event);
    void leave();
    void updateCursor(QPointF position);
    int nameAt(QPointF position) const;

    struct Drag
    {
        QPointF start;
        QPointF last;
        bool moved = false;
        bool selects = false;
        bool leaves = false; ///< the chart is dragged out of the window
        bool measures = false;
        std::optional<analysis::BrushGrip> grip; ///< of the overview's brush
    };

    analysis::BrushPart brushPart(QPointF position) const;
    void dragBrush(Drag& drag, QPointF position);
    void measureTo(QPointF position);
    bool filter(QPointF position);

    GanttPlot& m_plot;
    QScrollBar& m_scrollBar;
    session::TimeWindow* m_window = nullptr;
    std::optional<Drag> m_drag;
};

} // namespace overlap::charts
