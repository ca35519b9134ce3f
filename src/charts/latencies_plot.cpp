// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/latencies_plot.h"

#include "charts/chart_text.h"
#include "charts/pattern.h"
#include "session/message_text.h"

#include <algorithm>
#include <cmath>

namespace overlap::charts {

namespace {

enum class Percentile { p50, p95, p99 };

/// Marks differ in weight and height, so that they can be told apart without their colour.
void paintPercentile(QCPPainter& painter, double x, double y, double height, Percentile which,
                     const Theme& theme)
{
    const double width = theme.scale * (which == Percentile::p50 ? 2.5 : 1.5);
    const double half = height / 2 * (which == Percentile::p50 ? 1.0 : which == Percentile::p95 ? 0.8 : 0.6);
    const double halo = theme.scale * 0.75;
    const QRectF line(std::round(x) - width / 2, y - half, width, 2 * half);
    painter.fillRect(line.adjusted(-halo, 0, halo, 0), theme.roles.panel);
    painter.fillRect(line, which == Percentile::p50 ? theme.roles.text : theme.roles.secondary);
    if (which == Percentile::p99) { // a foot and a head: the furthest that is told
        painter.fillRect(QRectF(line.left() - 2 * width, line.top(), 5 * width, width),
                         theme.roles.secondary);
        painter.fillRect(QRectF(line.left() - 2 * width, line.bottom() - width, 5 * width, width),
                         theme.roles.secondary);
    }
}

void paintBox(QCPPainter& painter, const QRectF& rect, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(theme.roles.panel, theme.roles.bar, 0.24));
    painter.drawRoundedRect(rect, theme.px(3), theme.px(3));
    painter.restore();
}

QColor inkOf(const Theme& theme)
{
    return mixed(theme.roles.panel, theme.roles.bar, 0.9);
}

} // namespace

LatenciesPlot::LatenciesPlot(QWidget* parent) : RowsPlot(parent, QStringLiteral("latenciesPlot")) {}

void LatenciesPlot::setContent(LatenciesContent content)
{
    m_content = std::move(content);
    m_measured = measureLatencies(m_content);
}

void LatenciesPlot::compose(QSizeF size, double scroll)
{
    m_scene = composeLatencies(m_content, m_measured, m_theme, size, scroll, slide());
}

QStringList LatenciesPlot::readoutAt(const QPointF& point) const
{
    const int row = m_scene.rowAt(m_scene.rows, point);
    if (row < 0)
        return {};
    return latencyReadout(m_scene, m_scene.rows[static_cast<std::size_t>(row)], point.x());
}

QString LatenciesPlot::summary() const
{
    QStringList sentences;
    if (!m_content.finding.isEmpty())
        sentences << m_content.finding;
    for (const LatencyRow& row : m_measured)
        sentences << latencyReadout(m_scene, row, -1).join(QStringLiteral(", ")) + QChar(u'.');
    return sentences.isEmpty() ? ChartWords::tr("No latencies yet.") : sentences.join(QChar(u' '));
}

void LatenciesPlot::paint(QCPPainter& painter) const
{
    paintTitle(painter, m_scene.caption);
    if (m_scene.rows.empty()) {
        paintEmptyHint(painter);
        return;
    }
    const QFont axisFont = m_theme.font(TextRole::axis);
    for (const LatencyColumn& column : m_scene.columns)
        paintText(painter, {column.right, m_scene.headerY}, Anchor::right, column.title, axisFont,
                  m_theme.roles.faint);
    paintKey(painter);
    painter.save();
    painter.setClipRect(QRectF(0, m_scene.rowsArea.top(), m_scene.size.width(), m_scene.rowsArea.height()));
    const double width = std::max(1.0, std::floor(m_theme.scale));
    for (const analysis::Tick& tick : m_scene.ticks) {
        const double x = std::round(m_scene.axis.toPixel(core::toSeconds(tick.time)));
        painter.fillRect(QRectF(x, m_scene.rowsArea.top(), width, m_scene.rowsArea.height()),
                         m_theme.roles.line);
    }
    paintGroups(painter, m_content.runtimeName, m_content.runtimeWork);
    for (const LatencyRow& row : m_scene.rows) {
        const double y = m_scene.toWidget(row.y);
        if (y + m_scene.pitch / 2 > m_scene.rowsArea.top() &&
            y - m_scene.pitch / 2 < m_scene.rowsArea.bottom())
            paintRow(painter, row);
    }
    painter.restore();
    for (const analysis::Tick& tick : m_scene.ticks) {
        paintText(painter, {m_scene.axis.toPixel(core::toSeconds(tick.time)), m_scene.axisY}, Anchor::center,
                  session::figureText(core::Figure(tick.label)), axisFont, m_theme.roles.faint);
    }
}

