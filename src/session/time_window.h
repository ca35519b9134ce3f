// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/time_axis.h"
#include "session/view_history.h"

#include <QObject>
#include <optional>

namespace overlap::session {

/// Nanoseconds from t = 0 of the runs; begin < end in every range that a window hands out.
using TimeRange = analysis::TimeInterval;

/// The one interval of time that all views look at. Views never talk to each other: each changes this object
/// and repaints on changed(). Window thread only.
///
/// Three named intervals: the trace (all there is to see), the visible range, and an optional selection. As
/// long as nobody touched the window, it follows the trace; one zoom or pan ends that, until fit(), reset(),
/// or a way back to where it followed.
class TimeWindow : public QObject
{
    Q_OBJECT

public:
    /// How an untouched window follows the trace: in big nice steps while it still grows, so that the picture
    /// stands still between them, or closely once it is complete.
    enum class Growth { live, complete };

    /// Nobody zooms in further than this.
    static constexpr core::Nanoseconds minimumLength = 2'000;

    explicit TimeWindow(QObject* parent = nullptr);

    TimeRange trace() const { return m_trace; }
    TimeRange visible() const { return m_visible; }
    /// What an untouched window would show: all there is to see, with its ends rounded outwards, and what is
    /// visible.
    TimeRange everything() const;
    std::optional<TimeRange> selection() const { return m_selection; }
    bool touched() const { return m_touched; }

    void setTrace(TimeRange trace, Growth growth = Growth::complete);
    /// Shows everything and follows again.
    void fit();
    /// For a new run: nothing touched, nothing selected, one second.
    void reset();

    /// `factor` > 1 shows less, in greater detail; `time` stays where it is on the screen.
    void zoomAbout(core::Nanoseconds time, double factor);
    void pan(core::Nanoseconds delta);
    /// A continuous move is a part of what a hand is doing, and one entry of the history together with the
    /// others.
    void setVisible(TimeRange range, ViewHistory::Move move = ViewHistory::Move::jump);
    void setSelection(std::optional<TimeRange> selection);
    /// The selection with a little room at both sides; false without one.
    bool showSelection();

    /// Through the views that were left by zooming, panning and jumping.
    void back();
    void forward();
    bool canGoBack() const { return m_history.canGoBack(); }
    bool canGoForward() const { return m_history.canGoForward(); }

Q_SIGNALS:
    /// Any of the three intervals has changed. Once per call, and only where something did.
    void changed();

private:
    void apply(TimeRange visible);
    void leave(ViewHistory::Move move);
    void show(const View& view);
    View view() const { return {m_visible, !m_touched}; }
    TimeRange clamped(TimeRange range) const;

    TimeRange m_trace;
    TimeRange m_visible;
    TimeRange m_fitted; ///< to the trace; moves in the same large steps as a window that follows
    std::optional<TimeRange> m_selection;
    Growth m_growth = Growth::complete;
    bool m_touched = false;
    ViewHistory m_history;
};

/// What an untouched window shows of a trace: its ends rounded outwards to nice numbers, with a little room
/// after the last finish line. `shown` is what it showed before; while live it is kept until the trace
/// reaches its end.
TimeRange fittedRange(TimeRange trace, TimeRange shown, TimeWindow::Growth growth);

} // namespace overlap::session
