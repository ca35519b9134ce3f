// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/threads_executor.h"

#include <algorithm>

namespace overlap::executors {

namespace {

WorkerThreads plainThreads; // it has no state

} // namespace

std::unique_ptr<InPlaceContext> WorkerThreads::makeContext(const core::Job& job,
                                                           recording::LaneWriter& writer,
                                                           core::LaneIndex worker, core::Nanoseconds origin,
                                                           std::stop_token stop)
{
    return std::make_unique<InPlaceContext>(job, writer, worker, origin, std::move(stop));
}

ThreadsExecutor::ThreadsExecutor(int workers, recording::Recorder& recorder)
    : ThreadsExecutor(workers, recorder, plainThreads)
{}

ThreadsExecutor::ThreadsExecutor(int workers, recording::Recorder& recorder, WorkerThreads& threads)
    : m_recorder(recorder)
    , m_threads(threads)
    , m_pool(workers, hooks(), "worker")
{
    for (int i = 0; i < workers; ++i)
        m_writers.push_back(&recorder.addLane(
            core::Message(OVERLAP_TR_NOOP("Lanes", "worker %1"), {std::to_string(i + 1)}).english()));
}

ThreadPool::Hooks ThreadsExecutor::hooks()
{
    ThreadPool::Hooks hooks;
    // Starting the thread orders the submitter's write before the thread's own, so the lane keeps one writer
    // at a time.
    hooks.starting = [this](std::size_t thread) { m_writers[thread]->enter(core::State::starting); };
    hooks.refused = [this](std::size_t thread) { m_writers[thread]->retire(); };
    hooks.idle = [this](std::size_t thread) {
        m_writers[thread]->enter(core::State::queueEmpty);
        m_threads.rest(thread);
    };
    hooks.leaving = [this](std::size_t thread) {
        m_threads.leave(thread);
        m_writers[thread]->retire();
        m_cpuTime.fetch_add(core::threadCpuNow(), std::memory_order_relaxed);
    };
    return hooks;
}

void ThreadsExecutor::prepare(const core::Job&) {}

core::RunResult ThreadsExecutor::run(const core::Job& job, std::stop_token stop)
{
    core::RunResult result;
    result.items.resize(job.workload->itemCount());
    result.origin = core::monotonicNow();
    m_recorder.begin(result.origin);

    // One context per thread, made by the thread itself on its first item.
    std::vector<std::unique_ptr<InPlaceContext>> contexts(m_writers.size());
    const ThreadPool::RangeTask runOne = [&](std::size_t item, std::size_t thread) {
        if (stop.stop_requested()) {
            result.items[item].status = core::TaskStatus::cancelled;
            return;
        }
        if (!contexts[thread])
            contexts[thread] = m_threads.makeContext(
                job, *m_writers[thread], static_cast<core::LaneIndex>(thread), result.origin, stop);
        result.items[item] = contexts[thread]->runItem(static_cast<core::ItemIndex>(item));
    };
    const core::Nanoseconds interval =
        job.feedInterval == 0 ? 0 : core::scaledDuration(job.feedInterval, job.timeScale);
    const std::size_t atOnce = interval > 0 ? 1 : result.items.size();
    std::size_t submitted = 0;
    try {
        for (; submitted < result.items.size(); submitted += atOnce) {
            const core::Nanoseconds due =
                result.origin + static_cast<core::Nanoseconds>(submitted) * interval;
            if (interval > 0 && sleepUntil(due, stop))
                break;
            m_pool.submitRange(submitted, atOnce, runOne);
        }
    } catch (...) {
        // What is queued refers to this frame.
        m_pool.cancelPending();
        m_pool.wait();
        throw;
    }
    for (std::size_t i = submitted; i < result.items.size(); ++i)
        result.items[i].status = core::TaskStatus::cancelled;
    m_pool.wait();
    for (const core::ItemResult& item : result.items)
        result.wall = std::max(result.wall, item.end);
    return result;
}

void ThreadsExecutor::shutdown(core::ShutdownMode mode)
{
    if (mode == core::ShutdownMode::cancelPending)
        m_pool.cancelPending();
    m_pool.shutdown();
}

} // namespace overlap::executors
