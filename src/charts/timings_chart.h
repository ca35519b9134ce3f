// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/rows_chart.h"
#include "core/report.h"

#include <QString>
#include <QStringList>
#include <optional>

namespace overlap::charts {

class TimingsPlot;

/// What the timings chart shows. Finding and caption are the caller's words.
struct TimingsContent
{
    core::Report report;                  ///< may be partial: a strategy without runs is a row that waits
    std::optional<core::Report> previous; ///< of the same experiment: thin bars under the others
    QString finding;
    QString caption;
    QStringList hints;      ///< advice in words, under the chart
    QString runtimeName[2]; ///< by core::Runtime: "Native", "CPython 3.11"; empty: a plain word
    QString runtimeWork[2]; ///< by core::Runtime: "work: 5 items"
};

/// Wall time per strategy as bars, with the single runs, interval, start-up, speed-up and CPU time. Window
/// thread only.
class TimingsChart : public RowsChart
{
    Q_OBJECT

public:
    explicit TimingsChart(QWidget* parent = nullptr);

    void setContent(TimingsContent content);
    const TimingsContent& content() const;

protected:
    QString ownName() const override;
    QString ownHint() const override;

private:
    TimingsPlot* m_timings = nullptr; // the chart's own
};

} // namespace overlap::charts
