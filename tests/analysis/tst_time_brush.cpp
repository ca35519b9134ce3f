// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/time_brush.h"

#include <gtest/gtest.h>
#include <ostream>

namespace overlap::analysis {

void PrintTo(const TimeInterval& interval, std::ostream* out)
{
    *out << interval.begin << ".." << interval.end;
}

namespace {

constexpr TimeInterval bounds{0, 1000};
constexpr TimeAxis axis{0, 1000, 100, 500}; // half a pixel for each nanosecond

TEST(TimeBrush, partsUnderThePointer)
{
    const TimeInterval brush{200, 600}; // pixels 200 to 400
    std::string parts;
    for (const double pixel : {150.0, 193.0, 194.0, 200.0, 206.0, 207.0, 300.0, 393.0, 394.0, 406.0, 407.0})
        parts += "bem."[static_cast<int>(brushPartAt(axis, brush, pixel, 6))];
    EXPECT_EQ(parts, "..bbbmmmee.");
}

TEST(TimeBrush, aNarrowOneStillHasABody)
{
    const TimeInterval brush{400, 408}; // pixels 300 to 304
    EXPECT_EQ(brushPartAt(axis, brush, 302, 6), BrushPart::body);
    EXPECT_EQ(brushPartAt(axis, brush, 300, 6), BrushPart::begin);
    EXPECT_EQ(brushPartAt(axis, brush, 295, 6), BrushPart::begin);
    EXPECT_EQ(brushPartAt(axis, brush, 304, 6), BrushPart::end);
    EXPECT_EQ(brushPartAt(axis, brush, 310, 6), BrushPart::end);
    EXPECT_EQ(brushPartAt(axis, brush, 311, 6), BrushPart::outside);
}

TEST(TimeBrush, theBodyMovesAndKeepsItsLength)
{
    const BrushGrip grip{BrushPart::body, 300, {200, 600}};
    EXPECT_EQ(draggedBrush(grip, 350, bounds, 10), (TimeInterval{250, 650}));
    EXPECT_EQ(draggedBrush(grip, -900, bounds, 10), (TimeInterval{0, 400}));
    EXPECT_EQ(draggedBrush(grip, 5000, bounds, 10), (TimeInterval{600, 1000}));
}

TEST(TimeBrush, edgesResizeAndPassEachOther)
{
    const BrushGrip begin{BrushPart::begin, 204, {200, 600}}; // not quite on the edge: it must not jump
    EXPECT_EQ(draggedBrush(begin, 204, bounds, 10), (TimeInterval{200, 600}));
    EXPECT_EQ(draggedBrush(begin, 304, bounds, 10), (TimeInterval{300, 600}));
    EXPECT_EQ(draggedBrush(begin, 804, bounds, 10), (TimeInterval{600, 800}));
    EXPECT_EQ(draggedBrush(begin, 600, bounds, 10), (TimeInterval{590, 600}));
    EXPECT_EQ(draggedBrush(begin, -500, bounds, 10), (TimeInterval{0, 600}));
    const BrushGrip end{BrushPart::end, 600, {200, 600}};
    EXPECT_EQ(draggedBrush(end, 2000, bounds, 10), (TimeInterval{200, 1000}));
    EXPECT_EQ(draggedBrush(end, 100, bounds, 10), (TimeInterval{100, 200}));
    EXPECT_EQ(draggedBrush(end, 201, bounds, 10), (TimeInterval{200, 210}));
}

TEST(TimeBrush, besideItIsDrawnAnew)
{
    const BrushGrip grip{BrushPart::outside, 700, {200, 600}};
    EXPECT_EQ(draggedBrush(grip, 900, bounds, 10), (TimeInterval{700, 900}));
    EXPECT_EQ(draggedBrush(grip, 650, bounds, 10), (TimeInterval{650, 700}));
    EXPECT_EQ(draggedBrush({BrushPart::outside, 995, {0, 1}}, 997, bounds, 10), (TimeInterval{990, 1000}));
}

TEST(TimeBrush, aClickCentersIt)
{
    EXPECT_EQ(centeredBrush({200, 600}, 700, bounds), (TimeInterval{500, 900}));
    EXPECT_EQ(centeredBrush({200, 600}, 10, bounds), (TimeInterval{0, 400}));
}

} // namespace
} // namespace overlap::analysis
