// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/trace_reader.h"

#include "exporting/run_file.h"
#include "exporting/slice_nesting.h"
#include "exporting/slice_state.h"
#include "exporting/trace_events.h"
#include "exporting/trace_writer.h"
#include "recording/timeline_file.h"
#include "support/saved_runs.h"
#include "support/temp_folder.h"
#include "support/timeline_laws.h"
#include "support/timeline_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace overlap;
using core::State;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

namespace {

core::SavedRun readText(const std::string& text)
{
    core::MemorySource source(text, "/tmp/foreign.json");
    return exporting::readTrace(source).value();
}

std::string complaint(const std::string& text)
{
    try {
        readText(text);
        return {};
    } catch (const core::Error& error) {
        return error.what();
    }
}

std::string lanesOf(const std::string& text)
{
    const core::SavedRun run = readText(text);
    EXPECT_EQ(run.bands.size(), 1u);
    EXPECT_EQ(overlap::testing::brokenLaw(*run.bands.front().timeline), "");
    return overlap::testing::timelineText(*run.bands.front().timeline);
}

std::vector<std::string> noticesOf(const core::SavedRun& run)
{
    std::vector<std::string> sentences;
    for (const core::Message& notice : run.notices)
        sentences.push_back(notice.english());
    return sentences;
}

std::string traceOf(const core::SavedRun& run)
{
    const overlap::testing::TempFolder folder;
    EXPECT_TRUE(exporting::writeTrace(folder / "run.json", run));
    return overlap::testing::bytesOf(folder / "run.json");
}

} // namespace

TEST(TraceReader, OurOwnTraceComesBackSpanBySpan)
{
    // Lanes of all kinds, all states and marks, wakers, tracks of one name, tasks that nest and others.
    const core::SavedRun run = overlap::testing::syntheticRun(3, 12, 3'000);
    const core::SavedRun back = readText(traceOf(run));
    EXPECT_EQ(overlap::testing::difference(run, back), "");
    EXPECT_TRUE(back.notices.empty());
}

TEST(TraceReader, OurOwnTraceComesBackWhateverTheOrderOfItsParts)
{
    const core::SavedRun run = overlap::testing::syntheticRun(2, 9, 200);
    std::string text = traceOf(run);
    // The description behind the events, as a program that sorts keys the other way would write it.
    const auto other = text.find("\"otherData\":");
    const auto events = text.find("\"traceEvents\":");
    const std::string description = text.substr(other, text.rfind(',', events) - other);
    text.erase(other, events - other);
    text.replace(text.rfind('}'), 1, "," + description + "}");
    EXPECT_EQ(overlap::testing::difference(run, readText(text)), "");
}

TEST(TraceReader, WithoutItsDescriptionOurTraceStillHasItsLanes)
{
    const core::SavedRun run = overlap::testing::syntheticRun(1, 4, 200);
    std::string text = traceOf(run);
    const auto other = text.find("\"otherData\":");
    text.erase(other, text.find("\"traceEvents\":") - other);
    const core::SavedRun back = readText(text);
    ASSERT_EQ(back.bands.size(), 1u);
    EXPECT_EQ(back.bands.front().strategy.name, "threads:1");
    const core::Timeline& one = *run.bands.front().timeline;
    const core::Timeline& again = *back.bands.front().timeline;
    ASSERT_EQ(again.lanes.size(), one.lanes.size());
    core::Nanoseconds first = 0; // of all events, and so t = 0
    for (const core::Lane& lane : one.lanes)
        first = std::min(first, lane.spans.front().begin);
    for (std::size_t i = 0; i < one.lanes.size(); ++i) {
        ASSERT_EQ(again.lanes[i].spans.size(), one.lanes[i].spans.size());
        core::Span span = one.lanes[i].spans[7];
        span.begin -= first;
        span.end -= first;
        EXPECT_EQ(again.lanes[i].spans[7], span);
    }
    EXPECT_EQ(again.tasks.size(), one.tasks.size());
}

TEST(TraceReader, CompleteSlicesNestAndTheInnermostIsShown)
{
    EXPECT_EQ(lanesOf(R"({"traceEvents":[
        {"ph":"M","name":"thread_name","pid":1,"tid":7,"args":{"name":"render"}},
        {"ph":"X","name":"frame","pid":1,"tid":7,"ts":100,"dur":10},
        {"ph":"X","name":"sleep","pid":1,"tid":7,"ts":102.5,"dur":2},
        {"ph":"X","name":"frame","pid":1,"tid":7,"ts":120,"dur":1}
    ]})"),
              "render: 0-2500 computing 0/0, 2500-4500 waiting 1/0, 4500-10000 computing 0/0, "
              "20000-21000 computing 0/0\n"
              "task 0/0 render 0-10000 done\n"
              "task 0/0 render 20000-21000 done\n"
              "end 21000\n");
    EXPECT_THAT(readText(R"([{"ph":"X","name":"frame","pid":1,"tid":7,"ts":1,"dur":1}])").items,
                ElementsAre("frame"));
}

