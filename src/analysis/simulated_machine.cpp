// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/simulated_machine.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <utility>

namespace overlap::analysis {

using core::Nanoseconds;
using core::State;

namespace {

/// A wait for a core that is shorter is rounding.
constexpr double shortestCoreWait = 1'000;

constexpr double sameMoment = 1e-3;

/// Linux since 6.6 has a base slice of 0.7 ms × (1 + log2 of the cores), at most 8 of them, and looks at
/// ticks of 1 to 4 ms: about this for two to eight cores.
constexpr double slice = 3e6;

Nanoseconds rounded(double time)
{
    constexpr double longest = 9e18; // what a file claims may add up to more than there are nanoseconds
    return static_cast<Nanoseconds>(std::llround(std::min(time, longest)));
}

} // namespace

SimulatedMachine::SimulatedMachine(int cores, const core::MachineCosts& costs, double others, bool spans)
    : m_cores(std::max(cores, 1))
    , m_others(others)
    , m_spans(spans)
{
    for (int busy = 0; busy <= m_cores; ++busy)
        m_shareOfEach.push_back(costs.shareOfEach(std::max(busy, 1)));
}

SimulatedMachine::Thread SimulatedMachine::addThread(std::string lane, core::LaneKind kind)
{
    const Thread thread = addThread();
    m_threads[thread].lane = static_cast<core::LaneIndex>(m_timeline.lanes.size());
    core::Lane drawn;
    drawn.name = std::move(lane);
    drawn.kind = kind;
    m_timeline.lanes.push_back(std::move(drawn));
    return thread;
}

SimulatedMachine::Thread SimulatedMachine::addThread()
{
    m_threads.emplace_back();
    return static_cast<Thread>(m_threads.size() - 1);
}

void SimulatedMachine::push(Heap& heap, double at, Thread thread)
{
    heap.push_back({at, m_events++, thread, m_threads[thread].turn});
    std::ranges::push_heap(heap, std::greater());
}

void SimulatedMachine::drop(Heap& heap)
{
    std::ranges::pop_heap(heap, std::greater());
    heap.pop_back();
}

/// Others take their even part of the cores from all threads alike; of the rest, who goes first has a core
/// each and those that share have what is left.
void SimulatedMachine::setRates()
{
    const int running = m_first + m_sharing + m_queued;
    const int used = std::min(running, m_cores);
    const double own = running * std::min(1.0, m_cores / std::max(running + m_others, 1.0));
    m_firstOnCoreRate = used > 0 ? own / used : 1;
    m_onCoreRate = m_sharing > 0 ? std::clamp((own - m_first * m_firstOnCoreRate) / m_sharing, 0.0, 1.0) : 1;
    const int busy = m_first + std::min(m_sharing, m_cores - m_first);
    const double speed = m_shareOfEach[static_cast<std::size_t>(busy)];
    m_workRate = m_onCoreRate * speed;
    m_firstRate = m_firstOnCoreRate * speed;
}

void SimulatedMachine::share(Thread thread, double work)
{
    Actor& actor = m_threads[thread];
    actor.place = Place::sharing;
    actor.cameAt = m_onCore;
    actor.doneAt = m_work + work;
    push(m_computing, actor.doneAt, thread);
    ++m_sharing;
}

/// Precondition: a core is free of those that go first.
void SimulatedMachine::goFirst(Thread thread)
{
    Actor& actor = m_threads[thread];
    const double now = std::min(actor.left, actor.slice);
    actor.place = Place::first;
    actor.cameAt = m_firstOnCore;
    actor.left -= now;
    actor.slice -= now;
    actor.doneAt = m_firstWork + now;
    push(m_firsts, actor.doneAt, thread);
    ++m_first;
}

/// Whoever waited longest for a core takes the place of one that went first.
void SimulatedMachine::leave(Thread thread)
{
    Actor& actor = m_threads[thread];
    actor.onCore = onCore(actor);
    const Place place = std::exchange(actor.place, Place::none);
    ++actor.turn;
    if (place == Place::sharing)
        --m_sharing;
    if (place == Place::queued)
        --m_queued;
    if (place != Place::first)
        return;
    --m_first;
    while (!m_queue.empty()) {
        const auto [next, turn] = m_queue.front();
        m_queue.pop_front();
        if (m_threads[next].turn != turn)
            continue; // it was interrupted meanwhile
        --m_queued;
        return goFirst(next);
    }
}

void SimulatedMachine::compute(Thread thread, double work)
{
    Actor& actor = m_threads[thread];
    if (m_now > actor.stopped + sameMoment)
        actor.slice = slice;
    actor.left = std::max(work, 0.0);
    if (actor.slice <= 0) {
        share(thread, actor.left);
    } else if (m_first < m_cores) {
        goFirst(thread);
    } else {
        actor.place = Place::queued;
        ++m_queued;
        m_queue.emplace_back(thread, actor.turn);
    }
    setRates();
}

void SimulatedMachine::sleepUntil(Thread thread, double moment)
{
    push(m_sleeping, std::max(moment, m_now), thread);
}

double SimulatedMachine::interrupt(Thread thread)
{
    Actor& actor = m_threads[thread];
    if (actor.place == Place::none) {
        ++actor.turn;
        return 0;
    }
    double left = actor.left;
    if (actor.place == Place::sharing) {
        left = actor.doneAt - m_work;
    } else if (actor.place == Place::first) {
        const double ofSlice = std::max(actor.doneAt - m_firstWork, 0.0);
        left += ofSlice;
        actor.slice += ofSlice;
    }
    actor.stopped = m_now;
    leave(thread);
    setRates();
    return std::max(left, 0.0);
}

void SimulatedMachine::advance(double to)
{
    const double passed = to - m_now;
    m_now = to;
    m_work += passed * m_workRate;
    m_onCore += passed * m_onCoreRate;
    m_firstWork += passed * m_firstRate;
    m_firstOnCore += passed * m_firstOnCoreRate;
}

double SimulatedMachine::onCore(const Actor& actor) const
{
    return actor.onCore + (actor.place == Place::sharing ? m_onCore - actor.cameAt
                           : actor.place == Place::first ? m_firstOnCore - actor.cameAt
                                                         : 0);
}

/// When the first of them is done, as things stand.
double SimulatedMachine::momentOf(const Heap& heap, double clock, double rate) const
{
    if (heap.empty() || rate <= 0)
        return std::numeric_limits<double>::infinity();
    return m_now + std::max(heap.front().at - clock, 0.0) / rate;
}

std::optional<SimulatedMachine::Thread> SimulatedMachine::next()
{
    while (true) {
        for (Heap* heap : {&m_sleeping, &m_computing, &m_firsts}) {
            while (!heap->empty() && stale(heap->front()))
                drop(*heap);
        }
        if (m_sleeping.empty() && m_computing.empty() && m_firsts.empty())
            return std::nullopt;
        const double shared = momentOf(m_computing, m_work, m_workRate);
        const double first = momentOf(m_firsts, m_firstWork, m_firstRate);
        const double computed = std::min(shared, first);
        // Who is done at the moment at which somebody wakes is done first, whatever the last digits of sums
        // say.
        if (!m_sleeping.empty() && m_sleeping.front().at < computed - sameMoment) {
            const Thread thread = m_sleeping.front().thread;
            advance(std::max(m_sleeping.front().at, m_now));
            drop(m_sleeping);
            ++m_threads[thread].turn;
            return thread;
        }
        Heap& heap = first <= shared ? m_firsts : m_computing;
        const Thread thread = heap.front().thread;
        advance(computed);
        drop(heap);
        Actor& actor = m_threads[thread];
        const bool goesOn = actor.place == Place::first && actor.left > 0;
        leave(thread);
        if (goesOn)
            share(thread, actor.left);
        else
            actor.stopped = m_now;
        setRates();
        if (!goesOn)
            return thread;
    }
}

void SimulatedMachine::enter(Thread thread, State state, core::ItemIndex item, core::StageIndex stage,
                             core::LaneIndex waker)
{
    Actor& actor = m_threads[thread];
    close(actor);
    actor.since = m_now;
    actor.onCoreOf = thread;
    actor.onCoreSince = onCore(actor);
    actor.state = state;
    actor.item = item;
    actor.stage = stage;
    actor.waker = waker;
}

void SimulatedMachine::enterFor(Thread holder, Thread thread, State state, core::ItemIndex item,
                                core::StageIndex stage)
{
    enter(thread, state, item, stage, m_threads[holder].lane);
    Actor& actor = m_threads[thread];
    actor.onCoreOf = holder;
    actor.onCoreSince = onCore(m_threads[holder]);
}

void SimulatedMachine::close(Actor& actor)
{
    if (actor.lane == core::noLane || m_now <= actor.since)
        return;
    if (actor.state == State::computing) {
        const double without = m_now - actor.since - (onCore(m_threads[actor.onCoreOf]) - actor.onCoreSince);
        if (without > shortestCoreWait) {
            draw(actor, State::coreWait, actor.since, actor.since + without);
            draw(actor, State::computing, actor.since + without, m_now);
            return;
        }
    }
    draw(actor, actor.state, actor.since, m_now);
}

void SimulatedMachine::draw(const Actor& actor, State state, double begin, double end)
{
    core::Lane& lane = m_timeline.lanes[actor.lane];
    // An end and the begin that follows round alike, so totals add up and spans do not overlap.
    const Nanoseconds from = rounded(begin);
    const Nanoseconds to = rounded(end);
    lane.totals[static_cast<std::size_t>(state)] += to - from;
    if (!m_spans || state == State::idle || to <= from)
        return;
    core::Span span;
    span.begin = from;
    span.end = to;
    span.item = actor.item;
    span.stage = actor.stage;
    span.waker = actor.waker;
    span.state = state;
    lane.spans.push_back(span);
}

void SimulatedMachine::noteTask(Thread thread, core::ItemIndex item, core::StageIndex stage, double begin)
{
    if (m_spans)
        m_timeline.tasks.push_back(
            {item, stage, m_threads[thread].lane, core::TaskStatus::done, rounded(begin), rounded(m_now)});
}

core::Timeline SimulatedMachine::finish(double wall)
{
    m_now = wall;
    for (Actor& actor : m_threads) {
        if (actor.state == State::queueEmpty)
            actor.state = State::idle;
        close(actor);
        actor.since = m_now;
    }
    m_timeline.end = rounded(wall);
    m_timeline.ended = true;
    return std::move(m_timeline);
}

} // namespace overlap::analysis
