// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/timings_plot.h"

#include "charts/chart_text.h"
#include "charts/gantt_hover.h"
#include "charts/pattern.h"
#include "session/message_text.h"

#include <algorithm>
#include <cmath>

namespace overlap::charts {

TimingsPlot::TimingsPlot(QWidget* parent)
{
    if (parent) {
        m_plot = new QCustomPlot(parent);
    } else {
        m_owned = std::make_unique<QCustomPlot>();
        m_plot = m_owned.get();
    }
    m_plot->setObjectName(QStringLiteral("timingsPlot"));
    m_plot->axisRect()->setVisible(false);
    for (QCPAxis* const axis : m_plot->axisRect()->axes()) {
        axis->setVisible(false);
        axis->grid()->setVisible(false);
    }
    // Layerables belong to the plot.
    new PaintedLayer(m_plot, QStringLiteral("main"), [this](QCPPainter& painter) { paint(painter); });
    new PaintedLayer(m_plot, QStringLiteral("overlay"), [this](QCPPainter& painter) {
        if (!isVectorized(painter) && !m_slide)
            paintCard(painter, m_readout, m_pointer,
                      QRectF(QPointF(0, 0), m_scene.size).adjusted(4, 4, -4, -4), m_theme);
    });
}

TimingsPlot::~TimingsPlot() = default;

void TimingsPlot::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_plot->setBackground(QBrush(theme.roles.panel));
}

void TimingsPlot::compose(QSizeF size, double scroll)
{
    m_scene = composeTimings(m_content, m_theme, size, scroll, m_slide ? &*m_slide : nullptr);
}

void TimingsPlot::replotQueued()
{
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void TimingsPlot::setReadout(const QStringList& lines, QPointF pointer)
{
    if (lines.isEmpty() && m_readout.isEmpty())
        return;
    m_readout = lines;
    m_pointer = pointer;
    m_plot->layer(QStringLiteral("overlay"))->replot();
}

void TimingsPlot::paint(QCPPainter& painter) const
{
    paintHeader(painter);
    if (m_scene.rows.empty()) {
        paintText(painter, {m_scene.size.width() / 2, m_scene.size.height() / 2}, Anchor::center, m_emptyHint,
                  m_theme.font(TextRole::body), m_theme.roles.secondary);
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
    const QFont axisFont = m_theme.font(TextRole::axis);
    for (const analysis::Tick& tick : m_scene.ticks) {
        paintText(painter, {m_scene.axis.toPixel(tick.time), m_scene.axisY}, Anchor::center,
                  session::figureText(core::Figure(tick.label)), axisFont, m_theme.roles.faint);
    }
}

void TimingsPlot::paintHeader(QCPPainter& painter) const
{
    const QFont findingFont = m_theme.font(m_slide ? TextRole::title : TextRole::finding);
    const QFont captionFont = m_theme.font(TextRole::caption);
    const double room = m_scene.size.width() - 2 * m_scene.margin;
    double y = m_scene.findingY;
    for (const QString& line : m_scene.finding) {
        paintText(painter, {m_scene.margin, y}, Anchor::left, line, findingFont, m_theme.roles.text);
        y += m_scene.lineHeight;
    }
    paintText(painter, {m_scene.margin, m_scene.captionY}, Anchor::left,
              elided(m_content.caption, captionFont, room), captionFont, m_theme.roles.secondary);
    if (m_scene.footY > 0)
        paintText(painter, {m_scene.margin, m_scene.footY}, Anchor::left,
                  elided(m_slide->caption, captionFont, room), captionFont, m_theme.roles.secondary);
    if (m_scene.rows.empty())
        return;
    const QFont small = m_theme.font(TextRole::axis);
    if (m_scene.speedupRight > 0)
        paintText(painter, {m_scene.speedupRight, m_scene.headerY}, Anchor::right, ChartWords::tr("speed-up"),
                  small, m_theme.roles.faint);
    if (m_scene.cpuRight > 0)
        paintText(painter, {m_scene.cpuRight, m_scene.headerY}, Anchor::right, ChartWords::tr("CPU time"),
                  small, m_theme.roles.faint);
}

void TimingsPlot::paintGrid(QCPPainter& painter) const
{
    const double width = std::max(1.0, std::floor(m_theme.scale));
    const QRectF& area = m_scene.rowsArea;
    for (const analysis::Tick& tick : m_scene.ticks) {
        const double x = std::round(m_scene.axis.toPixel(tick.time));
        painter.fillRect(QRectF(x, area.top(), width, area.height()), m_theme.roles.line);
    }
    for (const TimingsScene::Group& group : m_scene.groups) {
        if (group.hairline) {
            const double y = std::round(m_scene.toWidget(*group.hairline));
            painter.fillRect(QRectF(m_scene.margin, y, m_scene.size.width() - 2 * m_scene.margin, width),
                             m_theme.roles.line);
        }
        if (group.header) {
            QString name = m_content.runtimeName[static_cast<std::size_t>(group.runtime)];
            if (name.isEmpty())
                name = group.runtime == core::Runtime::native ? ChartWords::tr("Native")
                                                              : ChartWords::tr("Python");
            const QString work = m_content.runtimeWork[static_cast<std::size_t>(group.runtime)];
            paintText(painter, {m_scene.margin, m_scene.toWidget(*group.header)}, Anchor::left,
                      name.toUpper() + QStringLiteral(" · ") + work, m_theme.font(TextRole::group),
                      m_theme.roles.faint);
        }
    }
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

void TimingsPlot::paintRow(QCPPainter& painter, const TimingsRow& row) const
{
    const double y = std::round(m_scene.toWidget(row.y));
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
    paintFigures(painter, {m_scene.axis.toPixel(core::fromSeconds(end)) + m_theme.px(12), y}, Anchor::left,
                 row.value, m_theme.font(TextRole::band), m_theme.roles.text, vectorized);
    if (m_scene.speedupRight > 0) {
        const bool figure = row.standing == Standing::gain || row.standing == Standing::loss;
        paintFigures(painter, {m_scene.speedupRight, y}, Anchor::right, row.speedup,
                     m_theme.font(figure ? TextRole::speedup : TextRole::label),
                     figure ? m_theme.roles.text : m_theme.roles.secondary, vectorized);
    }
    if (m_scene.cpuRight > 0)
        paintFigures(painter, {m_scene.cpuRight, y}, Anchor::right, row.cpu, m_theme.font(TextRole::body),
                     m_theme.roles.secondary, vectorized);
}

} // namespace overlap::charts
