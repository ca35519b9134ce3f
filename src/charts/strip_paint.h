// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/track_folding.h"
#include "charts/lane_raster.h"
#include "charts/theme.h"

#include <QRectF>

class QPainter;

namespace overlap::charts {

/// What a strip is drawn with. Neutral: a number is no state and no strategy.
struct StripColors
{
    QColor area;  ///< up to the mean
    QColor line;  ///< along the largest value
    QColor floor; ///< where 0 is
    QColor limit; ///< what cannot be exceeded
    QColor full;  ///< the line where a queue touches its limit
};
StripColors stripColors(const Theme& theme);

/// A track as it stands in a strip.
struct StripShape
{
    std::vector<analysis::TrackRecord> records;
    std::int64_t scale = 1;
    bool limited = false;
    bool warns = false; ///< to stand at the limit holds somebody up
};

/// How far above the floor a value stands, of `height` pixels: 0 for 0, at least one for more, and all of
/// them for what reaches its limit and for nothing else.
int stripLevel(double value, const StripShape& strip, int height);

/// A step-shaped line with its area, floor and limit, as far as there are records, in device pixels onto a
/// transparent image of premultiplied pixels. A column that changes inside has its line at its largest value
/// and its area at the mean.
void paintStrip(const PixelRows& image, LaneRaster::Row row, const StripShape& strip, double devicePixelRatio,
                const StripColors& colors);
/// The same as vectors, for SVG and PDF. Nothing leaves `place`.
void paintStripVector(QPainter& painter, const QRectF& place, const StripShape& strip, int columns,
                      const Theme& theme);

} // namespace overlap::charts
