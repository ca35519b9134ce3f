// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/time_axis.h"
#include "charts/latencies_chart.h"
#include "charts/rows_plot.h"

#include <vector>

namespace overlap::charts {

/// One strategy with its items, sorted, and what is said of them.
struct LatencyRow
{
    int strategy = 0; ///< index into the report
    core::Runtime runtime = core::Runtime::native;
    QString title;
    QString count;               ///< "50 items", or why there are none
    QString excluded;            ///< "4 failed, not included"; empty where all is in
    std::vector<double> seconds; ///< ascending
    std::optional<core::Latency> latency;
    double y = 0; ///< middle, in scrolled content coordinates

    /// Items that share a place on the axis, from left to right.
    struct Bin
    {
        double x = 0; ///< middle, in pixels
        int count = 0;
    };
    std::vector<Bin> bins;
    double quartileLow = 0; ///< of the middle half, in seconds
    double quartileHigh = 0;
};

/// Seconds to pixels: linear from zero, or logarithmic where the items differ too much for that.
struct LatencyAxis
{
    bool logarithmic = false;
    double low = 0;
    double high = 1;
    double left = 0;
    double width = 1;

    double toPixel(double seconds) const;
};

/// A column of figures at the right.
struct LatencyColumn
{
    enum class Figure { p50, p95, p99, max, first };
    Figure figure;
    QString title;
    double right = 0;
};

struct LatenciesScene : RowsScene
{
    QString caption; ///< the content's, and what the axis and the number of items make necessary
    double headerY = 0;
    double nameRight = 0;
    double axisY = 0;
    double bodyHeight = 0;  ///< of the items in each row
    double dot = 0;         ///< diameter, or the width of a column
    double step = 0;        ///< from dot to dot
    bool asColumns = false; ///< too many items for dots: their number is the height
    double densest = 0;     ///< share of a row's items in its densest place, over all rows
    LatencyAxis axis;
    std::vector<analysis::Tick> ticks;
    std::vector<LatencyColumn> columns;
    std::vector<LatencyRow> rows;
};

/// Pools and sorts: once per content.
std::vector<LatencyRow> measureLatencies(const LatenciesContent& content);

LatenciesScene composeLatencies(const LatenciesContent& content, std::vector<LatencyRow> rows,
                                const Theme& theme, QSizeF size, double scroll, const SlideFrame* slide);

/// "83 ms", or a dash where the number of items does not support the figure.
QString latencyFigure(const LatencyRow& row, LatencyColumn::Figure figure);

/// The readout of a row, in words; with the items near a pixel, where there are any.
QStringList latencyReadout(const LatenciesScene& scene, const LatencyRow& row, double x);

} // namespace overlap::charts
