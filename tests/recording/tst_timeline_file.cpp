// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/timeline_file.h"

#include "core/file.h"
#include "support/limits.h"
#include "support/saved_runs.h"
#include "support/temp_folder.h"

#include <cstring>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace overlap;
using ::testing::HasSubstr;
using ::testing::StartsWith;

namespace {

core::SavedRun readBack(const std::string& bytes)
{
    core::MemorySource source(bytes, "run.timeline");
    return recording::readTimelineFile(source).value();
}

std::string complaint(const std::string& bytes)
{
    try {
        readBack(bytes);
        return {};
    } catch (const core::Error& error) {
        return error.what();
    }
}

std::string bytesOfRun(const core::SavedRun& run)
{
    const overlap::testing::TempFolder folder;
    EXPECT_TRUE(recording::writeTimelineFile(folder / "run.timeline", run));
    EXPECT_EQ(folder.entries(), 1u);
    return overlap::testing::bytesOf(folder / "run.timeline");
}

template <class Integer>
void put(std::string& bytes, std::size_t at, Integer value)
{
    std::memcpy(bytes.data() + at, &value, sizeof value);
}

/// So that what is wrong is found by looking at it and not by its sum.
std::string withSum(std::string bytes)
{
    const std::string_view summed(bytes.data() + 8, bytes.size() - 16);
    put(bytes, bytes.size() - 8, recording::timelineChecksum(summed));
    return bytes;
}

/// A file of one band with one lane of two spans, a track with two points and a task, and where each begins.
struct SmallFile
{
    SmallFile()
    {
        core::SavedRun run = overlap::testing::syntheticRun(1, 1, 0);
        auto timeline = std::make_shared<core::Timeline>();
        core::Lane lane;
        lane.name = "main";
        lane.spans = {core::Span{.begin = 0, .end = 10, .item = 1},
                      core::Span{.begin = 10, .end = 20, .item = 2, .state = core::State::waiting}};
        timeline->lanes = {lane};
        timeline->tracks = {{"queue", 3, {{0, 1}, {5, 2}}, 0}};
        timeline->tasks = {{1, 0, 0, core::TaskStatus::done, 0, 10}};
        timeline->end = 20;
        timeline->ended = true;
        run.bands.front().timeline = timeline;
        bytes = bytesOfRun(run);
        spans = bytes.size() - 8 - 32 - 32 - 64;
        points = spans + 64;
        task = points + 32;
    }
    std::string with(const std::function<void(std::string&)>& change) const
    {
        std::string changed = bytes;
        change(changed);
        return withSum(changed);
    }
    std::string bytes;
    std::size_t spans;
    std::size_t points;
    std::size_t task;
};

} // namespace

