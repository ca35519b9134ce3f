// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/simulated_gate.h"

#include <algorithm>
#include <cmath>

namespace overlap::analysis {

SimulatedGate::SimulatedGate(SimulatedMachine& machine, double interval)
    : m_machine(machine)
    , m_interval(interval)
    , m_clock(machine.addThread())
{}

bool SimulatedGate::take(Thread thread)
{
    if (m_holder == nobody) {
        grant(thread);
        return true;
    }
    m_waiting.push_back({thread, m_machine.now()});
    setClock();
    return false;
}

SimulatedGate::Thread SimulatedGate::release()
{
    m_holder = nobody;
    if (m_waiting.empty())
        return nobody;
    const Thread next = m_waiting.front().thread;
    m_waiting.pop_front();
    grant(next);
    return next;
}

void SimulatedGate::grant(Thread thread)
{
    m_holder = thread;
    if (m_lastHolder != thread)
        m_lastSwitch = m_machine.now();
    m_lastHolder = thread;
    if (!m_waiting.empty())
        setClock();
}

/// It runs to the earliest moment at which somebody might ask; most often the lock has changed hands by then
/// and it is set anew, which costs less than setting it at every change.
void SimulatedGate::setClock()
{
    if (m_interval <= 0 || m_clockRuns)
        return;
    m_clockRuns = true;
    m_machine.sleepUntil(m_clock, m_machine.now() + m_interval);
}

/// A waiter's waits last an interval each; the first that began after the last switch ends with a request.
double SimulatedGate::nextRequest() const
{
    double earliest = std::numeric_limits<double>::max();
    for (const Waiter& waiter : m_waiting) {
        const double missed = std::max(0.0, std::ceil((m_lastSwitch - waiter.since) / m_interval));
        earliest = std::min(earliest, waiter.since + (missed + 1) * m_interval);
    }
    return earliest;
}

SimulatedGate::Thread SimulatedGate::ring()
{
    m_clockRuns = false;
    if (m_holder == nobody || m_waiting.empty())
        return nobody;
    const double due = nextRequest();
    if (due <= m_machine.now() + 1) // a nanosecond: sums of fractions differ in their last digits
        return m_holder;
    m_clockRuns = true;
    m_machine.sleepUntil(m_clock, due);
    return nobody;
}

} // namespace overlap::analysis
