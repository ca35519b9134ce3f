// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/in_place_context.h"

#include "executors/task_fate.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace overlap::executors {

using core::State;
using core::TaskStatus;

bool sleepUntil(core::Nanoseconds deadline, std::stop_token stop)
{
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    // Bounded waits: glibc 2.36 can lose a wake-up (sourceware 25847).
    while (!stop.stop_requested()) {
        const core::Nanoseconds left = deadline - core::monotonicNow();
        if (left <= 0)
            return false;
        const auto bound = std::min(left, core::nanosecondsPerSecond);
        // The steady clock of libstdc++ is CLOCK_MONOTONIC; the deadline is absolute, so nothing drifts.
        const std::chrono::steady_clock::time_point until{std::chrono::nanoseconds(deadline - left + bound)};
        wake.wait_until(lock, stop, until, [] { return false; });
    }
    return true;
}

InPlaceContext::InPlaceContext(const core::Job& job, recording::LaneWriter& writer, core::LaneIndex lane,
                               core::Nanoseconds origin, std::stop_token stop)
    : m_job(job)
    , m_writer(writer)
    , m_lane(lane)
    , m_origin(origin)
    , m_stop(std::move(stop))
    , m_stageCount(static_cast<core::StageIndex>(job.workload->stages().size()))
{
    m_seed = job.seed;
}

core::ItemResult InPlaceContext::runItem(core::ItemIndex item, core::LaneIndex waker)
{
    return record(item, 0, waker, [&] { return runStages(m_job.workload->item(item)); });
}

core::ItemResult InPlaceContext::runItem(core::ItemIndex item, core::Value input, core::LaneIndex waker)
{
    return record(item, 0, waker, [&] { return runStages(std::move(input)); });
}

core::ItemResult InPlaceContext::runTask(core::ItemIndex item, core::StageIndex stage, core::Value input,
                                         core::LaneIndex waker)
{
    return record(item, stage, waker,
                  [&] { return runStage(stage == 0 ? m_job.workload->item(item) : std::move(input)); });
}

/// From the first state of a task to its end, however `body` ends.
template <class Body>
core::ItemResult InPlaceContext::record(core::ItemIndex item, core::StageIndex stage, core::LaneIndex waker,
                                        const Body& body)
{
    core::ItemResult result;
    result.lane = m_lane;
    m_item = item;
    m_stage = stage;
    m_workerEnds = false;
    std::uint8_t fate = 0;
    const State first = arrive();
    const core::Nanoseconds begin = m_writer.enter(first, item, stage, recording::recordTaskBegin, waker);
    m_meter.begin(begin);
    try {
        if (first != State::computing)
            admit();
        result.value = body();
        result.status = TaskStatus::done;
    } catch (const core::WorkerEnds&) {
        fate = tellFate(result);
        m_workerEnds = true;
    } catch (...) {
        fate = tellFate(result);
    }
    const auto end = static_cast<std::uint8_t>(recording::recordTaskEnd | fate);
    result.begin = begin - m_origin;
    result.end = pause(State::dispatch, end) - m_origin;
    return result;
}

core::Value InPlaceContext::runStage(core::Value input)
{
    core::Stage<core::Value> stage = m_job.workload->run(m_stage, *this, std::move(input));
    stage.resume();
    return stage.take();
}

core::Value InPlaceContext::runStages(core::Value value)
{
    while (true) {
        value = runStage(std::move(value));
        if (m_stage + 1 == m_stageCount)
            return value;
        enter(State::dispatch, recording::recordTaskEnd);
        ++m_stage;
        m_meter.begin(m_writer.enter(State::computing, m_item, m_stage, recording::recordTaskBegin));
    }
}

core::Nanoseconds InPlaceContext::settle()
{
    const core::Nanoseconds now = core::monotonicNow();
    if (const core::Nanoseconds without = m_meter.look(now); without > 0) [[unlikely]]
        m_writer.enterAt(now - without, State::coreWait, m_item, m_stage, 0, core::noLane);
    return now;
}

core::Nanoseconds InPlaceContext::enter(State state, std::uint8_t flags)
{
    const core::Nanoseconds now = m_writer.state() == State::computing ? settle() : core::monotonicNow();
    const recording::Besides besides{std::exchange(m_permits, std::uint8_t{0}),
                                     static_cast<std::uint32_t>(std::exchange(m_native, 0) / 1000)};
    m_writer.enterAt(now, state, m_item, m_stage, flags, std::exchange(m_wokenBy, core::noLane), besides);
    return now;
}

core::Nanoseconds InPlaceContext::pause(State state, std::uint8_t flags)
{
    return enter(state, flags);
}

void InPlaceContext::resume()
{
    m_meter.begin(enter(State::computing));
}

void InPlaceContext::checkpoint()
{
    if (m_stop.stop_requested())
        throw core::Cancelled();
    if (m_writer.state() != State::computing)
        return;
    const core::Nanoseconds now = settle();
    m_writer.stay(now);
    if (m_writer.state() != State::computing)
        m_writer.enterAt(now, State::computing, m_item, m_stage, 0, core::noLane);
}

bool InPlaceContext::begin(WaitOperation& operation)
{
    pause(State::waiting);
    const core::Nanoseconds deadline =
        core::monotonicNow() + core::scaledDuration(operation.duration, m_job.timeScale);
    operation.cancelled = sleepUntil(deadline, m_stop);
    resume();
    return true;
}

bool InPlaceContext::begin(FetchOperation& operation)
{
    pause(State::waiting);
    if (!m_fetcher)
        m_fetcher = m_job.makeFetcher();
    operation.response = m_fetcher->fetch(operation.request, m_stop);
    resume();
    return true;
}

bool InPlaceContext::begin(AcquireOperation& operation)
{
    operation.lane = m_lane;
    m_permits = static_cast<std::uint8_t>(std::min(operation.semaphore.permits(), 255));
    if (operation.semaphore.tryAcquire())
        return true;
    pause(State::lockWait);
    core::LaneIndex releasedBy = core::noLane;
    operation.cancelled = !operation.semaphore.acquire(m_stop, &releasedBy);
    wokenBy(releasedBy);
    resume();
    return true;
}

} // namespace overlap::executors
