// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/crossover_chart.h"

#include "charts/crossover_plot.h"

namespace overlap::charts {

CrossoverChart::CrossoverChart(QWidget* parent) : RowsChart(parent)
{
    auto plot = std::make_unique<CrossoverPlot>(this);
    m_crossover = plot.get();
    setPlot(std::move(plot), QStringLiteral("crossoverScrollBar"));
}

QString CrossoverChart::ownName() const
{
    return tr("Crossover");
}

QString CrossoverChart::ownHint() const
{
    return tr("Where one strategy overtakes the other stands here once it was sought.");
}

void CrossoverChart::setContent(CrossoverContent content)
{
    m_crossover->setContent(std::move(content));
    contentChanged();
}

const CrossoverContent& CrossoverChart::content() const
{
    return m_crossover->content();
}

} // namespace overlap::charts
