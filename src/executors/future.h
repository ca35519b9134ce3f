// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"
#include "core/time.h"
#include "executors/thread_pool.h"

#include <exception>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace overlap::executors {

// Tasks with results over a ThreadPool, as concurrent.futures has them: submitTo, mapOver, and a Future that
// can be cancelled while it is pending. std::future can do neither that nor say that its task runs.

enum class FutureState { pending, running, done, failed, cancelled };

/// result() or error() of a task that was cancelled.
class FutureCancelled : public core::Error
{
public:
    FutureCancelled();
};

/// result() or error() was not there within the limit.
class FutureTimeout : public core::Error
{
public:
    explicit FutureTimeout(core::Nanoseconds limit);
};

namespace detail {

/// What a task and its future share, but for the function and its result. Any thread.
class FutureCore
{
public:
    explicit FutureCore(const ThreadPool& pool) : m_pool(pool) {}
    virtual ~FutureCore() = default;
    FutureCore(const FutureCore&) = delete;
    FutureCore& operator=(const FutureCore&) = delete;

    FutureState state() const;
    /// True where the task is cancelled now or was before.
    bool cancel();
    /// Throws FutureTimeout or FutureCancelled; core::Error where a thread of the same pool would wait.
    void await(std::optional<core::Nanoseconds> limit) const;
    /// Precondition: awaited.
    std::exception_ptr error() const;

protected:
    bool begin();
    void finish(std::exception_ptr error);
    virtual void dropFunction() = 0; ///< it will not run

private:
    const ThreadPool& m_pool;   // its address only: the pool may be gone before the future
    mutable std::mutex m_mutex; // protects everything below
    mutable std::condition_variable m_ended;
    FutureState m_state = FutureState::pending;
    std::exception_ptr m_error;
};

template <class T>
using Stored = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

template <class T>
class FutureValue : public FutureCore
{
public:
    using FutureCore::FutureCore;
    std::optional<Stored<T>> value; // written before finish(), read after await()
};

template <class Function, class T>
class FutureCall final : public FutureValue<T>
{
public:
    FutureCall(const ThreadPool& pool, Function function)
        : FutureValue<T>(pool)
        , m_function(std::move(function))
    {}

    void run()
    {
        if (!this->begin())
            return;
        std::exception_ptr error;
        try {
            if constexpr (std::is_void_v<T>) {
                (*m_function)();
                this->value.emplace();
            } else {
                this->value.emplace((*m_function)());
            }
        } catch (...) {
            error = std::current_exception();
        }
        m_function.reset(); // before anybody hears of the result: what it captured is gone by then
        this->finish(std::move(error));
    }

private:
    void dropFunction() override { m_function.reset(); }

    std::optional<Function> m_function;
};

/// The pool's end of a task: one that is dropped instead of run is cancelled, so that nobody waits for it.
template <class Call>
class QueuedCall
{
public:
    explicit QueuedCall(std::shared_ptr<Call> call) : m_call(std::move(call)) {}
    ~QueuedCall() { m_call->cancel(); }
    QueuedCall(const QueuedCall&) = delete;
    QueuedCall& operator=(const QueuedCall&) = delete;
    void run() { m_call->run(); }

private:
    std::shared_ptr<Call> m_call;
};

} // namespace detail

/// The result of one task, to be fetched once. Movable; one thread at a time, though the task is another's.
/// It may outlive its pool.
template <class T>
class Future
{
public:
    explicit Future(std::shared_ptr<detail::FutureValue<T>> shared) : m_shared(std::move(shared)) {}

    FutureState state() const { return m_shared->state(); }
    bool cancelled() const { return state() == FutureState::cancelled; }
    bool running() const { return state() == FutureState::running; }
    /// True for everything that has ended: with a result, with an error, by being cancelled.
    bool done() const { return state() != FutureState::pending && !running(); }

    /// True where the task had not started (it never will) or was cancelled before. A task that runs is never
    /// interrupted.
    bool cancel() { return m_shared->cancel(); }

    /// Waits for the end. Throws what the task threw, FutureCancelled, FutureTimeout after `limit`, and
    /// core::Error where it would have to wait on a thread of the task's own pool, or where the result was
    /// taken before.
    T result(std::optional<core::Nanoseconds> limit = {})
    {
        m_shared->await(limit);
        if (const std::exception_ptr error = m_shared->error())
            std::rethrow_exception(error);
        if (!m_shared->value)
            throw core::Error(
                core::Message(OVERLAP_TR_NOOP("Messages", "the result of this task was taken before")));
        detail::Stored<T> value = std::move(*m_shared->value);
        m_shared->value.reset();
        if constexpr (!std::is_void_v<T>)
            return value;
    }

    /// Waits for the end like result(); what the task threw, or nullptr.
    std::exception_ptr error(std::optional<core::Nanoseconds> limit = {})
    {
        m_shared->await(limit);
        return m_shared->error();
    }

private:
    std::shared_ptr<detail::FutureValue<T>> m_shared;
};

/// Queues a function without arguments, which may be movable only. Throws as ThreadPool::submit() does.
template <class Function>
auto submitTo(ThreadPool& pool, Function function) -> Future<std::invoke_result_t<Function&>>
{
    using T = std::invoke_result_t<Function&>;
    using Call = detail::FutureCall<Function, T>;
    auto call = std::make_shared<Call>(pool, std::move(function));
    pool.submit([queued = std::make_shared<detail::QueuedCall<Call>>(call)](std::size_t) { queued->run(); });
    return Future<T>(std::move(call));
}

/// Queues `function(input)` for every input at once. The futures are in the order of the inputs, so whoever
/// reads them in turn gets every result before the first error, and that error in its item's place.
template <class Input, class Function>
auto mapOver(ThreadPool& pool, std::vector<Input> inputs, Function function)
{
    std::vector<Future<std::invoke_result_t<Function&, Input>>> futures;
    futures.reserve(inputs.size());
    for (Input& input : inputs)
        futures.push_back(submitTo(
            pool, [function, input = std::move(input)]() mutable { return function(std::move(input)); }));
    return futures;
}

} // namespace overlap::executors
