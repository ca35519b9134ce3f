// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/painted_layer.h"

namespace overlap::charts {

PaintedLayer::PaintedLayer(QCustomPlot* plot, const QString& layer, std::function<void(QCPPainter&)> paint)
    : QCPLayerable(plot, layer)
    , m_paint(std::move(paint))
{}

void PaintedLayer::applyDefaultAntialiasingHint(QCPPainter* painter) const
{
    painter->setAntialiasing(false);
}

void PaintedLayer::draw(QCPPainter* painter)
{
    m_paint(*painter);
}

QRect PaintedLayer::clipRect() const
{
    return mParentPlot->viewport();
}

} // namespace overlap::charts
