// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/item_flow.h"

#include <algorithm>

namespace overlap::analysis {

using core::LaneKind;
using core::State;

bool tellsOfWays(const core::Timeline& timeline, const core::Lane& lane)
{
    if (lane.kind == LaneKind::holder)
        return false;
    return lane.kind != LaneKind::worker || std::ranges::none_of(timeline.lanes, [](const core::Lane& other) {
               return other.kind == LaneKind::slot;
           });
}

std::vector<FlowStep> flowOf(const core::Timeline& timeline, core::ItemIndex item)
{
    std::vector<FlowStep> steps;
    if (item == core::noItem)
        return steps;
    for (std::size_t i = 0; i < timeline.lanes.size(); ++i) {
        const core::Lane& lane = timeline.lanes[i];
        if (!tellsOfWays(timeline, lane))
            continue;
        bool follows = false;
        for (const core::Span& span : lane.spans) {
            if (span.item != item) {
                // Between two stages on one lane there is a moment of `dispatch` that belongs to nobody.
                follows = follows && span.item == core::noItem &&
                          (span.state == State::dispatch || span.state == State::queueFull);
                if (follows && span.state == State::queueFull)
                    steps.back().blocked += span.duration();
                continue;
            }
            if (!follows || steps.back().stage != span.stage)
                steps.push_back(
                    {static_cast<core::LaneIndex>(i), span.stage, span.begin, span.end, 0, false});
            follows = true;
            FlowStep& step = steps.back();
            step.end = span.end;
            step.open = (span.flags & core::spanOpen) != 0;
        }
    }
    std::ranges::stable_sort(steps, {}, &FlowStep::begin);
    return steps;
}

} // namespace overlap::analysis
