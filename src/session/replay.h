// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline.h"
#include "session/time_window.h"

#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>
#include <vector>

namespace overlap::session {

/// Plays runs that have ended once more, all on one clock: it says at which moment, and what stood there
/// follows from the timelines (analysis/run_state). Window thread only.
///
/// While it plays, the moment is computed from when it began and never added up, so that the speed is right
/// however irregularly frames come.
class Replay : public QObject
{
    Q_OBJECT

public:
    using Clock = std::function<core::Nanoseconds()>; ///< steady
    using Timelines = std::vector<std::shared_ptr<const core::Timeline>>;

    static constexpr double slowest = 0.001;
    static constexpr double fastest = 100;

    explicit Replay(QObject* parent = nullptr, Clock clock = core::monotonicNow);

    /// Those that have not ended, and null, are left out. Ends what was replayed.
    void setTimelines(Timelines timelines);
    bool possible() const { return !m_timelines.empty(); }

    /// From the beginning, playing, at a speed at which there is something to see. Precondition: possible().
    void start();
    /// The runs stand there as a whole again.
    void end();
    bool active() const { return m_active; }

    bool playing() const { return m_timer.isActive(); }
    /// From the beginning again where it is at the end.
    void setPlaying(bool playing);
    /// Simulated time per time of the clock.
    double speed() const { return m_speed; }
    /// To the next of 1, 2, 5, 10 … of both sides, within slowest and fastest.
    void faster();
    void slower();

    core::Nanoseconds time() const { return m_time; }
    TimeRange range() const { return m_range; }
    /// All of these pause it.
    void seek(core::Nanoseconds time);
    void stepForward();
    void stepBack();

    /// Brings the moment up to the clock; the timer calls it, and so may a test.
    void tick();

Q_SIGNALS:
    /// Another moment.
    void moved();
    /// It began, ended, plays, pauses, or goes at another speed.
    void changed();

private:
    void moveTo(core::Nanoseconds time);
    void anchor();
    void setSpeed(double speed);
    void pause();

    Clock m_clock;
    Timelines m_timelines;
    TimeRange m_range;
    bool m_active = false;
    double m_speed = 1;
    core::Nanoseconds m_time = 0;
    core::Nanoseconds m_anchorTime = 0;  ///< the moment at …
    core::Nanoseconds m_anchorClock = 0; ///< … this time of the clock
    QTimer m_timer;
};

/// 1/1000, 1/500, 1/200 … 50, 100.
std::vector<double> replaySpeeds();

} // namespace overlap::session
