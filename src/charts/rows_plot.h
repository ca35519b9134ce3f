// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/gantt_scene.h"
#include "charts/painted_layer.h"
#include "charts/theme.h"

#include <QRectF>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <vector>

namespace overlap::charts {

/// What charts with one row per strategy have in common: the finding as the title, the method as its caption,
/// rows that scroll, a foot on slides. In logical pixels of the widget. A value.
struct RowsScene
{
    QSizeF size;
    double margin = 0;
    QStringList finding; ///< one line, or two where it must be
    double findingY = 0; ///< of the first line
    double lineHeight = 0;
    double captionY = 0;
    double footY = 0; ///< of a slide's caption; 0 without one
    QRectF rowsArea;  ///< the viewport of the rows
    double pitch = 0;
    double contentHeight = 0;
    double scroll = 0;
    /// A runtime's rows where there are several, in scrolled content coordinates.
    struct Group
    {
        core::Runtime runtime = core::Runtime::native;
        std::optional<double> hairline; ///< above it
        std::optional<double> header;   ///< middle of the line with its name and work
    };
    std::vector<Group> groups;

    double toWidget(double contentY) const { return rowsArea.top() + contentY - scroll; }
    double maximumScroll() const;

    /// The row under a point, or -1. A row knows its middle, `y`, in scrolled content coordinates.
    template <class Row>
    int rowAt(const std::vector<Row>& rows, const QPointF& point) const
    {
        if (point.y() < rowsArea.top() || point.y() >= rowsArea.bottom())
            return -1;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (std::abs(point.y() - toWidget(rows[i].y)) <= pitch / 2)
                return static_cast<int>(i);
        }
        return -1;
    }
};

/// Runtimes stand together, each in the order of the experiment, with a hairline between them and, unless it
/// is native code alone, under a line of their own; a row knows its `runtime`. The rows come as far apart as
/// fits, from `widest` down to `narrowest`, then they scroll; where there is room left, the rows' area ends
/// with them.
template <class Row>
void placeRows(RowsScene& scene, std::vector<Row>& rows, const Theme& theme, double widest, double narrowest,
               double scroll)
{
    const bool grouped =
        std::ranges::any_of(rows, [](const Row& row) { return row.runtime != core::Runtime::native; });
    const auto place = [&](double pitch) {
        scene.groups.clear();
        scene.pitch = pitch;
        double y = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (grouped && (i == 0 || rows[i].runtime != rows[i - 1].runtime)) {
                RowsScene::Group group{rows[i].runtime, {}, {}};
                if (i > 0) {
                    group.hairline = y + theme.px(5);
                    y += theme.px(10);
                }
                group.header = y + theme.px(8);
                y += theme.px(16);
                scene.groups.push_back(group);
            }
            rows[i].y = y + pitch / 2;
            y += pitch;
        }
        scene.contentHeight = y;
    };
    place(widest);
    for (double pitch = widest - 1; scene.contentHeight > scene.rowsArea.height() && pitch >= narrowest;
         --pitch)
        place(pitch);
    scene.scroll = std::clamp(scroll, 0.0, scene.maximumScroll());
    if (scene.contentHeight < scene.rowsArea.height())
        scene.rowsArea.setBottom(scene.rowsArea.top() + scene.contentHeight);
}

/// Places title and caption; returns the height that a slide's foot takes at the bottom.
double placeTitle(RowsScene& scene, const QString& finding, const QString& caption, const Theme& theme,
                  QSizeF size, const SlideFrame* slide);

/// The picture of such a chart, as GanttPlot is of the lanes: shown by a RowsChart, painted on slides by the
/// export.
class RowsPlot
{
public:
    virtual ~RowsPlot();
    RowsPlot(const RowsPlot&) = delete;
    RowsPlot& operator=(const RowsPlot&) = delete;

    QCustomPlot* widget() const { return m_plot; }
    void setTheme(const Theme& theme);
    const Theme& theme() const { return m_theme; }
    void setSlide(SlideFrame slide) { m_slide = std::move(slide); }
    void setEmptyHint(const QString& hint) { m_emptyHint = hint; }

    virtual void compose(QSizeF size, double scroll) = 0;
    virtual const RowsScene& rows() const = 0;
    /// What is to be said of a point, in words; empty where there is nothing.
    virtual QStringList readoutAt(const QPointF& point) const = 0;
    /// The whole chart in sentences.
    virtual QString summary() const = 0;
    virtual QString finding() const = 0;

    void replotQueued();
    void setReadout(const QStringList& lines, QPointF pointer);
    const QStringList& readout() const { return m_readout; }

protected:
    /// The plot widget becomes a child of `parent`, if there is one; else it belongs to this object.
    RowsPlot(QWidget* parent, const QString& objectName);
    virtual void paint(QCPPainter& painter) const = 0;
    const SlideFrame* slide() const { return m_slide ? &*m_slide : nullptr; }
    void paintTitle(QCPPainter& painter, const QString& caption) const;
    void paintEmptyHint(QCPPainter& painter) const;
    void paintGroups(QCPPainter& painter, const QString (&names)[2], const QString (&works)[2]) const;

    Theme m_theme;

private:
    std::unique_ptr<QCustomPlot> m_owned;
    QCustomPlot* m_plot = nullptr;
    std::optional<SlideFrame> m_slide;
    QString m_emptyHint;
    QStringList m_readout;
    QPointF m_pointer;
};

} // namespace overlap::charts
