// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gantt_band.h"

#include "charts/chart_text.h"
#include "charts/lane_vector.h"
#include "charts/painted_layer.h"
#include "charts/pattern.h"

#include <QtConcurrentMap>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace overlap::charts {

using analysis::TimeAxis;
using core::LaneKind;
using core::Timeline;

namespace {

/// A task is named where it gets on, not where it is held up.
bool carriesLabel(const analysis::DrawRecord& record)
{
    return !record.folded() && record.item != core::noItem &&
           (record.state == core::State::computing || record.state == core::State::waiting);
}

/// Labels need this much of a lane's height, at scale 1.
constexpr double labelledHeight = 13;
constexpr double labelPadding = 8;

/// Rows of fewer spans are painted before another thread has begun.
constexpr std::size_t worthSharing = 20'000;

int workerCount(const Timeline& timeline)
{
    return static_cast<int>(
        std::count_if(timeline.lanes.begin(), timeline.lanes.end(),
                      [](const core::Lane& lane) { return lane.kind == LaneKind::worker; }));
}

} // namespace

void GanttPaintContext::prepareRaster(double devicePixelRatio, int columns)
{
    if (rasterRatio == devicePixelRatio && rasterColumns == columns && rasterGeneration == generation)
        return;
    raster.prepare(*theme, devicePixelRatio, columns);
    rasterRatio = devicePixelRatio;
    rasterColumns = columns;
    rasterGeneration = generation;
}

bool GanttBandPlottable::Key::isGrownFrom(const Key& before) const
{
    Key then = before;
    then.end = end;
    then.spans = spans;
    return !ended && then == *this && before.end <= end && before.spans <= spans;
}

GanttBandPlottable::GanttBandPlottable(QCPAxis* key, QCPAxis* value, GanttPaintContext& context, int band)
    : QCPAbstractPlottable(key, value)
    , m_context(context)
    , m_band(band)
{
    setAntialiased(false);
    setSelectable(QCP::stNone);
}

double GanttBandPlottable::selectTest(const QPointF&, bool, QVariant*) const
{
    return -1; // hit tests go through the scene, which knows lanes and spans
}

QCPRange GanttBandPlottable::getKeyRange(bool& found, QCP::SignDomain) const
{
    found = false;
    return {};
}

QCPRange GanttBandPlottable::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const
{
    found = false;
    return {};
}

void GanttBandPlottable::drawLegendIcon(QCPPainter*, const QRectF&) const {}

void GanttBandPlottable::draw(QCPPainter* painter)
{
    const GanttScene& scene = *m_context.scene;
    const QRectF area = scene.bandRect(m_band);
    if (area.bottom() < scene.lanes.top() || area.top() > scene.lanes.bottom())
        return;
    if (isVectorized(*painter))
        drawVector(painter);
    else
        drawRaster(painter);
    m_strips.paint(*painter, scene, m_band, *m_context.theme, m_context.generation);
    drawEdges(painter);
}

GanttBandPlottable::RowPlace GanttBandPlottable::rowPlace(int row, double ratio) const
{
    const QRectF lane = m_context.scene->laneRect(m_band, row);
    const int top = static_cast<int>(std::lround(lane.top() * ratio));
    const int bottom = static_cast<int>(std::lround(lane.bottom() * ratio));
    return {top, std::max(1, bottom - top)};
}

/// A thread that has not started yet.
bool GanttBandPlottable::isEmpty(int row) const
{
    return !scene().folded && scene().rows[row].lane < 0 && scene().rows[row].kind != RowKind::allSlots;
}

/// The lane that says who holds a lock, where the row shows one; else -1.
int GanttBandPlottable::holderLane(int row) const
{
    const int lane = scene().folded ? -1 : scene().rows[row].lane;
    return lane >= 0 && scene().timeline->lanes[lane].kind == LaneKind::holder ? lane : -1;
}

