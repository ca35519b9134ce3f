// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline.h"

#include <vector>

namespace overlap::analysis {

/// One task, which is a stage of an item, in two runs. Times from t = 0 of each.
struct TaskDifference
{
    core::ItemIndex item = 0;
    core::StageIndex stage = 0;
    core::Nanoseconds begin = 0;
    core::Nanoseconds end = 0;
    core::LaneIndex otherLane = 0;
    core::Nanoseconds otherBegin = 0;
    core::Nanoseconds otherEnd = 0;

    /// Positive where it began later than in the other run.
    core::Nanoseconds later() const { return begin - otherBegin; }
    /// Positive where it took longer.
    core::Nanoseconds longer() const { return (end - begin) - (otherEnd - otherBegin); }
    bool operator==(const TaskDifference&) const = default;
};

struct RunDifference
{
    std::vector<TaskDifference> tasks; ///< in both runs; by item, then by stage
    std::size_t onlyHere = 0;          ///< tasks without a match
    std::size_t onlyThere = 0;

    /// Null where it is not in both.
    const TaskDifference* find(core::ItemIndex item, core::StageIndex stage) const;
};

/// Matches tasks by item and stage; one that was done several times by the order of its begins.
/// O(n log n) in the tasks.
RunDifference differenceOf(const core::Timeline& here, const core::Timeline& there);

} // namespace overlap::analysis
