// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/theme.h"
#include "core/timeline.h"

#include <QPointF>
#include <cstdint>
#include <optional>
#include <vector>

class QPainter;

namespace overlap::charts {

/// Bits by core::State.
using StateSet = std::uint32_t;

constexpr StateSet stateBit(core::State state)
{
    return StateSet{1} << static_cast<unsigned>(state);
}

/// How tasks and lanes can end that the lanes mark with a notch; joins the states in a StateSet.
constexpr StateSet failedBit = StateSet{1} << core::stateCount;
constexpr StateSet cancelledBit = StateSet{1} << (core::stateCount + 1);
constexpr StateSet killedBit = StateSet{1} << (core::stateCount + 2);
static_assert(core::stateCount + 3 <= 32);

/// Which states can be seen: those that take at least a five-hundredth of some lane's time, idle apart, and
/// how tasks and lanes ended. What an executor spends between tasks on a quiet lane would explain a colour
/// that is nowhere in the picture. O(lanes) with the lanes' index, O(spans) without.
StateSet statesOf(const core::Timeline& timeline);

/// A row of swatches with their words, in the order of the states, then the notches. `place`
/// is the left end and the middle of the row. What does not fit before `right` is left out. Returns the right
/// end.
/// Where some are `dimmed` all entries are chips, and those that are dimmed are struck out.
double paintLegend(QPainter& painter, const QPointF& place, double right, StateSet states, const Theme& theme,
                   bool vectorized, StateSet dimmed = 0);

/// The same states in as many rows as they need between `left` and `right`.
std::vector<StateSet> legendRows(StateSet states, double left, double right, const Theme& theme);

/// Which entry of the legend that paintLegend() paints with the same arguments lies under a point.
std::optional<core::State> legendStateAt(const QPointF& point, const QPointF& place, double right,
                                         StateSet states, const Theme& theme);

/// The state of the legend's entry so many, from 0; nothing where there is none.
std::optional<core::State> legendState(StateSet states, int entry);

} // namespace overlap::charts
