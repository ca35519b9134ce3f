// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/scaling_scene.h"

namespace overlap::charts {

/// The picture of a sweep.
class ScalingPlot : public RowsPlot
{
public:
    explicit ScalingPlot(QWidget* parent = nullptr);

    void setContent(ScalingContent content) { m_content = std::move(content); }
    const ScalingContent& content() const { return m_content; }
    const ScalingScene& scene() const { return m_scene; }

    void compose(QSizeF size, double scroll) override;
    const RowsScene& rows() const override { return m_scene; }
    QStringList readoutAt(const QPointF& point) const override;
    QString summary() const override;
    QString finding() const override { return m_content.finding; }

private:
    void paint(QCPPainter& painter) const override;
    void paintAxes(QCPPainter& painter) const;
    void paintBackground(QCPPainter& painter) const;
    void paintSeries(QCPPainter& painter, std::size_t index) const;
    void paintNames(QCPPainter& painter) const;

    ScalingContent m_content;
    ScalingScene m_scene;
};

} // namespace overlap::charts