void LatenciesPlot::paintKey(QCPPainter& painter) const
{
    const QFont font = m_theme.font(TextRole::axis);
    const double height = m_theme.px(11);
    const double y = m_scene.headerY;
    double x = m_scene.axis.left;
    const auto entry = [&](const QString& text, const auto& mark) {
        const double needed = m_theme.px(16) + textWidth(text, font);
        if (x + needed > m_scene.rowsArea.right())
            return;
        mark(QPointF(x + m_theme.px(5), y));
        paintText(painter, {x + m_theme.px(16), y}, Anchor::left, text, font, m_theme.roles.faint);
        x += needed + m_theme.px(16);
    };
    const auto any = [&](auto has) {
        return std::any_of(m_scene.rows.begin(), m_scene.rows.end(),
                           [&](const LatencyRow& row) { return row.latency && has(*row.latency); });
    };
    if (!any([](const core::Latency&) { return true; }))
        return;
    entry(m_scene.asColumns ? ChartWords::tr("higher: more items") : ChartWords::tr("one item"),
          [&](const QPointF& place) {
              painter.save();
              painter.setRenderHint(QPainter::Antialiasing);
              painter.setPen(Qt::NoPen);
              painter.setBrush(inkOf(m_theme));
              if (m_scene.asColumns)
                  painter.drawRect(
                      QRectF(place.x() - m_scene.dot / 2, place.y() - height / 2, m_scene.dot, height));
              else
                  painter.drawEllipse(place, m_scene.dot / 2, m_scene.dot / 2);
              painter.restore();
          });
    entry(ChartWords::tr("the middle half"), [&](const QPointF& place) {
        paintBox(painter, QRectF(place.x() - m_theme.px(7), place.y() - height / 2, m_theme.px(12), height),
                 m_theme);
    });
    entry(ChartWords::tr("p50"), [&](const QPointF& place) {
        paintPercentile(painter, place.x(), y, height, Percentile::p50, m_theme);
    });
    if (any([](const core::Latency& latency) { return latency.p95.has_value(); }))
        entry(ChartWords::tr("p95"), [&](const QPointF& place) {
            paintPercentile(painter, place.x(), y, height, Percentile::p95, m_theme);
        });
    if (any([](const core::Latency& latency) { return latency.p99.has_value(); }))
        entry(ChartWords::tr("p99"), [&](const QPointF& place) {
            paintPercentile(painter, place.x(), y, height, Percentile::p99, m_theme);
        });
}

void LatenciesPlot::paintRow(QCPPainter& painter, const LatencyRow& row) const
{
    const double y = std::round(m_scene.toWidget(row.y));
    const QFont nameFont = m_theme.font(TextRole::body);
    const QFont smallFont = m_theme.font(TextRole::caption);
    const double room = m_scene.nameRight - m_scene.margin;
    const double line = m_theme.px(15);
    const bool three = !row.excluded.isEmpty() && m_scene.pitch >= 3 * line;
    QString below = row.count;
    if (!row.excluded.isEmpty() && !three)
        below = row.excluded;
    double at = y - (three ? line : line / 2);
    paintText(painter, {m_scene.nameRight, at}, Anchor::right, elided(row.title, nameFont, room), nameFont,
              m_theme.roles.text);
    at += line;
    paintText(painter, {m_scene.nameRight, at}, Anchor::right, elided(below, smallFont, room), smallFont,
              m_theme.roles.faint);
    if (three)
        paintText(painter, {m_scene.nameRight, at + line}, Anchor::right,
                  elided(row.excluded, smallFont, room), smallFont, m_theme.roles.secondary);
    if (row.seconds.empty())
        return;
    // Half of a handful says nothing that the dots do not.
    if (row.seconds.size() >= 8) {
        const double low = m_scene.axis.toPixel(row.quartileLow);
        const double high = std::max(m_scene.axis.toPixel(row.quartileHigh), low + m_theme.px(2));
        const double reach = m_scene.dot / 2 + m_theme.px(1);
        paintBox(painter,
                 QRectF(low - reach, y - m_scene.bodyHeight / 2, high - low + 2 * reach, m_scene.bodyHeight),
                 m_theme);
    }
    // Dots must not vanish behind a mark, nor a mark behind columns.
    if (m_scene.asColumns)
        paintItems(painter, row, y);
    paintMarks(painter, row, y);
    if (!m_scene.asColumns)
        paintItems(painter, row, y);
    for (const LatencyColumn& column : m_scene.columns) {
        const bool leading = column.figure == LatencyColumn::Figure::p50;
        paintFigures(painter, {column.right, y}, Anchor::right, latencyFigure(row, column.figure),
                     m_theme.font(leading ? TextRole::band : TextRole::body),
                     leading ? m_theme.roles.text : m_theme.roles.secondary, isVectorized(painter));
    }
}

void LatenciesPlot::paintItems(QCPPainter& painter, const LatencyRow& row, double y) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(inkOf(m_theme));
    const double step = m_scene.step;
    const auto all = static_cast<double>(row.seconds.size());
    for (const LatencyRow::Bin& bin : row.bins) {
        if (m_scene.asColumns) {
            const double height =
                std::max(m_theme.px(2), bin.count / all / m_scene.densest * m_scene.bodyHeight);
            painter.drawRect(QRectF(bin.x - m_scene.dot / 2, y - height / 2, m_scene.dot, height));
            continue;
        }
        // From the middle outwards by turns, so that a row stays balanced.
        const double start = bin.count % 2 == 0 ? step / 2 : 0;
        for (int i = 0; i < bin.count; ++i) {
            const int turn = (i + (bin.count % 2 == 0 ? 0 : 1)) / 2;
            const double away = start + turn * step;
            painter.drawEllipse(QPointF(bin.x, y + (i % 2 == 0 ? -away : away)), m_scene.dot / 2,
                                m_scene.dot / 2);
        }
    }
    painter.restore();
}

void LatenciesPlot::paintMarks(QCPPainter& painter, const LatencyRow& row, double y) const
{
    if (!row.latency || row.seconds.size() < 2)
        return;
    const core::Latency& latency = *row.latency;
    if (latency.p99)
        paintPercentile(painter, m_scene.axis.toPixel(*latency.p99), y, m_scene.bodyHeight, Percentile::p99,
                        m_theme);
    if (latency.p95)
        paintPercentile(painter, m_scene.axis.toPixel(*latency.p95), y, m_scene.bodyHeight, Percentile::p95,
                        m_theme);
    paintPercentile(painter, m_scene.axis.toPixel(latency.p50), y, m_scene.bodyHeight, Percentile::p50,
                    m_theme);
}

} // namespace overlap::charts
