// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/timings_scene.h"

namespace overlap::charts {

/// The picture of the timings.
class TimingsPlot : public RowsPlot
{
public:
    explicit TimingsPlot(QWidget* parent = nullptr);

    void setContent(TimingsContent content) { m_content = std::move(content); }
    const TimingsContent& content() const { return m_content; }
    const TimingsScene& scene() const { return m_scene; }

    void compose(QSizeF size, double scroll) override;
    const RowsScene& rows() const override { return m_scene; }
    QStringList readoutAt(const QPointF& point) const override;
    QString summary() const override { return timingsSummary(m_content); }
    QString finding() const override { return m_content.finding; }

private:
    void paint(QCPPainter& painter) const override;
    void paintHeader(QCPPainter& painter) const;
    void paintHints(QCPPainter& painter) const;
    void paintGrid(QCPPainter& painter) const;
    /// Where its time stands, behind a bar that ends at `end`.
    double valueLeft(const TimingsRow& row, double end) const;
    void paintRow(QCPPainter& painter, const TimingsRow& row) const;
    void paintBar(QCPPainter& painter, const TimingsRow& row, double y) const;
    void paintSpeedup(QCPPainter& painter, const TimingsRow& row, double y) const;
    void paintWhisker(QCPPainter& painter, const core::Interval& interval, double y) const;

    TimingsContent m_content;
    TimingsScene m_scene;
};

} // namespace overlap::charts