void GanttBandPlottable::foldRow(int row, const TimeAxis& axis, bool grown,
                                 analysis::FoldedLane& folded) const
{
    const Timeline* const timeline = scene().timeline.get();
    const BandRow source = scene().folded ? BandRow{} : scene().rows[row];
    const int lane = source.lane;
    if (!timeline)
        folded.clear();
    else if (scene().folded)
        analysis::foldTogether(timeline->lanes, axis, folded);
    else if (source.kind == RowKind::allSlots)
        analysis::foldTogether(timeline->lanes, axis, folded, LaneKind::slot);
    else if (lane < 0)
        folded.clear();
    else if (grown)
        analysis::growLane(timeline->lanes[lane], axis, m_rows[row].lastBegin, folded);
    else
        analysis::foldLane(timeline->lanes[lane], axis, folded);
}

void GanttBandPlottable::drawRaster(QCPPainter* painter)
{
    const GanttScene& scene = *m_context.scene;
    const double ratio = painter->device()->devicePixelRatioF();
    const int left = static_cast<int>(std::lround(scene.lanes.left() * ratio));
    const int right = static_cast<int>(std::lround(scene.lanes.right() * ratio));
    const int columns = right - left;
    if (columns <= 0)
        return;
    m_context.prepareRaster(ratio, columns);
    const TimeAxis axis{scene.axis.begin, scene.axis.end, 0, static_cast<double>(columns)};

    Key key;
    key.axis = axis;
    key.generation = m_context.generation;
    key.ratio = ratio;
    const int rows = static_cast<int>(scene.layout.bands[m_band].lanes.size());
    while (key.firstRow < rows && scene.laneRect(m_band, key.firstRow).bottom() <= scene.lanes.top())
        ++key.firstRow;
    key.lastRow = key.firstRow;
    while (key.lastRow < rows && scene.laneRect(m_band, key.lastRow).top() < scene.lanes.bottom())
        ++key.lastRow;
    if (key.firstRow == key.lastRow)
        return;
    key.height = scene.layout.bands[m_band].lanesBottom - scene.layout.bands[m_band].top;
    const double top = scene.laneRect(m_band, key.firstRow).top() * ratio;
    key.fraction = top - std::floor(top);
    key.folded = this->scene().folded;
    if (const Timeline* const timeline = this->scene().timeline.get()) {
        key.timeline = timeline;
        key.end = timeline->end;
        key.ended = timeline->ended;
        key.lanes = timeline->lanes.size();
        for (const core::Lane& lane : timeline->lanes)
            key.spans += lane.spans.size();
    }
    if (!(key == m_key) || m_image.isNull()) {
        renderImage(key, axis);
        m_key = key;
        if (key.ended)
            m_rows.clear(); // it will not grow again
    }

    const int imageTop = rowPlace(key.firstRow, ratio).top;
    painter->save();
    // In device pixels the image goes to the screen as it is.
    painter->scale(1 / ratio, 1 / ratio);
    for (int row = key.firstRow; row < key.lastRow; ++row) {
        const RowPlace place = rowPlace(row, ratio);
        painter->drawImage(QPoint(left, place.top), m_image,
                           QRect(0, place.top - imageTop, columns, place.height));
    }
    painter->restore();
}

