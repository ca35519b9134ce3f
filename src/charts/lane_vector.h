// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/folding.h"
#include "charts/theme.h"

#include <QRectF>

class QPainter;

namespace overlap::charts {

/// The same pictures as LaneRaster for SVG and PDF: real rectangles, one path per state and lane, so that
/// files stay small. Nothing leaves `lane`, because Qt's SVG writer does not clip. The columns of the records
/// span its width.
void paintLaneVector(QPainter& painter, const QRectF& lane, const analysis::FoldedLane& folded, int columns,
                     const Theme& theme);
void paintHoldersVector(QPainter& painter, const QRectF& lane,
                        const std::vector<analysis::HolderRecord>& records, int rows, int columns,
                        const Theme& theme);

} // namespace overlap::charts
