// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_interaction.h"

#include "charts/gantt_plot.h"
#include "session/time_window.h"

#include <QApplication>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>
#include <cmath>

namespace overlap::charts {

namespace {

constexpr double zoomPerNotch = 1.25;
constexpr double notch = 120;
constexpr double panPerNotch = 0.1;
/// How near an edge of the brush has to be taken, at scale 1.
constexpr double gripReach = 6;

} // namespace

GanttInteraction::GanttInteraction(GanttPlot& plot, QScrollBar& scrollBar, QObject* parent)
    : QObject(parent)
    , m_plot(plot)
    , m_scrollBar(scrollBar)
{
    plot.widget()->installEventFilter(this);
    plot.widget()->setMouseTracking(true);
}

bool GanttInteraction::eventFilter(QObject*, QEvent* event)
{
    if (!m_window)
        return false;
    switch (event->type()) {
    case QEvent::Wheel:
        wheel(*static_cast<QWheelEvent*>(event));
        return true;
    case QEvent::MouseButtonPress:
        press(*static_cast<QMouseEvent*>(event));
        return true;
    case QEvent::MouseButtonDblClick:
        if (m_plot.legendAt(static_cast<QMouseEvent*>(event)->position()))
            m_plot.setDimmed(0);
        return true;
    case QEvent::ContextMenu: // its press has asked for it, or the key
        return true;
    case QEvent::MouseMove:
        move(*static_cast<QMouseEvent*>(event));
        return true;
    case QEvent::MouseButtonRelease:
        release(*static_cast<QMouseEvent*>(event));
        return true;
    case QEvent::Leave:
        leave();
        return false;
    default:
        return false;
    }
}

void GanttInteraction::wheel(const QWheelEvent& event)
{
    const GanttScene& scene = m_plot.scene();
    const QPointF position = event.position();
    const bool besideLanes = position.x() < scene.lanes.left() || position.x() > scene.lanes.right();
    const bool scrolls = besideLanes || (event.modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)) != 0;
    // With Alt held, and on some systems with Shift, the vertical wheel arrives as a horizontal one.
    const QPoint delta = event.angleDelta();
    if (scrolls) {
        const int amount = delta.y() != 0 ? delta.y() : delta.x();
        m_scrollBar.setValue(m_scrollBar.value() -
                             static_cast<int>(amount / notch * m_scrollBar.singleStep()));
        return;
    }
    if (delta.y() != 0) {
        const analysis::TimeAxis& axis = scene.overview.contains(position) ? scene.overviewAxis : scene.axis;
        m_window->zoomAbout(axis.toTime(position.x()), std::pow(zoomPerNotch, delta.y() / notch));
    } else if (delta.x() != 0) {
        const double share = -delta.x() / notch * panPerNotch;
        m_window->pan(
            static_cast<core::Nanoseconds>(share * static_cast<double>(m_window->visible().length())));
    }
}

int GanttInteraction::nameAt(QPointF position) const
{
    if (position.x() >= m_plot.scene().lanes.left())
        return -1;
    return m_plot.scene().hit(position).band;
}

void GanttInteraction::press(const QMouseEvent& event)
{
    m_plot.widget()->setFocus(Qt::MouseFocusReason);
    if (event.button() == Qt::BackButton)
        m_window->back();
    else if (event.button() == Qt::ForwardButton)
        m_window->forward();
    if (event.button() == Qt::RightButton) {
        leave();
        Q_EMIT menuRequested(event.position().toPoint());
    }
    if (event.button() != Qt::LeftButton && event.button() != Qt::MiddleButton)
        return;
    Drag drag;
    drag.start = drag.last = event.position();
    drag.selects = (event.modifiers() & Qt::ShiftModifier) != 0 && m_plot.scene().lanes.contains(drag.start);
    drag.leaves = event.button() == Qt::LeftButton && (event.modifiers() & Qt::ControlModifier) != 0;
    if (m_plot.scene().overview.contains(drag.start)) {
        drag.selects = drag.leaves = false;
        drag.grip = analysis::BrushGrip{
            brushPart(drag.start), m_plot.scene().overviewAxis.toTime(drag.start.x()), m_window->visible()};
    } else if (m_plot.ruler().on && event.button() == Qt::LeftButton &&
               m_plot.scene().lanes.contains(drag.start)) {
        drag.selects = drag.leaves = false;
        drag.measures = true;
        const RulerEdge edge = snappedEdge(m_plot.scene(), m_plot.theme(), drag.start);
        m_plot.setRuler({true, edge, edge});
    }
    m_drag = drag;
}