TEST(TraceReader, BeginAndEndMakeSlices)
{
    EXPECT_EQ(lanesOf(R"([
        {"ph":"B","name":"a","pid":1,"tid":1,"ts":1},
        {"ph":"B","name":"b","cat":"x,io","pid":1,"tid":1,"ts":2},
        {"ph":"E","pid":1,"tid":1,"ts":3},
        {"ph":"E","name":"a","pid":1,"tid":1,"ts":5}
    ])"),
              "thread 1: 0-1000 computing 0/0, 1000-2000 waiting 1/0, 2000-4000 computing 0/0\n"
              "task 0/0 thread 1 0-4000 done\nend 4000\n");
}

TEST(TraceReader, WhatHasNoEndReachesToTheEndOfTheTrace)
{
    const core::SavedRun run = readText(R"([
        {"ph":"B","name":"a","pid":1,"tid":1,"ts":1},
        {"ph":"E","pid":1,"tid":2,"ts":3},
        {"ph":"X","name":"b","pid":1,"tid":3,"ts":2,"dur":7}
    ])");
    EXPECT_EQ(overlap::testing::timelineText(*run.bands.front().timeline),
              "thread 1: 0-8000 computing 0/0\nthread 3: 1000-8000 computing 1/0\n"
              "task 0/0 thread 1 0-8000 done\ntask 1/0 thread 3 1000-8000 done\nend 8000\n");
    EXPECT_THAT(noticesOf(run), ElementsAre("1 end of a slice that never began was left out.",
                                            "1 slice has no end and reaches to the end of the trace."));
}

TEST(TraceReader, WhatBeganFirstIsTheBeginningAlsoWhereItHasNoEnd)
{
    EXPECT_EQ(lanesOf(R"([{"ph":"b","name":"a","cat":"c","id":1,"pid":1,"ts":1},
                          {"ph":"X","name":"b","pid":1,"tid":1,"ts":5,"dur":1}])"),
              "thread 1: 4000-5000 computing 1/0\nasync 1: 0-5000 computing 0/0\n"
              "task 1/0 thread 1 4000-5000 done\ntask 0/0 async 1 0-5000 done\nend 5000\n");
}

TEST(TraceReader, AListMayLackItsClosingBracket)
{
    const std::string event = R"({"ph":"X","name":"a","pid":1,"tid":1,"ts":1,"dur":2})";
    const std::string lanes = lanesOf("[" + event + "]");
    EXPECT_EQ(lanesOf("[" + event), lanes);
    EXPECT_EQ(lanesOf("[" + event + ",\n"), lanes);
    EXPECT_THAT(complaint("[" + event.substr(0, 30)), HasSubstr("at byte 31: the file ends too early"));
    EXPECT_THAT(complaint("{\"traceEvents\":[" + event), HasSubstr("the file ends too early"));
    EXPECT_THAT(complaint("[" + event + std::string("]\0 x", 4)), HasSubstr("zero byte"));
}

TEST(TraceReader, WhatIsNoTraceIsSaidWithItsByte)
{
    EXPECT_EQ(complaint("{}"),
              "/tmp/foreign.json: at byte 2: this is no trace: it has no list of “traceEvents”");
    EXPECT_THAT(complaint("3"), HasSubstr("this is no trace"));
    EXPECT_THAT(complaint("hello"), HasSubstr("at byte 0: this is not JSON"));
    EXPECT_THAT(complaint(""), HasSubstr("at byte 0: the file ends too early"));
    EXPECT_THAT(complaint(R"([{"ph":"X" "ts":1}])"), HasSubstr("at byte 14: this is not JSON"));
    EXPECT_THAT(complaint("[]"), HasSubstr("nothing in this trace"));
    EXPECT_THAT(complaint(R"([{"ph":"M","name":"thread_name","pid":1,"tid":1,"args":{"name":"x"}}])"),
                HasSubstr("nothing in this trace"));
    EXPECT_THAT(complaint("[" + std::string(100, '[')), HasSubstr("nested deeper than 64"));
    EXPECT_THAT(complaint(R"([{"ts":1e999}])"), HasSubstr("too large"));
    EXPECT_THAT(complaint("[\"\xFF\"]"), HasSubstr("not JSON"));
}

