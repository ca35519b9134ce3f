// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/ledger_chart.h"

#include "charts/ledger_plot.h"

namespace overlap::charts {

LedgerChart::LedgerChart(QWidget* parent) : RowsChart(parent)
{
    auto plot = std::make_unique<LedgerPlot>(this);
    m_ledger = plot.get();
    setPlot(std::move(plot), QStringLiteral("ledgerScrollBar"));
}

QString LedgerChart::ownName() const
{
    return tr("Where time went");
}

QString LedgerChart::ownHint() const
{
    return tr("What the workers did with their time appears here, one bar per strategy. Press Run.");
}

void LedgerChart::setContent(LedgerContent content)
{
    m_ledger->setContent(std::move(content));
    contentChanged();
}

const LedgerContent& LedgerChart::content() const
{
    return m_ledger->content();
}

} // namespace overlap::charts
