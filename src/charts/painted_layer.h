// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/qcp.h"

#include <functional>

namespace overlap::charts {

/// A free painting on a layer of the plot: labels, grid, readout. Being a layerable it takes part in replots
/// and in exports like everything else. `paint` gets the painter with the whole widget to paint on.
class PaintedLayer : public QCPLayerable
{
public:
    PaintedLayer(QCustomPlot* plot, const QString& layer, std::function<void(QCPPainter&)> paint);

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;
    QRect clipRect() const override;

private:
    std::function<void(QCPPainter&)> m_paint;
};

inline bool isVectorized(const QCPPainter& painter)
{
    return painter.modes().testFlag(QCPPainter::pmVectorized);
}

} // namespace overlap::charts