TEST(TraceReader, ProcessesAreBandsAndThreadsLanesInTheirOrder)
{
    const core::SavedRun run = readText(R"({"traceEvents":[
        {"ph":"X","name":"a","pid":10,"tid":1,"ts":5,"dur":1},
        {"ph":"X","name":"a","pid":"two","tid":"main","ts":1,"dur":1},
        {"ph":"X","name":"a","pid":10,"tid":2,"ts":6,"dur":4},
        {"ph":"M","name":"process_name","pid":10,"args":{"name":"server"}},
        {"ph":"M","name":"process_sort_index","pid":10,"args":{"sort_index":-1}},
        {"ph":"M","name":"thread_sort_index","pid":10,"tid":2,"args":{"sort_index":-5}},
        {"ph":"M","name":"process_name","pid":11,"args":{"name":"nobody"}},
        {"ph":"X","name":"b","pid":12,"tid":1,"ts":1,"dur":1},
        {"ph":"M","name":"process_name","pid":12,"args":{"name":"server"}}
    ],"displayTimeUnit":"ns","stackFrames":{"1":{"name":"x"}}})");
    ASSERT_EQ(run.bands.size(), 3u);
    EXPECT_EQ(run.bands[0].strategy.text(), "server:2");
    EXPECT_EQ(overlap::testing::timelineText(*run.bands[0].timeline),
              "thread 2: 5000-9000 computing 0/0\nthread 1: 4000-5000 computing 0/0\n"
              "task 0/0 thread 1 4000-5000 done\ntask 0/0 thread 2 5000-9000 done\nend 9000\n");
    EXPECT_EQ(run.bands[1].strategy.text(), "process two");
    EXPECT_EQ(run.bands[2].strategy.text(), "server (12)");
    EXPECT_EQ(run.title, "foreign");
    // The ledger of a lane is its whole length.
    const core::Lane& lane = run.bands[0].timeline->lanes[0];
    EXPECT_EQ(lane.totals[static_cast<std::size_t>(State::idle)], 5'000);
    EXPECT_EQ(lane.totals[static_cast<std::size_t>(State::computing)], 4'000);
}

TEST(TraceReader, CountersAreTracksOfTheirSeries)
{
    const core::SavedRun run = readText(R"([
        {"ph":"C","name":"memory","pid":1,"ts":10,"args":{"used":3,"free":7.6}},
        {"ph":"C","name":"memory","pid":1,"ts":12,"args":{"used":4}},
        {"ph":"C","name":"load","pid":1,"ts":11,"args":{"value":1,"unit":"percent"}}
    ])");
    const auto& tracks = run.bands.front().timeline->tracks;
    ASSERT_EQ(tracks.size(), 3u);
    EXPECT_EQ(tracks[0].name, "memory · used");
    EXPECT_THAT(tracks[0].points, ElementsAre(core::Track::Point{0, 3}, core::Track::Point{2'000, 4}));
    EXPECT_EQ(tracks[1].name, "memory · free");
    EXPECT_THAT(tracks[1].points, ElementsAre(core::Track::Point{0, 8}));
    EXPECT_EQ(tracks[2].name, "load");
}

TEST(TraceReader, FlowsAreWakers)
{
    EXPECT_EQ(lanesOf(R"([
        {"ph":"X","name":"a","pid":1,"tid":1,"ts":0,"dur":5},
        {"ph":"s","name":"n","cat":"c","id":"7","pid":1,"tid":1,"ts":4},
        {"ph":"X","name":"b","pid":1,"tid":2,"ts":6,"dur":2},
        {"ph":"t","name":"n","cat":"c","id":"7","pid":1,"tid":2,"ts":7},
        {"ph":"X","name":"c","pid":1,"tid":3,"ts":9,"dur":2},
        {"ph":"f","name":"n","cat":"c","id":"7","pid":1,"tid":3,"ts":8}
    ])"),
              "thread 1: 0-5000 computing 0/0\nthread 2: 6000-8000 computing 1/0 woken by 0\n"
              "thread 3: 9000-11000 computing 2/0 woken by 1\n"
              "task 0/0 thread 1 0-5000 done\ntask 1/0 thread 2 6000-8000 done\n"
              "task 2/0 thread 3 9000-11000 done\nend 11000\n");
}

TEST(TraceReader, AsyncSlicesGetSlotsOfTheirOwn)
{
    const core::SavedRun run = readText(R"([
        {"ph":"b","name":"get","cat":"net","id":1,"pid":1,"tid":1,"ts":0},
        {"ph":"b","name":"get","cat":"net","id":2,"pid":1,"tid":1,"ts":1},
        {"ph":"e","name":"get","cat":"net","id":1,"pid":1,"tid":1,"ts":3},
        {"ph":"e","name":"get","cat":"net","id":2,"pid":1,"tid":1,"ts":9},
        {"ph":"b","name":"get","cat":"net","id":1,"pid":1,"tid":1,"ts":4},
        {"ph":"e","name":"get","cat":"net","id":1,"pid":1,"tid":1,"ts":5}
    ])");
    const core::Timeline& timeline = *run.bands.front().timeline;
    ASSERT_EQ(timeline.lanes.size(), 2u);
    EXPECT_EQ(timeline.lanes[0].kind, core::LaneKind::slot);
    EXPECT_THAT(overlap::testing::timelineText(timeline),
                StartsWith("async 1: 0-3000 computing 0/0, 4000-5000 computing 0/0\n"
                           "async 2: 1000-9000 computing 0/0\n"));
}

TEST(TraceReader, WhatLanesCannotShowIsCounted)
{
    const core::SavedRun run = readText(R"([
        {"ph":"X","name":"a","pid":1,"tid":1,"ts":"1.5","dur":"2"},
        {"ph":"I","name":"mark","pid":1,"tid":1,"ts":1}, {"ph":"N","id":1,"ts":1}, {"ph":"long"}, {}, 3, null, [4],
        {"ph":"X","name":"no time","pid":1,"tid":1}, {"ph":"X","name":"odd","ts":1,"dur":-1},
        {"ph":"X","name":"odd","ts":1e300,"dur":1}, {"ph":"M","name":"process_labels","pid":1,"args":{"labels":"x"}}
    ])");
    EXPECT_THAT(noticesOf(run), ElementsAre("7 events of kinds that lanes cannot show were left out.",
                                            "3 events without a usable time were left out."));
    EXPECT_EQ(overlap::testing::timelineText(*run.bands.front().timeline),
              "thread 1: 0-2000 computing 0/0\ntask 0/0 thread 1 0-2000 done\nend 2000\n");
}

