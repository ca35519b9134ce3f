// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/crossover_content.h"
#include "charts/rows_chart.h"

namespace overlap::charts {

class CrossoverPlot;

/// Where one strategy overtakes another: how many times as fast the second one is at each value that was
/// tried. Window thread only.
class CrossoverChart : public RowsChart
{
    Q_OBJECT

public:
    explicit CrossoverChart(QWidget* parent = nullptr);

    void setContent(CrossoverContent content);
    const CrossoverContent& content() const;

protected:
    QString ownName() const override;
    QString ownHint() const override;

private:
    CrossoverPlot* m_crossover = nullptr; // the chart's own
};

} // namespace overlap::charts
