// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fuzz_checks.h"
#include "support/saved_runs.h"
#include "support/temp_folder.h"
#include "support/timeline_laws.h"

#include <string>

namespace overlap::fuzz {

/// What holds of every run that was read, whoever wrote it: no other part of the program looks again.
inline void checkRun(const core::SavedRun& run)
{
    checkSentence(run.title.empty() ? "none" : run.title);
    for (const core::SavedBand& band : run.bands) {
        const core::Timeline& timeline = *band.timeline;
        OVERLAP_FUZZ_CHECK(timeline.ended && timeline.start <= timeline.end);
        for (const core::Lane& lane : timeline.lanes) {
            OVERLAP_FUZZ_CHECK(lane.kind != core::LaneKind::track);
            core::Nanoseconds last = -core::farthestSavedTime;
            for (const core::Span& span : lane.spans) {
                OVERLAP_FUZZ_CHECK(span.begin >= last && span.end >= span.begin);
                OVERLAP_FUZZ_CHECK(span.waker == core::noLane || span.waker < timeline.lanes.size());
                last = span.end;
            }
            OVERLAP_FUZZ_CHECK(last <= core::farthestSavedTime);
        }
        core::Nanoseconds last = -core::farthestSavedTime;
        for (const core::TaskRow& task : timeline.tasks) {
            OVERLAP_FUZZ_CHECK(task.lane < timeline.lanes.size());
            OVERLAP_FUZZ_CHECK(task.begin <= task.end && last <= task.end);
            last = task.end;
        }
        for (const core::Track& track : timeline.tracks) {
            for (std::size_t i = 1; i < track.points.size(); ++i)
                OVERLAP_FUZZ_CHECK(track.points[i - 1].time <= track.points[i].time);
        }
    }
}

/// What a writer makes.
template <class Write> // void(const std::filesystem::path&)
std::string writtenBytes(Write write)
{
    const testing::TempFolder folder;
    write(folder / "run");
    return testing::bytesOf(folder / "run");
}

/// Written and read back a run has the same lanes. Names that had to be escaped and cut may be cut once more,
/// and then stay as they are.
template <class Again> // std::optional<core::SavedRun>(const core::SavedRun&)
void checkRoundTrip(const core::SavedRun& run, Again again)
{
    const auto second = again(run);
    OVERLAP_FUZZ_CHECK(second.has_value());
    OVERLAP_FUZZ_CHECK(second->bands.size() == run.bands.size());
    for (std::size_t i = 0; i < run.bands.size(); ++i) {
        const core::Timeline& one = *run.bands[i].timeline;
        const core::Timeline& other = *second->bands[i].timeline;
        OVERLAP_FUZZ_CHECK(one.tasks == other.tasks);
        OVERLAP_FUZZ_CHECK(one.lanes.size() == other.lanes.size());
        for (std::size_t lane = 0; lane < one.lanes.size(); ++lane)
            OVERLAP_FUZZ_CHECK(one.lanes[lane].spans == other.lanes[lane].spans);
    }
    const auto third = again(*second);
    OVERLAP_FUZZ_CHECK(third.has_value());
    OVERLAP_FUZZ_CHECK(testing::difference(*second, *third).empty());
}

} // namespace overlap::fuzz
