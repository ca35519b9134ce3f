// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/gantt_scene.h"
#include "charts/painted_layer.h"
#include "charts/theme.h"

#include <QRectF>
#include <QStringList>
#include <memory>
#include <optional>

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

    double toWidget(double contentY) const { return rowsArea.top() + contentY - scroll; }
    double maximumScroll() const;
};

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
