// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline.h"

#include <set>
#include <string>
#include <vector>

namespace overlap::analysis {

enum class LaneOrder {
    recorded,
    name,       ///< as people count: "worker 2" before "worker 10"
    busy,       ///< who was active longest first
    firstStart, ///< who was active first first
};

enum class LaneGrouping {
    worker, ///< as they are
    task,   ///< a row per item; see TaskRows
    stage,  ///< lanes of one stage together under its name
};

/// How somebody wants to see the lanes of a band. Lanes go by their names, so that a choice holds for the
/// next run of the same strategy.
struct LaneChoices
{
    LaneOrder order = LaneOrder::recorded;
    LaneGrouping grouping = LaneGrouping::worker;
    std::set<std::string> hidden = {};
    std::set<std::string> pinned = {}; ///< to the top, workers only

    bool operator==(const LaneChoices&) const = default;
};

inline constexpr int noStage = -1;       ///< no task yet
inline constexpr int severalStages = -2; ///< such as the workers of a pool

struct ArrangedLane
{
    int lane = 0; ///< of the timeline
    bool pinned = false;
    int stage = noStage; ///< only where lanes are grouped by stage

    bool operator==(const ArrangedLane&) const = default;
};

/// The workers in the order in which they are to be drawn, without the hidden ones: the pinned first, then by
/// stage where that is chosen (several stages last), then by the chosen order. Equals keep the order in which
/// they were recorded. O(lanes × log lanes); by busy time, and by stage, O(spans).
std::vector<ArrangedLane> arrange(const core::Timeline& timeline, const LaneChoices& choices);

/// Digits count as numbers.
bool comesBefore(const std::string& name, const std::string& other);

/// One lane per line, for tests and for looking at: "worker 2 pinned", "cutter 1 stage 0".
std::string describe(const core::Timeline& timeline, const std::vector<ArrangedLane>& lanes);

} // namespace overlap::analysis
