// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/lane_vector.h"

#include "charts/lane_raster.h"
#include "charts/pattern.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <array>

namespace overlap::charts {

using analysis::DrawRecord;
using core::State;

namespace {

/// Narrower pieces are told by their colour; their patterns would only be specks that cost bytes.
constexpr double patternedWidth = 5;

struct Pieces
{
    std::array<std::vector<QRectF>, core::stateCount> byState;
    void add(State state, const QRectF& rect)
    {
        auto& rects = byState[static_cast<std::size_t>(state)];
        // Neighbours of one state in one height are one piece.
        if (!rects.empty() && rects.back().right() == rect.left() && rects.back().top() == rect.top() &&
            rects.back().bottom() == rect.bottom()) {
            rects.back().setRight(rect.right());
            return;
        }
        rects.push_back(rect);
    }
};

/// Neighbouring pieces of one state whose heights differ a little carry one pattern, where all of them have
/// room.
void paintMarks(QPainter& painter, const QRectF& lane, const std::vector<QRectF>& rects, const Theme& theme,
                std::size_t state)
{
    QRectF common;
    const auto flush = [&] {
        if (common.width() >= patternedWidth)
            paintPatternMarks(painter, common, lane.topLeft(), theme.patterns[state], theme.states[state],
                              theme.roles.emptyLane);
    };
    for (const QRectF& rect : rects) {
        const double top = std::max(common.top(), rect.top());
        const double bottom = std::min(common.bottom(), rect.bottom());
        const bool joins = std::abs(common.right() - rect.left()) < 0.01 &&
                           bottom - top >= 0.6 * std::max(common.height(), rect.height());
        if (joins) {
            common = QRectF(QPointF(common.left(), top), QPointF(rect.right(), bottom));
            continue;
        }
        flush();
        common = rect;
    }
    flush();
}

void paintPieces(QPainter& painter, const QRectF& lane, const Pieces& pieces, const Theme& theme)
{
    painter.save();
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < core::stateCount; ++i) {
        if (pieces.byState[i].empty())
            continue;
        QPainterPath path;
        for (const QRectF& rect : pieces.byState[i])
            path.addRect(rect);
        painter.setBrush(theme.states[i]);
        painter.drawPath(path);
        paintMarks(painter, lane, pieces.byState[i], theme, i);
    }
    painter.restore();
}

/// A notch through the whole lane with a cross in it.
void paintCross(QPainter& painter, const QRectF& lane, double x, const Theme& theme)
{
    const double unit = theme.scale;
    const double half = crossHalf(lane.height(), unit);
    const QRectF notch(std::clamp(x, lane.left() + half + unit, lane.right() - half - unit) - half - unit,
                       lane.top(), 2 * (half + unit), lane.height());
    const QRectF cross(notch.center() - QPointF(half, half), QSizeF(2 * half, 2 * half));
    painter.save();
    painter.fillRect(notch, theme.roles.emptyLane);
    painter.setPen(QPen(theme.roles.failed, std::max(2 * unit, half / 3), Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(cross.topLeft(), cross.bottomRight());
    painter.drawLine(cross.bottomLeft(), cross.topRight());
    painter.restore();
}

void paintMark(QPainter& painter, const QRectF& lane, double x, std::uint8_t flags, const Theme& theme)
{
    painter.save();
    painter.setPen(Qt::NoPen);
    const double unit = theme.scale;
    if ((flags & core::spanLost) != 0) {
        const QRectF gap = QRectF(x - 2 * unit, lane.top(), 5 * unit, lane.height()) & lane;
        painter.fillRect(gap, theme.roles.failed);
        painter.fillRect(gap.adjusted(unit, 0, -unit, 0), theme.roles.window);
    } else {
        const QColor color = (flags & core::spanFailed) != 0 ? theme.roles.failed : theme.roles.secondary;
        const double half = 6 * unit;
        QPolygonF notch;
        notch << QPointF(std::max(lane.left(), x - half), lane.top())
              << QPointF(std::min(lane.right(), x + half), lane.top()) << QPointF(x, lane.top() + half);
        painter.setBrush(color);
        painter.drawPolygon(notch);
        painter.fillRect(QRectF(x - unit, lane.top(), 2 * unit, lane.height()) & lane, color);
    }
    painter.restore();
}

} // namespace

void paintLaneVector(QPainter& painter, const QRectF& lane, const analysis::FoldedLane& folded, int columns,
                     const Theme& theme)
{
    const double column = lane.width() / std::max(columns, 1);
    Pieces pieces;
    ShareLayers layers;
    constexpr int shareSteps = 32;
    for (std::size_t i = 0; i < folded.records.size(); ++i) {
        const DrawRecord& record = folded.records[i];
        const double left = lane.left() + record.x * column;
        double width = record.width * column;
        if (record.folded()) {
            const int count = layersOf(folded.shares[record.shares], record.states, shareSteps, layers);
            const double unit = lane.height() / shareSteps;
            for (int j = 0; j < count; ++j) {
                const ShareLayer& layer = layers[j];
                pieces.add(layer.state,
                           {left, lane.bottom() - layer.to * unit, width, (layer.to - layer.from) * unit});
            }
            continue;
        }
        if ((record.flags & core::spanLost) != 0 || record.state == State::idle)
            continue;
        if (width >= shapedWidth * theme.scale && needsSeparator(folded.records, i))
            width -= theme.scale;
        pieces.add(record.state, {left, lane.top(), width, lane.height()});
    }
    paintPieces(painter, lane, pieces, theme);
    for (const DrawRecord& record : folded.records) {
        if ((record.flags & core::spanLost) != 0)
            paintMark(painter, lane, lane.left() + record.x * column, core::spanLost, theme);
    }
    double free = lane.left() - 1;
    for (const analysis::Mark& mark : folded.marks) {
        const double x = lane.left() + (mark.x + 0.5) * column;
        if ((mark.flags & core::spanKilled) != 0 || x < free)
            continue;
        paintMark(painter, lane, x, mark.flags, theme);
        free = x + 3 * theme.scale;
    }
    for (const analysis::Mark& mark : folded.marks) {
        if ((mark.flags & core::spanKilled) != 0)
            paintCross(painter, lane, lane.left() + (mark.x + 0.5) * column, theme);
    }
}

void paintHoldersVector(QPainter& painter, const QRectF& lane,
                        const std::vector<analysis::HolderRecord>& records, int rows, int columns,
                        const Theme& theme)
{
    const double column = lane.width() / std::max(columns, 1);
    const double height = lane.height() / std::max(rows, 1);
    constexpr int shades = 8;
    for (int shade = 1; shade <= shades; ++shade) {
        QPainterPath path;
        for (const analysis::HolderRecord& record : records) {
            if (static_cast<int>(record.share * shades + 0.5F) == shade)
                path.addRect(lane.left() + record.x * column, lane.top() + record.row * height,
                             record.width * column, height);
        }
        if (path.isEmpty())
            continue;
        painter.fillPath(
            path, mixed(theme.roles.emptyLane, theme.state(State::computing), 0.35 + 0.65 * shade / shades));
    }
}

} // namespace overlap::charts
