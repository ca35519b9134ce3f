// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/palette.h"
#include "charts/theme.h"

#include <QColor>
#include <QRectF>
#include <vector>

class QPainter;

namespace overlap::charts {

/// A fill with its pattern as a small periodic image in device pixels, so that it is crisp at any ratio.
struct PatternTile
{
    int width = 1;
    int height = 1;
    std::vector<QRgb> pixels; ///< row by row, opaque

    QRgb at(int x, int y) const { return pixels[static_cast<std::size_t>(y % height * width + x % width)]; }
};

/// `fill` with the pattern in `background` at half strength.
PatternTile makePatternTile(const Pattern& pattern, const QColor& fill, const QColor& background,
                            double devicePixelRatio);

/// The marks of the pattern inside a rectangle, for painters of vectors: parts of lines and small squares,
/// never outside, because some paint devices do not clip. The phase is anchored at `origin`.
void paintPatternMarks(QPainter& painter, const QRectF& rect, const QPointF& origin, const Pattern& pattern,
                       const QColor& fill, const QColor& background);

/// A filled rectangle of that state with its pattern, for swatches and single pieces, on any device.
void paintState(QPainter& painter, const QRectF& rect, core::State state, const Theme& theme,
                bool vectorized);

/// Room for letters on a patterned fill, which are hard to read on lines: a little deeper than the fill.
/// `rect` is as wide as the letters need; the plate is no higher than they want. Nothing on a plain fill.
void paintPlate(QPainter& painter, const QRectF& rect, core::State state, const Theme& theme);
/// Its colour.
QColor plateColor(core::State state, const Theme& theme);

/// `share` of `over` on `base`, opaque.
QColor mixed(const QColor& base, const QColor& over, double share);

} // namespace overlap::charts
