// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/thread_pool.h"

#include "core/message.h"
#include "executors/thread_name.h"

#include <chrono>
#include <system_error>
#include <utility>

namespace overlap::executors {

namespace {

// Every wait is bounded and looks again: glibc 2.36 can lose a wake-up (sourceware 25847).
constexpr std::chrono::seconds longestWait(1);

thread_local const ThreadPool* currentPool = nullptr;

std::size_t checkedSize(std::int64_t size)
{
    if (size < 1)
        throw core::Error(core::Message(
            OVERLAP_TR_NOOP("Messages", "the number of threads of a pool must be greater than 0")));
    if (size > ThreadPool::maximumSize)
        throw core::Error(core::Message(OVERLAP_TR_NOOP("Messages", "a pool has at most %1 threads"),
                                        {std::to_string(ThreadPool::maximumSize)}));
    return static_cast<std::size_t>(size);
}

} // namespace

ThreadPool::ThreadPool(std::int64_t size, Hooks hooks, std::string name)
    : m_size(checkedSize(size))
    , m_hooks(std::move(hooks))
    , m_name(std::move(name))
{}

ThreadPool::~ThreadPool()
{
    shutdown();
}

const ThreadPool* ThreadPool::current() noexcept
{
    return currentPool;
}

void ThreadPool::submit(Task task)
{
    queue({std::move(task), nullptr, 0, 1});
}

void ThreadPool::submitRange(std::size_t first, std::size_t count, const RangeTask& task)
{
    if (count > 0)
        queue({{}, &task, first, count});
}

void ThreadPool::queue(Waiting waiting)
{
    std::unique_lock lock(m_mutex);
    if (m_closed)
        throw core::Error(core::Message(
            OVERLAP_TR_NOOP("Messages", "new tasks cannot be submitted after the pool was shut down")));
    const std::size_t count = waiting.count;
    m_waiting += waiting.count;
    m_queue.push_back(std::move(waiting));
    // An idle thread that was woken for an earlier task still counts as idle until it runs, so idle threads
    // are held against queued tasks, not against these alone; and at most one is started for each task.
    for (std::size_t i = 0; i < count && m_idle < m_waiting && m_threads.size() < m_size && !m_closed; ++i) {
        if (!startThread(lock))
            break;           // with those that there are the work goes on
        if (i + 1 < count) { // they begin while the next one is made
            lock.unlock();
            lock.lock();
        }
    }
    // Threads that are not idle look into the queue before they wait.
    const bool wakes = m_idle > 0;
    lock.unlock();
    if (wakes && count > 1)
        m_changed.notify_all();
    else if (wakes)
        m_changed.notify_one();
}

bool ThreadPool::startThread(std::unique_lock<std::mutex>& lock)
{
    const std::size_t index = m_threads.size();
    if (m_hooks.starting)
        m_hooks.starting(index);
    try {
        m_threads.emplace_back([this, index] { work(index); });
        return true;
    } catch (const std::system_error& error) {
        if (m_hooks.refused)
            m_hooks.refused(index);
        if (!m_threads.empty())
            return false;
        const Waiting dropped = std::move(m_queue.back());
        m_waiting -= dropped.count;
        m_queue.pop_back();
        lock.unlock(); // before the captures go: their destructors may do anything
        throw core::Error(core::Message(OVERLAP_TR_NOOP("Messages", "no thread can be started: %1"),
                                        {error.code().message()}));
    }
}

std::size_t ThreadPool::cancelPending()
{
    std::deque<Waiting> dropped; // goes after the lock: captures may do anything in their destructors
    const std::lock_guard lock(m_mutex);
    dropped.swap(m_queue);
    if (quiet())
        m_reached.notify_all();
    return std::exchange(m_waiting, 0);
}

void ThreadPool::wait()
{
    if (currentPool == this)
        throw core::Error(core::Message(
            OVERLAP_TR_NOOP("Messages", "a pool cannot be waited for from one of its own threads")));
    std::unique_lock lock(m_mutex);
    while (!quiet())
        m_reached.wait_for(lock, longestWait);
}

void ThreadPool::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_changed.notify_all();
}

void ThreadPool::shutdown()
{
    if (currentPool == this)
        throw core::Error(core::Message(
            OVERLAP_TR_NOOP("Messages", "a pool cannot be shut down from one of its own threads")));
    close();
    std::unique_lock lock(m_mutex);
    if (m_joining) {
        while (!m_joined)
            m_reached.wait_for(lock, longestWait);
        return;
    }
    m_joining = true;
    std::vector<std::thread> threads = std::move(m_threads);
    m_threads.clear();
    lock.unlock();
    for (std::thread& thread : threads)
        thread.join();
    lock.lock();
    m_joined = true;
    // Under the lock: whoever waits may destroy the pool as soon as it sees this.
    m_reached.notify_all();
}

std::size_t ThreadPool::threadCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_threads.size();
}

void ThreadPool::work(std::size_t index)
{
    currentPool = this;
    nameThisThread(m_name, index + 1);
    std::unique_lock lock(m_mutex);
    while (true) {
        if (m_queue.empty() && !m_closed) {
            ++m_idle;
            if (m_hooks.idle)
                m_hooks.idle(index);
            while (m_queue.empty() && !m_closed)
                m_changed.wait_for(lock, longestWait);
            --m_idle;
        }
        if (m_queue.empty())
            break;
        Waiting& front = m_queue.front();
        const std::size_t item = front.first++;
        const RangeTask* const range = front.range;
        Task task;
        --m_waiting;
        if (--front.count == 0) {
            task = std::move(front.task);
            m_queue.pop_front();
        }
        ++m_running;
        lock.unlock();
        if (range) {
            (*range)(item, index);
        } else {
            task(index);
            task = nullptr; // what it captured goes at once, outside the lock
        }
        lock.lock();
        --m_running;
        if (quiet())
            m_reached.notify_all();
    }
    lock.unlock();
    if (m_hooks.leaving)
        m_hooks.leaving(index);
}

} // namespace overlap::executors
