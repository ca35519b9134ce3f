// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/pattern.h"

#include <QBrush>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace overlap::charts {

namespace {

constexpr double strength = 0.5;

/// How much of a pixel `distance` away from the middle of a line of that width is covered.
double coverage(double distance, double width)
{
    return std::clamp(width / 2 + 0.5 - distance, 0.0, 1.0) * std::min(1.0, width);
}

/// Distance of `position` from the nearest multiple of `period`.
double offLine(double position, double period)
{
    const double rest = std::fmod(std::fmod(position, period) + period, period);
    return std::min(rest, period - rest);
}

/// Horizontal distance of diagonal lines that lie `spacing` apart.
double diagonalPeriod(double spacing)
{
    return std::max(2.0, std::round(spacing * std::numbers::sqrt2));
}

QRgb blended(QRgb base, QRgb over, double share)
{
    const auto channel = [share](int from, int to) {
        return static_cast<int>(std::lround(from + (to - from) * share));
    };
    return qRgb(channel(qRed(base), qRed(over)), channel(qGreen(base), qGreen(over)),
                channel(qBlue(base), qBlue(over)));
}

/// The part of the diagonal through (`x`, rect.top()) with that slope (1: down to the right) inside the
/// rectangle.
QLineF diagonalInside(const QRectF& rect, double x, int slope, double inset)
{
    const QRectF inner = rect.adjusted(inset, inset, -inset, -inset);
    if (inner.width() <= 0 || inner.height() <= 0)
        return {};
    double from = 0;
    double to = rect.height();
    // x + slope * t in [left, right], t in [top, bottom], all relative to the top of the rectangle.
    const double left = inner.left() - x;
    const double right = inner.right() - x;
    from = std::max(from, inset);
    to = std::min(to, rect.height() - inset);
    from = std::max(from, slope > 0 ? left : -right);
    to = std::min(to, slope > 0 ? right : -left);
    if (to - from < 0.5)
        return {};
    return {x + slope * from, rect.top() + from, x + slope * to, rect.top() + to};
}

void addDiagonals(QPainterPath& path, const QRectF& rect, const QPointF& origin, double period, int slope,
                  double inset)
{
    // Lines pass through x = origin.x + k * period at y = origin.y.
    const double shift = (rect.top() - origin.y()) * slope + origin.x();
    const double leftmost = slope > 0 ? rect.left() - rect.height() : rect.left();
    const double rightmost = slope > 0 ? rect.right() : rect.right() + rect.height();
    for (double k = std::ceil((leftmost - shift) / period); shift + k * period <= rightmost; ++k) {
        const QLineF line = diagonalInside(rect, shift + k * period, slope, inset);
        if (line.isNull())
            continue;
        path.moveTo(line.p1());
        path.lineTo(line.p2());
    }
}

} // namespace

QColor mixed(const QColor& base, const QColor& over, double share)
{
    return QColor::fromRgb(blended(base.rgb(), over.rgb(), share));
}

PatternTile makePatternTile(const Pattern& pattern, const QColor& fill, const QColor& background,
                            double devicePixelRatio)
{
    PatternTile tile;
    const double width = pattern.width * devicePixelRatio;
    const double straight = std::max(2.0, std::round(pattern.spacing * devicePixelRatio));
    const double diagonal = diagonalPeriod(pattern.spacing * devicePixelRatio);
    const bool slanted = pattern.shape == PatternShape::diagonal ||
                         pattern.shape == PatternShape::antiDiagonal || pattern.shape == PatternShape::cross;
    const bool patterned = pattern.shape != PatternShape::none && pattern.shape != PatternShape::solid;
    if (patterned) {
        tile.width = static_cast<int>(slanted ? diagonal : straight);
        tile.height = tile.width;
    }
    // Straight lines start on a whole pixel, or they would be a blur.
    const double crispWidth = std::max(1.0, std::round(width));
    const double crispMiddle = std::floor((straight - crispWidth) / 2) + crispWidth / 2;
    const auto straightLine = [&](double position) {
        return std::abs(position - crispMiddle) <= crispWidth / 2 ? 1.0 : 0.0;
    };
    tile.pixels.reserve(static_cast<std::size_t>(tile.width) * tile.height);
    for (int row = 0; row < tile.height; ++row) {
        for (int column = 0; column < tile.width; ++column) {
            const double x = column + 0.5;
            const double y = row + 0.5;
            double covered = 0;
            const double down = offLine(x - y, diagonal) / std::numbers::sqrt2;
            const double up = offLine(x + y, diagonal) / std::numbers::sqrt2;
            switch (pattern.shape) {
            case PatternShape::none:
            case PatternShape::solid:
                break;
            case PatternShape::diagonal:
                covered = coverage(up, width);
                break;
            case PatternShape::antiDiagonal:
                covered = coverage(down, width);
                break;
            case PatternShape::cross:
                covered = std::max(coverage(up, width), coverage(down, width));
                break;
            case PatternShape::horizontal:
                covered = straightLine(y);
                break;
            case PatternShape::vertical:
                covered = straightLine(x);
                break;
            case PatternShape::dots:
                covered = straightLine(x) * straightLine(y);
                break;
            }
            tile.pixels.push_back(blended(fill.rgb(), background.rgb(), covered * strength));
        }
    }
    return tile;
}

