// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/rows_plot.h"
#include "charts/scaling_chart.h"

#include <QPolygonF>
#include <vector>

namespace overlap::charts {

/// Values to pixels along one direction: linear, or logarithmic where the values differ too much for that.
struct ScalingAxis
{
    bool logarithmic = false;
    double low = 0;
    double high = 1;
    double from = 0; ///< pixel of `low`
    double to = 1;   ///< pixel of `high`; less than `from` where values grow upwards

    double toPixel(double value) const;
};

struct ScalingTick
{
    double place = 0; ///< pixel along its axis
    QString label;
};

/// A series in pixels.
struct PlacedSeries
{
    struct Mark
    {
        QPointF place;
        std::optional<std::pair<double, double>> bar; ///< y of the interval's low and high end
        bool best = false;
    };
    std::vector<Mark> marks; ///< by sample
    QPolygonF fit;
    QPolygonF band;    ///< closed; empty without one
    double labelY = 0; ///< of its name at the right
};

/// A sweep in logical pixels of the widget. A value.
struct ScalingScene : RowsScene
{
    QString caption;
    QRectF plot; ///< between the axes
    ScalingAxis x;
    ScalingAxis y;
    std::vector<ScalingTick> xTicks;
    std::vector<ScalingTick> yTicks;
    std::vector<PlacedSeries> series;
    QPolygonF ideal;
    QPolygonF ceiling;
    double labelsLeft = 0; ///< of the names at the right
};

/// The x axis is logarithmic from a range of eight on, the y axis, which else begins at 0, from a range of
/// fifty of times on.
ScalingScene composeScaling(const ScalingContent& content, const Theme& theme, QSizeF size,
                            const SlideFrame* slide);

/// "1.87 ×" or "83 ms", as the content measures.
QString scalingFigure(const ScalingContent& content, double value,
                      const std::optional<core::Interval>& interval95);

/// What is to be said of a sample, in words.
QStringList scalingReadout(const ScalingContent& content, std::size_t series, std::size_t sample);

} // namespace overlap::charts
