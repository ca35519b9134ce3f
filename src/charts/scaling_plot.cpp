// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/scaling_plot.h"

#include "charts/chart_text.h"
#include "charts/pattern.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace overlap::charts {

namespace {

/// Series are told apart by their marks, dashes and names; strategies have no colours of their own.
void paintMark(QCPPainter& painter, const QPointF& place, std::size_t series, double radius)
{
    QPolygonF shape;
    switch (series % 4) {
    case 0:
        painter.drawEllipse(place, radius, radius);
        return;
    case 1:
        painter.drawRect(
            QRectF(place.x() - radius * 0.88, place.y() - radius * 0.88, radius * 1.76, radius * 1.76));
        return;
    case 2:
        shape << QPointF(0, -1.2) << QPointF(1.1, 0.8) << QPointF(-1.1, 0.8);
        break;
    default:
        shape << QPointF(0, -1.25) << QPointF(1.25, 0) << QPointF(0, 1.25) << QPointF(-1.25, 0);
    }
    for (QPointF& point : shape)
        point = place + point * radius;
    painter.drawPolygon(shape);
}

QPen dashed(std::size_t series, QPen pen)
{
    static const std::array<QVector<qreal>, 4> dashes{
        QVector<qreal>{}, {5, 3}, {1.5, 2.5}, {6, 2.5, 1.5, 2.5}};
    if (const QVector<qreal>& dash = dashes[series % dashes.size()]; !dash.isEmpty())
        pen.setDashPattern(dash);
    return pen;
}

} // namespace

ScalingPlot::ScalingPlot(QWidget* parent) : RowsPlot(parent, QStringLiteral("scalingPlot")) {}

void ScalingPlot::compose(QSizeF size, double /*scroll*/)
{
    m_scene = composeScaling(m_content, m_theme, size, slide());
}

QStringList ScalingPlot::readoutAt(const QPointF& point) const
{
    const double reach = m_theme.px(22);
    double nearest = reach * reach;
    QStringList lines;
    for (std::size_t i = 0; i < m_scene.series.size(); ++i) {
        for (std::size_t j = 0; j < m_scene.series[i].marks.size(); ++j) {
            const QPointF way = m_scene.series[i].marks[j].place - point;
            const double distance = QPointF::dotProduct(way, way);
            if (distance > nearest)
                continue;
            nearest = distance;
            lines = scalingReadout(m_content, i, j);
        }
    }
    return lines;
}

QString ScalingPlot::summary() const
{
    QStringList sentences;
    if (!m_content.finding.isEmpty())
        sentences << m_content.finding;
    for (const ScalingSeries& series : m_content.series) {
        QStringList values;
        for (const ScalingSample& sample : series.samples)
            values << sample.label + QStringLiteral(": ") +
                          scalingFigure(m_content, sample.value, sample.interval95);
        sentences << series.title + QStringLiteral(", ") + values.join(QStringLiteral(", ")) + QChar(u'.');
    }
    return sentences.isEmpty() ? ChartWords::tr("No sweep yet.") : sentences.join(QChar(u' '));
}

void ScalingPlot::paint(QCPPainter& painter) const
{
    paintTitle(painter, m_scene.caption);
    if (m_scene.series.empty()) {
        paintEmptyHint(painter);
        return;
    }
    paintAxes(painter);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(m_scene.plot.adjusted(0, -m_theme.px(6), m_theme.px(6), m_theme.px(6)));
    paintBackground(painter);
    for (std::size_t i = 0; i < m_scene.series.size(); ++i)
        paintSeries(painter, i);
    painter.restore();
    paintNames(painter);
}

