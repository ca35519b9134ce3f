// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/lane_ring.h"
#include "recording/recorder.h"

#include "core/random.h"

#include <algorithm>
#include <cstdlib>
#include <gtest/gtest.h>
#include <memory>
#include <numeric>

using namespace overlap::core;
using namespace overlap::recording;

namespace {

/// A lane in memory of its own, as an executor or a worker process would make it.
class LaneRing : public ::testing::Test
{
protected:
    void make(std::uint32_t capacity)
    {
        m_memory.reset(std::aligned_alloc(64, (laneBytes(capacity) + 63) / 64 * 64));
        lane = makeLane(m_memory.get(), capacity);
        writer.emplace(lane);
        reader.emplace(lane);
    }

    std::vector<Record> drain()
    {
        std::vector<Record> records;
        reader->drain(
            [&](std::span<const Record> part) { records.insert(records.end(), part.begin(), part.end()); });
        return records;
    }

    LaneHeader* lane = nullptr;
    std::optional<LaneWriter> writer;
    std::optional<LaneReader> reader;

private:
    struct Free
    {
        void operator()(void* memory) const { std::free(memory); }
    };
    std::unique_ptr<void, Free> m_memory;
};

void enterAt(LaneWriter& writer, Nanoseconds time, State state, ItemIndex item = noItem,
             std::uint8_t flags = 0)
{
    writer.enterAt(time, state, item, 0, flags, noLane);
}

Nanoseconds total(const LaneReader& reader, State state, Nanoseconds until = 0)
{
    return reader.totals(until)[static_cast<std::size_t>(state)];
}

} // namespace

TEST_F(LaneRing, HandsRecordsOverInOrder)
{
    make(8);
    writer->open(100, State::idle);
    enterAt(*writer, 110, State::computing, 3, recordTaskBegin);
    writer->enterAt(150, State::waiting, 3, 2, 0, 5);
    const auto records = drain();
    ASSERT_EQ(records.size(), 2u);
    EXPECT_EQ(records[0].time, 110);
    EXPECT_EQ(records[0].item, 3u);
    EXPECT_EQ(records[0].flags, recordTaskBegin);
    EXPECT_EQ(records[1].state, State::waiting);
    EXPECT_EQ(records[1].stage, 2);
    EXPECT_EQ(records[1].waker, 5);
    EXPECT_TRUE(drain().empty()) << "each record is handed over once";
}

TEST_F(LaneRing, WrapsAroundForEver)
{
    make(4);
    writer->open(0, State::idle);
    Nanoseconds time = 0;
    Random random(11);
    Nanoseconds seen = 0;
    for (int round = 0; round < 10'000; ++round) {
        for (std::uint64_t i = random.below(5); i > 0; --i) {
            ++time;
            enterAt(*writer, time, State::computing, static_cast<ItemIndex>(time));
        }
        for (const Record& record : drain()) {
            ASSERT_EQ(record.time, ++seen);
            ASSERT_EQ(record.item, static_cast<ItemIndex>(seen));
        }
    }
    EXPECT_EQ(seen, time);
    EXPECT_EQ(reader->lost(), 0u);
}

TEST_F(LaneRing, TotalsDivideTheTimeAmongTheStates)
{
    make(8);
    writer->open(100, State::idle);
    enterAt(*writer, 110, State::computing);
    enterAt(*writer, 150, State::waiting);
    enterAt(*writer, 250, State::computing);
    enterAt(*writer, 255, State::dispatch);
    EXPECT_EQ(total(*reader, State::idle), 10);
    EXPECT_EQ(total(*reader, State::computing), 45);
    EXPECT_EQ(total(*reader, State::waiting), 100);
    EXPECT_EQ(total(*reader, State::dispatch), 0) << "still open";
    EXPECT_EQ(total(*reader, State::dispatch, 300), 45) << "open until the moment asked for";
    EXPECT_EQ(total(*reader, State::dispatch, 200), 0) << "a moment in the past adds nothing";
}

TEST_F(LaneRing, CountsWhatDoesNotFitAndMarksTheGap)
{
    make(4);
    writer->open(0, State::idle);
    for (Nanoseconds time = 1; time <= 10; ++time)
        enterAt(*writer, time, State::computing, static_cast<ItemIndex>(time));
    EXPECT_EQ(reader->lost(), 6u);
    auto records = drain();
    ASSERT_EQ(records.size(), 4u);
    EXPECT_EQ(records.back().time, 4);

    enterAt(*writer, 11, State::waiting, 11);
    records = drain();
    ASSERT_EQ(records.size(), 2u) << "the gap has a record of its own in front of the one that ends it";
    EXPECT_TRUE(records[0].flags & recordGap);
    EXPECT_EQ(records[0].time, 5) << "from the first lost record on";
    EXPECT_EQ(records[1].time, 11);
    EXPECT_EQ(records[1].item, 11u);
    EXPECT_EQ(reader->lost(), 6u);
}

