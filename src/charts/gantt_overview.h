// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/gantt_scene.h"

#include <QImage>
#include <vector>

class QPainter;

namespace overlap::charts {

/// The whole trace folded small under the lanes, a row for each band that keeps the shares of its states, and
/// over it a brush: what the lanes show. A row is painted anew when its band has grown by some pixels, not at
/// every tick.
class GanttOverview
{
public:
    /// Everything is new: other bands, other colours.
    void reset() { m_rows.clear(); }
    void paint(QPainter& painter, const GanttContent& content, const GanttScene& scene, const Theme& theme);

private:
    struct Row
    {
        analysis::TimeAxis axis;
        const core::Timeline* timeline = nullptr;
        core::Nanoseconds end = 0;
        bool ended = false;
        QImage image;
    };

    bool isCurrent(const Row& row, const core::Timeline& timeline, const analysis::TimeAxis& axis,
                   QSize size) const;

    std::vector<Row> m_rows; ///< by band
};

/// How high the strip is for so many bands, in pixels at scale 1.
double overviewHeight(std::size_t bands);

} // namespace overlap::charts
