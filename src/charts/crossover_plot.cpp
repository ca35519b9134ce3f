// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/crossover_plot.h"

#include "charts/chart_text.h"
#include "charts/pattern.h"

#include <algorithm>
#include <cmath>

namespace overlap::charts {

CrossoverPlot::CrossoverPlot(QWidget* parent) : RowsPlot(parent, QStringLiteral("crossoverPlot")) {}

void CrossoverPlot::compose(QSizeF size, double /*scroll*/)
{
    m_scene = composeCrossover(m_content, m_theme, size, slide());
}

QStringList CrossoverPlot::readoutAt(const QPointF& point) const
{
    const double reach = m_theme.px(22);
    double nearest = reach * reach;
    QStringList lines;
    for (std::size_t i = 0; i < m_scene.marks.size(); ++i) {
        const QPointF way = m_scene.marks[i].place - point;
        const double distance = QPointF::dotProduct(way, way);
        if (distance > nearest)
            continue;
        nearest = distance;
        lines = crossoverReadout(m_content, i);
    }
    return lines;
}

QString CrossoverPlot::summary() const
{
    QStringList sentences;
    if (!m_content.finding.isEmpty())
        sentences << m_content.finding;
    for (std::size_t i = 0; i < m_content.samples.size(); ++i)
        sentences << crossoverReadout(m_content, i).join(QStringLiteral(", ")) + QChar(u'.');
    return sentences.isEmpty() ? ChartWords::tr("No crossover yet.") : sentences.join(QChar(u' '));
}

void CrossoverPlot::paint(QCPPainter& painter) const
{
    paintTitle(painter, m_scene.caption);
    if (m_scene.marks.empty()) {
        paintEmptyHint(painter);
        return;
    }
    paintBands(painter);
    paintAxes(painter);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintMarks(painter);
    painter.restore();
    paintSides(painter);
}

void CrossoverPlot::paintBands(QCPPainter& painter) const
{
    for (const CrossoverScene::Band& band : m_scene.bands) {
        painter.fillRect(band.area, mixed(m_theme.roles.panel, m_theme.roles.accent, 0.14));
        paintText(painter, {band.labelX, m_scene.plot.top() - m_theme.px(9)}, Anchor::center, band.label,
                  m_theme.font(TextRole::band), m_theme.roles.accent);
    }
}

void CrossoverPlot::paintAxes(QCPPainter& painter) const
{
    const QFont font = m_theme.font(TextRole::axis);
    const double width = std::max(1.0, std::floor(m_theme.scale));
    for (const ScalingTick& tick : m_scene.yTicks) {
        painter.fillRect(QRectF(m_scene.plot.left(), std::round(tick.place), m_scene.plot.width(), width),
                         m_theme.roles.line);
        paintText(painter, {m_scene.plot.left() - m_theme.px(8), tick.place}, Anchor::right, tick.label, font,
                  m_theme.roles.faint);
    }
    painter.fillRect(QRectF(m_scene.plot.left(), std::round(m_scene.evenY), m_scene.plot.width(), 2 * width),
                     m_theme.roles.secondary);
    const double y = m_scene.plot.bottom() + m_theme.px(13);
    for (const ScalingTick& tick : m_scene.xTicks) {
        painter.fillRect(QRectF(std::round(tick.place), m_scene.plot.bottom(), width, m_theme.px(4)),
                         m_theme.roles.faint);
        paintText(painter, {tick.place, y}, Anchor::center, tick.label, font, m_theme.roles.faint);
    }
    double title = m_scene.plot.right() + m_theme.px(4);
    if (!m_scene.xTicks.empty()) {
        const ScalingTick& last = m_scene.xTicks.back();
        title = std::max(title, last.place + textWidth(last.label, font) / 2 + m_theme.px(10));
    }
    paintText(painter, {title, y}, Anchor::left, elided(m_content.xTitle, font, m_scene.size.width() - title),
              font, m_theme.roles.faint);
}

void CrossoverPlot::paintMarks(QCPPainter& painter) const
{
    const QColor ink = mixed(m_theme.roles.panel, m_theme.roles.bar, 0.95);
    const double scale = m_theme.scale;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(mixed(m_theme.roles.panel, m_theme.roles.bar, 0.45), 1.5 * scale));
    QPolygonF way;
    for (const CrossoverScene::Mark& mark : m_scene.marks)
        way << mark.place;
    painter.drawPolyline(way);
    const double cap = m_theme.px(3);
    for (std::size_t i = 0; i < m_scene.marks.size(); ++i) {
        const CrossoverScene::Mark& mark = m_scene.marks[i];
        painter.setPen(QPen(ink, 1.5 * scale));
        if (mark.bar) {
            painter.drawLine(QPointF(mark.place.x(), mark.bar->first),
                             QPointF(mark.place.x(), mark.bar->second));
            // An end that lies beyond the axis has no cap.
            for (const double y : {mark.bar->first, mark.bar->second})
                if (y > m_scene.plot.top() && y < m_scene.plot.bottom())
                    painter.drawLine(QPointF(mark.place.x() - cap, y), QPointF(mark.place.x() + cap, y));
        }
        // Hollow where neither is surely faster.
        const bool open = m_content.samples[i].faster == core::CrossoverSide::open;
        painter.setBrush(open ? m_theme.roles.panel : ink);
        painter.drawEllipse(mark.place, 4.0 * scale, 4.0 * scale);
    }
}

/// Which strategy is the faster one above the line of equal times, and which below.
void CrossoverPlot::paintSides(QCPPainter& painter) const
{
    const QFont font = m_theme.font(TextRole::label);
    const double x = m_scene.plot.left() + m_theme.px(8);
    const double room = m_scene.plot.width() - m_theme.px(16);
    const double away = m_theme.px(12);
    paintText(painter, {x, m_scene.evenY - away}, Anchor::left,
              elided(ChartWords::tr("↑ %1 is faster").arg(m_content.second), font, room), font,
              m_theme.roles.secondary);
    paintText(painter, {x, m_scene.evenY + away}, Anchor::left,
              elided(ChartWords::tr("↓ %1 is faster").arg(m_content.first), font, room), font,
              m_theme.roles.secondary);
}

} // namespace overlap::charts
