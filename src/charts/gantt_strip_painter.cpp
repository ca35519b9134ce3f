// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_strip_painter.h"

#include "charts/painted_layer.h"
#include "charts/strip_paint.h"

#include <cmath>

namespace overlap::charts {

using analysis::TimeAxis;

namespace {

StripShape shapeOf(const BandStrip& strip, const TimeAxis& axis)
{
    StripShape shape;
    shape.scale = strip.scale;
    shape.limited = strip.limited;
    shape.warns = strip.kind == BandStrip::Kind::queue;
    shape.records = foldStrip(strip, axis);
    return shape;
}

} // namespace

void GanttStripPainter::paint(QCPPainter& painter, const GanttScene& scene, int band, const Theme& theme,
                              std::uint64_t generation)
{
    const std::vector<BandStrip>& strips = scene.bands[band].strips;
    m_kept.resize(strips.size());
    for (std::size_t i = 0; i < strips.size(); ++i) {
        const QRectF place = scene.stripRect(band, static_cast<int>(i));
        if (place.height() <= 0)
            continue;
        if (!isVectorized(painter)) {
            if (place.bottom() > scene.lanes.top() && place.top() < scene.lanes.bottom())
                paintRaster(painter, scene, place, strips[i], theme, generation, m_kept[i]);
            continue;
        }
        // Painters of vectors do not clip.
        if (place.bottom() > scene.lanes.bottom() || place.top() < scene.lanes.top())
            continue;
        const int columns = static_cast<int>(std::lround(place.width()));
        const TimeAxis axis{scene.axis.begin, scene.axis.end, 0, static_cast<double>(columns)};
        paintStripVector(painter, place, shapeOf(strips[i], axis), columns, theme);
    }
}

void GanttStripPainter::paintRaster(QCPPainter& painter, const GanttScene& scene, const QRectF& place,
                                    const BandStrip& strip, const Theme& theme, std::uint64_t generation,
                                    Kept& kept)
{
    const double ratio = painter.device()->devicePixelRatioF();
    const int left = static_cast<int>(std::lround(place.left() * ratio));
    const int columns = static_cast<int>(std::lround(place.right() * ratio)) - left;
    const int top = static_cast<int>(std::lround(place.top() * ratio));
    const int height = static_cast<int>(std::lround(place.bottom() * ratio)) - top;
    if (columns <= 0 || height <= 0)
        return;
    Key key;
    key.axis = {scene.axis.begin, scene.axis.end, 0, static_cast<double>(columns)};
    key.generation = generation;
    key.ratio = ratio;
    key.height = height;
    key.track = strip.track.get();
    key.points = strip.track ? strip.track->points.size() : 0;
    key.lived = strip.lived;
    key.scale = strip.scale;
    if (!(key == kept.key) || kept.image.isNull()) {
        if (kept.image.size() != QSize(columns, height))
            kept.image = QImage(columns, height, QImage::Format_ARGB32_Premultiplied);
        kept.image.fill(Qt::transparent); // the grid is seen through it
        const PixelRows pixels{reinterpret_cast<QRgb*>(kept.image.bits()),
                               static_cast<int>(kept.image.bytesPerLine() / 4)};
        paintStrip(pixels, {0, height}, shapeOf(strip, key.axis), ratio, stripColors(theme));
        kept.key = key;
    }
    painter.save();
    // In device pixels the image goes to the screen as it is.
    painter.scale(1 / ratio, 1 / ratio);
    painter.drawImage(QPoint(left, top), kept.image);
    painter.restore();
}

} // namespace overlap::charts
