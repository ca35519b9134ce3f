// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/machine_costs.h"
#include "core/timeline.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace overlap::analysis {

/// A clock, cores, and threads that compute or sleep: what every simulated strategy stands on. Who computes
/// for long shares the cores evenly with all others that do (processor sharing), so with more threads than
/// cores each gets cores ÷ threads of one; a scheduler that slices time comes to the same but for the slices.
/// Who has slept comes first and has a core to itself for a slice, in the order in which they wake: Linux
/// lets who wakes go before those that had their share. Without that rule threads that wait and compute in
/// turns would stay in step for ever, and share cores that lie idle a moment later (measured: 38 per cent too
/// long with ten threads that compute 1 ms and wait 4 ms on two cores). Times are nanoseconds from t = 0, as
/// fractions, because shares of a core are. Nothing is drawn at random: the same calls give the same times,
/// and what happens at one moment happens in the order in which it was begun.
class SimulatedMachine
{
public:
    using Thread = std::uint32_t;

    /// `others` threads compute all the time besides; what they take is a wait for a core. Without `spans`
    /// the lanes of the timeline have their totals alone.
    SimulatedMachine(int cores, const core::MachineCosts& costs, double others, bool spans);

    double now() const noexcept { return m_now; }

    /// A thread that draws a lane, which begins idle.
    Thread addThread(std::string lane, core::LaneKind kind = core::LaneKind::worker);
    /// One that is not drawn.
    Thread addThread();

    /// The thread computes so much, as one core alone would take; next() returns it when it has. It does one
    /// thing at a time.
    void compute(Thread thread, double work);
    /// It sleeps until a moment, at once where that has passed.
    void sleepUntil(Thread thread, double moment);
    /// It stops with what it does; the work that was left of its computing.
    double interrupt(Thread thread);

    /// The thread that is done next, after moving the clock there; nothing where nobody does anything.
    std::optional<Thread> next();

    // Its lane from now on. While computing, the time without a core becomes core-wait; in a lane that shows
    // who holds something, that of the holder.

    void enter(Thread thread, core::State state, core::ItemIndex item = core::noItem,
               core::StageIndex stage = 0, core::LaneIndex waker = core::noLane);
    void enterFor(Thread holder, Thread thread, core::State state, core::ItemIndex item,
                  core::StageIndex stage);
    core::State state(Thread thread) const { return m_threads[thread].state; }
    /// A task of its lane that ends now.
    void noteTask(Thread thread, core::ItemIndex item, core::StageIndex stage, double begin);
    core::LaneIndex lane(Thread thread) const { return m_threads[thread].lane; }

    /// The lanes up to the end of the run; a wait for work that nothing followed is idle. Once.
    core::Timeline finish(double wall);

private:
    /// Where a thread is that computes: sharing cores, first on one of its own, or waiting for one of those.
    enum class Place : std::uint8_t { none, sharing, first, queued };

    struct Actor
    {
        core::LaneIndex lane = core::noLane;
        core::LaneIndex waker = core::noLane;
        core::State state = core::State::idle;
        core::StageIndex stage = 0;
        core::ItemIndex item = core::noItem;
        Thread onCoreOf = 0; // whose time on a core counts
        double since = 0;
        double onCoreSince = 0; // onCore() then
        double onCore = 0;      // time on a core, up to where it came to its place
        double cameAt = 0;      // … and m_onCore or m_firstOnCore then
        double doneAt = 0;      // sharing: m_work at its end; first: m_firstWork at the end of its slice
        double left = 0;        // of its computing, behind the slice
        double slice = 0;       // that it may still go first
        double stopped = 0;     // when it computed last
        std::uint32_t turn = 0; // tells an event from one that was interrupted
        Place place = Place::none;
    };
    struct Event
    {
        double at; // of computing: m_work or m_firstWork, else the time
        std::uint64_t order;
        Thread thread;
        std::uint32_t turn;
        bool operator>(const Event& other) const
        {
            return at != other.at ? at > other.at : order > other.order;
        }
    };
    using Heap = std::vector<Event>;

    void push(Heap& heap, double at, Thread thread);
    void drop(Heap& heap);
    bool stale(const Event& event) const { return m_threads[event.thread].turn != event.turn; }
    void setRates();
    void share(Thread thread, double work);
    void goFirst(Thread thread);
    void leave(Thread thread);
    void advance(double to);
    double onCore(const Actor& actor) const;
    double momentOf(const Heap& heap, double clock, double rate) const;
    void close(Actor& actor);
    void draw(const Actor& actor, core::State state, double begin, double end);

    const int m_cores;
    const double m_others;
    const bool m_spans;
    std::vector<double> m_shareOfEach; // [busy cores]
    std::vector<Actor> m_threads;
    core::Timeline m_timeline;
    Heap m_sleeping;
    Heap m_computing;
    Heap m_firsts;
    std::deque<std::pair<Thread, std::uint32_t>> m_queue; // thread and turn
    std::uint64_t m_events = 0;
    double m_now = 0;
    // What each thread that shares has got so far: work, and time on a core, which is more where cores that
    // work together are slower; and the work of each that goes first.
    double m_work = 0;
    double m_onCore = 0;
    double m_firstWork = 0;
    double m_workRate = 1;
    double m_onCoreRate = 1;
    double m_firstRate = 1;
    double m_firstOnCore = 0;
    double m_firstOnCoreRate = 1;
    int m_queued = 0;
    int m_sharing = 0;
    int m_first = 0;
};

} // namespace overlap::analysis
