// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/crossover_content.h"
#include "charts/gantt_content.h"
#include "charts/latencies_chart.h"
#include "charts/ledger_chart.h"
#include "charts/palette.h"
#include "charts/scaling_chart.h"
#include "charts/timings_chart.h"

#include <QByteArray>
#include <QSize>
#include <filesystem>
#include <memory>
#include <variant>

class QMimeData;

namespace overlap::charts {

// Charts for slides: paper theme, 1920 × 1080, the finding as title, no chrome of the window. The window
// thread of a QApplication; the offscreen platform suffices.

enum class ChartKind { gantt, timings, ledger, latencies, scaling };
enum class ImageFormat { png, svg, pdf };

inline constexpr QSize slideSize{1920, 1080};

struct Slide
{
    std::variant<GanttContent, TimingsContent, LedgerContent, LatenciesContent, ScalingContent,
                 CrossoverContent>
        content;
    QString finding; ///< the title; empty: the content's own
    QString caption; ///< n, interval, machine, date
};

/// By the ending of the name: png, svg or pdf. Throws core::Error otherwise.
ImageFormat imageFormatOf(const std::filesystem::path& path);

QByteArray renderSlide(const Slide& slide, const Palette& palette, ImageFormat format);

/// Whole or not at all. Throws core::Error with a sentence that names the path.
void saveSlide(const Slide& slide, const Palette& palette, const std::filesystem::path& path);

/// For the clipboard and for dragging: image, image/svg+xml, text/csv.
std::unique_ptr<QMimeData> slideMimeData(const Slide& slide, const Palette& palette);

/// The numbers behind the chart, one line per strategy. RFC 4180; English column names.
QByteArray slideCsv(const Slide& slide);

} // namespace overlap::charts
