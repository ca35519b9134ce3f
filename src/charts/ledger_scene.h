// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/ledger_chart.h"
#include "charts/legend.h"
#include "charts/rows_plot.h"

#include <vector>

namespace overlap::charts {

/// A state's part of a bar. All parts of a row lie side by side, in the order of the states, from 0 to 1.
struct LedgerSegment
{
    core::State state = core::State::idle;
    double from = 0;
    double to = 0;

    double share() const { return to - from; }
};

/// One strategy's worker time.
struct LedgerRow
{
    int strategy = 0; ///< index into the report
    core::Runtime runtime = core::Runtime::native;
    QString title;
    QString sentence;                    ///< what the parts say, or why there are none
    std::vector<LedgerSegment> segments; ///< empty while nothing is measured
    double seconds = 0;                  ///< workers × wall time
    QString product;                     ///< "4 × 1.07 s"
    QString total;                       ///< "4.28 s"
    double y = 0;                        ///< middle of bar and sentence, in scrolled content coordinates
};

struct LedgerScene : RowsScene
{
    double headerY = 0; ///< of the first row of the legend and the titles of the columns
    double legendLine = 0;
    std::vector<StateSet> legend; ///< by row: the states that can be seen
    double nameRight = 0;
    double productRight = 0; ///< 0 where the column is left out
    double totalRight = 0;
    double axisY = 0; ///< middle of the labels
    double barHeight = 0;
    bool sentences = false;  ///< there is room for them
    double sentenceDrop = 0; ///< from the bar to the middle of its sentence, at most
    std::vector<LedgerRow> rows;

    /// The whole bar, in the coordinates of the widget.
    QRectF barRect(const LedgerRow& row) const;
    /// A part of it, between whole pixels, so that the parts touch; empty where it is narrower than half of
    /// one.
    QRectF segmentRect(const LedgerRow& row, const LedgerSegment& segment) const;
    double sentenceY(const LedgerRow& row) const;
};

/// The parts and the words: once per content.
std::vector<LedgerRow> measureLedger(const LedgerContent& content);

LedgerScene composeLedger(const LedgerContent& content, std::vector<LedgerRow> rows, const Theme& theme,
                          QSizeF size, double scroll, const SlideFrame* slide);

/// The readout for a point: a part of a bar with the help of its state, or a whole row; empty elsewhere.
QStringList ledgerReadoutAt(const LedgerScene& scene, const QPointF& point);
/// A whole row in words.
QStringList ledgerReadout(const LedgerRow& row);

} // namespace overlap::charts
