// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/in_place_context.h"

#include <chrono>

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
{
    m_seed = job.seed;
}

core::ItemResult InPlaceContext::runItem(core::ItemIndex item, core::LaneIndex waker)
{
    core::ItemResult result;
    result.lane = m_lane;
    m_item = item;
    m_stage = 0;
    const auto stageCount = static_cast<core::StageIndex>(m_job.workload->stages().size());
    std::uint8_t fate = 0;
    const core::Nanoseconds begin =
        m_writer.enter(State::computing, item, 0, recording::recordTaskBegin, waker);
    result.begin = begin - m_origin;
    try {
        core::Value value = m_job.workload->item(item);
        while (true) {
            core::Stage<core::Value> stage = m_job.workload->run(m_stage, *this, std::move(value));
            stage.resume();
            value = stage.take();
            const core::Nanoseconds end =
                m_writer.enter(State::dispatch, item, m_stage, recording::recordTaskEnd);
            if (m_stage + 1 == stageCount) {
                result.end = end - m_origin;
                result.status = TaskStatus::done;
                result.value = std::move(value);
                return result;
            }
            ++m_stage;
            m_writer.enter(State::computing, item, m_stage, recording::recordTaskBegin);
        }
    } catch (const core::Cancelled&) {
        result.status = TaskStatus::cancelled;
        fate = recording::recordCancelled;
    } catch (const core::Error& error) {
        result.status = TaskStatus::failed;
        result.error = error.message();
        fate = recording::recordFailed;
    } catch (const std::exception& error) {
        result.status = TaskStatus::failed;
        result.error = core::Message(OVERLAP_TR_NOOP("Messages", "%1"), {error.what()});
        fate = recording::recordFailed;
    } catch (...) {
        result.status = TaskStatus::failed;
        result.error = core::Message(OVERLAP_TR_NOOP("Messages", "the task failed without saying why"));
        fate = recording::recordFailed;
    }
    const core::Nanoseconds end = m_writer.enter(State::dispatch, item, m_stage,
                                                 static_cast<std::uint8_t>(recording::recordTaskEnd | fate));
    result.end = end - m_origin;
    return result;
}

void InPlaceContext::checkpoint()
{
    if (m_stop.stop_requested())
        throw core::Cancelled();
}

bool InPlaceContext::begin(WaitOperation& operation)
{
    enter(State::waiting);
    const core::Nanoseconds deadline =
        core::monotonicNow() + core::scaledDuration(operation.duration, m_job.timeScale);
    operation.cancelled = sleepUntil(deadline, m_stop);
    enter(State::computing);
    return true;
}

bool InPlaceContext::begin(FetchOperation& operation)
{
    enter(State::waiting);
    if (!m_fetcher)
        m_fetcher = m_job.makeFetcher();
    operation.response = m_fetcher->fetch(operation.request, m_stop);
    enter(State::computing);
    return true;
}

bool InPlaceContext::begin(AcquireOperation& operation)
{
    if (operation.semaphore.tryAcquire())
        return true;
    enter(State::lockWait);
    operation.cancelled = !operation.semaphore.acquire(m_stop);
    enter(State::computing);
    return true;
}

} // namespace overlap::executors
