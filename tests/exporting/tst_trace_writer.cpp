// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/trace_writer.h"

#include "core/json.h"
#include "core/message.h"
#include "support/saved_runs.h"
#include "support/temp_folder.h"

#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>

using namespace overlap;
using ::testing::HasSubstr;
using ::testing::Not;

namespace {

/// A worker that did two tasks, of which the second was let go on by the other worker, and failed.
core::SavedRun smallRun()
{
    core::SavedRun run;
    run.title = "Two pages";
    run.items = {"page \"1\"", "page 2"};
    run.stages = {"download", "parse"};
    auto timeline = std::make_shared<core::Timeline>();
    core::Lane one;
    one.name = "worker 1";
    one.spans = {core::Span{.begin = -1'500, .end = 0, .state = core::State::starting},
                 core::Span{.begin = 0, .end = 1'234'567, .item = 0, .state = core::State::computing},
                 core::Span{.begin = 1'234'567, .end = 2'000'000, .item = 0, .state = core::State::waiting}};
    core::Lane two;
    two.name = "worker 2";
    two.spans = {core::Span{.begin = 1'234'567,
                            .end = 3'000'001,
                            .item = 1,
                            .stage = 1,
                            .waker = 0,
                            .state = core::State::computing,
                            .flags = core::spanFailed,
                            .blocking = true,
                            .permits = 2,
                            .nativeMicroseconds = 9}};
    timeline->lanes = {one, two};
    timeline->tracks = {{"queue 1", 3, {{0, 1}, {5'000, 2}}, 0}};
    timeline->tasks = {{0, 0, 0, core::TaskStatus::done, 0, 2'000'000},
                       {1, 1, 1, core::TaskStatus::failed, 1'234'567, 3'000'001}};
    timeline->start = -1'500;
    timeline->end = 3'000'001;
    timeline->ended = true;
    core::SavedBand band;
    band.strategy.name = "threads";
    band.strategy.counts = {2};
    band.timeline = timeline;
    run.bands.push_back(std::move(band));
    return run;
}

std::string written(const core::SavedRun& run)
{
    const overlap::testing::TempFolder folder;
    EXPECT_TRUE(exporting::writeTrace(folder / "run.json", run));
    return overlap::testing::bytesOf(folder / "run.json");
}

/// Empty where the schema holds, or where nothing can check it; else what it says.
std::string schemaComplaint(const std::string& file)
{
    const std::string command =
        "python3 -c 'import json,sys,jsonschema; jsonschema.validate(json.load(open(sys.argv[1])), "
        "json.load(open(sys.argv[2])))' '" +
        file + "' '" OVERLAP_TEST_DATA "/trace.schema.json' 2>'" + file + ".err'";
    return std::system(command.c_str()) == 0 ? std::string() : overlap::testing::bytesOf(file + ".err");
}

} // namespace

TEST(TraceWriter, EventsAreAsViewersWantThem)
{
    const std::string text = written(smallRun());
    const auto has = [&](const char* line) { EXPECT_THAT(text, HasSubstr(line)); };
    has(R"({"ph":"M","pid":1,"tid":0,"cat":"__metadata","ts":0,"name":"process_name","args":{"name":"threads:2"}})");
    has(R"({"ph":"M","pid":1,"tid":2,"cat":"__metadata","ts":0,"name":"thread_name","args":{"name":"worker 2"}})");
    has(R"({"ph":"M","pid":1,"tid":2,"cat":"__metadata","ts":0,"name":"thread_sort_index","args":{"sort_index":2}})");
    has(R"({"ph":"X","pid":1,"tid":1,"cat":"task","ts":1.500,"dur":2000.000,"name":"page \"1\" · download","args":{"item":0,"stage":0,"status":"done"}})");
    has(R"({"ph":"X","pid":1,"tid":1,"cat":"state","ts":0.000,"dur":1.500,"name":"starting","args":{"state":"starting"}})");
    has(R"({"ph":"X","pid":1,"tid":1,"cat":"state","ts":1.500,"dur":1234.567,"name":"computing","args":{"state":"computing","item":0}})");
    has(R"("args":{"state":"computing","item":1,"stage":1,"waker":0,"blocking":true,"permits":2,"nativeMicroseconds":9,"failed":true}})");
    has(R"({"ph":"s","pid":1,"tid":1,"cat":"waker","ts":1236.067,"id":1,"name":"wakes","args":{}})");
    has(R"({"ph":"f","pid":1,"tid":2,"cat":"waker","ts":1236.067,"id":1,"bp":"e","name":"wakes","args":{}})");
    has(R"({"ph":"i","pid":1,"tid":2,"cat":"mark","ts":3001.501,"s":"t","name":"failed","args":{}})");
    has(R"({"ph":"C","pid":1,"tid":0,"cat":"track","ts":6.500,"name":"queue 1","args":{"value":2}})");
    EXPECT_THAT(text, Not(HasSubstr(R"("ph":"b")")));
}

TEST(TraceWriter, WhatItWritesFollowsTheSchemaOfTheFormat)
{
    if (std::system("python3 -c 'import jsonschema' >/dev/null 2>&1") != 0)
        GTEST_SKIP() << "python3-jsonschema is not here";
    const overlap::testing::TempFolder folder;
    ASSERT_TRUE(exporting::writeTrace(folder / "small.json", smallRun()));
    EXPECT_EQ(schemaComplaint((folder / "small.json").string()), "");
    ASSERT_TRUE(exporting::writeTrace(folder / "all.json", overlap::testing::syntheticRun(2, 9, 300)));
    EXPECT_EQ(schemaComplaint((folder / "all.json").string()), "");
    // And the schema is one that something can fail.
    std::string broken = overlap::testing::bytesOf(folder / "small.json");
    broken.replace(broken.find(R"("dur")"), 5, R"("bur")");
    folder.write("broken.json", broken);
    EXPECT_THAT(schemaComplaint((folder / "broken.json").string()), HasSubstr("dur"));
}

/// Viewers do not support slices of one thread that overlap without one lying within the other.
TEST(TraceWriter, SlicesOfAThreadNest)
{
    const core::Value document =
        core::parseJson(written(overlap::testing::syntheticRun(1, 9, 400)), {64 << 20, 64, 10'000'000});
    std::map<std::pair<std::int64_t, std::int64_t>, std::vector<std::pair<double, double>>> open;
    std::size_t asyncs = 0;
    // Tasks stand before the spans of their lane, so of each lane all that comes is sorted by its beginning
    // first, the longer first.
    std::map<std::pair<std::int64_t, std::int64_t>, std::vector<std::pair<double, double>>> slices;
    for (const core::Value& event : document.find("traceEvents")->asArray()) {
        asyncs += event.find("ph")->asString() == "b" ? 1 : 0;
        if (event.find("ph")->asString() != "X")
            continue;
        const double begin = event.find("ts")->asNumber();
        slices[{event.find("pid")->asInteger(), event.find("tid")->asInteger()}].push_back(
            {begin, -(begin + event.find("dur")->asNumber())});
    }
    ASSERT_EQ(slices.size(), 9u);
    for (auto& [thread, list] : slices) {
        std::ranges::sort(list);
        std::vector<double> ends;
        for (const auto& [begin, minusEnd] : list) {
            constexpr double rounding = 1e-4; // of adding microseconds
            while (!ends.empty() && ends.back() <= begin + rounding)
                ends.pop_back();
            ASSERT_TRUE(ends.empty() || -minusEnd <= ends.back() + rounding) << thread.second << " " << begin;
            ends.push_back(-minusEnd);
        }
    }
    EXPECT_EQ(asyncs, 0u);
}

TEST(TraceWriter, TasksThatDoNotNestAreAsync)
{
    core::SavedRun run = smallRun();
    auto timeline = std::make_shared<core::Timeline>(*run.bands.front().timeline);
    timeline->tasks.front().end = 1'500'000; // within a span
    run.bands.front().timeline = timeline;
    const std::string text = written(run);
    EXPECT_THAT(text, HasSubstr(R"({"ph":"b","pid":1,"tid":1,"cat":"task","ts":1.500,"id":1,)"));
    EXPECT_THAT(text, HasSubstr(R"({"ph":"e","pid":1,"tid":1,"cat":"task","ts":1501.500,"id":1,)"));
}

TEST(TraceWriter, StoppedItLeavesTheOldFile)
{
    const overlap::testing::TempFolder folder;
    folder.write("run.json", "the one before");
    std::stop_source stop;
    EXPECT_FALSE(exporting::writeTrace(
        folder / "run.json", overlap::testing::syntheticRun(1, 2, 20'000),
        [&](std::uint64_t done, std::uint64_t of) {
            EXPECT_LT(done, of);
            stop.request_stop();
        },
        stop.get_token()));
    EXPECT_EQ(overlap::testing::bytesOf(folder / "run.json"), "the one before");
    EXPECT_EQ(folder.entries(), 1u);
}
