// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/threads_executor.h"

#include "executors/in_place_context.h"

#include <algorithm>
#include <chrono>
#include <optional>

namespace overlap::executors {

namespace {

/// Counts finished items down; the run waits for zero.
class Countdown
{
public:
    explicit Countdown(std::size_t count) : m_left(count) {}

    void finish(std::size_t count = 1)
    {
        const std::lock_guard lock(m_mutex);
        m_left -= count;
        // Under the lock: the waiter destroys this object as soon as it sees zero.
        if (m_left == 0)
            m_zero.notify_all();
    }

    void wait()
    {
        std::unique_lock lock(m_mutex);
        // Bounded waits: glibc 2.36 can lose a wake-up (sourceware 25847).
        while (m_left != 0)
            m_zero.wait_for(lock, std::chrono::seconds(1));
    }

private:
    std::mutex m_mutex; // protects m_left
    std::condition_variable m_zero;
    std::size_t m_left;
};

} // namespace

ThreadsExecutor::ThreadsExecutor(int workers, recording::Recorder& recorder) : m_recorder(recorder)
{
    for (int i = 0; i < workers; ++i)
        m_writers.push_back(&recorder.addLane(
            core::Message(OVERLAP_TR_NOOP("Lanes", "worker %1"), {std::to_string(i + 1)}).english()));
}

ThreadsExecutor::~ThreadsExecutor() = default;

void ThreadsExecutor::prepare(const core::Job&)
{
    ThreadPool::Hooks hooks;
    // Starting the thread orders the submitter's write before the thread's own, so the lane keeps one writer
    // at a time.
    hooks.starting = [this](std::size_t thread) { m_writers[thread]->enter(core::State::starting); };
    hooks.refused = [this](std::size_t thread) { m_writers[thread]->retire(); };
    hooks.idle = [this](std::size_t thread) { m_writers[thread]->enter(core::State::queueEmpty); };
    hooks.leaving = [this](std::size_t thread) {
        m_writers[thread]->retire();
        m_cpuTime.fetch_add(core::threadCpuNow(), std::memory_order_relaxed);
    };
    m_pool = std::make_unique<ThreadPool>(m_writers.size(), std::move(hooks));
}

core::RunResult ThreadsExecutor::run(const core::Job& job, std::stop_token stop)
{
    core::RunResult result;
    result.items.resize(job.workload->itemCount());
    result.origin = core::monotonicNow();
    m_recorder.begin(result.origin);

    // One context per thread, made by the thread itself on its first item.
    std::vector<std::optional<InPlaceContext>> contexts(m_writers.size());
    Countdown left(result.items.size());
    const core::Nanoseconds interval =
        job.feedInterval == 0 ? 0 : core::scaledDuration(job.feedInterval, job.timeScale);
    std::size_t submitted = 0;
    for (; submitted < result.items.size(); ++submitted) {
        const core::Nanoseconds due = result.origin + static_cast<core::Nanoseconds>(submitted) * interval;
        if (interval > 0 && sleepUntil(due, stop))
            break;
        m_pool->submit([&, item = submitted](std::size_t thread) {
            if (stop.stop_requested()) {
                result.items[item].status = core::TaskStatus::cancelled;
            } else {
                if (!contexts[thread])
                    contexts[thread].emplace(job, *m_writers[thread], static_cast<core::LaneIndex>(thread),
                                             result.origin, stop);
                result.items[item] = contexts[thread]->runItem(static_cast<core::ItemIndex>(item));
            }
            left.finish();
        });
    }
    for (std::size_t i = submitted; i < result.items.size(); ++i) {
        result.items[i].status = core::TaskStatus::cancelled;
        left.finish();
    }
    left.wait();
    for (const core::ItemResult& item : result.items)
        result.wall = std::max(result.wall, item.end);
    return result;
}

void ThreadsExecutor::shutdown(core::ShutdownMode mode)
{
    if (!m_pool)
        return;
    if (mode == core::ShutdownMode::cancelPending)
        m_pool->cancelPending();
    m_pool->shutdown();
}

} // namespace overlap::executors
