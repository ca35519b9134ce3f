// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/rows_chart.h"
#include "core/report.h"

#include <QPointF>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace overlap::charts {

class ScalingPlot;

/// A value of a sweep as one strategy measured it.
struct ScalingSample
{
    double x = 0;
    QString label; ///< of x: "4", "5 ms"
    double value = 0;
    std::optional<core::Interval> interval95;
};

/// One strategy over all values of a sweep.
struct ScalingSeries
{
    QString title;
    std::vector<ScalingSample> samples = {}; ///< ascending x
    std::vector<QPointF> fit = {};           ///< x and value along the fitted law; empty without one
    std::vector<QPointF> fitLow = {};        ///< 95 % band, with the same x as `fit`; empty without one
    std::vector<QPointF> fitHigh = {};
    std::optional<double> best = {}; ///< x of the sample to recommend
    QString law = {};                ///< the law with its parameters; empty without a fit
};

/// What a sweep's chart shows. Finding and caption are the caller's words.
struct ScalingContent
{
    enum class Measure { speedup, seconds };
    Measure measure = Measure::speedup;
    std::vector<ScalingSeries> series;
    std::vector<QPointF> ceiling; ///< the machine's own, by number of threads; empty: not measured
    bool ideal = false;           ///< whether n times as many workers could be n times as fast
    QString xTitle;               ///< "workers"
    QString finding;
    QString caption;
};

/// How a sweep came out: a line per strategy over the swept values, each measured point with its interval,
/// and, over workers, the ideal, the machine's ceiling and the fitted law. Window thread only.
class ScalingChart : public RowsChart
{
    Q_OBJECT

public:
    explicit ScalingChart(QWidget* parent = nullptr);

    void setContent(ScalingContent content);
    const ScalingContent& content() const;

protected:
    QString ownName() const override;
    QString ownHint() const override;

private:
    ScalingPlot* m_scaling = nullptr; // the chart's own
};

} // namespace overlap::charts
