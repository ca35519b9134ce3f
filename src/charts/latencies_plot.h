// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/latencies_scene.h"

namespace overlap::charts {

/// The picture of the latencies.
class LatenciesPlot : public RowsPlot
{
public:
    explicit LatenciesPlot(QWidget* parent = nullptr);

    void setContent(LatenciesContent content);
    const LatenciesContent& content() const { return m_content; }
    const LatenciesScene& scene() const { return m_scene; }

    void compose(QSizeF size, double scroll) override;
    const RowsScene& rows() const override { return m_scene; }
    QStringList readoutAt(const QPointF& point) const override;
    QString summary() const override;
    QString finding() const override { return m_content.finding; }

private:
    void paint(QCPPainter& painter) const override;
    void paintKey(QCPPainter& painter) const;
    void paintRow(QCPPainter& painter, const LatencyRow& row) const;
    void paintItems(QCPPainter& painter, const LatencyRow& row, double y) const;
    void paintMarks(QCPPainter& painter, const LatencyRow& row, double y) const;

    LatenciesContent m_content;
    std::vector<LatencyRow> m_measured; ///< sorted once per content, placed by every scene
    LatenciesScene m_scene;
};

} // namespace overlap::charts
