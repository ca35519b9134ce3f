// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/folding.h"
#include "support/many_spans.h"

#include <gtest/gtest.h>
#include <numeric>

using namespace overlap::analysis;
using namespace overlap;
using core::Nanoseconds;
using core::Span;
using core::State;

namespace {

constexpr Nanoseconds ms = 1'000'000;

Span span(Nanoseconds begin, Nanoseconds end, State state, core::ItemIndex item = core::noItem,
          std::uint8_t flags = 0)
{
    return {begin, end, item, 0, core::noLane, state, flags};
}

std::string folded(const std::vector<Span>& spans, const TimeAxis& axis)
{
    FoldedLane lane;
    foldLane(spans, axis, lane);
    return describe(lane);
}

/// `threads` lanes under one lock, 8 ms at a time, each thread in its turn.
std::vector<std::vector<Span>> gilRun(int threads, Nanoseconds end)
{
    std::vector<std::vector<Span>> lanes(threads);
    Nanoseconds now = 0;
    for (int turn = 0; now < end; ++turn, now += 8 * ms) {
        for (int i = 0; i < threads; ++i) {
            if (turn % threads == i)
                lanes[i].push_back(span(now, now + 8 * ms, State::computing, i));
            else if (!lanes[i].empty() && lanes[i].back().state == State::gilWait)
                lanes[i].back().end = now + 8 * ms;
            else
                lanes[i].push_back(span(now, now + 8 * ms, State::gilWait, i));
        }
    }
    return lanes;
}

void expectWhole(const FoldedLane& lane, int columns)
{
    int free = 0;
    for (const DrawRecord& record : lane.records) {
        EXPECT_GE(record.x, free);
        EXPECT_GT(record.width, 0);
        free = record.x + record.width;
        if (record.folded()) {
            const Shares& shares = lane.shares[record.shares];
            EXPECT_NEAR(std::accumulate(shares.begin(), shares.end(), 0.0F), 1, 1e-4);
        }
    }
    EXPECT_LE(free, columns);
}

TEST(Folding, wideSpansAreRecordsOfTheirOwn)
{
    const TimeAxis axis{0, 100 * ms, 0, 100};
    EXPECT_EQ(folded({span(0, 30 * ms, State::computing, 0), span(30 * ms, 31 * ms, State::dispatch),
                      span(31 * ms, 60 * ms, State::computing, 1, core::spanFailed)},
                     axis),
              "0+30 computing #0\n"
              "30+1 dispatch\n"
              "31+29 computing #1 failed\n"
              "! 59 failed x1\n");
}

TEST(Folding, edgesAreRoundedAndNeighboursTouch)
{
    const TimeAxis axis{0, 100 * ms, 0, 100};
    EXPECT_EQ(folded({span(0, 10'400'000, State::computing), span(10'400'000, 20'600'000, State::gilWait),
                      span(20'600'000, 30 * ms, State::computing)},
                     axis),
              "0+10 computing\n"
              "10+11 gil-wait\n"
              "21+9 computing\n");
}

TEST(Folding, narrowRunsBecomeShares)
{
    std::vector<Span> spans;
    for (int i = 0; i < 40; ++i)
        spans.push_back(span(i * ms / 4, (i + 1) * ms / 4, i % 4 == 0 ? State::computing : State::gilWait));
    EXPECT_EQ(folded(spans, {0, 10 * ms, 0, 10}), "0+10 {computing 0.25, gil-wait 0.75} 40\n");
}

TEST(Folding, aLoneNarrowSpanIsSeen)
{
    const TimeAxis axis{0, 100 * ms, 0, 100};
    EXPECT_EQ(folded({span(50'100'000, 50'300'000, State::transfer)}, axis),
              "50+1 {transfer 0.20, idle 0.80} 1\n");
    // Between wide spans it takes a column of the longer one, and the column tells the truth about both.
    EXPECT_EQ(folded({span(0, 40'100'000, State::computing, 0), span(40'100'000, 40'350'000, State::dispatch),
                      span(40'350'000, 80 * ms, State::computing, 1)},
                     axis),
              "0+40 computing #0\n"
              "40+1 {computing 0.75, dispatch 0.25} 3\n"
              "41+39 computing #1\n");
}

TEST(Folding, gapsStayEmpty)
{
    EXPECT_EQ(folded({span(10 * ms, 20 * ms, State::computing), span(60 * ms, 70 * ms, State::waiting)},
                     {0, 100 * ms, 0, 100}),
              "10+10 computing\n"
              "60+10 waiting\n");
}

TEST(Folding, marksAreNeverFoldedAway)
{
    std::vector<Span> spans;
    for (int i = 0; i < 10'000; ++i) {
        const std::uint8_t flags = i == 2'500   ? core::spanFailed
                                   : i == 5'000 ? core::spanCancelled
                                   : i == 7'500 ? core::spanFailed | core::spanKilled
                                                : 0;
        spans.push_back(span(i * ms, (i + 1) * ms, i % 2 ? State::computing : State::waiting, i, flags));
    }
    spans.push_back(span(10'000 * ms, 10'000 * ms + 1, State::idle, core::noItem, core::spanLost));
    FoldedLane lane;
    foldLane(spans, {0, 20'000 * ms, 0, 100}, lane);
    ASSERT_EQ(lane.marks.size(), 4U);
    EXPECT_EQ(lane.marks[0].flags, core::spanFailed);
    EXPECT_EQ(lane.marks[1].flags, core::spanCancelled);
    EXPECT_EQ(lane.marks[2].flags, core::spanFailed | core::spanKilled);
    EXPECT_EQ(lane.marks[3].flags, core::spanLost);
    EXPECT_EQ(lane.marks[3].x, 50);
    const std::string text = describe(lane);
    EXPECT_EQ(text.substr(text.find('!')), "! 12 failed x1\n! 24 cancelled x1\n! 37 failed killed x1\n"
                                           "! 50 lost x1\n");
}

TEST(Folding, theEndOfAKilledLaneIsMarkedAndTheRestIsEmpty)
{
    const TimeAxis axis{0, 100 * ms, 0, 100};
    EXPECT_EQ(folded({span(0, 40 * ms, State::computing, 0, core::spanKilled)}, axis),
              "0+40 computing #0 killed\n! 39 killed x1\n");
    EXPECT_EQ(folded({span(0, 30 * ms, State::computing, 0),
                      span(40 * ms, 40 * ms, State::idle, core::noItem, core::spanKilled)},
                     axis),
              "0+30 computing #0\n40+1 {idle 1.00} 1\n! 39 killed x1\n");
}

TEST(Folding, aGilRunNeverTurnsOneColour)
{
    constexpr Nanoseconds length = 40'000 * ms;
    for (const auto& lane : gilRun(4, length)) {
        for (const double width : {4000.0, 1000.0, 333.0, 100.0, 7.0}) {
            FoldedLane out;
            const TimeAxis axis{0, length, 0, width};
            foldLane(lane, axis, out);
            expectWhole(out, axis.columns());
            double computing = 0;
            double covered = 0;
            for (const DrawRecord& record : out.records) {
                covered += record.width;
                if (!record.folded())
                    computing += record.state == State::computing ? record.width : 0;
                else
                    computing += static_cast<double>(out.shares[record.shares][0]) * record.width;
            }
            EXPECT_NEAR(computing / covered, 0.25, 0.03) << width;
        }
    }
    // On a thousand pixels a slice of 8 ms is a fifth of one: all folded, and the text shows how.
    FoldedLane out;
    foldLane(gilRun(4, length)[0], {0, length, 0, 1000}, out);
    for (const DrawRecord& record : out.records) {
        ASSERT_TRUE(record.folded());
        EXPECT_GT(out.shares[record.shares][static_cast<std::size_t>(State::computing)], 0.1F);
        EXPECT_GT(out.shares[record.shares][static_cast<std::size_t>(State::gilWait)], 0.5F);
    }
    EXPECT_EQ(folded(gilRun(4, length)[0], {0, length, 0, 7}), "0+7 {computing 0.25, gil-wait 0.75} 2500\n");
}

/// Slices that a pixel just covers, or just not, are where the longer state could swallow the shorter.
TEST(Folding, whatIsShortLosesNothingToWhatIsALittleLonger)
{
    constexpr Nanoseconds length = 40'000 * ms;
    for (const int threads : {2, 4, 8}) {
        const auto lane = gilRun(threads, length)[1];
        for (double width = 150; width < 6000; width *= 1.07) {
            FoldedLane out;
            foldLane(lane, {0, length, 0, width}, out);
            double computing = 0;
            for (const DrawRecord& record : out.records)
                computing += record.folded()
                                 ? static_cast<double>(out.shares[record.shares][0]) * record.width
                             : record.state == State::computing ? record.width
                                                                : 0;
            EXPECT_NEAR(computing / std::round(width), 1.0 / threads, 0.04) << threads << ' ' << width;
        }
    }
}

/// The text of a small run: four threads, 8 ms each, a column of 20 ms, so that most columns hold two slices.
TEST(Folding, aGilRunAsText)
{
    const auto lanes = gilRun(4, 240 * ms);
    const TimeAxis axis{0, 240 * ms, 0, 12};
    EXPECT_EQ(folded(lanes[0], axis), "0+2 {computing 0.40, gil-wait 0.60} 4\n"
                                      "2+1 gil-wait #0\n"
                                      "3+1 {computing 0.40, gil-wait 0.60} 3\n"
                                      "4+1 gil-wait #0\n"
                                      "5+2 {computing 0.40, gil-wait 0.60} 5\n"
                                      "7+1 gil-wait #0\n"
                                      "8+2 {computing 0.40, gil-wait 0.60} 5\n"
                                      "10+1 gil-wait #0\n"
                                      "11+1 {computing 0.40, gil-wait 0.60} 3\n");
    EXPECT_EQ(folded(lanes[2], axis), "0+1 {computing 0.30, gil-wait 0.70} 2\n"
                                      "1+1 gil-wait #2\n"
                                      "2+1 {computing 0.40, gil-wait 0.60} 3\n"
                                      "3+1 gil-wait #2\n"
                                      "4+2 {computing 0.40, gil-wait 0.60} 5\n"
                                      "6+1 gil-wait #2\n"
                                      "7+1 {computing 0.40, gil-wait 0.60} 3\n"
                                      "8+1 gil-wait #2\n"
                                      "9+2 {computing 0.40, gil-wait 0.60} 5\n"
                                      "11+1 gil-wait #2\n");
    std::vector<Span> holder;
    for (int turn = 0; turn < 30; ++turn) {
        holder.push_back(span(turn * 8 * ms, (turn + 1) * 8 * ms, State::computing, turn % 4));
        holder.back().waker = static_cast<core::LaneIndex>(turn % 4);
    }
    // Who holds is as true as who computes: in every column the four shares make a whole.
    std::array<float, 12> held{};
    for (const HolderRecord& record : foldHolders(holder, axis, 4)) {
        for (int column = record.x; column < record.x + record.width; ++column)
            held[column] += record.share;
    }
    for (const float share : held)
        EXPECT_NEAR(share, 1, 0.26F) << "each rounded up to an eighth";
}

TEST(Folding, recordsAreBoundedByPixels)
{
    std::vector<Span> spans;
    for (int i = 0; i < 300'000; ++i)
        spans.push_back(span(i * 1000, (i + 1) * 1000, static_cast<State>(i % 11), i));
    FoldedLane out;
    foldLane(spans, {0, 300'000'000, 0, 640}, out);
    expectWhole(out, 640);
    EXPECT_LE(out.records.size(), 640U);
    std::size_t count = 0;
    for (const DrawRecord& record : out.records)
        count += record.spanCount;
    EXPECT_GE(count, spans.size());
}

TEST(Folding, onlyTheVisibleRangeIsDrawn)
{
    std::vector<Span> spans;
    for (int i = 0; i < 1000; ++i)
        spans.push_back(span(i * ms, (i + 1) * ms, i % 2 ? State::computing : State::waiting, i));
    EXPECT_EQ(folded(spans, {500 * ms + ms / 2, 503 * ms, 0, 10}), "0+2 waiting #500\n"
                                                                   "2+4 computing #501\n"
                                                                   "6+4 waiting #502\n");
}

TEST(Folding, growingComesToTheSameAsFoldingAfresh)
{
    // Wide and narrow spans, gaps, marks, in no regular order.
    std::vector<Span> all;
    std::uint32_t dice = 5;
    for (Nanoseconds now = 0; now < 1'000 * ms;) {
        dice = dice * 1664525 + 1013904223;
        const Nanoseconds length = dice >> 28 == 0 ? 30 * ms : (dice >> 20) % 3 * ms / 2 + ms / 10;
        const std::uint8_t flags = (dice >> 9) % 23 == 0   ? core::spanFailed
                                   : (dice >> 9) % 41 == 1 ? core::spanLost
                                                           : 0;
        if ((dice >> 13) % 7 != 0)
            all.push_back(span(now, now + length, static_cast<State>((dice >> 16) % 10), dice % 50, flags));
        now += length;
    }
    for (const double width : {900.0, 300.0, 60.0}) {
        const TimeAxis axis{0, 1'000 * ms, 0, width};
        FoldedLane grown;
        Nanoseconds lastBegin = 0;
        for (Nanoseconds now = 10 * ms; now <= 1'000 * ms; now += 7 * ms) {
            std::vector<Span> spans;
            for (const Span& each : all) {
                if (each.begin >= now)
                    break;
                spans.push_back(each);
                spans.back().end = std::min(each.end, now);
            }
            growLane(spans, axis, lastBegin, grown);
            lastBegin = spans.back().begin;
            FoldedLane afresh;
            foldLane(spans, axis, afresh);
            ASSERT_EQ(describe(grown), describe(afresh)) << width << ' ' << now;
        }
    }
}

TEST(Folding, anIndexComesToTheSameAsReadingEverySpan)
{
    const core::Lane read = [] {
        core::Lane lane = overlap::testing::manySpans(20'000);
        lane.spans[5'000].flags = core::spanKilled;
        return lane;
    }();
    core::Lane indexed = read;
    indexed.index.extend(indexed.spans, indexed.spans.size() - 3); // the last ones may still change
    ASSERT_GT(indexed.index.size(), 19'900U);
    const Nanoseconds end = read.spans.back().end;
    for (const std::int64_t zoom : {1, 3, 10, 40, 300, 5'000}) {
        const Nanoseconds length = end / zoom;
        for (Nanoseconds begin = -length / 3; begin < end; begin += end / 7 + 1) {
            const TimeAxis axis{begin, begin + length, 0, 700};
            FoldedLane one;
            FoldedLane other;
            foldLane(read.spans, axis, one);
            foldLane(indexed, axis, other);
            SCOPED_TRACE(std::to_string(zoom) + " from " + std::to_string(begin));
            // The same columns; what merges with what may differ by the tolerance.
            const auto sharesOf = [](const FoldedLane& lane) {
                std::vector<Shares> columns(700, Shares{});
                for (const DrawRecord& record : lane.records) {
                    for (int x = record.x; x < record.x + record.width; ++x) {
                        if (record.folded())
                            columns[x] = lane.shares[record.shares];
                        else
                            columns[x][static_cast<std::size_t>(record.state)] = 1;
                    }
                }
                return columns;
            };
            const auto expected = sharesOf(one);
            const auto found = sharesOf(other);
            for (std::size_t x = 0; x < expected.size(); ++x) {
                for (std::size_t state = 0; state < core::stateCount; ++state)
                    ASSERT_NEAR(found[x][state], expected[x][state], 4 * mergeTolerance) << x << ' ' << state;
            }
            const auto wideOf = [](const FoldedLane& lane) {
                std::vector<std::uint32_t> spans;
                for (const DrawRecord& record : lane.records) {
                    if (!record.folded())
                        spans.push_back(record.firstSpan);
                }
                return spans;
            };
            ASSERT_EQ(wideOf(other), wideOf(one));
            ASSERT_EQ(other.marks.size(), one.marks.size());
            for (std::size_t i = 0; i < one.marks.size(); ++i) {
                ASSERT_EQ(other.marks[i].x, one.marks[i].x);
                ASSERT_EQ(other.marks[i].flags, one.marks[i].flags);
                ASSERT_EQ(other.marks[i].count, one.marks[i].count);
            }
        }
    }
}

TEST(Folding, anIndexLosesNoTime)
{
    core::Lane lane = overlap::testing::manySpans(50'000, 7);
    lane.index.extend(lane.spans, lane.spans.size());
    const Nanoseconds end = lane.spans.back().end;
    FoldedLane out;
    foldLane(lane, {0, end, 0, 500}, out);
    expectWhole(out, 500);
    std::array<double, core::stateCount> sums{};
    for (const DrawRecord& record : out.records) {
        for (std::size_t state = 0; state < core::stateCount; ++state)
            sums[state] += record.folded()
                               ? static_cast<double>(out.shares[record.shares][state]) * record.width
                           : static_cast<std::size_t>(record.state) == state ? record.width
                                                                             : 0;
    }
    for (std::size_t state = 0; state < 10; ++state)
        EXPECT_NEAR(sums[state] / 500, static_cast<double>(lane.totals[state]) / static_cast<double>(end),
                    0.01)
            << state;
}

TEST(Folding, aHolderLaneIsIndexedByWhoHolds)
{
    core::Lane lane;
    for (int turn = 0; turn < 100'000; ++turn) {
        lane.spans.push_back(span(turn * 1000, (turn + 1) * 1000, State::computing));
        lane.spans.back().waker = static_cast<core::LaneIndex>(turn / 10'000 % 2);
    }
    lane.kind = core::LaneKind::holder;
    core::Timeline timeline;
    timeline.lanes = {lane};
    timeline.ended = true;
    core::indexSpans(timeline);
    const TimeAxis axis{0, 100'000'000, 0, 1000};
    const auto read = foldHolders(lane.spans, axis, 2);
    const auto indexed = foldHolders(timeline.lanes[0], axis, 2);
    ASSERT_EQ(indexed.size(), read.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
        EXPECT_EQ(indexed[i].x, read[i].x);
        EXPECT_EQ(indexed[i].width, read[i].width);
        EXPECT_EQ(indexed[i].row, read[i].row);
    }
}

TEST(Folding, togetherAnIndexComesToTheSame)
{
    core::Timeline indexed = overlap::testing::manyLanes(4, 20'000);
    core::Timeline read = indexed;
    for (core::Lane& lane : read.lanes)
        lane.index = {};
    const TimeAxis axis{0, indexed.end, 0, 300};
    FoldedLane one;
    FoldedLane other;
    foldTogether(read.lanes, axis, one);
    foldTogether(indexed.lanes, axis, other);
    expectWhole(other, 300);
    const auto shareAt = [](const FoldedLane& lane, int x) {
        for (const DrawRecord& record : lane.records) {
            if (x < record.x + record.width)
                return lane.shares[record.shares][0];
        }
        return 0.0F;
    };
    for (int x = 0; x < 300; ++x)
        EXPECT_NEAR(shareAt(one, x), shareAt(other, x), 2 * mergeTolerance) << x;
    EXPECT_EQ(one.marks.size(), other.marks.size());
}

TEST(Folding, togetherTheWorkersShareOneRow)
{
    std::vector<core::Lane> lanes(4);
    const auto run = gilRun(4, 1'600 * ms);
    for (int i = 0; i < 4; ++i)
        lanes[i].spans = run[i];
    lanes.push_back({});
    lanes.back().kind = core::LaneKind::holder;
    lanes.back().spans = {span(0, 1'600 * ms, State::computing)};
    FoldedLane out;
    foldTogether(lanes, {0, 3'200 * ms, 0, 100}, out);
    EXPECT_EQ(describe(out), "0+50 {computing 0.25, gil-wait 0.75} 402\n"
                             "50+50 {idle 1.00} 0\n");
}

TEST(Folding, holdersByRow)
{
    std::vector<Span> spans;
    for (int i = 0; i < 4; ++i) {
        spans.push_back(span(i * 10 * ms, (i + 1) * 10 * ms, State::computing));
        spans.back().waker = static_cast<core::LaneIndex>(i % 2);
    }
    const auto records = foldHolders(spans, {0, 40 * ms, 0, 40}, 2);
    ASSERT_EQ(records.size(), 4U);
    EXPECT_EQ(records[0].row, 0);
    EXPECT_EQ(records[0].x, 0);
    EXPECT_EQ(records[0].width, 10);
    EXPECT_EQ(records[1].x, 20);
    EXPECT_EQ(records[2].row, 1);
    EXPECT_EQ(records[2].x, 10);
    // Much narrower, every column is half of each.
    for (const HolderRecord& record : foldHolders(spans, {0, 80 * ms, 0, 2}, 2))
        EXPECT_FLOAT_EQ(record.share, 0.5F);
}

TEST(Folding, spanAtATime)
{
    const std::vector<Span> spans{span(0, 10, State::computing), span(20, 30, State::waiting)};
    EXPECT_EQ(spanAt(spans, 5), 0U);
    EXPECT_EQ(spanAt(spans, 10), 2U);
    EXPECT_EQ(spanAt(spans, 20), 1U);
    EXPECT_EQ(spanAt(spans, 30), 2U);
}

} // namespace
