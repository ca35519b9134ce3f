// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/rows_chart.h"
#include "core/report.h"

#include <QString>

namespace overlap::charts {

class LatenciesPlot;

/// What the latencies chart shows. Finding and caption are the caller's words.
struct LatenciesContent
{
    core::Report report; ///< may be partial: a strategy without runs is a row that waits
    QString finding;
    QString caption;
    QString runtimeName[2]; ///< by core::Runtime: "Native", "CPython 3.11"; empty: a plain word
    QString runtimeWork[2]; ///< by core::Runtime: "work: 5 items"
};

/// How long single items took, per strategy: every item a dot, the middle half as a box, the percentiles that
/// the number of items supports as marks and figures. Failed items are counted beside it. Window thread only.
class LatenciesChart : public RowsChart
{
    Q_OBJECT

public:
    explicit LatenciesChart(QWidget* parent = nullptr);

    void setContent(LatenciesContent content);
    const LatenciesContent& content() const;

protected:
    QString ownName() const override;
    QString ownHint() const override;

private:
    LatenciesPlot* m_latencies = nullptr; // the chart's own
};

} // namespace overlap::charts
