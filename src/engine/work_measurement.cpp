// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/work_measurement.h"

#include "analysis/work_profile.h"
#include "ipc/value_codec.h"

namespace overlap::engine {

namespace {

constexpr std::int64_t enoughBytes = 64'000'000;

std::int64_t encodedBytes(const core::Value& value)
{
    std::string bytes;
    try {
        ipc::WireWriter(bytes).value(value);
    } catch (const core::Error&) {
        return 0; // it cannot travel, so a process would not be given it
    }
    return static_cast<std::int64_t>(bytes.size());
}

} // namespace

core::WorkProfile measuredProfile(const RunOutcome& run, const core::Workload& workload,
                                  const core::Strategy& strategy)
{
    core::WorkProfile profile =
        analysis::profileOf(*run.timeline, workload.stages(), run.items.size(), strategy);
    if (strategy.runtime == core::Runtime::python)
        return profile;
    std::int64_t there = 0;
    std::int64_t back = 0;
    std::int64_t seen = 0;
    for (std::size_t place = 0; place < profile.sample.size(); ++place) {
        core::ItemProfile& item = profile.sample[place];
        if (there + back > enoughBytes) {
            item.bytesThere = there / seen;
            item.bytesBack = back / seen;
            continue;
        }
        const std::size_t index = analysis::sampledItem(place, profile.items);
        item.bytesThere = encodedBytes(workload.item(static_cast<core::ItemIndex>(index)));
        item.bytesBack = encodedBytes(run.items[index].value);
        there += item.bytesThere;
        back += item.bytesBack;
        ++seen;
    }
    return profile;
}

} // namespace overlap::engine
