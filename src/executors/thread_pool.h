// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace overlap::executors {

/// A pool of threads over one first-in-first-out queue, with the semantics of Python's ThreadPoolExecutor
/// (Lib/concurrent/futures/thread.py): a thread is started at a submit that finds no idle one, up to the
/// size; idle threads are used again; shutting down finishes what is queued. executors/future.h gives tasks
/// results. All of it from any thread; what waits (wait, shutdown, the destructor) from any but the pool's
/// own.
class ThreadPool
{
public:
    /// What watches the pool; each hook may be empty. Indices are of the pool's threads, from 0.
    struct Hooks
    {
        std::function<void(std::size_t)> starting; ///< on the submitting thread, before the thread is created
        std::function<void(std::size_t)> idle;     ///< on the thread itself: it goes to wait for work
        std::function<void(std::size_t)> leaving;  ///< on the thread itself, as its last act
        std::function<void(std::size_t)> refused;  ///< on the submitting thread: the system gave no thread
    };

    using Task = std::function<void(std::size_t thread)>;                         ///< must not throw
    using RangeTask = std::function<void(std::size_t index, std::size_t thread)>; ///< must not throw

    static constexpr int maximumSize = 1024;

    /// `size` from 1 to maximumSize, else core::Error. No thread starts yet. The system's tools show the
    /// threads as "<name> 1", "<name> 2"; the system keeps 15 bytes, so a long name is cut, never the number.
    explicit ThreadPool(std::int64_t size, Hooks hooks = {}, std::string name = "worker");
    /// The same as shutdown().
    ~ThreadPool();
    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;

    /// Queues a task. Throws core::Error after close() or shutdown(), and where the system refuses the first
    /// thread; with fewer threads than asked for the work goes on.
    void submit(Task task);

    /// Queues a task for each index from `first` on, `count` of them, as if each was submitted by itself; the
    /// mutex is taken once, and nothing is allocated for a task. `task` outlives its last call. The same
    /// errors; where one is thrown, none of them is queued.
    void submitRange(std::size_t first, std::size_t count, const RangeTask& task);

    /// Drops every task that has not started; returns how many. The pool goes on.
    std::size_t cancelPending();

    /// Returns once nothing is queued and nothing runs. From a thread of the pool it throws core::Error
    /// instead of waiting for itself.
    void wait();

    /// Refuses new tasks and returns at once; what is queued still runs, then the threads leave. Never
    /// blocks.
    void close();

    /// Closes, lets the threads do what is queued, joins them. Again, or from several threads: each call
    /// returns when all are joined. From a thread of the pool it throws core::Error instead of waiting for
    /// itself.
    void shutdown();

    std::size_t threadCount() const;

    /// The pool whose thread calls; nullptr elsewhere.
    static const ThreadPool* current() noexcept;

private:
    /// What was submitted at once and has not started: a task, or what is left of a range.
    struct Waiting
    {
        Task task;
        const RangeTask* range = nullptr;
        std::size_t first = 0;
        std::size_t count = 1;
    };

    void queue(Waiting waiting);
    /// False where the system refuses and there are others; throws where there is none.
    bool startThread(std::unique_lock<std::mutex>& lock);
    void work(std::size_t index);
    bool quiet() const { return m_queue.empty() && m_running == 0; }

    const std::size_t m_size;
    const Hooks m_hooks;
    const std::string m_name;
    mutable std::mutex m_mutex;        // protects everything below
    std::condition_variable m_changed; // for the threads: work, or the end of it
    std::condition_variable m_reached; // for those outside: quiet, or joined
    std::deque<Waiting> m_queue;
    std::size_t m_waiting = 0; // tasks in the queue
    std::vector<std::thread> m_threads;
    std::size_t m_idle = 0;
    std::size_t m_running = 0;
    bool m_closed = false;
    bool m_joining = false;
    bool m_joined = false;
};

} // namespace overlap::executors
