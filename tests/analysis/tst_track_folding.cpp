// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/track_folding.h"

#include <gtest/gtest.h>
#include <random>
#include <sstream>

using namespace overlap::analysis;
using namespace overlap::core;

namespace {

Track track(std::vector<Track::Point> points, std::int64_t limit = 0)
{
    Track result;
    result.limit = limit;
    result.points = std::move(points);
    return result;
}

std::string described(const std::vector<TrackRecord>& records)
{
    std::ostringstream text;
    for (const TrackRecord& record : records) {
        text << record.x << '+' << record.width << '=' << record.least;
        if (record.folded())
            text << ".." << record.most << " (" << record.mean << ')';
        text << ' ';
    }
    return text.str();
}

/// 100 ns on ten columns.
const TimeAxis axis{0, 100, 0, 10};

TEST(TrackFolding, stepsAreRecords)
{
    EXPECT_EQ(described(foldTrack(track({{20, 1}, {50, 3}, {70, 0}}), {0, 100}, axis)),
              "0+2=0 2+3=1 5+2=3 7+3=0 ");
}

TEST(TrackFolding, aColumnKnowsBetweenWhatAndWhat)
{
    EXPECT_EQ(described(foldTrack(track({{22, 4}, {24, 1}, {26, 2}}), {0, 100}, axis)),
              "0+2=0 2+1=0..4 (1.8) 3+7=2 ");
    EXPECT_EQ(described(foldTrack(track({{25, 2}}), {0, 100}, axis)), "0+2=0 2+1=0..2 (1) 3+7=2 ");
}

TEST(TrackFolding, onlyWhereTheNumberExists)
{
    EXPECT_EQ(described(foldTrack(track({{20, 1}}), {10, 60}, axis)), "1+1=0 2+4=1 ");
    EXPECT_EQ(described(foldTrack(track({{20, 1}}), {-50, 400}, axis)), "0+2=0 2+8=1 ");
    EXPECT_TRUE(foldTrack(track({{20, 1}}), {0, 0}, axis).empty());
    EXPECT_TRUE(foldTrack(track({{20, 1}}), {200, 300}, axis).empty());
}

TEST(TrackFolding, aViewInTheMiddleKnowsWhatCameBefore)
{
    const TimeAxis middle{40, 60, 0, 4};
    EXPECT_EQ(described(foldTrack(track({{20, 2}, {50, 5}, {90, 1}}), {0, 100}, middle)), "0+2=2 2+2=5 ");
    EXPECT_EQ(described(foldTrack(track({}), {0, 100}, middle)), "0+4=0 ");
}

TEST(TrackFolding, coversEveryColumnOnceAndKeepsTheMean)
{
    std::mt19937 random(3);
    for (int round = 0; round < 50; ++round) {
        Track many;
        Nanoseconds time = 0;
        while (time < 100'000) {
            many.points.push_back({time, static_cast<std::int64_t>(random() % 6)});
            time += 1 + static_cast<Nanoseconds>(random() % 900);
        }
        const TimeAxis wide{0, 100'000, 0, 150};
        double mean = 0;
        int next = 0;
        for (const TrackRecord& record : foldTrack(many, {0, 100'000}, wide)) {
            EXPECT_EQ(record.x, next);
            next = record.x + record.width;
            EXPECT_LE(static_cast<double>(record.least), record.mean + 1e-9);
            EXPECT_GE(static_cast<double>(record.most), record.mean - 1e-9);
            mean += record.mean * record.width / 150;
        }
        EXPECT_EQ(next, 150);
        EXPECT_NEAR(mean, figuresOf(many, {0, 100'000}).mean, 1e-6);
    }
}

TEST(TrackFolding, theStepAtATime)
{
    const Track some = track({{20, 1}, {50, 3}});
    EXPECT_EQ(stepAt(some, 10).value, 0);
    EXPECT_EQ(stepAt(some, 10).end, 20);
    EXPECT_EQ(stepAt(some, 20), (TrackStep{20, 50, 1}));
    EXPECT_EQ(stepAt(some, 80), (TrackStep{50, std::nullopt, 3}));
}

TEST(TrackFolding, figures)
{
    const Track queue = track({{20, 1}, {50, 3}, {70, 2}}, 3);
    EXPECT_EQ(figuresOf(queue, {0, 100}), (TrackFigures{3, 1.5, 20}));
    EXPECT_EQ(figuresOf(queue, {0, 60}), (TrackFigures{3, 1.0, 10}));
    EXPECT_EQ(figuresOf(queue, {70, 90}), (TrackFigures{2, 2.0, 0}));
    EXPECT_EQ(figuresOf(queue, {10, 10}), TrackFigures{});
}

} // namespace
