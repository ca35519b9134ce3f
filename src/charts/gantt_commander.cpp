// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_commander.h"

#include "charts/gantt_plot.h"
#include "session/time_window.h"

#include <QScrollBar>
#include <algorithm>

namespace overlap::charts {

namespace {

using Command = GanttCommand;

constexpr double zoomPerKey = 1.25;
constexpr double panPerKey = 0.1;

} // namespace

GanttCommander::GanttCommander(GanttPlot& plot, QScrollBar& scrollBar, QObject* parent)
    : QObject(parent)
    , m_plot(plot)
    , m_scrollBar(scrollBar)
{}

bool GanttCommander::perform(const GanttKey& key)
{
    if (!m_window)
        return false;
    if (key.command == Command::escape)
        return escape();
    if (!measure(key.command) && !moveInTime(key.command) && !scroll(key.command))
        Q_EMIT handedOn(key);
    return true;
}

bool GanttCommander::moveInTime(GanttCommand command)
{
    const session::TimeRange visible = m_window->visible();
    const session::TimeRange everything = m_window->everything();
    const core::Nanoseconds length = visible.length();
    const core::Nanoseconds middle = visible.begin + length / 2;
    const auto step = static_cast<core::Nanoseconds>(static_cast<double>(length) * panPerKey);
    constexpr auto continuous = session::ViewHistory::Move::continuous;
    switch (command) {
    case Command::zoomIn:
        m_window->zoomAbout(middle, zoomPerKey);
        return true;
    case Command::zoomOut:
        m_window->zoomAbout(middle, 1 / zoomPerKey);
        return true;
    case Command::panLeft:
        m_window->pan(-step);
        return true;
    case Command::panRight:
        m_window->pan(step);
        return true;
    case Command::pageLeft:
        m_window->pan(-length);
        return true;
    case Command::pageRight:
        m_window->pan(length);
        return true;
    case Command::toBegin:
        m_window->setVisible({everything.begin, everything.begin + length});
        return true;
    case Command::toEnd:
        m_window->setVisible({everything.end - length, everything.end});
        return true;
    case Command::beginEarlier:
        m_window->setVisible({std::max(visible.begin - step, everything.begin), visible.end}, continuous);
        return true;
    case Command::beginLater:
        m_window->setVisible({visible.begin + step, visible.end}, continuous);
        return true;
    case Command::endEarlier:
        m_window->setVisible({visible.begin, visible.end - step}, continuous);
        return true;
    case Command::endLater:
        m_window->setVisible({visible.begin, std::min(visible.end + step, everything.end)}, continuous);
        return true;
    case Command::fit:
        m_window->fit();
        return true;
    case Command::zoomToSelection:
        m_window->showSelection();
        return true;
    case Command::back:
        m_window->back();
        return true;
    case Command::forward:
        m_window->forward();
        return true;
    default:
        return false;
    }
}

bool GanttCommander::scroll(GanttCommand command)
{
    switch (command) {
    case Command::scrollUp:
        m_scrollBar.triggerAction(QScrollBar::SliderSingleStepSub);
        return true;
    case Command::scrollDown:
        m_scrollBar.triggerAction(QScrollBar::SliderSingleStepAdd);
        return true;
    case Command::pageUp:
        m_scrollBar.triggerAction(QScrollBar::SliderPageStepSub);
        return true;
    case Command::pageDown:
        m_scrollBar.triggerAction(QScrollBar::SliderPageStepAdd);
        return true;
    default:
        return false;
    }
}

/// While the ruler is out the arrows are its own; everything else goes on as it does.
bool GanttCommander::measure(GanttCommand command)
{
    GanttRuler ruler = m_plot.ruler();
    if (command == Command::measure) {
        ruler = {};
        ruler.on = !m_plot.ruler().on;
        m_plot.setRuler(ruler);
        return true;
    }
    if (!ruler.on)
        return false;
    const GanttScene& scene = m_plot.scene();
    const Theme& theme = m_plot.theme();
    const bool places = !ruler.from;
    if (places)
        ruler.to = firstEdge(scene);
    switch (command) {
    case Command::panLeft:
    case Command::panRight:
        if (!places)
            ruler.to = nextEdge(scene, ruler.to, command == Command::panRight);
        break;
    case Command::scrollUp:
    case Command::scrollDown:
        if (!places)
            ruler.to = nextLane(scene, theme, ruler.to, command == Command::scrollDown);
        break;
    case Command::zoomToSelection:
        if (places || ruler.interval().length() == 0)
            return false;
        m_window->setSelection(ruler.interval());
        m_window->showSelection();
        return true;
    default:
        return false;
    }
    // The first key puts both ends where it begins; from then on the active one moves.
    if (places)
        ruler.from = ruler.to;
    m_plot.setRuler(ruler);
    const session::TimeRange visible = m_window->visible();
    if (ruler.to.time < visible.begin || ruler.to.time > visible.end)
        m_window->pan(ruler.to.time - visible.begin - visible.length() / 2);
    return true;
}

bool GanttCommander::endsWithEscape() const
{
    return m_plot.ruler().on || m_plot.dimmed() != 0 || !m_plot.explanation().empty() ||
           (m_window && m_window->selection());
}

bool GanttCommander::escape()
{
    if (m_plot.ruler().on) {
        m_plot.setRuler({});
        return true;
    }
    if (!m_plot.explanation().empty()) {
        m_plot.setExplanation({});
        return true;
    }
    if (m_window->selection()) {
        m_window->setSelection(std::nullopt);
        return true;
    }
    if (m_plot.dimmed() == 0)
        return false;
    m_plot.setDimmed(0);
    return true;
}

} // namespace overlap::charts