TEST(TimelineFile, EverythingComesBackAsItWas)
{
    const core::SavedRun run = overlap::testing::syntheticRun(3, 12, 5'000);
    EXPECT_EQ(overlap::testing::difference(run, readBack(bytesOfRun(run))), "");
}

TEST(TimelineFile, ARunWithoutAnythingComesBack)
{
    EXPECT_EQ(overlap::testing::difference(core::SavedRun(), readBack(bytesOfRun(core::SavedRun()))), "");
    const core::SavedRun bare = overlap::testing::syntheticRun(1, 0, 0);
    EXPECT_EQ(overlap::testing::difference(bare, readBack(bytesOfRun(bare))), "");
}

TEST(TimelineFile, TheFormatIsAsItsHeaderSays)
{
    const SmallFile file;
    EXPECT_EQ(file.bytes.substr(0, 8), std::string("\x89OVT\r\n\x1a\n"));
    EXPECT_EQ(file.bytes.substr(8, 4), std::string("\x01\x00\x00\x00", 4));
    std::uint64_t length = 0;
    std::memcpy(&length, file.bytes.data() + 16, 8);
    EXPECT_EQ(length, file.bytes.size());
    EXPECT_THAT(file.bytes.substr(24), StartsWith("{\"schema\":\"overlap.timeline/1\""));
    const std::string second("\x0A\0\0\0\0\0\0\0\x14\0\0\0\0\0\0\0\x02\0\0\0\0\0\xFF\xFF\x01\0\0\0\0\0\0\0",
                             32);
    EXPECT_EQ(file.bytes.substr(file.spans + 32, 32), second);
}

TEST(TimelineFile, WhereverItEndsTooEarlyIsSaid)
{
    const SmallFile file;
    for (std::size_t length = 0; length < file.bytes.size(); ++length) {
        const std::string sentence = complaint(file.bytes.substr(0, length));
        ASSERT_THAT(sentence, StartsWith("run.timeline: at byte ")) << length;
    }
    EXPECT_EQ(complaint(file.bytes.substr(0, 13)), "run.timeline: at byte 13: the file ends too early");
    EXPECT_THAT(complaint(file.bytes + "x"), HasSubstr("at byte 16: the file had"));
}

TEST(TimelineFile, AnyByteThatChangesIsNoticed)
{
    const SmallFile file;
    for (std::size_t at = 0; at < file.bytes.size(); ++at) {
        std::string changed = file.bytes;
        changed[at] = static_cast<char>(changed[at] ^ 0x10);
        ASSERT_THAT(complaint(changed), StartsWith("run.timeline: at byte ")) << at;
    }
    std::string changed = file.bytes;
    changed[file.spans + 29] = 1; // nothing else speaks of it
    EXPECT_THAT(complaint(changed), HasSubstr("the checksum does not fit"));
}

TEST(TimelineFile, WhatNoRunCanSayIsRefusedAtItsByte)
{
    const SmallFile file;
    EXPECT_EQ(complaint(withSum(file.bytes)), "");
    const auto refused = [&](std::size_t at, auto value, std::size_t place) {
        const std::string sentence = complaint(file.with([&](std::string& bytes) { put(bytes, at, value); }));
        EXPECT_THAT(sentence, StartsWith("run.timeline: at byte " + std::to_string(place) + ": "))
            << sentence;
    };
    refused(file.spans + 24, std::uint8_t{11}, file.spans + 24); // a state
    refused(file.spans + 25, std::uint8_t{32}, file.spans + 25); // a flag
    refused(file.spans + 25, std::uint8_t{8}, file.spans + 25);  // open, in a run that has ended
    refused(file.spans + 26, std::uint8_t{2}, file.spans + 26);
    refused(file.spans + 22, std::uint16_t{1}, file.spans + 22);          // the waker
    refused(file.spans + 16, std::uint32_t{10'000'000}, file.spans + 16); // the item
    refused(file.spans, std::int64_t{11}, file.spans);                    // begins behind its end
    refused(file.spans + 32, std::int64_t{9}, file.spans + 32);           // overlaps
    refused(file.spans, std::int64_t{INT64_MIN}, file.spans);
    refused(file.spans + 40, std::int64_t{INT64_MAX}, file.spans + 32);
    refused(file.points + 16, std::int64_t{-1}, file.points + 16);
    refused(file.task + 22, std::uint16_t{0xFFFF}, file.task + 22);
    refused(file.task + 24, std::uint8_t{5}, file.task + 24);
    refused(file.task, std::int64_t{11}, file.task);
    refused(8, std::uint32_t{2}, 8);
    refused(12, std::uint32_t{0x7FFFFFF8}, 12);
    refused(12, std::uint32_t{9}, 12);
}

TEST(TimelineFile, HugeCountsAreRefusedBeforeAnythingIsAllocated)
{
    const SmallFile file;
    for (const std::string number : {"9", "9000000000000000000"}) {
        std::string bytes = file.bytes;
        const std::string count = "\"spans\":2";
        const std::size_t at = bytes.find(count);
        ASSERT_NE(at, std::string::npos);
        // The blanks behind the description make room.
        std::string description = bytes.substr(24, file.spans - 24);
        description.replace(at - 24, count.size(), "\"spans\":" + number);
        description.resize((description.size() + 7) / 8 * 8, ' ');
        bytes.replace(24, file.spans - 24, description);
        put(bytes, 12, static_cast<std::uint32_t>(description.size()));
        put(bytes, 16, static_cast<std::uint64_t>(bytes.size()));
        EXPECT_THAT(complaint(withSum(bytes)), HasSubstr("speaks of more records than the file holds"));
    }
}

TEST(TimelineFile, ADescriptionThatIsNoneIsRefusedWithItsPlace)
{
    const SmallFile file;
    const auto damaged = [&](const std::string& from, const std::string& to) {
        return complaint(file.with([&](std::string& bytes) {
            ASSERT_EQ(from.size(), to.size());
            const auto at = bytes.find(from);
            ASSERT_NE(at, std::string::npos);
            bytes.replace(at, from.size(), to);
        }));
    };
    EXPECT_THAT(damaged("\"kind\":\"worker\"", "\"kind\":\"walker\""), HasSubstr("/bands/0/lanes/0/kind"));
    EXPECT_THAT(damaged("\"limit\":3", "\"limit\":x"), HasSubstr("this is not JSON"));
    EXPECT_THAT(damaged("\"tracks\":[{", "\"trucks\":[{"), HasSubstr("“tracks” is missing"));
    EXPECT_THAT(damaged("timeline/1", "timeline/7"), HasSubstr("schema"));
}

TEST(TimelineFile, ReadingAndWritingTellHowFarTheyAreAndCanBeStopped)
{
    const core::SavedRun run = overlap::testing::syntheticRun(2, 10, 20'000);
    const overlap::testing::TempFolder folder;
    folder.write("run.timeline", "the one before");
    std::stop_source stop;
    EXPECT_FALSE(recording::writeTimelineFile(
        folder / "run.timeline", run, [&](std::uint64_t, std::uint64_t) { stop.request_stop(); },
        stop.get_token()));
    EXPECT_EQ(overlap::testing::bytesOf(folder / "run.timeline"), "the one before");
    EXPECT_EQ(folder.entries(), 1u);

    std::uint64_t last = 0;
    ASSERT_TRUE(
        recording::writeTimelineFile(folder / "run.timeline", run, [&](std::uint64_t done, std::uint64_t of) {
            EXPECT_LE(last, done);
            EXPECT_LE(done, of);
            last = done;
        }));
    core::FileSource source(folder / "run.timeline");
    EXPECT_EQ(last + 8, source.size());
    last = 0;
    EXPECT_EQ(overlap::testing::difference(
                  run, *recording::readTimelineFile(source,
                                                    [&](std::uint64_t done, std::uint64_t of) {
                                                        EXPECT_LT(last, done);
                                                        EXPECT_LE(done, of);
                                                        last = done;
                                                    })),
              "");
    EXPECT_GT(last, source.size() / 2);
    core::FileSource again(folder / "run.timeline");
    EXPECT_FALSE(recording::readTimelineFile(again, {}, stop.get_token()));
}

TEST(TimelineFile, AFullDiskKeepsTheOldFile)
{
    const core::SavedRun run = overlap::testing::syntheticRun(1, 4, 5'000);
    const overlap::testing::TempFolder folder;
    folder.write("run.timeline", "the one before");
    {
        const overlap::testing::FileSizeLimit limit(100'000);
        EXPECT_THROW(recording::writeTimelineFile(folder / "run.timeline", run), core::Error);
    }
    EXPECT_EQ(overlap::testing::bytesOf(folder / "run.timeline"), "the one before");
    EXPECT_EQ(folder.entries(), 1u);
}