analysis::BrushPart GanttInteraction::brushPart(QPointF position) const
{
    const GanttScene& scene = m_plot.scene();
    return analysis::brushPartAt(scene.overviewAxis, m_window->visible(), position.x(),
                                 m_plot.theme().px(gripReach));
}

void GanttInteraction::dragBrush(Drag& drag, QPointF position)
{
    const core::Nanoseconds time = m_plot.scene().overviewAxis.toTime(position.x());
    m_window->setVisible(
        analysis::draggedBrush(*drag.grip, time, m_window->everything(), session::TimeWindow::minimumLength),
        session::ViewHistory::Move::continuous);
    drag.last = position;
}

void GanttInteraction::measureTo(QPointF position)
{
    GanttRuler ruler = m_plot.ruler();
    ruler.to = snappedEdge(m_plot.scene(), m_plot.theme(), position);
    m_plot.setRuler(ruler);
}

/// A click on an entry of the legend lets its state recede, or come back.
bool GanttInteraction::filter(QPointF position)
{
    const std::optional<core::State> state = m_plot.legendAt(position);
    if (state)
        m_plot.setDimmed(m_plot.dimmed() ^ stateBit(*state));
    return state.has_value();
}

void GanttInteraction::move(const QMouseEvent& event)
{
    const QPointF position = event.position();
    if (!m_drag) {
        updateCursor(position);
        const GanttReadout readout = m_plot.readoutAt(position);
        const bool changed = !(readout == m_plot.readout());
        m_plot.setReadout(readout, position);
        if (changed)
            Q_EMIT readoutChanged();
        return;
    }
    if (!m_drag->moved) {
        if ((position - m_drag->start).manhattanLength() < QApplication::startDragDistance())
            return;
        m_drag->moved = true;
        leave();
        if (m_drag->leaves) {
            m_drag.reset();
            Q_EMIT dragStarted();
            return;
        }
        if (!m_drag->grip && !m_drag->measures)
            m_plot.widget()->setCursor(m_drag->selects ? Qt::IBeamCursor : Qt::ClosedHandCursor);
    }
    if (m_drag->grip) {
        dragBrush(*m_drag, position);
        return;
    }
    if (m_drag->measures) {
        measureTo(position);
        m_drag->last = position;
        return;
    }
    const analysis::TimeAxis axis = m_plot.scene().axis;
    if (m_drag->selects) {
        m_window->setSelection(session::TimeRange{axis.toTime(m_drag->start.x()), axis.toTime(position.x())});
    } else {
        m_window->pan(axis.toTime(m_drag->last.x()) - axis.toTime(position.x()));
        m_scrollBar.setValue(m_scrollBar.value() -
                             static_cast<int>(std::lround(position.y() - m_drag->last.y())));
    }
    m_drag->last = position;
}

void GanttInteraction::release(const QMouseEvent& event)
{
    if (!m_drag)
        return;
    const Drag drag = *m_drag;
    m_drag.reset();
    updateCursor(event.position());
    if (drag.moved)
        return;
    if (drag.grip) {
        if (drag.grip->part == analysis::BrushPart::outside)
            m_window->setVisible(
                analysis::centeredBrush(m_window->visible(), drag.grip->taken, m_window->everything()));
        return;
    }
    if (drag.measures || filter(drag.start))
        return;
    const int band = nameAt(drag.start);
    if (band >= 0)
        Q_EMIT nameClicked(band);
    else if (m_window->selection())
        m_window->setSelection(std::nullopt);
    else if (event.button() == Qt::LeftButton)
        Q_EMIT clicked(drag.start);
}

void GanttInteraction::leave()
{
    if (m_plot.readout().empty())
        return;
    m_plot.setReadout({}, {});
    Q_EMIT readoutChanged();
}

void GanttInteraction::updateCursor(QPointF position)
{
    Qt::CursorShape shape = nameAt(position) >= 0 || m_plot.legendAt(position) ? Qt::PointingHandCursor
                            : m_plot.ruler().on && m_plot.scene().lanes.contains(position) ? Qt::CrossCursor
                                                                                           : Qt::ArrowCursor;
    if (m_plot.scene().overview.contains(position)) {
        switch (brushPart(position)) {
        case analysis::BrushPart::begin:
        case analysis::BrushPart::end:
            shape = Qt::SizeHorCursor;
            break;
        case analysis::BrushPart::body:
            shape = Qt::OpenHandCursor;
            break;
        case analysis::BrushPart::outside:
            shape = Qt::CrossCursor;
            break;
        }
    }
    m_plot.widget()->setCursor(shape);
}

} // namespace overlap::charts
