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
        if (!band.strips.empty())
            text << " |";
        for (const LanePlace& strip : band.strips)
            text << ' ' << strip.top << '+' << strip.height;
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

/// A sequential run, a pipeline (feeder, three workers, collector; active and three queues), four threads.
std::vector<BandShape> assemblyLine()
{
    return {
        {0, 1, 0, 1, false},
        {.lanes = 3, .thinLanes = 1, .subtitleRows = 1, .thinBefore = 1, .activeStrips = 1, .queueStrips = 3},
        {.lanes = 4, .subtitleRows = 1, .activeStrips = 1}};
}

TEST(LaneLayout, stripsStandUnderTheLanes)
{
    EXPECT_EQ(described(layOutBands(assemblyLine(), 1000, {})),
              "== 0\n"
              "22..55: 22+17\n"
              "-- 63\n"
              "72..243: 75+11 92+17 112+17 132+17 152+11 | 167+16 187+16 207+16 227+16\n"
              "-- 251\n"
              "260..357: 260+17 280+17 300+17 320+17 | 341+16\n"
              "height 357\n");
}

TEST(LaneLayout, stripsGiveWayBeforeLanesGetSmall)
{
    const auto sizes = [](double available) {
        const LaneLayout layout = layOutBands(assemblyLine(), available, {});
        std::ostringstream text;
        text << layout.bands[1].lanes[1].height << ' ' << layout.bands[1].strips[0].height << ' '
             << layout.bands[1].strips[1].height;
        return text.str();
    };
    const double everything = layOutBands(assemblyLine(), 1000, {}).height;
    EXPECT_EQ(sizes(everything), "17 16 16");
    EXPECT_EQ(sizes(everything - 1), "16 16 16") << "a pixel of the lanes";
    std::string before;
    for (double available = everything; available > 200; available -= 1) {
        const std::string now = sizes(available);
        if (now == before)
            continue;
        before = now;
        double lane = 0;
        double active = 0;
        double queue = 0;
        std::istringstream(now) >> lane >> active >> queue;
        EXPECT_GT(queue, 0) << "queues are there at any height";
        EXPECT_TRUE(active == 0 || lane >= 15) << available;
        EXPECT_TRUE(active < 16 || lane >= 16) << available;
    }
    EXPECT_EQ(before, "12 0 11");
}

TEST(LaneLayout, slotsAreThinAndShrinkWithTheLanes)
{
    const std::vector<BandShape> loop{{.lanes = 1, .subtitleRows = 1, .slotRows = 4, .activeStrips = 1}};
    EXPECT_EQ(described(layOutBands(loop, 1000, {})), "== 0\n"
                                                      "22..89: 22+17 42+6 49+6 56+6 63+6 | 73+16\n"
                                                      "height 89\n");
    EXPECT_EQ(described(layOutBands(loop, 60, {})), "== 0\n"
                                                    "22..60: 22+13 37+5 43+5 49+5 55+5 | 60+0\n"
                                                    "height 60\n");
}

TEST(LaneLayout, headingsStandAboveTheirLanes)
{
    const std::vector<BandShape> stages{
        {.lanes = 4, .thinLanes = 1, .subtitleRows = 1, .thinBefore = 1, .headings = {0, 1, 3}}};
    EXPECT_EQ(described(layOutBands(stages, 1000, {})), "== 0\n"
                                                        "22..178: 25+11 57+17 92+17 112+17 147+17 167+11\n"
                                                        "height 178\n");
    std::vector<BandShape> folded = stages;
    folded[0].folded = true;
    EXPECT_EQ(described(layOutBands(folded, 1000, {})),
              described(layOutBands({{.lanes = 1, .folded = true}}, 1000, {})));
}

TEST(LaneLayout, manyLanesKeepTheirLeastHeight)
{
    const LaneLayout layout = layOutBands({{.lanes = 512, .subtitleRows = 1}}, 600, {});
    EXPECT_EQ(layout.bands[0].lanes.size(), 512U);
    EXPECT_EQ(layout.bands[0].lanes.front().height, LayoutMetrics().minimumLaneHeight);
    EXPECT_EQ(layout.bands[0].lanes.back().height, LayoutMetrics().minimumLaneHeight);
    EXPECT_GT(layout.height, 512 * LayoutMetrics().minimumLaneHeight);
}

TEST(LaneLayout, hitTestFindsStrips)
{
    const LaneLayout layout = layOutBands(assemblyLine(), 1000, {});
    EXPECT_EQ(layout.hit(160), (LaneHit{1, 4, -1})) << "the collector";
    EXPECT_EQ(layout.hit(165), (LaneHit{1, -1, 0})) << "the gap above a strip belongs to it";
    EXPECT_EQ(layout.hit(200), (LaneHit{1, -1, 1}));
    EXPECT_EQ(layout.hit(240), (LaneHit{1, -1, 3}));
    EXPECT_EQ(layout.hit(250), (LaneHit{-1, -1, -1}));
    std::vector<BandShape> folded = assemblyLine();
    // What is folded does not decide which strips there are: 300 pixels have no room for all.
    folded[2].folded = true;
    EXPECT_EQ(layOutBands(folded, 300, {}).bands[1].strips[0].height,
              layOutBands(assemblyLine(), 300, {}).bands[1].strips[0].height);
    EXPECT_GT(layOutBands(folded, 1000, {}).bands[1].strips[0].height, 0);
    folded[1].folded = true;
    EXPECT_TRUE(layOutBands(folded, 1000, {}).bands[1].strips.empty());
}

TEST(LaneLayout, nothingIsNothing)
{
    EXPECT_EQ(layOutBands({}, 500, {}).height, 0);
}

} // namespace
