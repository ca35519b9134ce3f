// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "executors/core_wait_meter.h"
#include "executors/event_loop_context.h"

#include <deque>
#include <functional>
#include <memory>
#include <queue>
#include <stop_token>
#include <vector>

namespace overlap::executors {

/// One thread with many items in flight, each in a slot. In each turn it runs what is ready, in the order in
/// which it became ready, starts new items in free slots, and looks what time and network have brought; with
/// nothing to run it waits for them. Whatever an item does besides waiting for a moment, an answer or a
/// permit holds up all the others.
///
/// Its lane is `computing` with the item whose code runs, `waiting` where all that is in flight waits
/// (without an item; with one, where the item's own call blocks the thread), `queue-empty` with nothing in
/// flight, and `dispatch` for its own work. A slot's lane has the tasks, each from its begin to its end:
/// `waiting` and `lock-wait`, then `dispatch` from the moment at which the item could go on to that at which
/// the loop comes to it, which is its waker, or the slot that gave the permit back.
class EventLoop
{
public:
    static constexpr core::LaneIndex lane = 0; ///< of the loop; those of the slots follow

    /// Everything given outlives the loop.
    EventLoop(const core::Job& job, recording::LaneWriter& writer,
              const std::vector<recording::LaneWriter*>& slots, core::Nanoseconds origin,
              std::stop_token stop);

    /// Runs one item for each place of `items`, and writes its fate there. Once.
    void run(std::vector<core::ItemResult>& items);

    // What contexts need.
    const core::Job& job() const noexcept { return m_job; }
    core::Nanoseconds origin() const noexcept { return m_origin; }
    bool stopping() const noexcept { return m_stop.stop_requested(); }
    recording::LaneWriter& writer() noexcept { return m_writer; }
    CoreWaitMeter& meter() noexcept { return m_meter; }
    /// What a slot does whose item has ended now.
    core::State afterItem(core::Nanoseconds now) const;
    void wakeAt(core::Nanoseconds deadline, EventLoopContext& context);
    /// Throws core::Error where no request can be made.
    void fetch(const core::FetchRequest& request, EventLoopContext& context);
    /// False where the permit comes later, in the order of asking.
    bool acquire(core::Semaphore& semaphore, EventLoopContext& context);

private:
    struct Ready
    {
        EventLoopContext* context;
        core::Nanoseconds since;
        core::LaneIndex waker;
    };
    struct Timer
    {
        core::Nanoseconds deadline;
        std::uint64_t number; // the first asked is the first woken
        EventLoopContext* context;
        bool operator>(const Timer& other) const
        {
            return deadline != other.deadline ? deadline > other.deadline : number > other.number;
        }
    };
    struct Queue
    {
        core::Semaphore* semaphore;
        std::deque<EventLoopContext*> waiting;
    };

    void runReady();
    void startItems();
    void poll();
    void cancel();
    void stepped(EventLoopContext& context, core::Nanoseconds now);
    void grantPermits(core::Nanoseconds now, core::LaneIndex waker);
    void wakeTimers(core::Nanoseconds now);
    core::Nanoseconds due(std::size_t item) const;
    core::Nanoseconds nextMoment(core::Nanoseconds now) const;

    const core::Job& m_job;
    recording::LaneWriter& m_writer;
    core::Nanoseconds m_origin;
    std::stop_token m_stop;
    core::Nanoseconds m_interval;
    CoreWaitMeter m_meter;
    std::vector<core::ItemResult>* m_items = nullptr;
    std::size_t m_next = 0; // the item to start next
    std::deque<Ready> m_ready;
    std::priority_queue<Timer, std::vector<Timer>, std::greater<>> m_timers;
    std::uint64_t m_timersMade = 0;
    std::vector<Queue> m_queues; // of semaphores that somebody waits for
    std::unique_ptr<core::MultiFetcher> m_fetcher;
    std::size_t m_fetching = 0;
    std::deque<EventLoopContext> m_slots;
    /// The first is taken first, so that few items in flight fill few lanes.
    std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> m_free;
};

} // namespace overlap::executors
