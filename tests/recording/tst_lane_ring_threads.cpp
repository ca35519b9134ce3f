// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/recorder.h"

#include "support/gate.h"

#include <atomic>
#include <gtest/gtest.h>
#include <numeric>
#include <thread>

using namespace overlap::core;
using namespace overlap::recording;

namespace {

struct Received
{
    std::uint64_t records = 0;
    std::uint64_t gaps = 0;
    std::string wrong;
};

/// Record i carries i in every field that has room for it, so that a torn record is found.
void writeNumbered(LaneWriter& writer, Nanoseconds origin, std::uint32_t count)
{
    for (std::uint32_t i = 0; i < count; ++i) {
        writer.enterAt(origin + i, static_cast<State>(i % stateCount), i, static_cast<StageIndex>(i & 0xFFFF),
                       0, static_cast<LaneIndex>((i * 7) & 0xFFFF));
    }
}

void check(const Record& record, Nanoseconds origin, std::int64_t& last, Received& received)
{
    if (record.flags & recordGap) {
        ++received.gaps;
        return;
    }
    ++received.records;
    const auto i = static_cast<std::int64_t>(record.item);
    const bool torn = record.time != origin + i || record.stage != (i & 0xFFFF) ||
                      record.waker != ((i * 7) & 0xFFFF) || record.state != static_cast<State>(i % 11);
    if (torn)
        received.wrong = "torn at " + std::to_string(i);
    if (i <= last)
        received.wrong = "out of order at " + std::to_string(i);
    last = i;
}

/// One writer at full speed, one reader that rests `pause` between two looks.
void stress(std::uint32_t capacity, std::uint32_t count, std::chrono::microseconds pause, bool mayLose)
{
    const overlap::testing::Watchdog watchdog("ring stress");
    Recorder recorder(capacity);
    LaneWriter& writer = recorder.addLane("lane");
    const Nanoseconds origin = 1'000'000;
    recorder.begin(origin);
    std::atomic<bool> ended = false;
    std::thread thread([&] {
        writeNumbered(writer, origin, count);
        ended = true;
    });
    Received received;
    std::int64_t last = -1;
    LaneReader& reader = recorder.reader(0);
    const auto drain = [&] {
        reader.drain([&](std::span<const Record> part) {
            for (const Record& record : part)
                check(record, origin, last, received);
        });
    };
    while (!ended) {
        drain();
        if (pause.count() > 0)
            std::this_thread::sleep_for(pause);
    }
    thread.join();
    drain();
    EXPECT_EQ(received.wrong, "");
    EXPECT_EQ(received.records + reader.lost(), count) << "written = read + lost";
    EXPECT_LE(received.gaps, reader.lost());
    if (mayLose) {
        EXPECT_GT(reader.lost(), 0u) << "the reader was meant to be too slow";
    }
    const auto totals = reader.totals(0);
    EXPECT_EQ(std::accumulate(totals.begin(), totals.end(), Nanoseconds{0}), count - 1)
        << "exact in spite of losses";
}

} // namespace

TEST(LaneRingThreads, ASlowReaderLosesCountedRecordsOnly)
{
    stress(64, 400'000, std::chrono::microseconds(2000), true);
}

TEST(LaneRingThreads, AQuickReaderSeesOrderAndNothingTorn)
{
    stress(4096, 400'000, std::chrono::microseconds(0), false);
}

TEST(LaneRingThreads, TheSmallestRingsHold)
{
    stress(2, 100'000, std::chrono::microseconds(0), false);
    stress(4, 100'000, std::chrono::microseconds(0), false);
}
