// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/standing.h"
#include "analysis/time_axis.h"
#include "charts/gantt_scene.h"
#include "charts/timings_chart.h"

#include <QRectF>
#include <QStringList>

namespace overlap::charts {

using analysis::Standing;

struct TimingsRow
{
    int strategy = 0; ///< index into the report
    QString title;
    Standing standing = Standing::waiting;
    double y = 0;              ///< middle of the bar, in scrolled content coordinates
    double solidSeconds = 0;   ///< the full bar
    double startupSeconds = 0; ///< its lighter end
    double shownSeconds = 0;   ///< what the label says
    std::optional<core::Interval> interval;
    std::optional<double> ghostSeconds; ///< the same strategy in the previous report
    QString value;
    QString speedup;
    QString cpu;
};

/// Where everything of the timings chart stands, in logical pixels of the widget. A value.
struct TimingsScene
{
    QSizeF size;
    double margin = 0;
    QStringList finding; ///< one line, or two where it must be
    double findingY = 0; ///< of the first line
    double lineHeight = 0;
    double captionY = 0;
    double headerY = 0;
    double footY = 0; ///< of a slide's caption; 0 without one
    double nameRight = 0;
    double speedupRight = 0; ///< 0 where the column is left out
    double cpuRight = 0;     ///< 0 where the column is left out
    QRectF rowsArea;         ///< the viewport of the rows
    double axisY = 0;        ///< middle of the tick labels
    double barHeight = 0;
    double pitch = 0;
    double contentHeight = 0;
    double scroll = 0;
    analysis::TimeAxis axis; ///< from zero
    std::vector<analysis::Tick> ticks;
    std::vector<TimingsRow> rows;
    struct Group
    {
        core::Runtime runtime;
        std::optional<double> hairline; ///< content coordinates
        std::optional<double> header;   ///< middle of the row with its work
    };
    std::vector<Group> groups;

    double toWidget(double contentY) const { return rowsArea.top() + contentY - scroll; }
    double maximumScroll() const;
    /// The row under a point, or -1.
    int rowAt(const QPointF& point) const;
};

TimingsScene composeTimings(const TimingsContent& content, const Theme& theme, QSizeF size, double scroll,
                            const SlideFrame* slide);

/// The readout of a row, in words.
QStringList timingsReadout(const TimingsContent& content, const TimingsRow& row);
/// The whole chart in sentences.
QString timingsSummary(const TimingsContent& content);

} // namespace overlap::charts
