// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/simulated_machine.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace overlap::analysis {

using core::Nanoseconds;
using core::State;

namespace {

/// A wait for a core that is shorter is rounding.
constexpr double shortestCoreWait = 1'000;

constexpr double sameMoment = 1e-3;

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

void SimulatedMachine::changeRunning(int by)
{
    m_running += by;
    const int busy = std::min(m_running, m_cores);
    m_onCoreRate = std::min(1.0, m_cores / std::max(m_running + m_others, 1.0));
    m_workRate = m_onCoreRate * m_shareOfEach[static_cast<std::size_t>(busy)];
}

void SimulatedMachine::compute(Thread thread, double work)
{
    Actor& actor = m_threads[thread];
    actor.computes = true;
    actor.doneAt = m_work + std::max(work, 0.0);
    push(m_computing, actor.doneAt, thread);
    changeRunning(1);
}

void SimulatedMachine::sleepUntil(Thread thread, double moment)
{
    push(m_sleeping, std::max(moment, m_now), thread);
}

double SimulatedMachine::interrupt(Thread thread)
{
    Actor& actor = m_threads[thread];
    ++actor.turn;
    if (!std::exchange(actor.computes, false))
        return 0;
    changeRunning(-1);
    return std::max(actor.doneAt - m_work, 0.0);
}

void SimulatedMachine::advance(double to)
{
    const double passed = to - m_now;
    m_now = to;
    m_work += passed * m_workRate;
    m_onCore += passed * m_onCoreRate;
}

std::optional<SimulatedMachine::Thread> SimulatedMachine::next()
{
    while (!m_sleeping.empty() && stale(m_sleeping.front()))
        drop(m_sleeping);
    while (!m_computing.empty() && stale(m_computing.front()))
        drop(m_computing);
    if (m_sleeping.empty() && m_computing.empty())
        return std::nullopt;
    const double computed =
        m_computing.empty() ? 0 : m_now + std::max(m_computing.front().at - m_work, 0.0) / m_workRate;
    // Who is done at the moment at which somebody wakes is done first, whatever the last digits of sums say.
    const bool wakes =
        m_computing.empty() || (!m_sleeping.empty() && m_sleeping.front().at < computed - sameMoment);
    Heap& heap = wakes ? m_sleeping : m_computing;
    const Thread thread = heap.front().thread;
    advance(wakes ? std::max(heap.front().at, m_now) : computed);
    drop(heap);
    Actor& actor = m_threads[thread];
    ++actor.turn;
    if (std::exchange(actor.computes, false))
        changeRunning(-1);
    return thread;
}

void SimulatedMachine::enter(Thread thread, State state, core::ItemIndex item, core::StageIndex stage,
                             core::LaneIndex waker)
{
    Actor& actor = m_threads[thread];
    close(actor);
    actor.since = m_now;
    actor.onCoreSince = m_onCore;
    actor.state = state;
    actor.item = item;
    actor.stage = stage;
    actor.waker = waker;
}

void SimulatedMachine::close(Actor& actor)
{
    if (actor.lane == core::noLane || m_now <= actor.since)
        return;
    if (actor.state == State::computing) {
        const double without = m_now - actor.since - (m_onCore - actor.onCoreSince);
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
