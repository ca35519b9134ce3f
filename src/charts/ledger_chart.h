// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/rows_chart.h"
#include "core/report.h"

#include <QString>

namespace overlap::charts {

class LedgerPlot;

/// What the chart of the worker time shows. Finding and caption are the caller's words.
struct LedgerContent
{
    core::Report report; ///< may be partial: a strategy without runs is a row that waits
    QString finding;
    QString caption;
    QString runtimeName[2]; ///< by core::Runtime: "Native", "CPython 3.11"; empty: a plain word
    QString runtimeWork[2]; ///< by core::Runtime: "work: 5 items"
};

/// Where time went: workers × wall time of each strategy as one whole bar, divided among the states in the
/// fills and patterns of the lanes, with a sentence under it. Window thread only.
class LedgerChart : public RowsChart
{
    Q_OBJECT

public:
    explicit LedgerChart(QWidget* parent = nullptr);

    void setContent(LedgerContent content);
    const LedgerContent& content() const;

protected:
    QString ownName() const override;
    QString ownHint() const override;

private:
    LedgerPlot* m_ledger = nullptr; // the chart's own
};

} // namespace overlap::charts
