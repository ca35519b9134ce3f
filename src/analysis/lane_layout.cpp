// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/lane_layout.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace overlap::analysis {

LayoutMetrics LayoutMetrics::scaled(double factor) const
{
    LayoutMetrics result = *this;
    for (double* length :
         {&result.laneHeight, &result.laneGap, &result.minimumLaneHeight, &result.calmLaneHeight,
          &result.thinHeight, &result.slotHeight, &result.slotGap, &result.stripHeight,
          &result.smallStripHeight, &result.stripGap, &result.foldedHeight, &result.foldedGap,
          &result.groupHeader, &result.nameRow, &result.subtitleRow, &result.headingRow, &result.bandGap})
        *length = std::round(*length * factor);
    return result;
}

LayoutMetrics LayoutMetrics::stretched(double factor) const
{
    LayoutMetrics result = *this;
    for (double* length : {&result.laneHeight, &result.laneGap, &result.thinHeight, &result.slotHeight,
                           &result.stripHeight, &result.foldedHeight, &result.foldedGap, &result.bandGap})
        *length = std::round(*length * factor);
    return result;
}

namespace {

double gapFor(double laneHeight, const LayoutMetrics& metrics)
{
    const double ratio = laneHeight / metrics.laneHeight;
    return std::max(1.0, std::floor(metrics.laneGap * std::min(1.0, ratio * 1.1)));
}

/// What a try at the layout grants.
struct Sizes
{
    double lane = 0;
    double activeStrip = 0; ///< 0: none
    double queueStrip = 0;
};

double placeOpenBand(BandPlace& place, const BandShape& shape, const Sizes& sizes,
                     const LayoutMetrics& metrics)
{
    double y = place.top;
    const double floor = shape.lanes > metrics.fewLanes ? metrics.minimumLaneHeight : metrics.calmLaneHeight;
    const double height = std::max(sizes.lane, std::min(floor, metrics.laneHeight));
    const double gap = gapFor(height, metrics);
    const double slotHeight = std::min(
        metrics.slotHeight, std::max(3.0, std::round(height / metrics.laneHeight * metrics.slotHeight)));
    const auto addLanes = [&](int count, double laneHeight, double laneGap) {
        for (int i = 0; i < count; ++i) {
            place.lanes.push_back({y, laneHeight});
            y += laneHeight + laneGap;
        }
    };
    double below = gap; // the last lane
    if (shape.thinBefore > 0) {
        // Beside it stands the name of the band, which needs a row of text.
        const double room = std::max(0.0, std::floor((metrics.nameRow - metrics.thinHeight) / 2));
        y += room;
        addLanes(shape.thinBefore, metrics.thinHeight, gap);
        y += room;
    }
    int placed = 0;
    for (const int heading : shape.headings) {
        addLanes(heading - placed, height, gap);
        placed = heading;
        y += metrics.headingRow;
    }
    addLanes(shape.lanes - placed, height, gap);
    if (shape.slotRows > 0) {
        addLanes(shape.slotRows, slotHeight, metrics.slotGap);
        y += gap - metrics.slotGap;
    }
    addLanes(shape.thinLanes, metrics.thinHeight, gap);
    if (place.lanes.empty())
        below = 0;
    y -= below;
    place.lanesBottom = y;
    const auto addStrips = [&](int count, double stripHeight) {
        for (int i = 0; i < count; ++i) {
            if (stripHeight > 0)
                y += metrics.stripGap;
            place.strips.push_back({y, stripHeight});
            y += stripHeight;
        }
    };
    addStrips(shape.activeStrips, sizes.activeStrip);
    addStrips(shape.queueStrips, sizes.queueStrip);
    const double nameRow = shape.lanes > 0 ? std::max(metrics.nameRow, height) : metrics.nameRow;
    place.namesBottom = place.top + nameRow + metrics.subtitleRow * shape.subtitleRows;
    return std::max(y, place.namesBottom);
}

LaneLayout layOut(const std::vector<BandShape>& shapes, const Sizes& sizes, const LayoutMetrics& metrics)
{
    LaneLayout layout;
    double y = 0;
    const BandShape* before = nullptr;
    for (const BandShape& shape : shapes) {
        BandPlace place;
        place.folded = shape.folded;
        const bool newGroup = !before || before->group != shape.group;
        if (before) {
            if (shape.folded && before->folded && !newGroup) {
                y += metrics.foldedGap;
            } else {
                place.hairline = y + std::floor((metrics.bandGap - 1) / 2);
                y += metrics.bandGap;
            }
        }
        if (newGroup) {
            place.groupHeader = y;
            y += metrics.groupHeader;
        }
        place.top = y;
        if (shape.folded) {
            place.lanes.push_back({y, metrics.foldedHeight});
            y += metrics.foldedHeight;
            place.lanesBottom = y;
            place.bottom = y;
        } else {
            y = placeOpenBand(place, shape, sizes, metrics);
            place.bottom = y;
        }
        layout.bands.push_back(std::move(place));
        before = &shape;
    }
    layout.height = y;
    return layout;
}

} // namespace

