// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/painted_layer.h"
#include "charts/timings_scene.h"

#include <memory>

namespace overlap::charts {

/// The picture of the timings, as GanttPlot is of the lanes: shown by TimingsChart, painted on slides by the
/// export.
class TimingsPlot
{
public:
    explicit TimingsPlot(QWidget* parent = nullptr);
    ~TimingsPlot();
    TimingsPlot(const TimingsPlot&) = delete;
    TimingsPlot& operator=(const TimingsPlot&) = delete;

    QCustomPlot* widget() const { return m_plot; }
    void setContent(TimingsContent content) { m_content = std::move(content); }
    const TimingsContent& content() const { return m_content; }
    void setTheme(const Theme& theme);
    const Theme& theme() const { return m_theme; }
    void setSlide(SlideFrame slide) { m_slide = std::move(slide); }
    void setEmptyHint(const QString& hint) { m_emptyHint = hint; }

    void compose(QSizeF size, double scroll);
    const TimingsScene& scene() const { return m_scene; }
    void replotQueued();
    void setReadout(const QStringList& lines, QPointF pointer);
    const QStringList& readout() const { return m_readout; }

private:
    void paint(QCPPainter& painter) const;
    void paintHeader(QCPPainter& painter) const;
    void paintGrid(QCPPainter& painter) const;
    void paintRow(QCPPainter& painter, const TimingsRow& row) const;
    void paintBar(QCPPainter& painter, const TimingsRow& row, double y) const;
    void paintWhisker(QCPPainter& painter, const core::Interval& interval, double y) const;

    std::unique_ptr<QCustomPlot> m_owned;
    QCustomPlot* m_plot = nullptr;
    TimingsContent m_content;
    Theme m_theme;
    std::optional<SlideFrame> m_slide;
    QString m_emptyHint;
    TimingsScene m_scene;
    QStringList m_readout;
    QPointF m_pointer;
};

} // namespace overlap::charts