void ScalingPlot::paintAxes(QCPPainter& painter) const
{
    const QFont font = m_theme.font(TextRole::axis);
    const double width = std::max(1.0, std::floor(m_theme.scale));
    for (const ScalingTick& tick : m_scene.yTicks) {
        painter.fillRect(QRectF(m_scene.plot.left(), std::round(tick.place), m_scene.plot.width(), width),
                         m_theme.roles.line);
        paintText(painter, {m_scene.plot.left() - m_theme.px(8), tick.place}, Anchor::right, tick.label, font,
                  m_theme.roles.faint);
    }
    const double y = m_scene.plot.bottom() + m_theme.px(13);
    for (const ScalingTick& tick : m_scene.xTicks) {
        painter.fillRect(QRectF(std::round(tick.place), m_scene.plot.bottom(), width, m_theme.px(4)),
                         m_theme.roles.faint);
        paintText(painter, {tick.place, y}, Anchor::center, tick.label, font, m_theme.roles.faint);
    }
    double title = m_scene.labelsLeft;
    if (!m_scene.xTicks.empty()) {
        const ScalingTick& last = m_scene.xTicks.back();
        title = std::max(title, last.place + textWidth(last.label, font) / 2 + m_theme.px(10));
    }
    paintText(painter, {title, y}, Anchor::left, elided(m_content.xTitle, font, m_scene.size.width() - title),
              font, m_theme.roles.faint);
}

/// Bands, the ideal and the ceiling: no mark and no line of a series vanishes behind them.
void ScalingPlot::paintBackground(QCPPainter& painter) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(m_theme.roles.panel, m_theme.roles.bar, 0.18));
    for (const PlacedSeries& series : m_scene.series)
        painter.drawPolygon(series.band);
    painter.setBrush(Qt::NoBrush);
    QPen ideal(m_theme.roles.faint, m_theme.scale);
    ideal.setDashPattern({4, 4});
    painter.setPen(ideal);
    painter.drawPolyline(m_scene.ideal);
    painter.setPen(QPen(m_theme.roles.secondary, 1.5 * m_theme.scale));
    painter.drawPolyline(m_scene.ceiling);
}

void ScalingPlot::paintSeries(QCPPainter& painter, std::size_t index) const
{
    const PlacedSeries& series = m_scene.series[index];
    const QColor ink = mixed(m_theme.roles.panel, m_theme.roles.bar, 0.95);
    const double scale = m_theme.scale;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(dashed(index, QPen(ink, 1.5 * scale)));
    if (!series.fit.isEmpty()) {
        painter.drawPolyline(series.fit);
    } else {
        QPolygonF way;
        for (const PlacedSeries::Mark& mark : series.marks)
            way << mark.place;
        painter.drawPolyline(way);
    }
    for (const PlacedSeries::Mark& mark : series.marks) {
        const QColor color = mark.best ? m_theme.roles.accent : ink;
        if (mark.bar) {
            painter.setPen(QPen(color, 1.5 * scale));
            const double cap = m_theme.px(3);
            painter.drawLine(QPointF(mark.place.x(), mark.bar->first),
                             QPointF(mark.place.x(), mark.bar->second));
            for (const double y : {mark.bar->first, mark.bar->second})
                painter.drawLine(QPointF(mark.place.x() - cap, y), QPointF(mark.place.x() + cap, y));
        }
        painter.setPen(QPen(m_theme.roles.panel, 1.5 * scale));
        painter.setBrush(color);
        paintMark(painter, mark.place, index, (mark.best ? 5.5 : 4.0) * scale);
    }
}

void ScalingPlot::paintNames(QCPPainter& painter) const
{
    const double room = m_scene.size.width() - m_scene.labelsLeft - m_theme.px(8);
    const QFont font = m_theme.font(TextRole::band);
    for (std::size_t i = 0; i < m_scene.series.size(); ++i) {
        if (m_scene.series[i].marks.empty())
            continue;
        paintText(painter, {m_scene.labelsLeft, m_scene.series[i].labelY}, Anchor::left,
                  elided(m_content.series[i].title, font, room), font, m_theme.roles.text);
    }
    // The limits say their names within the plot, where their lines end.
    const QFont small = m_theme.font(TextRole::label);
    const auto name = [&](const QPolygonF& line, const QString& text, const QColor& color) {
        for (auto point = line.crbegin(); point != line.crend(); ++point) {
            if (point->y() < m_scene.plot.top() + m_theme.px(8))
                continue;
            paintText(painter, *point + QPointF(-m_theme.px(10), -m_theme.px(9)), Anchor::right, text, small,
                      color);
            return;
        }
    };
    name(m_scene.ideal, ChartWords::tr("ideal"), m_theme.roles.faint);
    name(m_scene.ceiling, ChartWords::tr("ceiling of this machine"), m_theme.roles.secondary);
}

} // namespace overlap::charts
