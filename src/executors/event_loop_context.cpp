// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/event_loop_context.h"

#include "executors/event_loop.h"
#include "executors/task_fate.h"

#include <algorithm>
#include <utility>

namespace overlap::executors {

using core::Nanoseconds;
using core::State;

EventLoopContext::EventLoopContext(EventLoop& loop, recording::LaneWriter& slot, core::LaneIndex lane)
    : m_loop(loop)
    , m_slot(slot)
    , m_lane(lane)
    , m_stageCount(static_cast<core::StageIndex>(loop.job().workload->stages().size()))
{
    m_seed = loop.job().seed;
}

template <class Step>
Nanoseconds EventLoopContext::step(const Step& first)
{
    std::uint8_t fate = 0;
    try {
        first();
        runOn();
        if (m_task)
            return m_suspended;
        m_result.status = core::TaskStatus::done;
    } catch (...) {
        m_task.reset(); // what it held is gone before the item ends
        m_result.value = {};
        fate = tellFate(m_result);
    }
    return finish(fate);
}

Nanoseconds EventLoopContext::start(core::ItemIndex item)
{
    m_busy = true;
    m_item = item;
    m_stage = 0;
    m_result = {};
    m_result.lane = m_lane;
    m_result.begin =
        compute(core::monotonicNow(), recording::recordTaskBegin, core::noLane) - m_loop.origin();
    return step([&] { runStage(m_loop.job().workload->item(item)); });
}

Nanoseconds EventLoopContext::resume(Nanoseconds since, core::LaneIndex waker)
{
    const Nanoseconds now = core::monotonicNow();
    // A deadline may have passed before the item began to wait for it.
    const Nanoseconds ready = std::max(since, m_suspended);
    if (ready < now)
        m_slot.enterAt(ready, State::dispatch, m_item, m_stage, 0, core::noLane);
    return goOn(now, waker);
}

Nanoseconds EventLoopContext::cancel()
{
    if (auto* const wait = std::get_if<WaitOperation*>(&m_operation))
        (*wait)->cancelled = true;
    else if (auto* const fetch = std::get_if<FetchOperation*>(&m_operation))
        (*fetch)->response.status = core::FetchStatus::cancelled;
    else if (auto* const acquire = std::get_if<AcquireOperation*>(&m_operation))
        (*acquire)->cancelled = !m_granted;
    return goOn(core::monotonicNow(), core::noLane);
}

Nanoseconds EventLoopContext::goOn(Nanoseconds now, core::LaneIndex waker)
{
    compute(now, 0, waker);
    m_granted = false;
    return step([&] {
        std::visit(
            [](auto operation) {
                if constexpr (!std::is_same_v<decltype(operation), std::monostate>)
                    operation->continuation.resume();
            },
            std::exchange(m_operation, {}));
    });
}

void EventLoopContext::runStage(core::Value input)
{
    m_task.emplace(m_loop.job().workload->run(m_stage, *this, std::move(input)));
    m_task->resume();
}

// Stage after stage, until one suspends: then the task is still there.
void EventLoopContext::runOn()
{
    while (m_task->done()) {
        core::Value value = m_task->take();
        m_task.reset();
        if (m_stage + 1 == m_stageCount) {
            m_result.value = std::move(value);
            return;
        }
        const Nanoseconds now = settle();
        m_slot.enterAt(now, State::dispatch, m_item, m_stage, recording::recordTaskEnd, core::noLane);
        ++m_stage;
        compute(now, recording::recordTaskBegin, core::noLane);
        runStage(std::move(value));
    }
}

Nanoseconds EventLoopContext::finish(std::uint8_t fate)
{
    const Nanoseconds now = settle();
    m_busy = false;
    m_result.end = now - m_loop.origin();
    m_slot.enterAt(now, m_loop.afterItem(now), m_item, m_stage,
                   static_cast<std::uint8_t>(recording::recordTaskEnd | fate), core::noLane);
    m_loop.writer().enterAt(now, State::dispatch, core::noItem, 0, 0, core::noLane);
    return now;
}

core::ItemResult EventLoopContext::takeResult()
{
    return std::exchange(m_result, {});
}

// What of computing was spent without a core becomes `core-wait`.
Nanoseconds EventLoopContext::settle()
{
    const Nanoseconds now = core::monotonicNow();
    if (m_slot.state() != State::computing)
        return now;
    if (const Nanoseconds without = m_loop.meter().look(now); without > 0) [[unlikely]] {
        for (recording::LaneWriter* const writer : {&m_slot, &m_loop.writer()})
            writer->enterAt(now - without, State::coreWait, m_item, m_stage, 0, core::noLane);
    }
    return now;
}

Nanoseconds EventLoopContext::compute(Nanoseconds now, std::uint8_t flags, core::LaneIndex waker)
{
    m_slot.enterAt(now, State::computing, m_item, m_stage, flags, waker);
    m_loop.writer().enterAt(now, State::computing, m_item, m_stage, 0, core::noLane);
    m_loop.meter().begin(now);
    return now;
}

void EventLoopContext::suspend(State state)
{
    m_suspended = settle();
    m_slot.enterAt(m_suspended, state, m_item, m_stage, 0, core::noLane);
    m_loop.writer().enterAt(m_suspended, State::dispatch, core::noItem, 0, 0, core::noLane);
}

void EventLoopContext::checkpoint()
{
    if (m_loop.stopping())
        throw core::Cancelled();
    if (m_slot.state() != State::computing)
        return;
    const Nanoseconds now = settle();
    if (m_slot.state() != State::computing)
        compute(now, 0, core::noLane);
}

bool EventLoopContext::cancelled() const noexcept
{
    return m_loop.stopping();
}

bool EventLoopContext::begin(WaitOperation& operation)
{
    operation.cancelled = m_loop.stopping();
    if (operation.cancelled)
        return true;
    m_loop.wakeAt(core::monotonicNow() + core::scaledDuration(operation.duration, m_loop.job().timeScale),
                  *this);
    m_operation = &operation;
    suspend(State::waiting);
    return false;
}

bool EventLoopContext::begin(FetchOperation& operation)
{
    if (m_loop.stopping()) {
        operation.response.status = core::FetchStatus::cancelled;
        return true;
    }
    m_loop.fetch(operation.request, *this);
    m_operation = &operation;
    suspend(State::waiting);
    return false;
}

bool EventLoopContext::begin(AcquireOperation& operation)
{
    if (m_loop.stopping()) {
        operation.cancelled = !operation.semaphore.tryAcquire();
        return true;
    }
    if (m_loop.acquire(operation.semaphore, *this))
        return true;
    m_operation = &operation;
    suspend(State::lockWait);
    return false;
}

void EventLoopContext::answer(core::FetchResponse response)
{
    std::get<FetchOperation*>(m_operation)->response = std::move(response);
}

void EventLoopContext::enterBlocking()
{
    const Nanoseconds now = settle();
    for (recording::LaneWriter* const writer : {&m_slot, &m_loop.writer()})
        writer->enterAt(now, State::waiting, m_item, m_stage, recording::recordBlocking, core::noLane);
}

void EventLoopContext::leaveBlocking()
{
    compute(core::monotonicNow(), 0, core::noLane);
}

} // namespace overlap::executors
