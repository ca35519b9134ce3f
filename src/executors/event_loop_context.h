// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executor.h"
#include "core/task_context.h"
#include "recording/lane_ring.h"

#include <optional>
#include <variant>

namespace overlap::executors {

class EventLoop;

/// A slot of an event loop: one item in flight with all its stages, then the next. Each slot has a context of
/// its own, because its items are under way while the code of others runs. On the loop's thread only.
class EventLoopContext final : public core::TaskContext
{
public:
    /// `lane` is that of the slot. The loop outlives the context.
    EventLoopContext(EventLoop& loop, recording::LaneWriter& slot, core::LaneIndex lane);

    core::LaneIndex lane() const noexcept { return m_lane; }
    bool busy() const noexcept { return m_busy; }

    // Each of these runs the item's code until the item has ended or waits for something, and returns that
    // moment. They throw nothing of the item's.

    /// Precondition: not busy.
    core::Nanoseconds start(core::ItemIndex item);
    /// What the item waited for has been there since a moment, thanks to the lane `waker`.
    core::Nanoseconds resume(core::Nanoseconds since, core::LaneIndex waker);
    /// A stop ends what it waits for.
    core::Nanoseconds cancel();

    /// Precondition: the item waits for an answer. It goes on at resume().
    void answer(core::FetchResponse response);
    /// The same for a permit, which it owns from here on.
    void grant() noexcept { m_granted = true; }

    /// The fate of the item that has ended.
    core::ItemResult takeResult();

    void checkpoint() override;
    bool cancelled() const noexcept override;

private:
    bool begin(WaitOperation& operation) override;
    bool begin(FetchOperation& operation) override;
    bool begin(AcquireOperation& operation) override;
    void enterBlocking() override;
    void leaveBlocking() override;
    void enterNative() override {}
    void leaveNative() override {}

    template <class Step>
    core::Nanoseconds step(const Step& first);
    core::Nanoseconds goOn(core::Nanoseconds now, core::LaneIndex waker);
    void runOn();
    void runStage(core::Value input);
    core::Nanoseconds settle();
    core::Nanoseconds compute(core::Nanoseconds now, std::uint8_t flags, core::LaneIndex waker);
    void suspend(core::State state);
    core::Nanoseconds finish(std::uint8_t fate);

    EventLoop& m_loop;
    recording::LaneWriter& m_slot;
    core::LaneIndex m_lane;
    core::StageIndex m_stageCount;
    bool m_busy = false;
    bool m_granted = false;
    core::Nanoseconds m_suspended = 0; // since when the item waits
    std::variant<std::monostate, WaitOperation*, FetchOperation*, AcquireOperation*> m_operation;
    std::optional<core::Stage<core::Value>> m_task; // goes before what stands above
    core::ItemResult m_result;
};

} // namespace overlap::executors
