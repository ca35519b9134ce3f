// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lanes over which a process that went astray wrote anything. With real processes: executors.processes_rings.
#include "recording/recorder.h"

#include "core/random.h"

#include <gtest/gtest.h>
#include <limits>
#include <numeric>

using namespace overlap::core;
using namespace overlap::recording;

namespace {

constexpr std::uint32_t capacity = 16;
constexpr std::size_t items = 10;

class StrayWriter : public ::testing::Test
{
protected:
    StrayWriter() : memory(std::aligned_alloc(64, bytes), &std::free), before(monotonicNow())
    {
        writer = &recorder.addLane("w1", LaneKind::worker, memory);
        recorder.addLane("w2");
        recorder.begin(before);
        header = static_cast<LaneHeader*>(memory.get());
    }

    std::size_t taken(const Record& record)
    {
        auto* records = reinterpret_cast<Record*>(header + 1);
        const std::uint64_t at = header->written.load();
        records[at % capacity] = record;
        header->written.store(at + 1);
        return recorder.take(0, items).size();
    }

    static constexpr std::size_t bytes = (laneBytes(capacity) + 63) / 64 * 64;
    Recorder recorder{capacity};
    std::shared_ptr<void> memory;
    Nanoseconds before;
    LaneWriter* writer;
    LaneHeader* header;
};

} // namespace

TEST_F(StrayWriter, RecordsThatNobodyCanHaveWrittenAreLeftOut)
{
    const Nanoseconds now = monotonicNow();
    const Record good{now, 3, 1, 1, State::computing, 0, {}};
    EXPECT_EQ(taken(good), 1u);
    const auto with = [&](auto change) {
        Record record = good;
        change(record);
        return record;
    };
    EXPECT_EQ(taken(with([](Record& r) { r.item = noItem; })), 1u) << "outside tasks";
    EXPECT_EQ(taken(with([](Record& r) { r.waker = noLane; })), 1u);
    EXPECT_EQ(taken(with([](Record& r) { r.item = 9; })), 1u);
    EXPECT_EQ(taken(with([](Record& r) { r.item = 10; })), 0u);
    EXPECT_EQ(taken(with([](Record& r) { r.flags = recordTaskEnd; })), 1u);
    EXPECT_EQ(taken(with([](Record& r) {
                  r.item = noItem;
                  r.flags = recordTaskEnd;
              })),
              0u)
        << "whose task?";
    EXPECT_EQ(taken(with([](Record& r) { r.waker = 2; })), 0u);
    EXPECT_EQ(taken(with([](Record& r) { r.state = static_cast<State>(stateCount); })), 0u);
    EXPECT_EQ(taken(with([](Record& r) { r.state = static_cast<State>(255); })), 0u);
    for (const Nanoseconds time :
         {std::numeric_limits<Nanoseconds>::min(), Nanoseconds{-1}, Nanoseconds{0},
          before - nanosecondsPerSecond, now + nanosecondsPerSecond, std::numeric_limits<Nanoseconds>::max()})
        EXPECT_EQ(taken(with([&](Record& r) { r.time = time; })), 0u) << time;
}

TEST_F(StrayWriter, TotalsBeyondTheTimeThatHasPassedAreNone)
{
    writer->enter(State::computing);
    writer->enter(State::idle);
    const auto good = recorder.totals(0);
    EXPECT_GT(std::accumulate(good.begin(), good.end(), Nanoseconds{0}), 0);
    for (const Nanoseconds total : {nanosecondsPerSecond * 3600, std::numeric_limits<Nanoseconds>::max()}) {
        header->totals[2].store(total);
        const auto totals = recorder.totals(0);
        EXPECT_LE(std::accumulate(totals.begin(), totals.end(), Nanoseconds{0}), monotonicNow() - before);
    }
    header->totals[2].store(-5);
    EXPECT_EQ(recorder.totals(0)[2], 0);
    for (auto& total : header->totals)
        total.store(std::numeric_limits<Nanoseconds>::max());
    EXPECT_EQ(recorder.totals(0), decltype(good){});
}

// Whoever goes on with the lane of a dead process writes within it; the sanitizers see the rest.
TEST_F(StrayWriter, GoingOnAfterItIsSafe)
{
    Random random(7);
    for (int round = 0; round < 1000; ++round) {
        SCOPED_TRACE(round);
        auto* raw = static_cast<unsigned char*>(memory.get());
        for (std::size_t i = 0; i < bytes; ++i)
            raw[i] = static_cast<unsigned char>(round == 0 ? 0 : round == 1 ? 0xFF : random.next());
        writer->resume();
        EXPECT_LT(static_cast<std::size_t>(writer->state()), stateCount);
        for (int i = 0; i < 5; ++i)
            writer->enter(State::computing, 1);
        writer->retire();
        for (const Nanoseconds total : recorder.totals(0))
            EXPECT_GE(total, 0);
        EXPECT_LE(recorder.take(0, items).size(), capacity);
    }
}

TEST_F(StrayWriter, GoingOnAfterAWellWriterLosesNothing)
{
    {
        LaneWriter other(header);
        other.enter(State::computing, 1, 0, recordTaskBegin);
    }
    writer->resume();
    EXPECT_EQ(writer->state(), State::computing);
    writer->enter(State::idle, 1, 0, recordTaskEnd);
    EXPECT_EQ(recorder.take(0, items).size(), 2u);
    EXPECT_GT(recorder.totals(0)[static_cast<std::size_t>(State::computing)], 0);
}
