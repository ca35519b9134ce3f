// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline.h"

#include <string>

namespace overlap::testing {

/// A timeline as lines of text, for comparison with what a person would write down:
///   worker 1: 0-100 computing 0/0, 100-250 waiting 0/0 failed
///   task 0/0 worker 1 0-250 failed
///   end 300
inline std::string timelineText(const core::Timeline& timeline)
{
    std::string text;
    for (const core::Lane& lane : timeline.lanes) {
        text += lane.name + ":";
        for (const core::Span& span : lane.spans) {
            text += (&span == &lane.spans.front() ? " " : ", ") + std::to_string(span.begin) + "-" +
                    std::to_string(span.end) + " " + std::string(core::stateName(span.state));
            if (span.item != core::noItem)
                text += " " + std::to_string(span.item) + "/" + std::to_string(span.stage);
            if (span.waker != core::noLane)
                text += " woken by " + std::to_string(span.waker);
            text += span.flags & core::spanFailed ? " failed" : "";
            text += span.flags & core::spanCancelled ? " cancelled" : "";
            text += span.flags & core::spanKilled ? " killed" : "";
            text += span.flags & core::spanLost ? " lost" : "";
            text += span.flags & core::spanOpen ? " open" : "";
        }
        text += "\n";
    }
    for (const core::TaskRow& task : timeline.tasks) {
        text += "task " + std::to_string(task.item) + "/" + std::to_string(task.stage) + " " +
                timeline.lanes[task.lane].name + " " + std::to_string(task.begin) + "-" +
                std::to_string(task.end) +
                (task.status == core::TaskStatus::done        ? " done"
                 : task.status == core::TaskStatus::failed    ? " failed"
                 : task.status == core::TaskStatus::cancelled ? " cancelled"
                                                              : " ?") +
                "\n";
    }
    return text + (timeline.ended ? "end " : "now ") + std::to_string(timeline.end) + "\n";
}

} // namespace overlap::testing
