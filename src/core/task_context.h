// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fetch.h"
#include "core/ids.h"
#include "core/message.h"
#include "core/random.h"
#include "core/semaphore.h"
#include "core/time.h"

#include <coroutine>
#include <exception>
#include <type_traits>

namespace overlap::core {

/// Thrown out of an awaitable or a checkpoint when the run is being stopped. Executors turn it into a
/// cancelled task.
class Cancelled : public std::exception
{
public:
    const char* what() const noexcept override { return "cancelled"; }
};

/// Thrown out of a stage: not only this task fails, but the worker that runs it ends, as a thread does whose
/// own function throws before its loop or in it. A pipeline then goes on with what workers the stage has
/// left, and where that was the last one, the items that nobody can take any more fail with a sentence that
/// tells so. Under every other strategy workers belong to no stage, and it fails the task like any Error.
class WorkerEnds : public Error
{
public:
    using Error::Error;
};

/// All that a stage may speak to. A context either completes an operation in place (begin() returns true) or
/// keeps the coroutine handle that the operation carries and resumes it later on the same thread. One thread
/// at a time.
class TaskContext
{
public:
    struct WaitOperation
    {
        Nanoseconds duration; ///< as the workload states it, before the time scale
        std::coroutine_handle<> continuation = {};
        bool cancelled = false;
    };
    struct FetchOperation
    {
        FetchRequest request;
        FetchResponse response = {};
        std::coroutine_handle<> continuation = {};
    };
    struct AcquireOperation
    {
        Semaphore& semaphore;
        std::coroutine_handle<> continuation = {};
        bool cancelled = false;
        LaneIndex lane = noLane; ///< who has the permit then, where the context knows its lane
    };

    virtual ~TaskContext() = default;

    /// `co_await context.wait(d)`: a simulated wait until the absolute deadline now + d × time scale.
    auto wait(Nanoseconds duration) { return WaitAwaitable{*this, {duration}}; }
    /// `co_await context.fetch(request)`: a FetchResponse, answered or failed.
    auto fetch(FetchRequest request) { return FetchAwaitable{*this, {std::move(request)}}; }
    /// `co_await context.acquire(semaphore)`: a Permit.
    auto acquire(Semaphore& semaphore) { return AcquireAwaitable{*this, {semaphore}}; }
    /// `co_await context.blocking(f)`: f's result, from a real blocking call on the worker's own thread.
    template <class F>
    auto blocking(F f)
    {
        return BlockingAwaitable<F>{*this, std::move(f)};
    }

    /// `co_await context.native(f)`: f's result, from one long native computation that gives an interpreter's
    /// lock back while it runs, as extensions in C may. Inside, cancelled() and not checkpoint().
    template <class F>
    auto native(F f)
    {
        return NativeAwaitable<F>{*this, std::move(f)};
    }

    /// To be called about every 20 µs in compute loops; throws Cancelled where the run is being stopped.
    virtual void checkpoint() = 0;
    /// For use inside one long native call, which no executor may interrupt.
    virtual bool cancelled() const noexcept = 0;

    ItemIndex item() const noexcept { return m_item; }
    StageIndex stage() const noexcept { return m_stage; }
    /// The figures of this task: the same under every strategy.
    Random random() const noexcept { return Random::of(m_seed, m_item, m_stage); }

protected:
    virtual bool begin(WaitOperation& operation) = 0;
    virtual bool begin(FetchOperation& operation) = 0;
    virtual bool begin(AcquireOperation& operation) = 0;
    virtual void enterBlocking() = 0;
    virtual void leaveBlocking() = 0;
    virtual void enterNative() = 0;
    virtual void leaveNative() = 0;

    ItemIndex m_item = 0;
    StageIndex m_stage = 0;
    std::uint64_t m_seed = 0;

private:
    // await_ready does the work where the context completes in place, so a stage that never suspends pays one
    // virtual call and no suspension.
    struct WaitAwaitable
    {
        TaskContext& context;
        WaitOperation operation;
        bool await_ready() { return context.begin(operation); }
        void await_suspend(std::coroutine_handle<> handle) { operation.continuation = handle; }
        void await_resume() const
        {
            if (operation.cancelled)
                throw Cancelled();
        }
    };
    struct FetchAwaitable
    {
        TaskContext& context;
        FetchOperation operation;
        bool await_ready() { return context.begin(operation); }
        void await_suspend(std::coroutine_handle<> handle) { operation.continuation = handle; }
        FetchResponse await_resume()
        {
            if (operation.response.status == FetchStatus::cancelled)
                throw Cancelled();
            return std::move(operation.response);
        }
    };
    struct AcquireAwaitable
    {
        TaskContext& context;
        AcquireOperation operation;
        bool await_ready() { return context.begin(operation); }
        void await_suspend(std::coroutine_handle<> handle) { operation.continuation = handle; }
        Permit await_resume() const
        {
            if (operation.cancelled)
                throw Cancelled();
            return Permit(operation.semaphore, operation.lane);
        }
    };
    template <class F, void (TaskContext::*enter)(), void (TaskContext::*leave)()>
    struct CallAwaitable
    {
        TaskContext& context;
        F function;
        struct Scope
        {
            TaskContext& context;
            explicit Scope(TaskContext& c) : context(c) { (context.*enter)(); }
            ~Scope() { (context.*leave)(); }
        };
        bool await_ready() const noexcept { return true; }
        void await_suspend(std::coroutine_handle<>) const noexcept {}
        std::invoke_result_t<F&> await_resume()
        {
            const Scope scope(context);
            return function();
        }
    };
    template <class F>
    using BlockingAwaitable = CallAwaitable<F, &TaskContext::enterBlocking, &TaskContext::leaveBlocking>;
    template <class F>
    using NativeAwaitable = CallAwaitable<F, &TaskContext::enterNative, &TaskContext::leaveNative>;
};

} // namespace overlap::core
