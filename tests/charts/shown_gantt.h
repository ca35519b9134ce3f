// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/gantt_chart.h"
#include "charts/gantt_scene.h"
#include "session/time_window.h"
#include "synthetic_runs.h"

#include <QCoreApplication>
#include <QScrollBar>
#include <QWheelEvent>

namespace overlap::charts::testing {

/// A chart at the size of the drawn target, shown and painted.
struct ShownGantt
{
    GanttChart chart;
    QWidget* plot;
    QScrollBar* scrollBar;

    explicit ShownGantt(GanttContent content, QSize size = QSize(1036, 520))
    {
        chart.resize(size);
        chart.setTheme(makeTheme(palette(), ThemeKind::light));
        chart.setContent(std::move(content));
        chart.show();
        plot = chart.findChild<QWidget*>(QStringLiteral("ganttPlot"));
        scrollBar = chart.findChild<QScrollBar*>(QStringLiteral("ganttScrollBar"));
        QCoreApplication::processEvents();
    }

    /// The same numbers that the chart computes for itself.
    GanttScene scene() const
    {
        std::vector<bool> folded;
        for (const GanttBand& band : chart.content().bands)
            folded.push_back(band.folded);
        SceneInput input;
        input.content = &chart.content();
        input.theme = &chart.theme();
        input.size = plot->size();
        input.visible = chart.timeWindow()->visible();
        input.everything = chart.timeWindow()->everything();
        input.scroll = scrollBar->value();
        input.folded = &folded;
        return composeScene(input);
    }
    QPoint at(int band, int lane, double seconds) const
    {
        const GanttScene now = scene();
        return QPointF(now.axis.toPixel(core::fromSeconds(seconds)), now.laneRect(band, lane).center().y())
            .toPoint();
    }
    void wheel(QPoint place, int delta, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWheelEvent event(place, plot->mapToGlobal(place), QPoint(), QPoint(0, delta), Qt::NoButton,
                          modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(plot, &event);
    }
};

} // namespace overlap::charts::testing
