// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/strip_paint.h"

#include "charts/pattern.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace overlap::charts {

using analysis::TrackRecord;

namespace {

/// Dots and gaps of the line at the limit, at scale 1.
constexpr double dotLength = 2;
constexpr double dotPeriod = 5;

bool holdsUp(const TrackRecord& record, const StripShape& strip)
{
    return strip.limited && strip.warns && record.most >= strip.scale;
}

} // namespace

StripColors stripColors(const Theme& theme)
{
    const RoleColors& roles = theme.roles;
    return {mixed(roles.window, roles.bar, 0.3), roles.bar, roles.line, roles.faint, roles.secondary};
}

int stripLevel(double value, const StripShape& strip, int height)
{
    if (value <= 0)
        return 0;
    const auto scale = static_cast<double>(std::max<std::int64_t>(strip.scale, 1));
    if (strip.limited && value >= scale)
        return height;
    // Less than the limit must look like less.
    const int most = std::max(1, height - (height >= 8 ? 2 : 1));
    return std::clamp(static_cast<int>(std::lround(value / scale * height)), 1, most);
}

void paintStrip(const PixelRows& image, LaneRaster::Row row, const StripShape& strip, double devicePixelRatio,
                const StripColors& colors)
{
    const int thick = std::max(1, static_cast<int>(std::lround(devicePixelRatio)));
    const int height = std::max(1, row.height - thick); // the floor is a line, too
    const int bottom = row.top + row.height;
    const auto topOf = [&](double value) { return row.top + height - stripLevel(value, strip, height); };
    const auto fill = [&](int x, int width, int top, int to, QRgb color) {
        for (int y = std::max(top, row.top); y < std::min(to, bottom); ++y)
            std::fill_n(image.line(y) + x, width, color);
    };

    if (strip.records.empty())
        return;
    const int begin = strip.records.front().x;
    const int end = strip.records.back().x + strip.records.back().width;
    fill(begin, end - begin, bottom - thick, bottom, colors.floor.rgb());
    if (strip.limited) {
        const int dot = std::max(1, static_cast<int>(std::lround(dotLength * devicePixelRatio)));
        const int period = std::max(dot + 1, static_cast<int>(std::lround(dotPeriod * devicePixelRatio)));
        for (int x = begin; x < end; x += period)
            fill(x, std::min(dot, end - x), row.top, row.top + thick, colors.limit.rgb());
    }
    for (const TrackRecord& record : strip.records)
        fill(record.x, record.width, topOf(record.mean), bottom - thick, colors.area.rgb());
    const QRgb line = colors.line.rgb();
    const TrackRecord* before = nullptr;
    for (const TrackRecord& record : strip.records) {
        const int top = topOf(static_cast<double>(record.most));
        fill(record.x, record.width, top, top + thick, line);
        const int from = before && before->x + before->width == record.x
                             ? topOf(static_cast<double>(before->most))
                             : row.top + height;
        if (from != top)
            fill(record.x, std::min(thick, record.width), std::min(from, top), std::max(from, top) + thick,
                 line);
        before = &record;
    }
    // Last, so that where it is full nothing hides it.
    for (const TrackRecord& record : strip.records) {
        if (holdsUp(record, strip))
            fill(record.x, record.width, row.top, row.top + 2 * thick, colors.full.rgb());
    }
}

void paintStripVector(QPainter& painter, const QRectF& place, const StripShape& strip, int columns,
                      const Theme& theme)
{
    const StripColors colors = stripColors(theme);
    const double unit = theme.scale;
    const double column = place.width() / std::max(columns, 1);
    constexpr int steps = 1000;
    const double height = place.height() - unit;
    const auto yOf = [&](double value) {
        return place.top() + height * (1 - static_cast<double>(stripLevel(value, strip, steps)) / steps);
    };
    const double floor = place.top() + height;

    if (strip.records.empty())
        return;
    const double begin = place.left() + strip.records.front().x * column;
    const double end = place.left() + (strip.records.back().x + strip.records.back().width) * column;
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.fillRect(QRectF(begin, floor, end - begin, unit), colors.floor);
    if (strip.limited) {
        QPainterPath dots;
        for (double x = begin; x < end; x += dotPeriod * unit)
            dots.addRect(x, place.top(), std::min(dotLength * unit, end - x), unit);
        painter.fillPath(dots, colors.limit);
    }
    QPainterPath area;
    QPainterPath line;
    QPainterPath full;
    double lastY = floor;
    for (const TrackRecord& record : strip.records) {
        const double x = place.left() + record.x * column;
        const double width = record.width * column;
        const double mean = yOf(record.mean);
        if (mean < floor)
            area.addRect(x, mean, width, floor - mean);
        const double y = yOf(static_cast<double>(record.most));
        line.addRect(x, y, width, unit);
        if (y != lastY)
            line.addRect(x, std::min(y, lastY), std::min(unit, width), std::abs(y - lastY) + unit);
        lastY = y;
        if (holdsUp(record, strip))
            full.addRect(x, place.top(), width, 2 * unit);
    }
    line.setFillRule(Qt::WindingFill);
    painter.fillPath(area, colors.area);
    painter.fillPath(line, colors.line);
    painter.fillPath(full, colors.full);
    painter.restore();
}

} // namespace overlap::charts
