// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/standing.h"
#include "analysis/time_axis.h"
#include "charts/rows_plot.h"
#include "charts/timings_chart.h"

#include <QRectF>
#include <QStringList>

namespace overlap::charts {

using analysis::Standing;

/// One measured run of a strategy.
struct RunDot
{
    int run = 0; ///< index into StrategyReport::runs
    double seconds = 0;
    bool outlier = false;
    bool disturbed = false; ///< of a disturbed block that counts
    bool leftOut = false;   ///< its block ran anew: in no figure
    double place = 0;       ///< in the strip: −1, its top, for the first run, 1, its bottom, for the last
};

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
    std::vector<RunDot> dots; ///< of single runs, in a strip under the bar
    QString speedup;          ///< a figure, or words where there is none
    QString speedupInterval;  ///< "(1.80–1.94)"; empty without one
    QString verdict;          ///< "faster", under the figure where there is room; may be empty
    QString cpu;

    bool hasFigure() const { return standing == Standing::gain || standing == Standing::loss; }
};

/// Where everything of the timings chart stands, in logical pixels of the widget. A value.
struct TimingsScene : RowsScene
{
    double headerY = 0;
    double nameRight = 0;
    double speedupRight = 0;  ///< 0 where the column is left out
    double intervalRight = 0; ///< 0 where the intervals of the speed-ups are left out
    double cpuRight = 0;      ///< 0 where the column is left out
    double axisY = 0;         ///< middle of the tick labels
    double barHeight = 0;
    double dotStrip = 0;   ///< height under each bar for the single runs; 0 without any
    double ghostRoom = 0;  ///< between the bar and that strip
    bool verdicts = false; ///< there is room for them
    QStringList hints;     ///< one line each, elided
    double hintsY = 0;     ///< middle of the first
    double hintLine = 0;
    analysis::TimeAxis axis; ///< from zero
    std::vector<analysis::Tick> ticks;
    std::vector<TimingsRow> rows;

    /// The middle of the bar, and of everything that stands in its line.
    double barY(const TimingsRow& row) const;
    /// The middle of the strip of dots.
    double dotsY(const TimingsRow& row) const;
    bool isHint(const QPointF& point) const;
};

TimingsScene composeTimings(const TimingsContent& content, const Theme& theme, QSizeF size, double scroll,
                            const SlideFrame* slide);

/// The readout for a point: a single run, a row, or all hints; empty elsewhere.
QStringList timingsReadoutAt(const TimingsContent& content, const TimingsScene& scene, const QPointF& point);
/// The readout of a row, in words.
QStringList timingsReadout(const TimingsContent& content, const TimingsRow& row);
/// The whole chart in sentences.
QString timingsSummary(const TimingsContent& content);

} // namespace overlap::charts
