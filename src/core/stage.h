// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <coroutine>
#include <exception>
#include <optional>
#include <utility>

namespace overlap::core {

/// The coroutine type of a stage: lazily started, run to its end by one executor, destroyed with this object.
/// Keep co_await out of conditional expressions and initialiser lists (GCC 12 miscompiles them).
template <class T>
class [[nodiscard]] Stage
{
public:
    struct promise_type
    {
        std::optional<T> value;
        std::exception_ptr error;

        Stage get_return_object() { return Stage(std::coroutine_handle<promise_type>::from_promise(*this)); }
        std::suspend_always initial_suspend() noexcept { return {}; }
        std::suspend_always final_suspend() noexcept { return {}; }
        void return_value(T result) { value.emplace(std::move(result)); }
        void unhandled_exception() noexcept { error = std::current_exception(); }
    };

    Stage(Stage&& other) noexcept : m_handle(std::exchange(other.m_handle, {})) {}
    Stage& operator=(Stage&& other) noexcept
    {
        std::swap(m_handle, other.m_handle);
        return *this;
    }
    ~Stage()
    {
        if (m_handle)
            m_handle.destroy();
    }

    /// Runs until the end or the next suspension. Every executor but the event loop completes awaitables in
    /// place, so one call runs the stage to its end.
    void resume() { m_handle.resume(); }
    bool done() const noexcept { return m_handle.done(); }

    /// The result; rethrows what the stage threw. Precondition: done().
    T take()
    {
        auto& promise = m_handle.promise();
        if (promise.error)
            std::rethrow_exception(promise.error);
        return std::move(*promise.value);
    }

private:
    explicit Stage(std::coroutine_handle<promise_type> handle) : m_handle(handle) {}
    std::coroutine_handle<promise_type> m_handle;
};

} // namespace overlap::core
