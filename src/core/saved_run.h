// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"
#include "core/strategy.h"
#include "core/timeline.h"
#include "core/value.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace overlap::core {

/// One strategy's run as a file keeps it; of a trace that another program wrote, one of its processes.
struct SavedBand
{
    Strategy strategy;                        ///< of a process of another program, its name alone
    std::string point;                        ///< of a sweep over the work, "seconds = 0.5"; else empty
    double startupSeconds = 0;                ///< as measured; lanes may have begun later
    bool stopped = false;                     ///< not all of its tasks were let end
    std::shared_ptr<const Timeline> timeline; ///< never null; ended
};

/// Lanes of a run with the names that belong to them, outside any experiment that could run now: what is
/// written to a timeline file or a trace and comes back from there.
struct SavedRun
{
    std::string title;               ///< of the experiment, or the name of the file
    std::string program;             ///< that recorded it: "Overlap 0.1.0"; empty: unknown
    Value experiment;                ///< as experimentToValue() writes it, or null
    Value environment;               ///< as Environment::toValue() writes it, or null
    std::vector<std::string> items;  ///< labels from item 0 on, as far as they are known
    std::vector<std::string> stages; ///< names from stage 0 on, as far as they are known
    std::vector<SavedBand> bands;
    std::vector<Message> notices; ///< what of the file the lanes do not show; not saved
};

/// Labels are kept of so many items and no more, and of each so many characters: a file is for lanes.
inline constexpr std::size_t mostSavedLabels = 100'000;
inline constexpr std::size_t longestSavedName = 200;
/// Times of a file lie within ± this, some thirty years, so that sums and differences stay within 64 bits.
inline constexpr Nanoseconds farthestSavedTime = 1'000'000'000'000'000'000;
/// LaneIndex has no more; noLane is none of them.
inline constexpr std::size_t mostSavedLanes = noLane;

/// How much the description says that there is of a lane or a track, and of the tasks of a band; the records
/// themselves stand elsewhere.
struct SavedCounts
{
    struct Band
    {
        std::vector<std::uint64_t> spans;  ///< by lane
        std::vector<std::uint64_t> points; ///< by track
        std::uint64_t tasks = 0;
    };
    std::vector<Band> bands;
};

/// Everything but spans, points and tasks, of which it has the numbers: {"schema":"overlap.timeline/1", …}.
Value savedRunToValue(const SavedRun& run);

/// Reads it back: bands with all their lanes and tracks, which are still empty. The timelines may be written
/// through `timelines`, one for each band. Throws Error with a JSON pointer for the place. Names come out
/// printable.
SavedRun savedRunFromValue(const Value& value, SavedCounts& counts,
                           std::vector<std::shared_ptr<Timeline>>& timelines);

inline constexpr std::string_view savedRunSchema = "overlap.timeline/1";

} // namespace overlap::core
