// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/timings_scene.h"

class QPainter;

namespace overlap::charts {

// The single runs behind the bars. They stand apart from the bars because they answer another question: not
// how long it takes, but how much that can be believed.

/// The dots of a strategy's measured runs, in the order of the blocks; none below two runs, where the bar
/// says it all. Warm-up runs are no measurement and have none.
std::vector<RunDot> dotsOf(const core::StrategyReport& strategy, bool cold);

/// Where a dot stands in the widget. A run far beyond the axis stands at its end, as an arrow.
QPointF dotPlace(const TimingsScene& scene, const TimingsRow& row, const RunDot& dot);
bool beyondAxis(const TimingsScene& scene, const RunDot& dot);

/// The dot under a point within a few pixels; null where there is none.
const RunDot* dotAt(const TimingsScene& scene, const TimingsRow& row, const QPointF& point);

/// The costs beside the times: peak memory, where it is known, and the tail of the latency: the 95th
/// percentile where there are items enough, else the slowest.
QStringList costLines(std::int64_t peakMemoryBytes, const std::optional<core::Latency>& latency);

/// Block, order, time, costs, what is unusual about it, and what disturbed it, in words.
QStringList runReadout(const core::StrategyReport& strategy, const TimingsRow& row, const RunDot& dot);

/// "others kept 1.3 cores busy"
QString disturbanceText(const core::Disturbance& disturbance);

void paintDots(QPainter& painter, const TimingsScene& scene, const TimingsRow& row, const Theme& theme);

/// What the marks that occur mean, in words.
std::vector<QString> dotKey(const TimingsScene& scene);

/// The same beside their marks in a row from `place` to `right`; what has no room is left out.
void paintDotKey(QPainter& painter, const QPointF& place, double right, const TimingsScene& scene,
                 const Theme& theme);

} // namespace overlap::charts
