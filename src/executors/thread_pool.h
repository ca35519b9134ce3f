// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace overlap::executors {

/// A pool of threads over one first-in-first-out queue, with the semantics of Python's ThreadPoolExecutor
/// (Lib/concurrent/futures/thread.py): a thread is started at a submit that finds no idle one, up to the
/// size; idle threads are used again; shutting down finishes or drops what is queued. submit() and
/// cancelPending() from any thread; shutdown() from any thread but the pool's own.
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

    using Task = std::function<void(std::size_t thread)>; ///< must not throw

    /// Precondition: size ≥ 1.
    explicit ThreadPool(std::size_t size, Hooks hooks = {});
    ~ThreadPool();
    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;

    /// Queues a task. Throws core::Error after shutdown() ("cannot schedule new tasks after shutdown"), and
    /// where the system refuses the first thread; with fewer threads than asked for the work goes on.
    void submit(Task task);

    /// Drops every task that has not started; returns how many.
    std::size_t cancelPending();

    /// Refuses new tasks, runs what is queued, joins every thread. Again: no effect. From a thread of the
    /// pool it throws core::Error instead of waiting for itself.
    void shutdown();

    std::size_t threadCount() const;

private:
    void work(std::size_t index);

    const std::size_t m_size;
    const Hooks m_hooks;
    mutable std::mutex m_mutex; // protects everything below
    std::condition_variable m_changed;
    std::deque<Task> m_queue;
    std::vector<std::thread> m_threads;
    std::size_t m_idle = 0;
    bool m_closed = false;
};

} // namespace overlap::executors
