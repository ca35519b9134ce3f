// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/thread_pool.h"

#include "core/message.h"

#include <algorithm>
#include <chrono>
#include <system_error>

namespace overlap::executors {

ThreadPool::ThreadPool(std::size_t size, Hooks hooks) : m_size(size), m_hooks(std::move(hooks)) {}

ThreadPool::~ThreadPool()
{
    cancelPending();
    shutdown();
}

void ThreadPool::submit(Task task)
{
    std::unique_lock lock(m_mutex);
    if (m_closed)
        throw core::Error(core::Message(
            OVERLAP_TR_NOOP("Messages", "new tasks cannot be submitted after the pool was shut down")));
    m_queue.push_back(std::move(task));
    // An idle thread that was woken for an earlier task still counts as idle until it runs, so idle threads
    // are held against queued tasks, not against this one alone.
    if (m_idle < m_queue.size() && m_threads.size() < m_size) {
        const std::size_t index = m_threads.size();
        if (m_hooks.starting)
            m_hooks.starting(index);
        try {
            m_threads.emplace_back([this, index] { work(index); });
        } catch (const std::system_error& error) {
            if (m_hooks.refused)
                m_hooks.refused(index);
            if (m_threads.empty()) {
                m_queue.pop_back();
                throw core::Error(core::Message(OVERLAP_TR_NOOP("Messages", "no thread can be started: %1"),
                                                {error.code().message()}));
            }
        }
    }
    lock.unlock();
    m_changed.notify_one();
}

std::size_t ThreadPool::cancelPending()
{
    std::deque<Task>
        dropped; // destroyed after the lock is gone: captures may do anything in their destructors
    const std::lock_guard lock(m_mutex);
    dropped.swap(m_queue);
    return dropped.size();
}

void ThreadPool::shutdown()
{
    std::vector<std::thread> threads;
    {
        const std::lock_guard lock(m_mutex);
        const auto self = std::this_thread::get_id();
        if (std::ranges::any_of(m_threads,
                                [&](const std::thread& thread) { return thread.get_id() == self; }))
            throw core::Error(core::Message(
                OVERLAP_TR_NOOP("Messages", "a pool cannot be shut down from one of its own threads")));
        m_closed = true;
        threads.swap(m_threads);
    }
    m_changed.notify_all();
    for (std::thread& thread : threads)
        thread.join();
}

std::size_t ThreadPool::threadCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_threads.size();
}

void ThreadPool::work(std::size_t index)
{
    std::unique_lock lock(m_mutex);
    while (true) {
        if (m_queue.empty() && !m_closed) {
            ++m_idle;
            if (m_hooks.idle)
                m_hooks.idle(index);
            // Bounded waits: glibc 2.36 can lose a wake-up (sourceware 25847).
            while (m_queue.empty() && !m_closed)
                m_changed.wait_for(lock, std::chrono::seconds(1));
            --m_idle;
        }
        if (m_queue.empty())
            break;
        Task task = std::move(m_queue.front());
        m_queue.pop_front();
        lock.unlock();
        task(index);
        task = nullptr; // what it captured goes at once, outside the lock
        lock.lock();
    }
    lock.unlock();
    if (m_hooks.leaving)
        m_hooks.leaving(index);
}

} // namespace overlap::executors
