// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/ledger_plot.h"

#include "charts/chart_text.h"
#include "charts/pattern.h"

#include <algorithm>
#include <cmath>

namespace overlap::charts {

namespace {

/// Parts below this width (at scale 1) have no gap to the next one.
constexpr double separatedWidth = 4;

} // namespace

LedgerPlot::LedgerPlot(QWidget* parent) : RowsPlot(parent, QStringLiteral("ledgerPlot")) {}

void LedgerPlot::setContent(LedgerContent content)
{
    m_content = std::move(content);
    m_measured = measureLedger(m_content);
}

void LedgerPlot::compose(QSizeF size, double scroll)
{
    m_scene = composeLedger(m_content, m_measured, m_theme, size, scroll, slide());
}

QString LedgerPlot::summary() const
{
    QStringList sentences;
    if (!m_content.finding.isEmpty())
        sentences << m_content.finding;
    for (const LedgerRow& row : m_measured)
        sentences << ledgerReadout(row).join(QStringLiteral(", ")) + QChar(u'.');
    return sentences.isEmpty() ? ChartWords::tr("Nothing measured yet.") : sentences.join(QChar(u' '));
}

void LedgerPlot::paint(QCPPainter& painter) const
{
    paintTitle(painter, m_content.caption);
    if (m_scene.rows.empty()) {
        paintEmptyHint(painter);
        return;
    }
    paintHeader(painter);
    painter.save();
    painter.setClipRect(QRectF(0, m_scene.rowsArea.top(), m_scene.size.width(), m_scene.rowsArea.height()));
    paintGroups(painter, m_content.runtimeName, m_content.runtimeWork);
    for (const LedgerRow& row : m_scene.rows) {
        const double y = m_scene.toWidget(row.y);
        if (y + m_scene.pitch / 2 > m_scene.rowsArea.top() &&
            y - m_scene.pitch / 2 < m_scene.rowsArea.bottom())
            paintRow(painter, row);
    }
    painter.restore();
    if (!m_scene.legend.empty())
        paintAxis(painter);
}

void LedgerPlot::paintHeader(QCPPainter& painter) const
{
    if (m_scene.legend.empty())
        return;
    const QFont font = m_theme.font(TextRole::axis);
    if (m_scene.productRight > 0)
        paintText(painter, {m_scene.productRight, m_scene.headerY}, Anchor::right,
                  ChartWords::tr("workers × wall"), font, m_theme.roles.faint);
    paintText(painter, {m_scene.totalRight, m_scene.headerY}, Anchor::right, ChartWords::tr("worker time"),
              font, m_theme.roles.faint);
    double y = m_scene.headerY;
    for (const StateSet states : m_scene.legend) {
        paintLegend(painter, {m_scene.margin, y}, m_scene.rowsArea.right(), states, m_theme,
                    isVectorized(painter));
        y += m_scene.legendLine;
    }
}

void LedgerPlot::paintAxis(QCPPainter& painter) const
{
    const QRectF& area = m_scene.rowsArea;
    for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0})
        paintText(painter, {area.left() + share * area.width(), m_scene.axisY}, Anchor::center,
                  percentText(share), m_theme.font(TextRole::axis), m_theme.roles.faint);
}

void LedgerPlot::paintRow(QCPPainter& painter, const LedgerRow& row) const
{
    const bool vectorized = isVectorized(painter);
    const QRectF bar = m_scene.barRect(row);
    const double y = bar.center().y();
    const QFont nameFont = m_theme.font(TextRole::body);
    const QFont small = m_theme.font(TextRole::caption);
    paintText(painter, {m_scene.nameRight, y}, Anchor::right,
              elided(row.title, nameFont, m_scene.nameRight - m_scene.margin), nameFont, m_theme.roles.text);
    if (row.segments.empty()) {
        paintText(painter, {bar.left(), y}, Anchor::left, row.sentence, small, m_theme.roles.faint);
        return;
    }
    paintBar(painter, row);
    if (m_scene.productRight > 0)
        paintFigures(painter, {m_scene.productRight, y}, Anchor::right, row.product, nameFont,
                     m_theme.roles.secondary, vectorized);
    paintFigures(painter, {m_scene.totalRight, y}, Anchor::right, row.total, m_theme.font(TextRole::band),
                 m_theme.roles.text, vectorized);
    if (m_scene.sentences)
        paintText(painter, {bar.left(), m_scene.sentenceY(row)}, Anchor::left,
                  elided(row.sentence, small, m_scene.size.width() - m_scene.margin - bar.left()), small,
                  m_theme.roles.secondary);
}

void LedgerPlot::paintBar(QCPPainter& painter, const LedgerRow& row) const
{
    const bool vectorized = isVectorized(painter);
    const QFont font = m_theme.font(TextRole::span);
    const double gap = std::max(1.0, std::floor(m_theme.scale));
    for (const LedgerSegment& segment : row.segments) {
        QRectF rect = m_scene.segmentRect(row, segment);
        if (rect.width() < 1)
            continue;
        if (rect.width() >= m_theme.px(separatedWidth) && rect.right() < m_scene.barRect(row).right())
            rect.setRight(rect.right() - gap);
        paintState(painter, rect, segment.state, m_theme, vectorized);
        const QString text = percentText(segment.share());
        const double needed = textWidth(text, font) + m_theme.px(8);
        if (needed + m_theme.px(8) > rect.width() || rect.height() < m_theme.px(13))
            continue;
        const bool empty = segment.state == core::State::idle;
        paintPlate(painter, QRectF(rect.center().x() - needed / 2, rect.top(), needed, rect.height()),
                   segment.state, m_theme);
        paintText(painter, rect.center(), Anchor::center, text, font,
                  empty ? m_theme.roles.secondary : m_theme.roles.onState);
    }
}

} // namespace overlap::charts