void GanttBandPlottable::renderImage(const Key& key, const TimeAxis& deviceAxis)
{
    const double ratio = key.ratio;
    const RowPlace first = rowPlace(key.firstRow, ratio);
    const RowPlace last = rowPlace(key.lastRow - 1, ratio);
    const QSize size(deviceAxis.columns(), last.top + last.height - first.top);
    if (m_image.size() != size)
        m_image = QImage(size, QImage::Format_RGB32);
    m_image.setDevicePixelRatio(1);
    const int zero = static_cast<int>(std::lround(deviceAxis.toPixel(0)));
    const Timeline* const timeline = scene().timeline.get();
    const bool grown = key.isGrownFrom(m_key) && m_rows.size() == scene().rows.size() && !scene().folded &&
                       !scene().byTask; // what was done for an item comes from several lanes
    if (!grown)
        m_rows.assign(scene().rows.size(), {});

    const PixelRows pixels{reinterpret_cast<QRgb*>(m_image.bits()),
                           static_cast<int>(m_image.bytesPerLine() / 4)};
    const auto targetOf = [&](int row) {
        const RowPlace place = rowPlace(row, ratio);
        return LaneRaster::Row{place.top - first.top, place.height};
    };
    std::vector<int> rows(static_cast<std::size_t>(key.lastRow - key.firstRow));
    std::iota(rows.begin(), rows.end(), key.firstRow);
    const auto paintRow = [&](int row) {
        const LaneRaster::Row target = targetOf(row);
        if (!timeline || isEmpty(row)) {
            m_context.raster.clear(pixels, target);
            return;
        }
        if (const int lane = holderLane(row); lane >= 0) {
            const int workers = std::max(1, workerCount(*timeline));
            m_context.raster.clear(pixels, target);
            m_context.raster.paintHolders(
                pixels, target, analysis::foldHolders(timeline->lanes[lane], deviceAxis, workers), workers);
            return;
        }
        PaintedRow& painted = m_rows[row];
        foldRow(row, deviceAxis, grown, painted.folded);
        painted.changedFrom = clearChanged(pixels, target, row, deviceAxis, grown);
        m_context.raster.paint(pixels, target, painted.folded, zero, painted.changedFrom);
    };
    // Rows know nothing of each other. While a run computes on all cores the cores are its own.
    if (key.ended && key.spans > worthSharing)
        QtConcurrent::blockingMap(rows, paintRow);
    else
        std::ranges::for_each(rows, paintRow);

    for (const int row : rows) {
        if (!timeline || isEmpty(row) || holderLane(row) >= 0)
            continue;
        const LaneRaster::Row target = targetOf(row);
        if (band().predicted) {
            QPainter painter(&m_image);
            painter.fillRect(0, target.top, size.width(), target.height, veil());
        } else if (!scene().folded && target.height >= labelledHeight * m_context.theme->scale * ratio) {
            m_image.setDevicePixelRatio(ratio);
            QPainter painter(&m_image);
            drawLabels(painter, QRectF(0, target.top / ratio, size.width() / ratio, target.height / ratio),
                       m_rows[row].folded, 1 / ratio, m_rows[row].changedFrom);
            painter.end();
            m_image.setDevicePixelRatio(1);
        }
    }
}

/// Makes room for the records that are new or may look different than before, and returns the first of them.
std::size_t GanttBandPlottable::clearChanged(const PixelRows& pixels, LaneRaster::Row target, int row,
                                             const TimeAxis& axis, bool grown)
{
    // Rounding and folding look a few columns back, never further.
    constexpr double lookBack = 4;
    const int lane = scene().folded ? -1 : scene().rows[row].lane;
    core::Nanoseconds& lastBegin = m_rows[row].lastBegin;
    const double changed = grown && lastBegin > axis.begin ? axis.toPixel(lastBegin) - lookBack : 0;
    lastBegin = std::numeric_limits<core::Nanoseconds>::min();
    if (lane >= 0 && !scene().timeline->lanes[lane].spans.empty())
        lastBegin = scene().timeline->lanes[lane].spans.back().begin;

    const auto& records = m_rows[row].folded.records;
    const auto first = std::partition_point(records.begin(), records.end(), [&](const auto& record) {
        return record.x + record.width <= changed;
    });
    int from = std::clamp(static_cast<int>(changed), 0, axis.columns());
    if (first != records.end())
        from = std::min(from, first->x);
    m_context.raster.clear(pixels, target, from);
    return static_cast<std::size_t>(first - records.begin());
}

void GanttBandPlottable::drawVector(QCPPainter* painter)
{
    const GanttScene& scene = *m_context.scene;
    const Theme& theme = *m_context.theme;
    const int columns = static_cast<int>(std::lround(scene.lanes.width()));
    const TimeAxis axis{scene.axis.begin, scene.axis.end, 0, static_cast<double>(columns)};
    const Timeline* const timeline = this->scene().timeline.get();
    const int rows = static_cast<int>(scene.layout.bands[m_band].lanes.size());
    for (int row = 0; row < rows; ++row) {
        const QRectF lane = scene.laneRect(m_band, row);
        if (lane.bottom() > scene.lanes.bottom() || lane.top() < scene.lanes.top())
            continue;
        painter->fillRect(lane, theme.roles.emptyLane);
        if (!timeline || isEmpty(row))
            continue;
        if (const int index = holderLane(row); index >= 0) {
            const int workers = std::max(1, workerCount(*timeline));
            paintHoldersVector(*painter, lane, analysis::foldHolders(timeline->lanes[index], axis, workers),
                               workers, columns, theme);
            continue;
        }
        analysis::FoldedLane folded;
        foldRow(row, axis, false, folded);
        paintLaneVector(*painter, lane, folded, columns, theme);
        if (band().predicted)
            painter->fillRect(lane, veil());
        else if (!this->scene().folded && lane.height() >= labelledHeight * theme.scale)
            drawLabels(*painter, lane, folded, lane.width() / columns);
    }
}

