// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/lane_raster.h"

#include "charts/pattern.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace overlap::charts {

using analysis::DrawRecord;
using analysis::FoldedLane;
using core::State;

namespace {

QRgb halfway(QRgb a, QRgb b)
{
    return qRgb((qRed(a) + qRed(b)) / 2, (qGreen(a) + qGreen(b)) / 2, (qBlue(a) + qBlue(b)) / 2);
}

} // namespace

int layersOf(const analysis::Shares& shares, analysis::StateBits states, int height, ShareLayers& out)
{
    float sum = 0;
    int from = 0;
    int count = 0;
    const auto pixels = static_cast<float>(height);
    for (unsigned bits = states; bits != 0; bits &= bits - 1) {
        const int state = std::countr_zero(bits);
        sum += shares[state];
        const int to = std::min(height, static_cast<int>(sum * pixels + 0.5F));
        if (to > from)
            out[count++] = {static_cast<State>(state), from, to};
        from = std::max(from, to);
    }
    return count;
}

double crossHalf(double laneHeight, double unit)
{
    return std::min(std::clamp(0.3 * laneHeight, 5 * unit, 14 * unit), laneHeight / 2 - unit);
}

bool needsSeparator(const std::vector<DrawRecord>& records, std::size_t index)
{
    if (index + 1 >= records.size())
        return false;
    const DrawRecord& record = records[index];
    const DrawRecord* next = &records[index + 1];
    if (record.x + record.width != next->x)
        return false;
    // Between two tasks an executor spends microseconds, which fold into a column that hides the border.
    constexpr int seam = 2;
    if (next->folded() && next->width <= seam && index + 2 < records.size() &&
        next->x + next->width == records[index + 2].x)
        next = &records[index + 2];
    const bool sameTask = record.item == next->item && record.item != core::noItem &&
                          (record.state != next->state || next != &records[index + 1]);
    return !sameTask && !next->folded() && (record.flags & core::spanOpen) == 0;
}

void LaneRaster::prepare(const Theme& theme, double devicePixelRatio, int columns)
{
    m_ratio = devicePixelRatio;
    m_columns = columns;
    m_background = theme.roles.emptyLane.rgb();
    m_window = theme.roles.window.rgb();
    m_failed = theme.roles.failed.rgb();
    m_cancelled = theme.roles.secondary.rgb();
    m_strips.clear();
    for (std::size_t i = 0; i < core::stateCount; ++i) {
        const PatternTile tile =
            makePatternTile(theme.patterns[i], theme.states[i], theme.roles.emptyLane, devicePixelRatio);
        Strip strip;
        strip.period = tile.width;
        strip.rows = tile.height;
        strip.stride = columns + tile.width;
        strip.pixels.resize(static_cast<std::size_t>(strip.rows) * strip.stride);
        for (int y = 0; y < strip.rows; ++y) {
            for (int x = 0; x < strip.stride; ++x)
                strip.pixels[static_cast<std::size_t>(y) * strip.stride + x] = tile.at(x, y);
        }
        m_strips.push_back(std::move(strip));
    }
}

void LaneRaster::clear(const PixelRows& image, Row row, int fromColumn) const
{
    for (int y = row.top; y < row.top + row.height; ++y)
        std::fill(image.line(y) + fromColumn, image.line(y) + m_columns, m_background);
}

void LaneRaster::fill(const PixelRows& image, int x, int width, int top, int height, int laneTop, State state,
                      int zero) const
{
    const Strip& strip = m_strips[static_cast<std::size_t>(state)];
    // A plain fill has a period of one; dividing for each column would cost as much as its pixels.
    const int phase = strip.period == 1 ? 0 : ((x - zero) % strip.period + strip.period) % strip.period;
    QRgb* target = image.line(top) + x;
    int patternRow = strip.rows == 1 ? 0 : (top - laneTop) % strip.rows;
    for (int y = 0; y < height; ++y, target += image.stride) {
        const QRgb* const source =
            strip.pixels.data() + static_cast<std::size_t>(patternRow) * strip.stride + phase;
        // Folded columns are mostly one or two pixels wide: a call would cost more than the pixels.
        if (width == 1) {
            *target = *source;
        } else if (width <= 4) {
            for (int column = 0; column < width; ++column)
                target[column] = source[column];
        } else {
            std::copy_n(source, width, target);
        }
        if (++patternRow == strip.rows)
            patternRow = 0;
    }
}

void LaneRaster::paint(const PixelRows& image, Row row, const FoldedLane& lane, int zero,
                       std::size_t firstRecord) const
{
    ShareLayers layers;
    const int shaped = static_cast<int>(std::lround(shapedWidth * m_ratio));
    for (std::size_t i = firstRecord; i < lane.records.size(); ++i) {
        const DrawRecord& record = lane.records[i];
        if (record.folded()) {
            const int count = layersOf(lane.shares[record.shares], record.states, row.height, layers);
            for (int j = 0; j < count; ++j) {
                const ShareLayer& layer = layers[j];
                fill(image, record.x, record.width, row.top + row.height - layer.to, layer.to - layer.from,
                     row.top, layer.state, zero);
            }
            continue;
        }
        if ((record.flags & core::spanLost) != 0) {
            paintGap(image, row, record.x, record.width);
            continue;
        }
        if (record.state == State::idle)
            continue;
        fill(image, record.x, record.width, row.top, row.height, row.top, record.state, zero);
        if (record.width >= shaped)
            finishSpan(image, row, record, needsSeparator(lane.records, i));
    }
    // Marks cover what is beside them, also across the border of what was painted now; painting one again
    // changes nothing.
    int free = -1;
    const int apart = static_cast<int>(std::lround(3 * m_ratio));
    for (const analysis::Mark& mark : lane.marks) {
        if ((mark.flags & core::spanKilled) != 0 || (free >= 0 && mark.x < free))
            continue;
        paintMark(image, row, mark);
        free = mark.x + apart;
    }
    // The end of a whole lane stands before what failed with it.
    for (const analysis::Mark& mark : lane.marks) {
        if ((mark.flags & core::spanKilled) != 0)
            paintCross(image, row, mark.x);
    }
}

