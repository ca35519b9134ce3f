// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/crossover_scene.h"

namespace overlap::charts {

/// The picture of a crossover: how many times as fast the second strategy is, over the values that were
/// tried, with the line of equal times and the interval of the answer.
class CrossoverPlot : public RowsPlot
{
public:
    explicit CrossoverPlot(QWidget* parent = nullptr);

    void setContent(CrossoverContent content) { m_content = std::move(content); }
    const CrossoverContent& content() const { return m_content; }
    const CrossoverScene& scene() const { return m_scene; }

    void compose(QSizeF size, double scroll) override;
    const RowsScene& rows() const override { return m_scene; }
    QStringList readoutAt(const QPointF& point) const override;
    QString summary() const override;
    QString finding() const override { return m_content.finding; }

private:
    void paint(QCPPainter& painter) const override;
    void paintBands(QCPPainter& painter) const;
    void paintAxes(QCPPainter& painter) const;
    void paintMarks(QCPPainter& painter) const;
    void paintSides(QCPPainter& painter) const;

    CrossoverContent m_content;
    CrossoverScene m_scene;
};

} // namespace overlap::charts
