// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline.h"

namespace overlap::core {

std::uint64_t Timeline::lostRecords() const
{
    std::uint64_t sum = 0;
    for (const Lane& lane : lanes)
        sum += lane.lostRecords;
    for (const Track& track : tracks)
        sum += track.lostRecords;
    return sum;
}

} // namespace overlap::core
