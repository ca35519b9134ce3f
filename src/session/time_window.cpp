// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/time_window.h"

#include <cmath>

namespace overlap::session {

using core::Nanoseconds;

namespace {

/// Room for the finish line after the end of the trace.
constexpr double roomAtEnd = 1.02;
/// How far ahead an untouched window looks while the trace grows: few jumps, yet never mostly empty.
constexpr double lookAhead = 1.35;

Nanoseconds roundedUp(double length, double steps)
{
    const Nanoseconds step = analysis::niceStep(length / steps);
    return static_cast<Nanoseconds>(std::ceil(length / static_cast<double>(step))) * step;
}

} // namespace

TimeRange fittedRange(TimeRange trace, TimeRange shown, TimeWindow::Growth growth)
{
    const auto end = static_cast<double>(std::max<Nanoseconds>(trace.end, TimeWindow::minimumLength));
    TimeRange fitted;
    // Start-up is shown from where it began; only t = 0 and the end are round numbers.
    const double startup = static_cast<double>(-std::min<Nanoseconds>(trace.begin, 0));
    fitted.begin = startup > 0 ? -roundedUp(startup * roomAtEnd, 20) : 0;
    if (growth == TimeWindow::Growth::live) {
        const bool fits = static_cast<double>(shown.end) >= end * roomAtEnd && shown.begin <= trace.begin;
        fitted.end = fits ? shown.end : roundedUp(end * lookAhead, 10);
    } else {
        fitted.end = roundedUp(end * roomAtEnd, 20);
    }
    return fitted;
}

TimeWindow::TimeWindow(QObject* parent) : QObject(parent) {}

void TimeWindow::setTrace(TimeRange trace, Growth growth)
{
    trace.end = std::max(trace.end, trace.begin + minimumLength);
    if (trace == m_trace && growth == m_growth)
        return;
    m_trace = trace;
    m_growth = growth;
    m_fitted = fittedRange(m_trace, m_touched ? m_fitted : m_visible, m_growth);
    if (!m_touched)
        m_visible = m_fitted;
    Q_EMIT changed();
}

TimeRange TimeWindow::everything() const
{
    return {std::min(m_fitted.begin, m_visible.begin), std::max(m_fitted.end, m_visible.end)};
}

void TimeWindow::fit()
{
    if (m_touched)
        leave(ViewHistory::Move::jump);
    m_touched = false;
    m_fitted = fittedRange(m_trace, {}, m_growth);
    apply(m_fitted);
}

void TimeWindow::reset()
{
    m_touched = false;
    m_selection.reset();
    m_history.clear();
    m_growth = Growth::complete;
    m_trace = TimeRange{};
    m_fitted = TimeRange{};
    m_visible = TimeRange{};
    Q_EMIT changed();
}

void TimeWindow::zoomAbout(Nanoseconds time, double factor)
{
    if (factor <= 0 || factor == 1)
        return;
    TimeRange range = analysis::zoomed(m_visible, time, factor);
    if (range.length() < minimumLength) {
        // Stop at the limit without letting `time` slip away.
        if (m_visible.length() <= minimumLength)
            return;
        range = analysis::zoomed(
            m_visible, time, static_cast<double>(m_visible.length()) / static_cast<double>(minimumLength));
    }
    setVisible(range, ViewHistory::Move::continuous);
}

void TimeWindow::pan(Nanoseconds delta)
{
    setVisible(analysis::panned(m_visible, delta), ViewHistory::Move::continuous);
}

void TimeWindow::setVisible(TimeRange range, ViewHistory::Move move)
{
    range = clamped(range);
    if (range == m_visible)
        return;
    leave(move);
    m_touched = true;
    apply(range);
}

bool TimeWindow::showSelection()
{
    if (!m_selection)
        return false;
    // So that both edges are seen to be edges.
    const Nanoseconds room = std::max<Nanoseconds>(m_selection->length() / 20, 1);
    setVisible({m_selection->begin - room, m_selection->end + room});
    return true;
}

void TimeWindow::leave(ViewHistory::Move move)
{
    m_history.leave(view(), move, core::monotonicNow());
}

void TimeWindow::back()
{
    if (const std::optional<View> before = m_history.back(view()))
        show(*before);
}

void TimeWindow::forward()
{
    if (const std::optional<View> after = m_history.forward(view()))
        show(*after);
}

void TimeWindow::show(const View& view)
{
    m_touched = !view.follows;
    // What followed then goes on with what has been recorded since.
    if (view.follows)
        m_fitted = fittedRange(m_trace, {}, m_growth);
    apply(view.follows ? m_fitted : view.range);
}

void TimeWindow::setSelection(std::optional<TimeRange> selection)
{
    if (selection && selection->begin > selection->end)
        std::swap(selection->begin, selection->end);
    if (selection && selection->length() < 1)
        selection.reset();
    if (selection == m_selection)
        return;
    m_selection = selection;
    Q_EMIT changed();
}

void TimeWindow::apply(TimeRange visible)
{
    if (visible == m_visible)
        return;
    m_visible = visible;
    Q_EMIT changed();
}

TimeRange TimeWindow::clamped(TimeRange range) const
{
    const TimeRange everything = fittedRange(m_trace, m_touched ? TimeRange{} : m_visible, m_growth);
    // What is on the screen stays reachable, whatever the growth has done since.
    const TimeRange bounds{std::min(everything.begin, m_visible.begin),
                           std::max(everything.end, m_visible.end)};
    return analysis::clamped(range, bounds, minimumLength);
}

} // namespace overlap::session