/// A separator in the lane's background at the end and corners taken off by half a pixel: outlines and real
/// rounding would cost as much as everything else together.
void LaneRaster::finishSpan(const PixelRows& image, Row row, const DrawRecord& record, bool separated) const
{
    int right = record.x + record.width;
    if (separated) {
        const int width = std::max(1, static_cast<int>(m_ratio));
        for (int y = row.top; y < row.top + row.height; ++y)
            std::fill_n(image.line(y) + right - width, width, m_background);
        right -= width;
    }
    const int corner = std::max(1, static_cast<int>(m_ratio));
    for (int i = 0; i < corner; ++i) {
        for (const int y : {row.top + i, row.top + row.height - 1 - i}) {
            QRgb* const line = image.line(y);
            for (int j = 0; j < corner - i; ++j) {
                line[record.x + j] = halfway(line[record.x + j], m_background);
                line[right - 1 - j] = halfway(line[right - 1 - j], m_background);
            }
        }
    }
}

/// Nobody knows what happened here: a hole down to the window with broken edges.
void LaneRaster::paintGap(const PixelRows& image, Row row, int x, int width) const
{
    const int least = static_cast<int>(std::lround(5 * m_ratio));
    const int tooth = std::max(2, static_cast<int>(std::lround(2 * m_ratio)));
    const int from = std::max(0, width < least ? x - (least - width) / 2 : x);
    const int to = std::min(m_columns, std::max(from + least, x + width));
    const int edge = std::max(1, static_cast<int>(m_ratio));
    for (int y = 0; y < row.height; ++y) {
        const int zigzag = std::abs(y % (2 * tooth) - tooth);
        QRgb* const line = image.line(row.top + y);
        const int left = std::min(to, from + zigzag);
        const int right = std::min(m_columns, to + zigzag - tooth);
        for (int column = left; column < right; ++column) {
            const bool rim = column < left + edge || column >= right - edge;
            line[column] = rim ? m_failed : m_window;
        }
    }
}

/// A notch in the lane's background from above with the mark in it, and the colour down to the bottom.
void LaneRaster::paintMark(const PixelRows& image, Row row, const analysis::Mark& mark) const
{
    if ((mark.flags & core::spanLost) != 0) {
        paintGap(image, row, mark.x, 1);
        return;
    }
    const QRgb color = (mark.flags & core::spanFailed) != 0 ? m_failed : m_cancelled;
    const int stem = std::max(2, static_cast<int>(std::lround(2 * m_ratio)));
    const int depth = std::min(row.height - 1, static_cast<int>(std::lround(6 * m_ratio)));
    const int border = std::max(1, static_cast<int>(m_ratio));
    for (int y = 0; y < row.height; ++y) {
        QRgb* const line = image.line(row.top + y);
        const int half = y < depth ? (depth - y) : 0;
        const int left = mark.x - stem + 1 - half;
        const int right = mark.x + 1 + half;
        for (int column = std::max(0, left - border); column < std::min(m_columns, right + border); ++column)
            line[column] = column >= left && column < right ? color : m_background;
    }
}

/// The process ended here: a notch through the whole lane with a cross in it.
void LaneRaster::paintCross(const PixelRows& image, Row row, int x) const
{
    const int half = std::max(1, static_cast<int>(crossHalf(row.height, m_ratio)));
    const int thick = std::max(static_cast<int>(m_ratio), half / 5);
    const int border = std::max(1, static_cast<int>(m_ratio));
    const int reach = half + border;
    const int middle = std::clamp(x, std::min(reach, m_columns / 2), std::max(m_columns - 1 - reach, 0));
    const int top = row.top + row.height / 2;
    for (int y = row.top; y < row.top + row.height; ++y) {
        QRgb* const line = image.line(y);
        for (int column = std::max(0, middle - reach); column < std::min(m_columns, middle + reach + 1);
             ++column) {
            const int across = std::abs(column - middle);
            const int down = std::abs(y - top);
            const bool stroke = across <= half && down <= half && std::abs(across - down) <= thick;
            line[column] = stroke ? m_failed : m_background;
        }
    }
}

void LaneRaster::paintHolders(const PixelRows& image, Row row,
                              const std::vector<analysis::HolderRecord>& records, int lanes) const
{
    const double step = static_cast<double>(row.height) / std::max(lanes, 1);
    const QColor background = QColor::fromRgb(m_background);
    const QColor computing = QColor::fromRgb(m_strips.front().pixels.front());
    for (const analysis::HolderRecord& record : records) {
        const int top = row.top + static_cast<int>(std::lround(record.row * step));
        const int bottom =
            std::max(top + 1, row.top + static_cast<int>(std::lround((record.row + 1) * step)));
        // Never so faint that a short hold disappears.
        const QRgb color =
            mixed(background, computing, 0.35 + 0.65 * static_cast<double>(record.share)).rgb();
        for (int y = top; y < std::min(bottom, row.top + row.height); ++y)
            std::fill_n(image.line(y) + record.x, record.width, color);
    }
}

} // namespace overlap::charts
