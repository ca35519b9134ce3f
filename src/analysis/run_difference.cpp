// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/run_difference.h"

#include <algorithm>
#include <tuple>

namespace overlap::analysis {

namespace {

auto nameOf(const core::TaskRow& task)
{
    return std::pair(task.item, task.stage);
}

std::vector<const core::TaskRow*> sorted(const core::Timeline& timeline)
{
    std::vector<const core::TaskRow*> tasks;
    tasks.reserve(timeline.tasks.size());
    for (const core::TaskRow& task : timeline.tasks)
        tasks.push_back(&task);
    std::ranges::sort(tasks, {}, [](const core::TaskRow* task) {
        return std::tuple(task->item, task->stage, task->begin, task->end);
    });
    return tasks;
}

} // namespace

const TaskDifference* RunDifference::find(core::ItemIndex item, core::StageIndex stage) const
{
    const auto found =
        std::ranges::lower_bound(tasks, std::pair(item, stage), {},
                                 [](const TaskDifference& task) { return std::pair(task.item, task.stage); });
    return found != tasks.end() && found->item == item && found->stage == stage ? &*found : nullptr;
}

RunDifference differenceOf(const core::Timeline& here, const core::Timeline& there)
{
    RunDifference difference;
    const auto own = sorted(here);
    const auto others = sorted(there);
    auto other = others.begin();
    for (const core::TaskRow* const task : own) {
        for (; other != others.end() && nameOf(**other) < nameOf(*task); ++other)
            ++difference.onlyThere;
        if (other == others.end() || nameOf(**other) != nameOf(*task)) {
            ++difference.onlyHere;
            continue;
        }
        difference.tasks.push_back({task->item, task->stage, task->begin, task->end, (*other)->lane,
                                    (*other)->begin, (*other)->end});
        ++other;
    }
    difference.onlyThere += static_cast<std::size_t>(others.end() - other);
    return difference;
}

} // namespace overlap::analysis
