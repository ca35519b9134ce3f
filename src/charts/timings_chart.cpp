// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/timings_chart.h"

#include "charts/timings_plot.h"

namespace overlap::charts {

TimingsChart::TimingsChart(QWidget* parent) : RowsChart(parent)
{
    auto plot = std::make_unique<TimingsPlot>(this);
    m_timings = plot.get();
    setPlot(std::move(plot), QStringLiteral("timingsScrollBar"));
}

QString TimingsChart::ownName() const
{
    return tr("Timings");
}

QString TimingsChart::ownHint() const
{
    return tr("The times of the strategies stand here side by side once something has run.");
}

void TimingsChart::setContent(TimingsContent content)
{
    m_timings->setContent(std::move(content));
    contentChanged();
}

const TimingsContent& TimingsChart::content() const
{
    return m_timings->content();
}

} // namespace overlap::charts
