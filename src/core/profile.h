// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/time.h"
#include "core/value.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace overlap::core {

/// What a task needs while one thing lasts.
enum class Need : std::uint8_t {
    computing, ///< a core, and an interpreter's lock where there is one
    native,    ///< a core, and no lock
    waiting,   ///< time alone: a simulated wait or an answer from the network
    blocking,  ///< time, and the thread that waits: an event loop stands still meanwhile
    permit,    ///< one of so many permits, from here to the end of the task
};

inline constexpr std::array<std::string_view, 5> needNames{"computing", "native", "waiting", "blocking",
                                                           "permit"};

struct Segment
{
    Need need = Need::computing;
    /// Nanoseconds; of a permit how many there are, for all tasks together: permits are told apart by their
    /// number. At least 0, of a permit 1.
    std::int64_t amount = 0;
    bool operator==(const Segment&) const = default;
};

/// One stage of one item, as it would go on a machine with nothing else to do.
struct TaskProfile
{
    std::vector<Segment> segments;
    bool operator==(const TaskProfile&) const = default;
};

struct ItemProfile
{
    std::vector<TaskProfile> tasks; ///< by stage; fewer than there are stages where one of them failed
    std::int64_t bytesThere = 0; ///< that travel to a worker process with the item, and back with its result
    std::int64_t bytesBack = 0;
    bool operator==(const ItemProfile&) const = default;
};

/// What a piece of work consists of, whoever does it: measured once, it tells what another strategy makes of
/// it.
struct WorkProfile
{
    static constexpr std::size_t mostItems = 10'000;

    Runtime runtime = Runtime::native;
    std::string strategy;            ///< text of the strategy that it was measured under
    std::vector<std::string> stages; ///< English, context "Workloads"
    std::size_t items = 0;           ///< of the whole work
    std::vector<ItemProfile> sample; ///< all items, or every so-manieth where there are more than mostItems

    /// Precondition: index < items, and there is a sample.
    const ItemProfile& item(std::size_t index) const { return sample[index * sample.size() / items]; }

    Value toValue() const;
    /// The reverse, for what comes from a file: throws Error with the pointer of what does not fit.
    static WorkProfile fromValue(const Value& value, const std::string& pointer);

    bool operator==(const WorkProfile&) const = default;
};

} // namespace overlap::core
