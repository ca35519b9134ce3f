// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/gantt_scene.h"
#include "charts/qcp.h"

#include <QImage>
#include <vector>

namespace overlap::charts {

/// The strips of one band. Keeps its last pictures as long as nothing in them can have changed.
class GanttStripPainter
{
public:
    /// `generation` counts changes of content and theme.
    void paint(QCPPainter& painter, const GanttScene& scene, int band, const Theme& theme,
               std::uint64_t generation);

private:
    struct Key
    {
        analysis::TimeAxis axis;
        std::uint64_t generation = 0;
        double ratio = 0;
        int height = 0;
        const core::Track* track = nullptr;
        std::size_t points = 0;
        analysis::TimeInterval lived{0, 0};
        std::int64_t scale = 0;
        bool operator==(const Key&) const = default;
    };
    struct Kept
    {
        Key key;
        QImage image;
    };
    void paintRaster(QCPPainter& painter, const GanttScene& scene, const QRectF& place,
                     const BandStrip& strip, const Theme& theme, std::uint64_t generation, Kept& kept);

    std::vector<Kept> m_kept; ///< by strip
};

} // namespace overlap::charts
