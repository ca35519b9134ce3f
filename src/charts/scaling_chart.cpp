// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/scaling_chart.h"

#include "charts/scaling_plot.h"

namespace overlap::charts {

ScalingChart::ScalingChart(QWidget* parent) : RowsChart(parent)
{
    auto plot = std::make_unique<ScalingPlot>(this);
    m_scaling = plot.get();
    setPlot(std::move(plot), QStringLiteral("scalingScrollBar"));
}

QString ScalingChart::ownName() const
{
    return tr("Scaling");
}

QString ScalingChart::ownHint() const
{
    return tr("How times change with the swept value stands here once a sweep has run.");
}

void ScalingChart::setContent(ScalingContent content)
{
    m_scaling->setContent(std::move(content));
    contentChanged();
}

const ScalingContent& ScalingChart::content() const
{
    return m_scaling->content();
}

} // namespace overlap::charts
