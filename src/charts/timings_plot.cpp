// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/timings_plot.h"

#include "charts/chart_text.h"
#include "charts/pattern.h"
#include "charts/timings_runs.h"
#include "session/message_text.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace overlap::charts {

TimingsPlot::TimingsPlot(QWidget* parent) : RowsPlot(parent, QStringLiteral("timingsPlot")) {}

void TimingsPlot::compose(QSizeF size, double scroll)
{
    m_scene = composeTimings(m_content, m_theme, size, scroll, slide());
}

QStringList TimingsPlot::readoutAt(const QPointF& point) const
{
    return timingsReadoutAt(m_content, m_scene, point);
}

void TimingsPlot::paint(QCPPainter& painter) const
{
    paintHeader(painter);
    if (m_scene.rows.empty()) {
        paintEmptyHint(painter);
        return;
    }
    painter.save();
    const double above = m_theme.px(18);
    painter.setClipRect(
        QRectF(0, m_scene.rowsArea.top() - above, m_scene.size.width(), m_scene.rowsArea.height() + above));
    paintGrid(painter);
    for (const TimingsRow& row : m_scene.rows) {
        const double y = m_scene.toWidget(row.y);
        if (y + m_scene.pitch / 2 > m_scene.rowsArea.top() &&
            y - m_scene.pitch / 2 < m_scene.rowsArea.bottom())
            paintRow(painter, row);
    }
    painter.restore();
    paintHints(painter);
    const QFont axisFont = m_theme.font(TextRole::axis);
    for (const analysis::Tick& tick : m_scene.ticks) {
        paintText(painter, {m_scene.axis.toPixel(tick.time), m_scene.axisY}, Anchor::center,
                  session::figureText(core::Figure(tick.label)), axisFont, m_theme.roles.faint);
    }
}

void TimingsPlot::paintHeader(QCPPainter& painter) const
{
    paintTitle(painter, m_content.caption);
    if (m_scene.rows.empty())
        return;
    const QFont small = m_theme.font(TextRole::axis);
    if (m_scene.speedupRight > 0)
        paintText(painter, {std::max(m_scene.speedupRight, m_scene.intervalRight), m_scene.headerY},
                  Anchor::right, ChartWords::tr("speed-up"), small, m_theme.roles.faint);
    if (m_scene.cpuRight > 0)
        paintText(painter, {m_scene.cpuRight, m_scene.headerY}, Anchor::right, ChartWords::tr("CPU time"),
                  small, m_theme.roles.faint);
    double keyLeft = m_scene.axis.left;
    if (!m_scene.groups.empty() && m_scene.groups.front().header) {
        const QString group =
            groupTitle(m_content.runtimeName, m_content.runtimeWork, m_scene.groups.front().runtime);
        keyLeft = std::max(keyLeft,
                           m_scene.margin + textWidth(group, m_theme.font(TextRole::group)) + m_theme.px(20));
    }
    paintDotKey(painter, {keyLeft, m_scene.headerY}, m_scene.rowsArea.right(), m_scene, m_theme);
}

void TimingsPlot::paintHints(QCPPainter& painter) const
{
    const QFont font = m_theme.font(TextRole::caption);
    QFont sign = m_theme.font(TextRole::axis);
    sign.setWeight(QFont::Bold);
    double y = m_scene.hintsY;
    for (const QString& hint : m_scene.hints) {
        const QPointF middle(m_scene.margin + m_theme.px(7), y);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.roles.faint, m_theme.scale));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(middle, m_theme.px(6), m_theme.px(6));
        painter.restore();
        paintText(painter, middle, Anchor::center, QStringLiteral("i"), sign, m_theme.roles.faint);
        paintText(painter, {m_scene.margin + m_theme.px(20), y}, Anchor::left, hint, font,
                  m_theme.roles.secondary);
        y += m_scene.hintLine;
    }
}

void TimingsPlot::paintGrid(QCPPainter& painter) const
{
    const double width = std::max(1.0, std::floor(m_theme.scale));
    const QRectF& area = m_scene.rowsArea;
    for (const analysis::Tick& tick : m_scene.ticks) {
        const double x = std::round(m_scene.axis.toPixel(tick.time));
        painter.fillRect(QRectF(x, area.top(), width, area.height()), m_theme.roles.line);
    }
    paintGroups(painter, m_content.runtimeName, m_content.runtimeWork);
}

void TimingsPlot::paintBar(QCPPainter& painter, const TimingsRow& row, double y) const
{
    const double left = m_scene.axis.left;
    const double solid = m_scene.axis.toPixel(core::fromSeconds(row.solidSeconds));
    const double end = m_scene.axis.toPixel(core::fromSeconds(row.solidSeconds + row.startupSeconds));
    const double top = std::round(y - m_scene.barHeight / 2);
    const double radius = m_theme.px(3);
    const QColor fill = row.standing == Standing::baseline ? m_theme.roles.baselineBar
                        : row.standing == Standing::gain   ? m_theme.roles.accent
                                                           : m_theme.roles.bar;
    const QColor soft =
        row.standing == Standing::gain ? m_theme.roles.accentSoft : mixed(m_theme.roles.panel, fill, 0.25);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (end - solid >= m_theme.px(2)) {
        const double line = m_theme.scale;
        painter.setPen(QPen(fill, line));
        painter.setBrush(soft);
        const QRectF tail(solid - radius, top, end - solid + radius, m_scene.barHeight);
        painter.drawRoundedRect(tail.adjusted(line / 2, line / 2, -line / 2, -line / 2), radius, radius);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(left, top, std::max(solid - left, m_theme.px(1)), m_scene.barHeight),
                            radius, radius);
    if (row.ghostSeconds) {
        // Between the bars and quieter than they are: it is there to be compared, not to be read first.
        const double ghost = m_scene.axis.toPixel(core::fromSeconds(*row.ghostSeconds));
        const double height = std::max(2.0, m_theme.px(3));
        painter.setBrush(mixed(m_theme.roles.panel, m_theme.roles.bar, 0.55));
        painter.drawRoundedRect(QRectF(left, top + m_scene.barHeight + m_theme.px(2), ghost - left, height),
                                1, 1);
    }
    painter.restore();
}

