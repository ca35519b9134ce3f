// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/lane_layout.h"

#include <gtest/gtest.h>
#include <sstream>

using namespace overlap::analysis;

namespace {

/// Native and python, open and folded, as in the drawn target.
std::vector<BandShape> heavyChunks()
{
    return {{0, 1, 0, 1, false}, {0, 4, 1, 2, false}, {0, 4, 0, 1, false}, {0, 2, 0, 1, false},
            {1, 1, 0, 0, true},  {1, 4, 0, 0, true},  {1, 2, 0, 0, true}};
}

std::string described(const LaneLayout& layout)
{
    std::ostringstream text;
    for (const BandPlace& band : layout.bands) {
        if (band.hairline)
            text << "-- " << *band.hairline << '\n';
        if (band.groupHeader)
            text << "== " << *band.groupHeader << '\n';
        text << band.top << ".." << band.bottom << ':';
        for (const LanePlace& lane : band.lanes)
            text << ' ' << lane.top << '+' << lane.height;
        text << '\n';
    }
    text << "height " << layout.height << '\n';
    return text.str();
}

TEST(LaneLayout, bandsAsDrawn)
{
    EXPECT_EQ(described(layOutBands(heavyChunks(), 1000, {})), "== 0\n"
                                                               "22..55: 22+17\n"
                                                               "-- 63\n"
                                                               "72..163: 72+17 92+17 112+17 132+17 152+11\n"
                                                               "-- 171\n"
                                                               "180..257: 180+17 200+17 220+17 240+17\n"
                                                               "-- 265\n"
                                                               "274..311: 274+17 294+17\n"
                                                               "-- 319\n"
                                                               "== 328\n"
                                                               "350..363: 350+13\n"
                                                               "369..382: 369+13\n"
                                                               "388..401: 388+13\n"
                                                               "height 401\n");
}

TEST(LaneLayout, manyLanesShrinkFewKeepCalm)
{
    const std::vector<BandShape> shapes{{0, 64, 0, 0, false}, {0, 2, 0, 0, false}};
    const LaneLayout layout = layOutBands(shapes, 600, {});
    EXPECT_EQ(layout.bands[0].lanes[0].height, 8);
    EXPECT_EQ(layout.bands[1].lanes[0].height, 12);
    EXPECT_GT(layout.height, 600) << "what does not fit at the least height scrolls";
    EXPECT_LE(layOutBands(shapes, 800, {}).height, 800);
}

TEST(LaneLayout, everythingFitsAtFullHeightWhereThereIsRoom)
{
    EXPECT_EQ(layOutBands({{0, 64, 0, 0, false}}, 2000, {}).bands[0].lanes[0].height, 17);
}

TEST(LaneLayout, hitTestFindsBandAndLane)
{
    const LaneLayout layout = layOutBands(heavyChunks(), 1000, {});
    EXPECT_EQ(layout.hit(0), (LaneHit{-1, -1})) << "a group header";
    EXPECT_EQ(layout.hit(22), (LaneHit{0, 0}));
    EXPECT_EQ(layout.hit(50), (LaneHit{0, -1})) << "a subtitle";
    EXPECT_EQ(layout.hit(63), (LaneHit{-1, -1})) << "a hairline";
    EXPECT_EQ(layout.hit(91), (LaneHit{1, 0})) << "the gap belongs to the lane above";
    EXPECT_EQ(layout.hit(92), (LaneHit{1, 1}));
    EXPECT_EQ(layout.hit(155), (LaneHit{1, 4}));
    EXPECT_EQ(layout.hit(375), (LaneHit{5, 0}));
    EXPECT_EQ(layout.hit(1000), (LaneHit{-1, -1}));
    EXPECT_EQ(layout.hit(-5), (LaneHit{-1, -1}));
}

TEST(LaneLayout, nothingIsNothing)
{
    EXPECT_EQ(layOutBands({}, 500, {}).height, 0);
}

} // namespace
