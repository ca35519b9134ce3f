// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/replay.h"

#include "analysis/run_state.h"

#include <algorithm>
#include <cmath>

namespace overlap::session {

using core::Nanoseconds;

namespace {

constexpr int frame = 16;              // ms
constexpr double shortestPleasure = 2; // seconds that a replay takes at the speed of the run …
constexpr double longestPleasure = 30; // … else it is brought near to
constexpr double pleasure = 8;

double firstSpeed(double seconds)
{
    if (seconds >= shortestPleasure && seconds <= longestPleasure)
        return 1;
    const std::vector<double> speeds = replaySpeeds();
    const auto after = std::ranges::lower_bound(speeds, seconds / pleasure);
    return after == speeds.begin() ? speeds.front() : *(after - 1);
}

} // namespace

std::vector<double> replaySpeeds()
{
    std::vector<double> speeds;
    for (const double per : {1000.0, 500.0, 200.0, 100.0, 50.0, 20.0, 10.0, 5.0, 2.0})
        speeds.push_back(1 / per);
    for (const double times : {1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0})
        speeds.push_back(times);
    return speeds;
}

Replay::Replay(QObject* parent, Clock clock) : QObject(parent), m_clock(std::move(clock))
{
    m_timer.setInterval(frame);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Replay::tick);
}

void Replay::setTimelines(Timelines timelines)
{
    std::erase_if(timelines, [](const auto& timeline) { return !timeline || !timeline->ended; });
    if (timelines == m_timelines)
        return;
    end();
    m_timelines = std::move(timelines);
    m_range = {0, 0};
    for (const auto& timeline : m_timelines) {
        m_range.begin = std::min(m_range.begin, timeline->start);
        m_range.end = std::max(m_range.end, timeline->end);
    }
    Q_EMIT changed();
}

void Replay::start()
{
    m_active = true;
    m_speed = firstSpeed(core::toSeconds(m_range.length()));
    moveTo(m_range.begin);
    anchor();
    m_timer.start();
    Q_EMIT changed();
}

void Replay::end()
{
    if (!m_active)
        return;
    m_active = false;
    m_timer.stop();
    Q_EMIT changed();
}

void Replay::anchor()
{
    m_anchorTime = m_time;
    m_anchorClock = m_clock();
}

void Replay::setPlaying(bool playing)
{
    if (!m_active || playing == m_timer.isActive())
        return;
    if (playing) {
        if (m_time >= m_range.end)
            moveTo(m_range.begin);
        anchor();
        m_timer.start();
    } else {
        tick();
        m_timer.stop();
    }
    Q_EMIT changed();
}

void Replay::setSpeed(double speed)
{
    if (speed == m_speed)
        return;
    tick();
    m_speed = speed;
    anchor();
    Q_EMIT changed();
}

void Replay::faster()
{
    const std::vector<double> speeds = replaySpeeds();
    const auto next = std::ranges::upper_bound(speeds, m_speed);
    setSpeed(next == speeds.end() ? fastest : *next);
}

void Replay::slower()
{
    const std::vector<double> speeds = replaySpeeds();
    const auto here = std::ranges::lower_bound(speeds, m_speed);
    setSpeed(here == speeds.begin() ? slowest : *(here - 1));
}

void Replay::pause()
{
    if (!m_timer.isActive())
        return;
    m_timer.stop();
    Q_EMIT changed();
}

void Replay::seek(Nanoseconds time)
{
    if (!m_active)
        return;
    pause();
    moveTo(time);
}

void Replay::stepForward()
{
    if (!m_active)
        return;
    tick();
    pause();
    Nanoseconds next = m_range.end;
    for (const auto& timeline : m_timelines)
        next = std::min(next, analysis::nextEvent(*timeline, m_time).value_or(next));
    moveTo(next);
}

void Replay::stepBack()
{
    if (!m_active)
        return;
    tick();
    pause();
    Nanoseconds before = m_range.begin;
    for (const auto& timeline : m_timelines)
        before = std::max(before, analysis::previousEvent(*timeline, m_time).value_or(before));
    moveTo(before);
}

void Replay::tick()
{
    if (!m_timer.isActive())
        return;
    const auto passed = static_cast<double>(m_clock() - m_anchorClock) * m_speed;
    moveTo(m_anchorTime + static_cast<Nanoseconds>(std::llround(passed)));
    if (m_time >= m_range.end)
        pause();
}

void Replay::moveTo(Nanoseconds time)
{
    time = std::clamp(time, m_range.begin, m_range.end);
    if (time == m_time)
        return;
    m_time = time;
    Q_EMIT moved();
}

} // namespace overlap::session
