// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

namespace overlap::analysis {

// Bands to vertical places, as values: painting, labels, hit test and export all read the same numbers.

/// What the layout needs to know of one strategy's band.
struct BandShape
{
    int group = 0;        ///< the runtime; a new one begins with a header row
    int lanes = 1;        ///< of full height
    int thinLanes = 0;    ///< after those: holder rows, what collects
    int subtitleRows = 0; ///< under the name
    bool folded = false;  ///< one row
    int thinBefore = 0;   ///< above the lanes: what feeds
    int slotRows = 0;     ///< under the lanes, above the thin ones: the items of an event loop
    int activeStrips = 0; ///< numbers over time, under everything; those that give way where room is short
    int queueStrips = 0;  ///< … those that only shrink
    std::vector<int> headings = {}; ///< lanes of full height, from 0, above which a row of text stands
};

/// Logical pixels.
struct LayoutMetrics
{
    double laneHeight = 17;
    double laneGap = 3;
    double minimumLaneHeight = 8;
    double calmLaneHeight = 12; ///< bands of few lanes are not pressed below this
    int fewLanes = 8;
    double thinHeight = 11;
    double slotHeight = 6;
    double slotGap = 1;
    double stripHeight = 16;
    double smallStripHeight = 11;
    double stripGap = 4; ///< above each strip, so that its label has a row of text
    double foldedHeight = 13;
    double foldedGap = 6;
    double groupHeader = 22;
    double nameRow = 17;
    double subtitleRow = 16;
    double headingRow = 15;
    double bandGap = 17; ///< 8, a hairline of 1, 8

    LayoutMetrics scaled(double factor) const;
    /// Lanes and gaps grow, rows of text stay: for a slide that has room.
    LayoutMetrics stretched(double factor) const;
};

struct LanePlace
{
    double top = 0;
    double height = 0;
};

struct BandPlace
{
    double top = 0;    ///< of the first lane and of the name
    double bottom = 0; ///< of the lowest of lanes and labels
    double lanesBottom = 0;
    double namesBottom = 0;            ///< of the name and what stands under it
    std::optional<double> groupHeader; ///< top of the header row above
    std::optional<double> hairline;    ///< y of the line above
    std::vector<LanePlace> lanes;
    std::vector<LanePlace> strips; ///< of height 0 where there is no room
    bool folded = false;
};

struct LaneHit
{
    int band = -1;
    int lane = -1; ///< -1 beside the lanes
    int strip = -1;
    bool operator==(const LaneHit&) const = default;
};

struct LaneLayout
{
    std::vector<BandPlace> bands;
    double height = 0;

    /// `y` in the coordinates of the layout. The gap under a lane belongs to it, and that above a strip to
    /// the strip.
    LaneHit hit(double y) const;
};

/// Lanes keep their height where everything fits into `available` pixels. Else strips and lanes shrink a
/// little, then the strips of active workers go, then lanes shrink as far as the metrics allow, many lanes
/// further than few; what still does not fit is for scrolling. Which strips there are does not depend on what
/// is folded.
LaneLayout layOutBands(const std::vector<BandShape>& bands, double available, const LayoutMetrics& metrics);

} // namespace overlap::analysis
