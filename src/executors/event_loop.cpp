// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/event_loop.h"

#include "executors/in_place_context.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace overlap::executors {

using core::Nanoseconds;
using core::State;

EventLoop::EventLoop(const core::Job& job, recording::LaneWriter& writer,
                     const std::vector<recording::LaneWriter*>& slots, Nanoseconds origin,
                     std::stop_token stop)
    : m_job(job)
    , m_writer(writer)
    , m_origin(origin)
    , m_stop(std::move(stop))
    , m_interval(job.feedInterval == 0 ? 0 : core::scaledDuration(job.feedInterval, job.timeScale))
{
    for (recording::LaneWriter* const slot : slots) {
        m_free.push(m_slots.size());
        m_slots.emplace_back(*this, *slot, static_cast<core::LaneIndex>(lane + 1 + m_slots.size()));
    }
}

void EventLoop::run(std::vector<core::ItemResult>& items)
{
    m_items = &items;
    while (!stopping()) {
        runReady();
        startItems();
        if (m_next == items.size() && m_free.size() == m_slots.size())
            return;
        poll();
    }
    cancel();
}

// What becomes ready meanwhile has its turn after new items and the look at time and network.
void EventLoop::runReady()
{
    for (std::size_t count = m_ready.size(); count > 0 && !stopping(); --count) {
        const Ready ready = m_ready.front();
        m_ready.pop_front();
        stepped(*ready.context, ready.context->resume(ready.since, ready.waker));
    }
}

// One for each slot that is free now, so that items which end at once do not keep those in flight waiting.
void EventLoop::startItems()
{
    for (std::size_t count = m_free.size(); count > 0 && m_next < m_items->size() && !stopping(); --count) {
        if (m_interval > 0 && due(m_next) > core::monotonicNow())
            return;
        EventLoopContext& context = m_slots[m_free.top()];
        m_free.pop();
        stepped(context, context.start(static_cast<core::ItemIndex>(m_next++)));
    }
}

void EventLoop::stepped(EventLoopContext& context, Nanoseconds now)
{
    if (!context.busy()) {
        const std::size_t item = context.item();
        (*m_items)[item] = context.takeResult();
        m_free.push(static_cast<std::size_t>(context.lane() - lane - 1));
    }
    grantPermits(now, context.lane());
}

void EventLoop::poll()
{
    Nanoseconds now = core::monotonicNow();
    wakeTimers(now);
    const Nanoseconds until = m_ready.empty() ? nextMoment(now) : 0;
    const bool waits = until > now;
    if (waits)
        m_writer.enterAt(now, m_free.size() < m_slots.size() ? State::waiting : State::queueEmpty,
                         core::noItem, 0, 0, core::noLane);
    std::vector<core::MultiFetcher::Ended> ended;
    if (m_fetching > 0)
        ended = m_fetcher->wait(until, m_stop);
    else if (waits)
        sleepUntil(until, m_stop);
    else
        return;
    now = core::monotonicNow();
    if (waits)
        m_writer.enterAt(now, State::dispatch, core::noItem, 0, 0, core::noLane);
    for (core::MultiFetcher::Ended& end : ended) {
        EventLoopContext& context = m_slots[end.token];
        --m_fetching;
        context.answer(std::move(end.response));
        m_ready.push_back({&context, now, lane});
    }
    wakeTimers(now);
    grantPermits(now, core::noLane);
}

/// When there is something to do again, as far as this is known; never long where somebody else's permit is
/// waited for.
Nanoseconds EventLoop::nextMoment(Nanoseconds now) const
{
    Nanoseconds next = std::numeric_limits<Nanoseconds>::max();
    if (m_next < m_items->size() && !m_free.empty())
        next = due(m_next);
    if (!m_timers.empty())
        next = std::min(next, m_timers.top().deadline);
    return m_queues.empty() ? next : std::min(next, now + core::nanosecondsPerSecond);
}

// After a stop: what is in flight ends, nothing new begins.
void EventLoop::cancel()
{
    if (m_fetcher)
        m_fetcher->cancelAll();
    m_queues.clear();
    for (EventLoopContext& context : m_slots) {
        if (!context.busy())
            continue;
        context.cancel();
        (*m_items)[context.item()] = context.takeResult();
    }
    for (; m_next < m_items->size(); ++m_next)
        (*m_items)[m_next].status = core::TaskStatus::cancelled;
}

State EventLoop::afterItem(Nanoseconds now) const
{
    const bool more = m_next < m_items->size() && due(m_next) <= now && !stopping();
    return more ? State::dispatch : State::queueEmpty;
}

Nanoseconds EventLoop::due(std::size_t item) const
{
    return m_origin + static_cast<Nanoseconds>(item) * m_interval;
}

void EventLoop::wakeAt(Nanoseconds deadline, EventLoopContext& context)
{
    m_timers.push({deadline, m_timersMade++, &context});
}

void EventLoop::wakeTimers(Nanoseconds now)
{
    while (!m_timers.empty() && m_timers.top().deadline <= now) {
        m_ready.push_back({m_timers.top().context, m_timers.top().deadline, lane});
        m_timers.pop();
    }
}

void EventLoop::fetch(const core::FetchRequest& request, EventLoopContext& context)
{
    if (!m_fetcher)
        m_fetcher = m_job.makeMultiFetcher();
    m_fetcher->start(static_cast<core::MultiFetcher::Token>(context.lane() - lane - 1), request);
    ++m_fetching;
}

bool EventLoop::acquire(core::Semaphore& semaphore, EventLoopContext& context)
{
    auto queue = std::ranges::find(m_queues, &semaphore, &Queue::semaphore);
    // Who comes later does not overtake.
    if (queue == m_queues.end()) {
        if (semaphore.tryAcquire())
            return true;
        queue = m_queues.insert(m_queues.end(), Queue{&semaphore, {}});
    }
    queue->waiting.push_back(&context);
    return false;
}

void EventLoop::grantPermits(Nanoseconds now, core::LaneIndex waker)
{
    for (Queue& queue : m_queues) {
        while (!queue.waiting.empty() && queue.semaphore->tryAcquire()) {
            queue.waiting.front()->grant();
            m_ready.push_back({queue.waiting.front(), now, waker});
            queue.waiting.pop_front();
        }
    }
    std::erase_if(m_queues, [](const Queue& queue) { return queue.waiting.empty(); });
}

} // namespace overlap::executors
