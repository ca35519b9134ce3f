// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/crossover_content.h"
#include "charts/rows_plot.h"
#include "charts/scaling_scene.h"

#include <QStringList>

namespace overlap::charts {

/// A crossover in logical pixels of the widget. A value.
struct CrossoverScene : RowsScene
{
    struct Mark
    {
        QPointF place;
        std::optional<std::pair<double, double>> bar; ///< y of the interval's low and high end, in the plot
    };
    struct Band
    {
        QRectF area;
        QString label;
        double labelX = 0; ///< middle of the label, which stays within the plot
    };

    QString caption;
    QRectF plot; ///< between the axes
    ScalingAxis x;
    ScalingAxis y; ///< logarithmic: twice as fast is as far from equal as half as fast
    std::vector<ScalingTick> xTicks;
    std::vector<ScalingTick> yTicks;
    std::vector<Mark> marks; ///< by sample
    std::vector<Band> bands;
    double evenY = 0; ///< where both take the same time
};

CrossoverScene composeCrossover(const CrossoverContent& content, const Theme& theme, QSizeF size,
                                const SlideFrame* slide);

/// What is to be said of a sample, in words.
QStringList crossoverReadout(const CrossoverContent& content, std::size_t sample);

} // namespace overlap::charts
