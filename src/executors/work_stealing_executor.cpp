// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/work_stealing_executor.h"

#include "executors/in_place_context.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <new>
#include <optional>
#include <pthread.h>
#include <string>
#include <system_error>
#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>
#include <tbb/task_scheduler_observer.h>
#include <thread>

namespace overlap::executors {

namespace {

/// Gives each thread of an arena a lane while it is there, the same one whenever it comes back.
class LaneObserver final : public tbb::task_scheduler_observer
{
public:
    LaneObserver(tbb::task_arena& arena, const std::vector<recording::LaneWriter*>& writers)
        : tbb::task_scheduler_observer(arena)
        , m_writers(writers)
        , m_free(writers.size(), true)
    {
        observe(true);
    }

    /// Of the calling thread, which is in the arena.
    static std::size_t lane() { return s_lane; }

    core::Nanoseconds cpuTime() const
    {
        const std::lock_guard lock(m_mutex);
        return m_cpuTime;
    }

private:
    void on_scheduler_entry(bool) override
    {
        {
            const std::lock_guard lock(m_mutex);
            // There are as many lanes as threads; a lane that nobody has had yet keeps those of others free.
            if (s_lane >= m_free.size())
                s_lane = m_used < m_free.size() ? m_used++ : 0;
            if (!m_free[s_lane])
                s_lane = static_cast<std::size_t>(std::ranges::find(m_free, true) - m_free.begin());
            m_free[s_lane] = false;
        }
        s_cpuAtEntry = core::threadCpuNow();
        pthread_setname_np(pthread_self(), ("worker " + std::to_string(s_lane + 1)).c_str());
        m_writers[s_lane]->enter(core::State::dispatch);
    }

    void on_scheduler_exit(bool) override
    {
        m_writers[s_lane]->enter(core::State::queueEmpty);
        const std::lock_guard lock(m_mutex);
        m_cpuTime += core::threadCpuNow() - s_cpuAtEntry;
        m_free[s_lane] = true;
    }

    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    static thread_local std::size_t s_lane;
    static thread_local core::Nanoseconds s_cpuAtEntry;

    const std::vector<recording::LaneWriter*>& m_writers;
    mutable std::mutex m_mutex; // protects what follows
    std::vector<bool> m_free;   // lanes that no thread has now; it also orders their writers
    std::size_t m_used = 0;     // lanes that a thread has had
    core::Nanoseconds m_cpuTime = 0;
};

thread_local std::size_t LaneObserver::s_lane = LaneObserver::none;
thread_local core::Nanoseconds LaneObserver::s_cpuAtEntry = 0;

[[noreturn]] void noThread(const std::string& why)
{
    throw core::Error(core::Message(OVERLAP_TR_NOOP("Messages", "no thread can be started: %1"), {why}));
}

/// oneTBB starts a thread where another one needs help, and ends the program where the system refuses it. So
/// the system is asked before, for all of them at once.
void tryThreads(std::size_t count)
{
    std::mutex mutex;
    std::condition_variable changed;
    bool enough = false;
    std::vector<std::jthread> threads;
    const auto letGo = [&] {
        const std::lock_guard lock(mutex);
        enough = true;
        changed.notify_all();
    };
    try {
        for (std::size_t i = 0; i < count; ++i) {
            threads.emplace_back([&] {
                std::unique_lock lock(mutex);
                while (!enough)
                    changed.wait_for(lock, std::chrono::seconds(1));
            });
        }
        letGo();
    } catch (const std::system_error& error) {
        letGo();
        noThread(error.code().message());
    }
}

/// Counts what is under way, and waits for its end.
class Pending
{
public:
    void add()
    {
        const std::lock_guard lock(m_mutex);
        ++m_count;
    }
    void done()
    {
        const std::lock_guard lock(m_mutex);
        if (--m_count == 0)
            m_none.notify_all(); // under the lock: who waits ends this object
    }
    void wait()
    {
        std::unique_lock lock(m_mutex);
        while (m_count > 0)
            m_none.wait_for(lock, std::chrono::seconds(1));
    }

private:
    std::mutex m_mutex; // protects m_count
    std::condition_variable m_none;
    std::size_t m_count = 0;
};

} // namespace

/// oneTBB for one run: as many threads as asked for also where there are fewer cores, because the calling
/// thread counts for its limit and works not.
class WorkStealingExecutor::Scheduler
{
public:
    explicit Scheduler(const std::vector<recording::LaneWriter*>& writers)
        : m_limit(tbb::global_control::max_allowed_parallelism, writers.size() + 1)
        , m_arena(std::in_place, static_cast<int>(writers.size()), 0u)
        , m_observer(*m_arena, writers)
    {}