TEST(TraceReader, EventsThousandsOfYearsApartAreRefused)
{
    EXPECT_THAT(complaint(R"([{"ph":"X","name":"a","pid":1,"tid":1,"ts":0,"dur":1},
                              {"ph":"X","name":"a","pid":1,"tid":1,"ts":3900000000000000,"dur":1}])"),
                HasSubstr("more than thirty years apart"));
}

TEST(TraceReader, TellsHowFarItIsAndCanBeStopped)
{
    const std::string text = traceOf(overlap::testing::syntheticRun(1, 4, 10'000));
    core::MemorySource source(text, "x");
    std::uint64_t last = 0;
    EXPECT_TRUE(exporting::readTrace(source, [&](std::uint64_t done, std::uint64_t of) {
        EXPECT_GE(done, last);
        EXPECT_EQ(of, text.size());
        last = done;
    }));
    EXPECT_EQ(last, text.size());
    std::stop_source stop;
    core::MemorySource again(text, "x");
    EXPECT_FALSE(exporting::readTrace(
        again, [&](std::uint64_t done, std::uint64_t) { done > 0 ? stop.request_stop() : false; },
        stop.get_token()));
}

TEST(TraceReader, NanosecondsSurviveTheirMicroseconds)
{
    using exporting::nanosecondsFromMicros;
    EXPECT_EQ(nanosecondsFromMicros("1"), 1'000);
    EXPECT_EQ(nanosecondsFromMicros("0.001"), 1);
    EXPECT_EQ(nanosecondsFromMicros("-2.5"), -2'500);
    EXPECT_EQ(nanosecondsFromMicros("999999999999999.999"), 999'999'999'999'999'999);
    EXPECT_EQ(nanosecondsFromMicros("1.0004"), 1'000);
    EXPECT_EQ(nanosecondsFromMicros("1.0005"), 1'001);
    EXPECT_EQ(nanosecondsFromMicros("1.00049999"), 1'000);
    EXPECT_EQ(nanosecondsFromMicros("1.5e3"), 1'500'000);
    for (const char* text :
         {"", "-", ".", "x", "1x", "1.2.3", "1e300", "9999999999999999", "9223372036854775808"})
        EXPECT_EQ(nanosecondsFromMicros(text), std::nullopt) << text;
}

TEST(SliceState, KnowsCommonWordsAndNothingWithinOthers)
{
    using exporting::stateOfSlice;
    EXPECT_EQ(stateOfSlice("gil-wait", ""), State::gilWait);
    EXPECT_EQ(stateOfSlice("Queue.get", ""), State::queueEmpty);
    EXPECT_EQ(stateOfSlice("epoll_wait()", ""), State::waiting);
    EXPECT_EQ(stateOfSlice("Mutex", ""), State::lockWait);
    EXPECT_EQ(stateOfSlice("fetch page", "app,Network"), State::waiting);
    EXPECT_EQ(stateOfSlice("waitress", "reader"), State::computing);
    EXPECT_EQ(stateOfSlice("", ""), State::computing);
    EXPECT_EQ(stateOfSlice("decode", ""), State::computing); // of pictures, more often than of messages
    EXPECT_EQ(stateOfSlice("IDLE", ""), State::idle);
}

TEST(SliceNesting, SlicesThatOnlyPartlyOverlapShowTheOneThatBeganLast)
{
    const auto slice = [](core::Nanoseconds begin, core::Nanoseconds end, core::ItemIndex item) {
        return core::Span{.begin = begin, .end = end, .item = item};
    };
    const auto text = [](const std::vector<core::Span>& spans) {
        std::string line;
        for (const core::Span& span : spans)
            line += std::to_string(span.begin) + "-" + std::to_string(span.end) + ":" +
                    std::to_string(span.item) + " ";
        return line;
    };
    const auto nested = exporting::nestSlices({slice(5, 15, 2), slice(0, 10, 1), slice(15, 15, 3)});
    EXPECT_EQ(text(nested.spans), "0-5:1 5-15:2 15-15:3 ");
    EXPECT_EQ(text(nested.outermost), "0-10:1 15-15:3 ");
    EXPECT_EQ(text(exporting::nestSlices({slice(0, 10, 1), slice(0, 10, 2), slice(4, 4, 3)}).spans),
              "0-4:2 4-4:3 4-10:2 ");
    core::Span marked = slice(0, 10, 1);
    marked.flags = core::spanFailed;
    marked.waker = 4;
    const auto pieces = exporting::nestSlices({marked, slice(2, 3, 2)}).spans;
    ASSERT_EQ(pieces.size(), 3u);
    EXPECT_EQ(pieces[0].flags, 0);
    EXPECT_EQ(pieces[0].waker, 4);
    EXPECT_EQ(pieces[2].flags, core::spanFailed);
    EXPECT_EQ(pieces[2].waker, core::noLane);
}

TEST(RunFile, OpensBothByWhatTheyHold)
{
    const core::SavedRun run = overlap::testing::syntheticRun(1, 3, 50);
    const overlap::testing::TempFolder folder;
    ASSERT_TRUE(exporting::writeTrace(folder / "a", run));
    ASSERT_TRUE(recording::writeTimelineFile(folder / "b", run));
    EXPECT_EQ(exporting::kindOfRunFile(folder / "a"), exporting::RunFileKind::trace);
    EXPECT_EQ(exporting::kindOfRunFile(folder / "b"), exporting::RunFileKind::timeline);
    EXPECT_EQ(overlap::testing::difference(run, *exporting::openRunFile(folder / "a")), "");
    EXPECT_EQ(overlap::testing::difference(run, *exporting::openRunFile(folder / "b")), "");
    using exporting::RunFileKind;
    const auto kind = [&](const std::string& text) {
        return exporting::kindOfRunFile(folder.write("c", text));
    };
    EXPECT_EQ(kind("  [{"), RunFileKind::trace);
    EXPECT_EQ(kind(R"({"schema": "overlap.experiment/1"})"), RunFileKind::none);
    EXPECT_EQ(kind(""), RunFileKind::none);
    EXPECT_EQ(exporting::kindOfRunFile(folder / "nowhere"), RunFileKind::none);
}
