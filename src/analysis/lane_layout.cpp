// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/lane_layout.h"

#include <algorithm>
#include <cmath>

namespace overlap::analysis {

LayoutMetrics LayoutMetrics::scaled(double factor) const
{
    LayoutMetrics result = *this;
    for (double* length :
         {&result.laneHeight, &result.laneGap, &result.minimumLaneHeight, &result.calmLaneHeight,
          &result.thinHeight, &result.foldedHeight, &result.foldedGap, &result.groupHeader, &result.nameRow,
          &result.subtitleRow, &result.bandGap})
        *length = std::round(*length * factor);
    return result;
}

LayoutMetrics LayoutMetrics::stretched(double factor) const
{
    LayoutMetrics result = *this;
    for (double* length : {&result.laneHeight, &result.laneGap, &result.thinHeight, &result.foldedHeight,
                           &result.foldedGap, &result.bandGap})
        *length = std::round(*length * factor);
    return result;
}

namespace {

double gapFor(double laneHeight, const LayoutMetrics& metrics)
{
    const double ratio = laneHeight / metrics.laneHeight;
    return std::max(1.0, std::floor(metrics.laneGap * std::min(1.0, ratio * 1.1)));
}

LaneLayout layOut(const std::vector<BandShape>& shapes, double laneHeight, const LayoutMetrics& metrics)
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
            const double floor =
                shape.lanes > metrics.fewLanes ? metrics.minimumLaneHeight : metrics.calmLaneHeight;
            const double height = std::max(laneHeight, std::min(floor, metrics.laneHeight));
            const double gap = gapFor(height, metrics);
            for (int lane = 0; lane < shape.lanes; ++lane) {
                place.lanes.push_back({y, height});
                y += height + gap;
            }
            for (int lane = 0; lane < shape.thinLanes; ++lane) {
                place.lanes.push_back({y, metrics.thinHeight});
                y += metrics.thinHeight + gap;
            }
            place.lanesBottom = place.lanes.empty() ? y : y - gap;
            const double nameRow = shape.lanes > 0 ? std::max(metrics.nameRow, height) : metrics.nameRow;
            const double labels = nameRow + metrics.subtitleRow * shape.subtitleRows;
            place.bottom = std::max(place.lanesBottom, place.top + labels);
            y = place.bottom;
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
    for (double height = metrics.laneHeight; height > metrics.minimumLaneHeight; height -= 1) {
        LaneLayout layout = layOut(bands, height, metrics);
        if (layout.height <= available)
            return layout;
    }
    return layOut(bands, metrics.minimumLaneHeight, metrics);
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
        break;
    }
    return result;
}

} // namespace overlap::analysis