void paintPatternMarks(QPainter& painter, const QRectF& rect, const QPointF& origin, const Pattern& pattern,
                       const QColor& fill, const QColor& background)
{
    QPainterPath path;
    const double inset = pattern.width / 2;
    const double diagonal = diagonalPeriod(pattern.spacing);
    const auto firstAfter = [&](double from, double start) {
        return start + std::ceil((from - start) / pattern.spacing) * pattern.spacing;
    };
    const QPointF middle = origin + QPointF(pattern.spacing / 2, pattern.spacing / 2);
    switch (pattern.shape) {
    case PatternShape::none:
    case PatternShape::solid:
        return;
    case PatternShape::diagonal:
        addDiagonals(path, rect, origin, diagonal, -1, inset);
        break;
    case PatternShape::antiDiagonal:
        addDiagonals(path, rect, origin, diagonal, 1, inset);
        break;
    case PatternShape::cross:
        addDiagonals(path, rect, origin, diagonal, 1, inset);
        addDiagonals(path, rect, origin, diagonal, -1, inset);
        break;
    case PatternShape::horizontal:
        for (double y = firstAfter(rect.top() + inset, middle.y()); y <= rect.bottom() - inset;
             y += pattern.spacing) {
            path.moveTo(rect.left(), y);
            path.lineTo(rect.right(), y);
        }
        break;
    case PatternShape::vertical:
        for (double x = firstAfter(rect.left() + inset, middle.x()); x <= rect.right() - inset;
             x += pattern.spacing) {
            path.moveTo(x, rect.top());
            path.lineTo(x, rect.bottom());
        }
        break;
    case PatternShape::dots:
        for (double y = firstAfter(rect.top() + inset, middle.y()); y <= rect.bottom() - inset;
             y += pattern.spacing) {
            for (double x = firstAfter(rect.left() + inset, middle.x()); x <= rect.right() - inset;
                 x += pattern.spacing) {
                path.moveTo(x - inset, y);
                path.lineTo(x + inset, y);
            }
        }
        break;
    }
    if (path.isEmpty())
        return;
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(mixed(fill, background, strength), pattern.width, Qt::SolidLine, Qt::FlatCap));
    painter.drawPath(path);
    painter.restore();
}

void paintState(QPainter& painter, const QRectF& rect, core::State state, const Theme& theme, bool vectorized)
{
    const QColor& fill = theme.state(state);
    if (vectorized) {
        painter.fillRect(rect, fill);
        paintPatternMarks(painter, rect, rect.topLeft(), theme.pattern(state), fill, theme.roles.emptyLane);
        return;
    }
    const double ratio = painter.device()->devicePixelRatioF();
    const PatternTile tile = makePatternTile(theme.pattern(state), fill, theme.roles.emptyLane, ratio);
    const QSize size = (rect.size() * ratio).toSize();
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        auto* const row = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < size.width(); ++x)
            row[x] = tile.at(x, y);
    }
    painter.drawImage(rect, image);
}

QColor plateColor(core::State state, const Theme& theme)
{
    return mixed(theme.state(state), theme.kind == ThemeKind::dark ? Qt::white : Qt::black, 0.08);
}

void paintPlate(QPainter& painter, const QRectF& rect, core::State state, const Theme& theme)
{
    const PatternShape shape = theme.pattern(state).shape;
    if (shape == PatternShape::solid || shape == PatternShape::none)
        return;
    const double height = std::min(rect.height() - theme.px(4), theme.px(17));
    painter.fillRect(QRectF(rect.left(), rect.center().y() - height / 2, rect.width(), height),
                     plateColor(state, theme));
}

} // namespace overlap::charts