    tbb::task_arena& arena() { return *m_arena; }

    /// Returns when its threads have ended; the CPU time that they used.
    core::Nanoseconds finish()
    {
        m_arena.reset();
        tbb::finalize(m_handle, std::nothrow);
        return m_observer.cpuTime();
    }

private:
    tbb::task_scheduler_handle m_handle{tbb::attach{}};
    tbb::global_control m_limit;
    std::optional<tbb::task_arena> m_arena;
    LaneObserver m_observer;
};

WorkStealingExecutor::WorkStealingExecutor(int workers, recording::Recorder& recorder) : m_recorder(recorder)
{
    for (int i = 0; i < workers; ++i)
        m_writers.push_back(&recorder.addLane(
            core::Message(OVERLAP_TR_NOOP("Lanes", "worker %1"), {std::to_string(i + 1)}).english()));
}

WorkStealingExecutor::~WorkStealingExecutor()
{
    shutdown(core::ShutdownMode::wait);
}

void WorkStealingExecutor::prepare(const core::Job&)
{
    tryThreads(m_writers.size());
    m_scheduler = std::make_unique<Scheduler>(m_writers);
}

core::RunResult WorkStealingExecutor::run(const core::Job& job, std::stop_token stop)
{
    if (!m_scheduler)
        throw core::Error(core::Message(
            OVERLAP_TR_NOOP("Messages", "new tasks cannot be submitted after the executor was shut down")));
    core::RunResult result;
    result.items.resize(job.workload->itemCount());
    result.origin = core::monotonicNow();
    m_recorder.begin(result.origin);

    // One context per thread, made by the thread itself on its first item.
    std::vector<std::unique_ptr<InPlaceContext>> contexts(m_writers.size());
    const auto runOne = [&](std::size_t item) {
        if (stop.stop_requested()) {
            result.items[item].status = core::TaskStatus::cancelled;
            return;
        }
        const std::size_t lane = LaneObserver::lane();
        if (!contexts[lane])
            contexts[lane] = std::make_unique<InPlaceContext>(
                job, *m_writers[lane], static_cast<core::LaneIndex>(lane), result.origin, stop);
        result.items[item] = contexts[lane]->runItem(static_cast<core::ItemIndex>(item));
    };

    std::exception_ptr failure; // written by one task, read when none is left
    std::mutex failing;         // protects failure
    Pending pending;
    const auto submit = [&](std::size_t first, std::size_t count) {
        pending.add();
        try {
            m_scheduler->arena().enqueue([&, first, count] {
                try {
                    // One item is the least that is taken from another's queue.
                    tbb::parallel_for(
                        tbb::blocked_range<std::size_t>(first, first + count, 1),
                        [&](const tbb::blocked_range<std::size_t>& range) {
                            for (std::size_t i = range.begin(); i != range.end(); ++i)
                                runOne(i);
                        },
                        tbb::simple_partitioner());
                } catch (...) {
                    const std::lock_guard lock(failing);
                    failure = std::current_exception();
                }
                pending.done();
            });
        } catch (...) {
            pending.done();
            throw;
        }
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
            submit(submitted, atOnce);
        }
    } catch (...) {
        pending.wait(); // what is under way refers to this frame
        throw;
    }
    pending.wait();
    if (failure)
        std::rethrow_exception(failure);
    for (std::size_t i = submitted; i < result.items.size(); ++i)
        result.items[i].status = core::TaskStatus::cancelled;
    for (const core::ItemResult& item : result.items)
        result.wall = std::max(result.wall, item.end);
    return result;
}

void WorkStealingExecutor::shutdown(core::ShutdownMode)
{
    if (!m_scheduler)
        return;
    m_cpuTime = m_scheduler->finish();
    m_scheduler.reset();
    // Its threads have gone; what they waited for last was the end.
    for (recording::LaneWriter* const writer : m_writers)
        writer->retire();
}

} // namespace overlap::executors
