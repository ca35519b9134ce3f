// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_interaction.h"

#include "charts/gantt_plot.h"
#include "session/time_window.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>
#include <cmath>

namespace overlap::charts {

namespace {

constexpr double zoomPerNotch = 1.25;
constexpr double notch = 120;
constexpr double panPerKey = 0.1;

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
        m_window->zoomAbout(scene.axis.toTime(position.x()), std::pow(zoomPerNotch, delta.y() / notch));
    } else if (delta.x() != 0) {
        const double share = -delta.x() / notch * panPerKey;
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
    if (event.button() != Qt::LeftButton && event.button() != Qt::MiddleButton)
        return;
    Drag drag;
    drag.start = drag.last = event.position();
    drag.selects = (event.modifiers() & Qt::ShiftModifier) != 0 && m_plot.scene().lanes.contains(drag.start);
    drag.leaves = event.button() == Qt::LeftButton && (event.modifiers() & Qt::ControlModifier) != 0;
    m_drag = drag;
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
        m_plot.widget()->setCursor(m_drag->selects ? Qt::IBeamCursor : Qt::ClosedHandCursor);
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
    m_plot.widget()->setCursor(nameAt(position) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

bool GanttInteraction::endsWithEscape() const
{
    return !m_plot.explanation().empty() || (m_window && m_window->selection());
}

bool GanttInteraction::handleKey(const QKeyEvent& event)
{
    if (!m_window || (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) != 0)
        return false;
    const session::TimeRange visible = m_window->visible();
    const core::Nanoseconds middle = visible.begin + visible.length() / 2;
    const auto step = static_cast<core::Nanoseconds>(static_cast<double>(visible.length()) * panPerKey);
    switch (event.key()) {
    case Qt::Key_W:
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_window->zoomAbout(middle, zoomPerNotch);
        return true;
    case Qt::Key_S:
    case Qt::Key_Minus:
        m_window->zoomAbout(middle, 1 / zoomPerNotch);
        return true;
    case Qt::Key_A:
    case Qt::Key_Left:
        m_window->pan(-step);
        return true;
    case Qt::Key_D:
    case Qt::Key_Right:
        m_window->pan(step);
        return true;
    case Qt::Key_Up:
        m_scrollBar.triggerAction(QScrollBar::SliderSingleStepSub);
        return true;
    case Qt::Key_Down:
        m_scrollBar.triggerAction(QScrollBar::SliderSingleStepAdd);
        return true;
    case Qt::Key_PageUp:
        m_scrollBar.triggerAction(QScrollBar::SliderPageStepSub);
        return true;
    case Qt::Key_PageDown:
        m_scrollBar.triggerAction(QScrollBar::SliderPageStepAdd);
        return true;
    case Qt::Key_F:
        m_window->fit();
        return true;
    case Qt::Key_B:
        Q_EMIT foldAllRequested();
        return true;
    case Qt::Key_E:
        Q_EMIT explanationRequested(m_plot.pointer());
        return true;
    case Qt::Key_C:
        Q_EMIT criticalPathRequested();
        return true;
    case Qt::Key_Escape:
        if (!m_plot.explanation().empty()) {
            m_plot.setExplanation({});
            return true;
        }
        if (!m_window->selection())
            return false;
        m_window->setSelection(std::nullopt);
        return true;
    default:
        return false;
    }
}

} // namespace overlap::charts
