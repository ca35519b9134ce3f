// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/latencies_chart.h"

#include "charts/latencies_plot.h"

namespace overlap::charts {

LatenciesChart::LatenciesChart(QWidget* parent) : RowsChart(parent)
{
    auto plot = std::make_unique<LatenciesPlot>(this);
    m_latencies = plot.get();
    setPlot(std::move(plot), QStringLiteral("latenciesScrollBar"));
}

QString LatenciesChart::ownName() const
{
    return tr("Latencies");
}

QString LatenciesChart::ownHint() const
{
    return tr("How long each single item took stands here once something has run.");
}

void LatenciesChart::setContent(LatenciesContent content)
{
    m_latencies->setContent(std::move(content));
    contentChanged();
}

const LatenciesContent& LatenciesChart::content() const
{
    return m_latencies->content();
}

} // namespace overlap::charts
