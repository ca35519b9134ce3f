// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/folding.h"
#include "charts/theme.h"

#include <QColor>
#include <array>
#include <vector>

namespace overlap::charts {

/// The pixels of an opaque image. QImage's own access to a line checks for sharing every time.
struct PixelRows
{
    QRgb* pixels = nullptr;
    int stride = 0; ///< pixels from line to line

    QRgb* line(int y) const { return pixels + static_cast<std::ptrdiff_t>(y) * stride; }
};

/// Paints draw records into an opaque image, pixel by pixel: what a replot costs follows the pixels and not
/// the spans. Everything here is in device pixels.
class LaneRaster
{
public:
    /// Prepares strips of every state's fill and pattern, `columns` wide. Cheap to keep, dear to make.
    void prepare(const Theme& theme, double devicePixelRatio, int columns);

    struct Row
    {
        int top = 0;
        int height = 1;
    };

    /// `zero` is the column of t = 0: the patterns are anchored there and travel with the time.
    void clear(const PixelRows& image, Row row, int fromColumn = 0) const;
    /// From that record on; what lies before it must be there already.
    void paint(const PixelRows& image, Row row, const analysis::FoldedLane& lane, int zero,
               std::size_t firstRecord = 0) const;
    void paintHolders(const PixelRows& image, Row row, const std::vector<analysis::HolderRecord>& records,
                      int lanes) const;

private:
    struct Strip
    {
        int period = 1;
        int rows = 1;
        int stride = 1;
        std::vector<QRgb> pixels; ///< `rows` lines of `stride` pixels
    };

    void fill(const PixelRows& image, int x, int width, int top, int height, int laneTop, core::State state,
              int zero) const;
    void finishSpan(const PixelRows& image, Row row, const analysis::DrawRecord& record,
                    bool separated) const;
    void paintGap(const PixelRows& image, Row row, int x, int width) const;
    void paintMark(const PixelRows& image, Row row, const analysis::Mark& mark) const;
    void paintCross(const PixelRows& image, Row row, int x) const;

    std::vector<Strip> m_strips;
    QRgb m_background = 0;
    QRgb m_window = 0;
    QRgb m_failed = 0;
    QRgb m_cancelled = 0;
    double m_ratio = 1;
    int m_columns = 0;
};

/// The heights of a folded column's layers in pixels, bottom up, computing first; idle is not drawn.
struct ShareLayer
{
    core::State state = core::State::idle;
    int from = 0; ///< pixels above the bottom
    int to = 0;
};
using ShareLayers = std::array<ShareLayer, core::stateCount>;
/// Returns how many layers there are.
int layersOf(const analysis::Shares& shares, analysis::StateBits states, int height, ShareLayers& out);

/// A span ends visibly where the next one belongs to something else.
bool needsSeparator(const std::vector<analysis::DrawRecord>& records, std::size_t index);

/// Half of the width of the cross where a lane's process was killed: as large as the lane lets it be seen,
/// with a pixel above and below. `unit` is a pixel at scale 1.
double crossHalf(double laneHeight, double unit);

/// Spans below this width (at scale 1) get neither separators nor round corners.
inline constexpr double shapedWidth = 8;

} // namespace overlap::charts
