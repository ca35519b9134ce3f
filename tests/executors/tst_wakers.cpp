// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "strategy_run.h"
#include "support/timeline_text.h"

#include <gtest/gtest.h>

using namespace overlap::core;
using namespace overlap::testing;

// Who let whom go on, as it is recorded: order and names, no times.

namespace {

constexpr Nanoseconds ms = 1'000'000;

/// Visits each wait that something ended, with the span that followed.
template <class Visit> // void(LaneIndex lane, const Span& wait, const Span& next)
void forEachWait(const Timeline& timeline, State state, Visit visit)
{
    for (std::size_t lane = 0; lane < timeline.lanes.size(); ++lane) {
        const auto& spans = timeline.lanes[lane].spans;
        for (std::size_t i = 0; i + 1 < spans.size(); ++i) {
            if (spans[i].state == state && spans[i + 1].begin == spans[i].end)
                visit(static_cast<LaneIndex>(lane), spans[i], spans[i + 1]);
        }
    }
}

/// Whether the lane was at work on something until shortly before or after a moment: it had what the other
/// one waited for.
bool wasThere(const Timeline& timeline, LaneIndex lane, Nanoseconds time)
{
    const auto& spans = timeline.lanes[lane].spans;
    return !spans.empty() && spans.front().begin <= time;
}

TEST(Wakers, APermitTellsWhoGaveItBack)
{
    Semaphore connection(1);
    const FakeWorkload workload(9, [&](StageIndex, TaskContext& context, Value input) -> Stage<Value> {
        const Permit permit = co_await context.acquire(connection);
        co_await context.wait(5 * ms);
        co_return input;
    });
    const StrategyRun run = runStrategy("threads:3", jobOf(workload));
    int waits = 0;
    forEachWait(run.timeline, State::lockWait, [&](LaneIndex lane, const Span& wait, const Span& next) {
        ++waits;
        ASSERT_LT(next.waker, run.timeline.lanes.size()) << timelineText(run.timeline);
        EXPECT_NE(next.waker, lane);
        EXPECT_TRUE(wasThere(run.timeline, next.waker, wait.end));
    });
    EXPECT_GE(waits, 2);
}

TEST(Wakers, TheLockTellsWhoLetGo)
{
    const FakeWorkload workload(2, [](StageIndex, TaskContext& context, Value input) -> Stage<Value> {
        for (const Nanoseconds end = monotonicNow() + 12 * ms; monotonicNow() < end;)
            context.checkpoint();
        co_return input;
    });
    const StrategyRun run = runStrategy("gil-threads:2@switch=1ms", jobOf(workload));
    int waits = 0;
    int named = 0;
    forEachWait(run.timeline, State::gilWait, [&](LaneIndex lane, const Span&, const Span& next) {
        ++waits;
        if (next.waker == noLane)
            return;
        ++named;
        EXPECT_EQ(next.waker, 1 - lane) << timelineText(run.timeline);
    });
    EXPECT_GE(waits, 2) << timelineText(run.timeline);
    // Who asks and is not the first to come back may get what it had last itself.
    EXPECT_GE(named, waits - 1) << timelineText(run.timeline);
}

} // namespace
