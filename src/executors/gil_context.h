// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "executors/gil.h"
#include "executors/in_place_context.h"

namespace overlap::executors {

/// The context of a lane whose thread computes only while it holds the interpreter's lock. Everything that
/// waits gives the lock back, a native call too; checkpoint() does where another thread asks for it. Between
/// tasks the thread keeps the lock, as an interpreter does; whoever waits for the next task releases it.
class GilContext final : public InPlaceContext
{
public:
    /// `thread` is that of the calling thread and outlives the context.
    GilContext(const core::Job& job, recording::LaneWriter& writer, core::LaneIndex lane,
               core::Nanoseconds origin, std::stop_token stop, GilThread& thread)
        : InPlaceContext(job, writer, lane, origin, stop)
        , m_stop(std::move(stop))
        , m_thread(thread)
    {}

    void checkpoint() override;

private:
    core::State arrive() override;
    void admit() override;
    core::Nanoseconds pause(core::State state, std::uint8_t flags) override;
    void resume() override;
    void enterNative() override;
    void leaveNative() override;
    void takeLock();

    std::stop_token m_stop;
    GilThread& m_thread;
};

} // namespace overlap::executors
