// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/gantt_scene.h"
#include "charts/gantt_strip_painter.h"
#include "charts/lane_raster.h"
#include "charts/legend.h"
#include "charts/qcp.h"

#include <QImage>
#include <limits>

namespace overlap::charts {

/// What all bands of one chart share while they paint. The chart owns it.
struct GanttPaintContext
{
    const GanttContent* content = nullptr;
    const Theme* theme = nullptr;
    const GanttScene* scene = nullptr;
    StateSet dimmed = 0;          ///< states whose colours recede in `theme`: their spans carry no names
    std::uint64_t generation = 0; ///< counts changes of content, rows and theme
    LaneRaster raster;
    double rasterRatio = 0;
    int rasterColumns = 0;
    std::uint64_t rasterGeneration = 0;

    void prepareRaster(double devicePixelRatio, int columns);
};

/// The lanes of one strategy: one plottable per band, painted from folded records as columns of pixels, or as
/// real rectangles where the painter wants vectors. Keeps its last picture as long as nothing in it can have
/// changed.
class GanttBandPlottable : public QCPAbstractPlottable
{
public:
    GanttBandPlottable(QCPAxis* key, QCPAxis* value, GanttPaintContext& context, int band);

    double selectTest(const QPointF& position, bool onlySelectable,
                      QVariant* details = nullptr) const override;
    QCPRange getKeyRange(bool& found, QCP::SignDomain domain) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain domain, const QCPRange& keys) const override;

protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter* painter, const QRectF& rect) const override;

private:
    /// What a kept picture depends on.
    struct Key
    {
        analysis::TimeAxis axis;
        std::uint64_t generation = 0;
        double ratio = 0;
        int firstRow = 0;
        int lastRow = 0;
        double height = 0;   ///< of all lanes
        double fraction = 0; ///< of the lanes' top within a device pixel
        const void* timeline = nullptr;
        core::Nanoseconds end = 0;
        std::size_t lanes = 0;
        std::size_t spans = 0;
        bool ended = false;
        bool folded = false;
        bool operator==(const Key&) const = default;
        /// The same picture, only later.
        bool isGrownFrom(const Key& before) const;
    };
    struct RowPlace
    {
        int top = 0; ///< in device pixels of the widget
        int height = 1;
    };

    const GanttBand& band() const { return m_context.content->bands[m_band]; }
    const BandScene& scene() const { return m_context.scene->bands[m_band]; }
    RowPlace rowPlace(int row, double ratio) const;
    bool isEmpty(int row) const;
    int holderLane(int row) const;
    void foldRow(int row, const analysis::TimeAxis& axis, bool grown, analysis::FoldedLane& folded) const;
    void drawRaster(QCPPainter* painter);
    void renderImage(const Key& key, const analysis::TimeAxis& deviceAxis);
    std::size_t clearChanged(const PixelRows& pixels, LaneRaster::Row target, int row,
                             const analysis::TimeAxis& axis, bool grown);
    void drawVector(QCPPainter* painter);
    void drawLabels(QPainter& painter, const QRectF& lane, const analysis::FoldedLane& folded,
                    double columnWidth, std::size_t firstRecord = 0) const;
    QColor veil() const;
    void drawEdges(QCPPainter* painter) const;
    void drawEdge(QCPPainter* painter, core::Nanoseconds time, const QBrush& brush) const;

    GanttPaintContext& m_context;
    int m_band;
    GanttStripPainter m_strips;
    QImage m_image;
    Key m_key;
    /// What a row looked like when the image was painted, so that a growing run costs what is new.
    struct PaintedRow
    {
        analysis::FoldedLane folded;
        /// Where the last span began: nothing before it changes while a run grows.
        core::Nanoseconds lastBegin = std::numeric_limits<core::Nanoseconds>::min();
        std::size_t changedFrom = 0; ///< the first record that was painted anew
    };
    std::vector<PaintedRow> m_rows;
};

} // namespace overlap::charts
