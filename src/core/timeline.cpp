// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline.h"

namespace overlap::core {

std::string_view laneKindName(LaneKind kind)
{
    static constexpr std::array<std::string_view, 6> names{"worker", "feeder", "collector",
                                                           "holder", "slot",   "track"};
    return names[static_cast<std::size_t>(kind)];
}

std::uint64_t Timeline::lostRecords() const
{
    std::uint64_t sum = 0;
    for (const Lane& lane : lanes)
        sum += lane.lostRecords;
    for (const Track& track : tracks)
        sum += track.lostRecords;
    return sum;
}

void indexSpans(Timeline& timeline)
{
    for (Lane& lane : timeline.lanes) {
        const auto key = lane.kind == LaneKind::holder ? SpanIndex::Key::waker : SpanIndex::Key::state;
        if (lane.index.key() != key)
            lane.index = SpanIndex(key);
        const std::size_t open = timeline.ended || lane.spans.empty() ? 0 : 1;
        lane.index.extend(lane.spans, lane.spans.size() - open);
    }
}

} // namespace overlap::core