LaneLayout layOutBands(const std::vector<BandShape>& bands, double available, const LayoutMetrics& metrics)
{
    const double full = metrics.stripHeight;
    const double small = metrics.smallStripHeight;
    // Lanes come first: strips cost them a few pixels at most.
    const double give = metrics.laneHeight - metrics.calmLaneHeight;
    const double most = metrics.laneHeight - std::round(0.2 * give);
    const double easy = metrics.laneHeight - std::round(0.4 * give);
    struct Step
    {
        double activeStrip, queueStrip, leastLane;
    };
    const Step steps[] = {
        {full, full, most}, {small, small, easy}, {0, full, most}, {0, small, metrics.minimumLaneHeight}};
    // As if nothing were folded: strips that come and go would push about what somebody wants to fold next.
    std::vector<BandShape> open = bands;
    for (BandShape& band : open)
        band.folded = false;
    const bool hasStrips = std::ranges::any_of(
        open, [](const BandShape& band) { return band.activeStrips + band.queueStrips > 0; });
    const Step* step = hasStrips ? std::begin(steps) : std::prev(std::end(steps));
    const auto sizesOf = [&](double lane) { return Sizes{lane, step->activeStrip, step->queueStrip}; };
    while (step != std::prev(std::end(steps)) &&
           layOut(open, sizesOf(step->leastLane), metrics).height > available)
        ++step;
    for (double height = metrics.laneHeight; height > step->leastLane; height -= 1) {
        LaneLayout layout = layOut(bands, sizesOf(height), metrics);
        if (layout.height <= available)
            return layout;
    }
    return layOut(bands, sizesOf(step->leastLane), metrics);
}

LaneHit LaneLayout::hit(double y) const
{
    LaneHit result;
    for (std::size_t i = 0; i < bands.size(); ++i) {
        const BandPlace& band = bands[i];
        if (y < band.top || y >= band.bottom)
            continue;
        result.band = static_cast<int>(i);
        const auto below = std::partition_point(band.lanes.begin(), band.lanes.end(),
                                                [&](const LanePlace& lane) { return lane.top <= y; });
        if (below != band.lanes.begin() && y < band.lanesBottom)
            result.lane = static_cast<int>(below - band.lanes.begin()) - 1;
        double stripTop = band.lanesBottom;
        for (std::size_t strip = 0; strip < band.strips.size(); ++strip) {
            const double stripBottom = band.strips[strip].top + band.strips[strip].height;
            if (y >= stripTop && y < stripBottom)
                result.strip = static_cast<int>(strip);
            stripTop = std::max(stripTop, stripBottom);
        }
        break;
    }
    return result;
}

} // namespace overlap::analysis
