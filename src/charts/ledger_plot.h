// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/ledger_scene.h"

namespace overlap::charts {

/// The picture of where time went.
class LedgerPlot : public RowsPlot
{
public:
    explicit LedgerPlot(QWidget* parent = nullptr);

    void setContent(LedgerContent content);
    const LedgerContent& content() const { return m_content; }
    const LedgerScene& scene() const { return m_scene; }

    void compose(QSizeF size, double scroll) override;
    const RowsScene& rows() const override { return m_scene; }
    QStringList readoutAt(const QPointF& point) const override { return ledgerReadoutAt(m_scene, point); }
    QString summary() const override;
    QString finding() const override { return m_content.finding; }

private:
    void paint(QCPPainter& painter) const override;
    void paintHeader(QCPPainter& painter) const;
    void paintAxis(QCPPainter& painter) const;
    void paintRow(QCPPainter& painter, const LedgerRow& row) const;
    void paintBar(QCPPainter& painter, const LedgerRow& row) const;

    LedgerContent m_content;
    std::vector<LedgerRow> m_measured; ///< once per content, placed by every scene
    LedgerScene m_scene;
};

} // namespace overlap::charts
