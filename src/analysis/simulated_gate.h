// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/simulated_machine.h"

#include <deque>
#include <limits>

namespace overlap::analysis {

/// What one thread at a time has to have in order to compute: an interpreter's lock, or the thread of an
/// event loop. First come, first served, where real locks let anybody win: a choice has to be made, and no
/// thread starves by it.
///
/// With an interval it is CPython's lock (RELIABILITY 2.1, executors/gil.h): who waited a whole interval in
/// which nobody switched asks the holder, who lets go at once, at its next look some 20 µs later in reality,
/// and goes on behind all who wait. Without one nobody is asked, as in an event loop.
class SimulatedGate
{
public:
    using Thread = SimulatedMachine::Thread;
    static constexpr Thread nobody = std::numeric_limits<Thread>::max();

    /// `interval` in ns; 0: nobody is asked.
    SimulatedGate(SimulatedMachine& machine, double interval);

    bool holds(Thread thread) const { return m_holder == thread; }
    /// True where the thread has it now; else it stands in the queue.
    bool take(Thread thread);
    /// Who has it now in the holder's place: to be woken by the caller. Nobody where nobody waited.
    /// Precondition: somebody holds it.
    Thread release();

    /// Of the machine's threads the one that keeps the interval.
    Thread clock() const { return m_clock; }
    /// The clock has rung. The holder where it has to let go now, by release() and take(), which puts it
    /// behind all others; else nobody.
    Thread ring();

private:
    struct Waiter
    {
        Thread thread;
        double since;
    };

    void grant(Thread thread);
    void setClock();
    double nextRequest() const;

    SimulatedMachine& m_machine;
    const double m_interval;
    const Thread m_clock;
    Thread m_holder = nobody;
    Thread m_lastHolder = nobody;
    double m_lastSwitch = 0;
    bool m_clockRuns = false;
    std::deque<Waiter> m_waiting;
};

} // namespace overlap::analysis