void TimingsPlot::paintWhisker(QCPPainter& painter, const core::Interval& interval, double y) const
{
    const double low = m_scene.axis.toPixel(core::fromSeconds(interval.low));
    const double high = m_scene.axis.toPixel(core::fromSeconds(interval.high));
    const double half = std::round(m_scene.barHeight * 0.22);
    const double width = m_theme.scale * 1.5;
    const auto stroke = [&](const QRectF& rect, double halo) {
        painter.fillRect(rect.adjusted(-halo, -halo, halo, halo),
                         halo > 0 ? m_theme.roles.panel : m_theme.roles.text);
    };
    // A halo in the panel's colour keeps the dark line visible on the dark bar.
    for (const double halo : {m_theme.scale * 0.75, 0.0}) {
        stroke({low, y - width / 2, high - low, width}, halo);
        stroke({low - width / 2, y - half, width, 2 * half}, halo);
        stroke({high - width / 2, y - half, width, 2 * half}, halo);
    }
}

double TimingsPlot::valueLeft(const TimingsRow& row, double end) const
{
    double left = end + m_theme.px(12);
    if (m_scene.dotsY(row) - m_scene.barY(row) >= m_theme.px(11))
        return left;
    // In low rows the dots reach as high as the figure.
    std::vector<double> places;
    for (const RunDot& dot : row.dots)
        places.push_back(dotPlace(m_scene, row, dot).x());
    std::ranges::sort(places);
    const double width = textWidth(row.value, m_theme.font(TextRole::band));
    for (const double place : places) {
        const double behind = place + m_theme.px(10);
        if (place > end && place < left + width + m_theme.px(6) && behind + width < m_scene.rowsArea.right())
            left = std::max(left, behind);
    }
    return left;
}

void TimingsPlot::paintRow(QCPPainter& painter, const TimingsRow& row) const
{
    const double y = m_scene.barY(row);
    const bool vectorized = isVectorized(painter);
    const QFont nameFont = m_theme.font(TextRole::body);
    paintText(painter, {m_scene.nameRight, y}, Anchor::right,
              elided(row.title, nameFont, m_scene.nameRight - m_scene.margin), nameFont, m_theme.roles.text);
    if (row.standing == Standing::waiting) {
        paintText(painter, {m_scene.axis.left + m_theme.px(8), y}, Anchor::left, row.value,
                  m_theme.font(TextRole::caption), m_theme.roles.faint);
        return;
    }
    paintBar(painter, row, y);
    double end = row.solidSeconds + row.startupSeconds;
    if (row.interval) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        paintWhisker(painter, *row.interval, y);
        painter.restore();
        end = std::max(end, row.interval->high);
    }
    paintFigures(painter, {valueLeft(row, m_scene.axis.toPixel(core::fromSeconds(end))), y}, Anchor::left,
                 row.value, m_theme.font(TextRole::band), m_theme.roles.text, vectorized);
    paintDots(painter, m_scene, row, m_theme);
    paintSpeedup(painter, row, y);
    if (m_scene.cpuRight > 0)
        paintFigures(painter, {m_scene.cpuRight, y}, Anchor::right, row.cpu, m_theme.font(TextRole::body),
                     m_theme.roles.secondary, vectorized);
}

void TimingsPlot::paintSpeedup(QCPPainter& painter, const TimingsRow& row, double y) const
{
    if (m_scene.speedupRight <= 0)
        return;
    const bool vectorized = isVectorized(painter);
    const double right = std::max(m_scene.speedupRight, m_scene.intervalRight);
    const QFont words = m_theme.font(TextRole::label);
    if (!row.hasFigure()) {
        const bool quiet = row.standing == Standing::noDifference || row.standing == Standing::baseline;
        paintText(painter, {right, y}, Anchor::right, row.speedup, words,
                  quiet ? m_theme.roles.faint : m_theme.roles.secondary);
        return;
    }
    const bool told = m_scene.verdicts && !row.verdict.isEmpty();
    const double line = told ? y - m_theme.px(7) : y;
    paintFigures(painter, {m_scene.speedupRight, line}, Anchor::right, row.speedup,
                 m_theme.font(TextRole::speedup), m_theme.roles.text, vectorized);
    if (m_scene.intervalRight > 0)
        paintFigures(painter, {m_scene.intervalRight, line}, Anchor::right, row.speedupInterval, words,
                     m_theme.roles.secondary, vectorized);
    if (told)
        paintText(painter, {right, y + m_theme.px(9)}, Anchor::right, row.verdict,
                  m_theme.font(TextRole::caption), m_theme.roles.faint);
}

} // namespace overlap::charts