/// What lies over a simulated lane, so that nobody takes it for a measured one.
QColor GanttBandPlottable::veil() const
{
    QColor color = m_context.theme->roles.emptyLane;
    color.setAlphaF(0.6F);
    return color;
}

/// Names of tasks inside the spans where they fit, once per task.
void GanttBandPlottable::drawLabels(QPainter& painter, const QRectF& lane, const analysis::FoldedLane& folded,
                                    double columnWidth, std::size_t firstRecord) const
{
    if (!m_context.content->itemLabel)
        return;
    const Theme& theme = *m_context.theme;
    const QFont font = theme.font(TextRole::span);
    const double padding = theme.px(labelPadding);
    core::ItemIndex labelled = core::noItem;
    for (std::size_t i = 0; i < folded.records.size(); ++i) {
        const analysis::DrawRecord& record = folded.records[i];
        const double width = record.width * columnWidth;
        if (!carriesLabel(record) || (m_context.dimmed & stateBit(record.state)) != 0 ||
            record.item == labelled || width < theme.px(28))
            continue;
        const QString text = m_context.content->itemLabel(record.item);
        const double needed = text.isEmpty() ? width : textWidth(text, font);
        if (needed + 2 * padding > width)
            continue;
        labelled = record.item;
        if (i < firstRecord)
            continue;
        const double x = lane.left() + record.x * columnWidth;
        paintPlate(painter, QRectF(x + padding / 2, lane.top(), needed + padding, lane.height()),
                   record.state, theme);
        paintText(painter, {x + padding, lane.center().y()}, Anchor::left, text, font, theme.roles.onState);
    }
}

/// The band's own now-line while it runs, its finish line after, and where the forecast saw its finish.
void GanttBandPlottable::drawEdges(QCPPainter* painter) const
{
    const Timeline* const timeline = scene().timeline.get();
    const RoleColors& roles = m_context.theme->roles;
    if (band().forecastSeconds && !band().predicted)
        drawEdge(painter, core::fromSeconds(*band().forecastSeconds), QBrush(roles.text, Qt::Dense4Pattern));
    if (!timeline || (band().waiting && !band().predicted) || (!band().running && !timeline->ended))
        return;
    drawEdge(painter, timeline->end,
             band().running                          ? roles.accent
             : band().unfinished || band().predicted ? roles.secondary
                                                     : roles.finished);
}

void GanttBandPlottable::drawEdge(QCPPainter* painter, core::Nanoseconds time, const QBrush& brush) const
{
    const GanttScene& scene = *m_context.scene;
    const double x = scene.axis.toPixel(time);
    const double width = m_context.theme->px(2);
    const double top = scene.toWidget(scene.layout.bands[m_band].top) - m_context.theme->px(2);
    const analysis::BandPlace& place = scene.layout.bands[m_band];
    double lowest = place.lanesBottom;
    for (const analysis::LanePlace& strip : place.strips)
        lowest = std::max(lowest, strip.top + strip.height);
    const double bottom = scene.toWidget(lowest);
    const QRectF viewport = scene.lanes.adjusted(0, -m_context.theme->px(2), 0, 0);
    const QRectF line = QRectF(std::round(x) - width / 2, top, width, bottom - top) & viewport;
    if (x < scene.lanes.left() - 0.5 || x > scene.lanes.right() + 0.5 || line.isEmpty())
        return;
    painter->fillRect(line, brush);
}

} // namespace overlap::charts
