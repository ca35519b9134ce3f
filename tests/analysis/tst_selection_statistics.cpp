// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/selection_statistics.h"

#include <gtest/gtest.h>
#include <random>

using namespace overlap::analysis;
using namespace overlap::core;

namespace {

Span span(Nanoseconds begin, Nanoseconds end, State state)
{
    Span result;
    result.begin = begin;
    result.end = end;
    result.state = state;
    return result;
}

const DurationStatistics& of(const SelectionStatistics& statistics, State state)
{
    return statistics.states[static_cast<std::size_t>(state)];
}

Timeline twoWorkers()
{
    Timeline timeline;
    timeline.lanes.resize(3);
    timeline.lanes[0].spans = {span(0, 10, State::computing), span(10, 30, State::waiting),
                               span(30, 35, State::computing), span(35, 50, State::waiting)};
    timeline.lanes[1].spans = {span(5, 20, State::computing), span(40, 60, State::computing)};
    timeline.lanes[2].kind = LaneKind::holder; // no worker: in no figure
    timeline.lanes[2].spans = {span(0, 60, State::computing)};
    timeline.tasks = {{0, 0, 0, TaskStatus::done, 0, 30},
                      {1, 0, 0, TaskStatus::done, 30, 50},
                      {2, 0, 1, TaskStatus::failed, 5, 60}};
    timeline.end = 60;
    timeline.ended = true;
    return timeline;
}

TEST(SelectionStatistics, ofTheWholeRun)
{
    const SelectionStatistics all = *selectionStatisticsOf(twoWorkers(), {0, 1000});
    EXPECT_EQ(all.workers, 2);
    EXPECT_EQ(all.length, 60); // the run is over then
    EXPECT_EQ(of(all, State::computing), (DurationStatistics{4, 5, 10, 20, 20, 50}));
    EXPECT_EQ(of(all, State::waiting), (DurationStatistics{2, 15, 15, 20, 20, 35}));
    EXPECT_EQ(of(all, State::idle), (DurationStatistics{0, 0, 0, 0, 0, 35}));
    EXPECT_EQ(all.tasks, (DurationStatistics{3, 20, 30, 55, 55, 105}));
}

TEST(SelectionStatistics, spansAreCutAtTheEndsAndTasksCountWhereTheyEnd)
{
    const SelectionStatistics part = *selectionStatisticsOf(twoWorkers(), {12, 42});
    EXPECT_EQ(of(part, State::computing), (DurationStatistics{3, 2, 5, 8, 8, 15}));
    EXPECT_EQ(of(part, State::waiting), (DurationStatistics{2, 7, 7, 18, 18, 25}));
    EXPECT_EQ(part.tasks, (DurationStatistics{1, 30, 30, 30, 30, 30}));
    EXPECT_EQ(spansIn(twoWorkers(), {12, 42}), 5U);
    // What lies beside the run is nothing.
    EXPECT_EQ(selectionStatisticsOf(twoWorkers(), {100, 200})->length, 0);
    EXPECT_EQ(of(*selectionStatisticsOf(twoWorkers(), {100, 200}), State::idle).total, 0);
}

TEST(SelectionStatistics, allWorkersTimeIsToldWhateverTheStretch)
{
    std::mt19937 dice(11);
    Timeline timeline;
    timeline.ended = true;
    timeline.end = 5000;
    timeline.lanes.resize(5);
    for (Lane& lane : timeline.lanes) {
        for (Nanoseconds now = dice() % 50; now < 4900;) {
            const Nanoseconds end = now + 1 + dice() % 60;
            lane.spans.push_back(
                span(now, std::min<Nanoseconds>(end, 5000), static_cast<State>(dice() % 10)));
            now = end + dice() % 9;
        }
    }
    for (int i = 0; i < 100; ++i) {
        const auto begin = static_cast<Nanoseconds>(dice() % 4000);
        const TimeInterval stretch{begin, begin + 1 + static_cast<Nanoseconds>(dice() % 1000)};
        const SelectionStatistics statistics = *selectionStatisticsOf(timeline, stretch);
        Nanoseconds sum = 0;
        for (const DurationStatistics& state : statistics.states) {
            sum += state.total;
            EXPECT_LE(state.min, state.median);
            EXPECT_LE(state.median, state.p95);
            EXPECT_LE(state.p95, state.max);
        }
        EXPECT_EQ(sum, 5 * stretch.length());
    }
}

TEST(SelectionStatistics, percentilesAreByNearestRank)
{
    std::vector<Nanoseconds> values;
    for (Nanoseconds i = 100; i >= 1; --i)
        values.push_back(i);
    EXPECT_EQ(statisticsOf(values), (DurationStatistics{100, 1, 50, 95, 100, 5050}));
    values.clear();
    EXPECT_EQ(statisticsOf(values), DurationStatistics{});
}

TEST(SelectionStatistics, canBeStopped)
{
    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(selectionStatisticsOf(twoWorkers(), {0, 60}, stop.get_token()));
}

} // namespace
