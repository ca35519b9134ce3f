// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_overview.h"

#include "analysis/folding.h"
#include "charts/chart_text.h"
#include "charts/lane_raster.h"
#include "charts/legend.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace overlap::charts {

namespace {

constexpr double usualHeight = 26;
/// A band that runs is painted anew when it has grown by so many pixels.
constexpr double stepWhileLive = 3;

/// Colours without patterns: rows of a few pixels have no room for them, and the lanes above tell.
void paintColumns(QImage& image, const analysis::FoldedLane& folded, const Theme& theme)
{
    image.fill(theme.roles.emptyLane);
    const int height = image.height();
    const auto stride = image.bytesPerLine() / 4;
    auto* const pixels = reinterpret_cast<QRgb*>(image.bits());
    ShareLayers layers;
    for (const analysis::DrawRecord& record : folded.records) {
        const int from = std::clamp(record.x, 0, image.width());
        const int to = std::clamp(record.x + record.width, from, image.width());
        int count = 1;
        if (record.folded())
            count = layersOf(folded.shares[record.shares], record.states, height, layers);
        else
            layers[0] = {record.state, 0, height};
        for (int i = 0; i < count; ++i) {
            if (layers[i].state == core::State::idle)
                continue;
            const QRgb color = theme.state(layers[i].state).rgb();
            for (int y = height - layers[i].to; y < height - layers[i].from; ++y)
                std::fill(pixels + y * stride + from, pixels + y * stride + to, color);
        }
    }
}

/// The part of the strip that the lanes do not show recedes; what they show has a frame and a grip at each
/// edge.
void paintBrush(QPainter& painter, const GanttScene& scene, const Theme& theme)
{
    const QRectF& strip = scene.overview;
    const double left =
        std::round(std::clamp(scene.overviewAxis.toPixel(scene.axis.begin), strip.left(), strip.right()));
    const double right = std::max(left + 1, std::round(std::clamp(scene.overviewAxis.toPixel(scene.axis.end),
                                                                  strip.left(), strip.right())));
    QColor veil = theme.roles.window;
    veil.setAlphaF(0.66F);
    painter.fillRect(QRectF(strip.left(), strip.top(), left - strip.left(), strip.height()), veil);
    painter.fillRect(QRectF(right, strip.top(), strip.right() - right, strip.height()), veil);
    const bool everything = left <= strip.left() + 0.5 && right >= strip.right() - 0.5;
    const QColor& color = everything ? theme.roles.line : theme.roles.accent;
    const QRectF frame =
        QRectF(left, strip.top(), right - left, strip.height()).adjusted(-1.5, -2.5, 1.5, 2.5);
    painter.setPen(QPen(color, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(frame);
    if (everything)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.roles.window, 1));
    painter.setBrush(color);
    const QSizeF grip(theme.px(5), std::min(theme.px(14), strip.height()));
    for (const double x : {frame.left(), frame.right()}) {
        painter.drawRoundedRect(QRectF({x - grip.width() / 2, strip.center().y() - grip.height() / 2}, grip),
                                grip.width() / 2, grip.width() / 2);
    }
}

} // namespace

double overviewHeight(std::size_t bands)
{
    return std::max(usualHeight, static_cast<double>(bands));
}

bool GanttOverview::isCurrent(const Row& row, const core::Timeline& timeline, const analysis::TimeAxis& axis,
                              QSize size) const
{
    if (row.timeline != &timeline || row.axis != axis || row.image.size() != size ||
        row.ended != timeline.ended)
        return false;
    return timeline.ended ||
           static_cast<double>(timeline.end - row.end) * axis.pixelsPerNanosecond() < stepWhileLive;
}

void GanttOverview::paint(QPainter& painter, const GanttContent& content, const GanttScene& scene,
                          const Theme& theme)
{
    const QRectF& strip = scene.overview;
    if (strip.isEmpty())
        return;
    m_rows.resize(content.bands.size());
    const double ratio = painter.device()->devicePixelRatioF();
    const auto columns = static_cast<int>(std::lround(strip.width() * ratio));
    const analysis::TimeAxis axis{scene.overviewAxis.begin, scene.overviewAxis.end, 0,
                                  static_cast<double>(columns)};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(strip, theme.roles.emptyLane);
    const auto count = static_cast<double>(content.bands.size());
    const double gap = strip.height() / count >= theme.px(4) ? 1 : 0;
    analysis::FoldedLane folded;
    for (std::size_t i = 0; i < content.bands.size(); ++i) {
        const core::Timeline* const timeline = content.bands[i].timeline.get();
        const double top = std::round(strip.top() + strip.height() * static_cast<double>(i) / count);
        const double bottom = std::round(strip.top() + strip.height() * static_cast<double>(i + 1) / count);
        const QRectF place(strip.left(), top, strip.width(),
                           bottom - top - (i + 1 < content.bands.size() ? gap : 0));
        if (gap > 0 && i + 1 < content.bands.size())
            painter.fillRect(QRectF(strip.left(), bottom - gap, strip.width(), gap), theme.roles.window);
        if (!timeline || place.height() <= 0)
            continue;
        Row& row = m_rows[i];
        const QSize size(columns, std::max(1, static_cast<int>(std::lround(place.height() * ratio))));
        if (!isCurrent(row, *timeline, axis, size)) {
            if (row.image.size() != size)
                row.image = QImage(size, QImage::Format_RGB32);
            analysis::foldTogether(timeline->lanes, axis, folded);
            paintColumns(row.image, folded, theme);
            row.axis = axis;
            row.timeline = timeline;
            row.end = timeline->end;
            row.ended = timeline->ended;
        }
        painter.drawImage(place, row.image);
    }
    paintBrush(painter, scene, theme);
    painter.restore();
    paintText(painter, {scene.laneLabelRight, strip.center().y()}, Anchor::right,
              elided(ChartWords::tr("whole run"), theme.font(TextRole::label),
                     scene.laneLabelRight - scene.nameLeft),
              theme.font(TextRole::label), theme.roles.faint);
}

} // namespace overlap::charts