TEST_F(LaneRing, AGapNeedsRoomForItselfToo)
{
    make(2);
    writer->open(0, State::idle);
    for (Nanoseconds time = 1; time <= 3; ++time)
        enterAt(*writer, time, State::computing);
    EXPECT_EQ(reader->lost(), 1u);
    int handed = 0;
    reader->drain([&](std::span<const Record> part) { handed += static_cast<int>(part.size()); });
    EXPECT_EQ(handed, 2);
    enterAt(*writer, 4, State::waiting);
    EXPECT_EQ(drain().size(), 2u);
    EXPECT_EQ(reader->lost(), 1u);
}

TEST_F(LaneRing, TotalsAreExactInSpiteOfLosses)
{
    constexpr std::uint64_t seed = 5;
    SCOPED_TRACE("seed " + std::to_string(seed));
    make(4);
    Random random(seed);
    std::array<Nanoseconds, stateCount> expected{};
    writer->open(0, State::idle);
    State state = State::idle;
    Nanoseconds time = 0;
    std::uint64_t entered = 0;
    std::uint64_t handed = 0;
    std::uint64_t gaps = 0;
    const auto count = [&](const std::vector<Record>& records) {
        handed += records.size();
        gaps += static_cast<std::uint64_t>(
            std::ranges::count_if(records, [](const Record& record) { return record.flags & recordGap; }));
    };
    for (int i = 0; i < 20'000; ++i) {
        const Nanoseconds step = static_cast<Nanoseconds>(random.below(1000));
        expected[static_cast<std::size_t>(state)] += step;
        time += step;
        state = static_cast<State>(random.below(stateCount));
        enterAt(*writer, time, state);
        ++entered;
        if (random.below(20) == 0)
            count(drain());
    }
    count(drain());
    EXPECT_EQ(reader->totals(0), expected);
    EXPECT_GT(reader->lost(), 0u);
    EXPECT_GT(gaps, 0u);
    EXPECT_EQ(entered, handed - gaps + reader->lost()) << "handed over or counted as lost";
    const auto all = reader->totals(time);
    EXPECT_EQ(std::accumulate(all.begin(), all.end(), Nanoseconds{0}), time);
}

TEST_F(LaneRing, RetiringTurnsTheOpenWaitIntoIdle)
{
    make(8);
    const Nanoseconds begin = monotonicNow();
    writer->open(begin, State::idle);
    enterAt(*writer, begin + 1, State::computing, 0, recordTaskBegin);
    enterAt(*writer, begin + 3, State::queueEmpty, 0, recordTaskEnd);
    writer->retire();
    EXPECT_EQ(total(*reader, State::computing), 2);
    EXPECT_EQ(total(*reader, State::queueEmpty), 0) << "nobody waited for work that never came";
    EXPECT_GT(total(*reader, State::idle), 1);
    EXPECT_EQ(writer->state(), State::idle);
    const auto records = drain();
    EXPECT_TRUE(records.back().flags & recordRetire);
}

TEST_F(LaneRing, EnterReadsTheClockOnce)
{
    make(8);
    writer->open(monotonicNow(), State::idle);
    const Nanoseconds before = monotonicNow();
    const Nanoseconds entered = writer->enter(State::computing, 4, 1, recordTaskBegin, 2);
    const Nanoseconds after = monotonicNow();
    EXPECT_LE(before, entered);
    EXPECT_LE(entered, after);
    const auto records = drain();
    ASSERT_EQ(records.size(), 1u);
    EXPECT_EQ(records[0].time, entered);
}

TEST(Recorder, NumbersOfATrackAreNoItems)
{
    Recorder recorder(16);
    recorder.addLane("w1");
    LaneWriter& depth = recorder.addTrack("queue", 3);
    EXPECT_EQ(recorder.lanes()[1].kind, LaneKind::track);
    EXPECT_EQ(recorder.lanes()[1].limit, 3u);
    recorder.begin(monotonicNow());
    depth.number(monotonicNow(), 3);
    const std::vector<Record> records = recorder.take(1, 2);
    ASSERT_EQ(records.size(), 1u) << "a number is no index of one of two items";
    EXPECT_EQ(records[0].item, 3u);
}

TEST(Recorder, OpensAllLanesAtOneMoment)
{
    Recorder recorder(16);
    EXPECT_EQ(recorder.origin(), 0);
    LaneWriter& first = recorder.addLane("main");
    recorder.addLane("feeder", LaneKind::feeder);
    ASSERT_EQ(recorder.laneCount(), 2u);
    EXPECT_EQ(recorder.lanes()[0].name, "main");
    EXPECT_EQ(recorder.lanes()[1].kind, LaneKind::feeder);
    recorder.begin(1000);
    EXPECT_EQ(recorder.origin(), 1000);
    for (int i = 0; i < 100; ++i)
        recorder.addLane("more"); // writers keep their addresses
    first.enterAt(1500, State::computing, 0, 0, 0, noLane);
    EXPECT_EQ(recorder.reader(0).totals(0)[static_cast<std::size_t>(State::idle)], 500);
    EXPECT_EQ(recorder.reader(1).totals(1600)[static_cast<std::size_t>(State::idle)], 600);
}
