// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/work_shares.h"

#include "core/time.h"

#include <algorithm>

namespace overlap::analysis {

namespace {

/// Nanoseconds.
struct Amounts
{
    double computing = 0;
    double waiting = 0;
    double blocking = 0;

    double all() const { return computing + waiting; }
    Amounts& operator+=(const Amounts& other)
    {
        computing += other.computing;
        waiting += other.waiting;
        blocking += other.blocking;
        return *this;
    }
};

Amounts amountsOf(const core::TaskProfile& task)
{
    Amounts amounts;
    for (const core::Segment& segment : task.segments) {
        const auto amount = static_cast<double>(segment.amount);
        switch (segment.need) {
        case core::Need::computing:
        case core::Need::native:
            amounts.computing += amount;
            break;
        case core::Need::blocking:
            amounts.blocking += amount;
            amounts.waiting += amount;
            break;
        case core::Need::waiting:
            amounts.waiting += amount;
            break;
        case core::Need::permit: // no time
            break;
        }
    }
    return amounts;
}

double share(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

double seconds(double nanoseconds)
{
    return nanoseconds / static_cast<double>(core::nanosecondsPerSecond);
}

} // namespace

WorkShares sharesOf(const core::WorkProfile& profile)
{
    WorkShares shares;
    shares.runtime = profile.runtime;
    shares.items = profile.items;
    struct Stage
    {
        Amounts amounts;
        double tasks = 0;
    };
    std::vector<Stage> stages(profile.stages.size());
    Amounts all;
    double longest = 0;
    for (const core::ItemProfile& item : profile.sample) {
        Amounts ofItem;
        for (std::size_t i = 0; i < item.tasks.size() && i < stages.size(); ++i) {
            const Amounts amounts = amountsOf(item.tasks[i]);
            stages[i].amounts += amounts;
            stages[i].tasks += 1;
            ofItem += amounts;
        }
        all += ofItem;
        longest = std::max(longest, ofItem.all());
        shares.bytesThere += static_cast<double>(item.bytesThere);
        shares.bytesBack += static_cast<double>(item.bytesBack);
    }
    const auto sampled = static_cast<double>(profile.sample.size());
    shares.itemSeconds = seconds(all.all()) / sampled;
    shares.seconds = shares.itemSeconds * static_cast<double>(profile.items);
    shares.computing = share(all.computing, all.all());
    shares.waiting = share(all.waiting, all.all());
    shares.blocking = share(all.blocking, all.all());
    shares.longestItemSeconds = seconds(longest);
    shares.bytesThere /= sampled;
    shares.bytesBack /= sampled;
    for (std::size_t i = 0; i < stages.size(); ++i) {
        const Stage& stage = stages[i];
        shares.stages.push_back({profile.stages[i], seconds(share(stage.amounts.all(), stage.tasks)),
                                 share(stage.amounts.waiting, stage.amounts.all())});
    }
    return shares;
}

std::vector<WorkShares> sharesOf(const std::vector<std::shared_ptr<const core::WorkProfile>>& profiles)
{
    std::vector<WorkShares> works;
    for (const auto& profile : profiles)
        works.push_back(sharesOf(*profile));
    return works;
}

core::Value WorkShares::toValue() const
{
    core::Value value = core::Value::object();
    value.set("runtime", runtime == core::Runtime::python ? "python" : "native");
    value.set("items", items);
    value.set("seconds", seconds);
    value.set("computing", computing);
    value.set("waiting", waiting);
    value.set("blocking", blocking);
    value.set("itemSeconds", itemSeconds);
    value.set("longestItemSeconds", longestItemSeconds);
    value.set("bytesThere", bytesThere);
    value.set("bytesBack", bytesBack);
    core::Value list = core::Value::array();
    for (const StageShares& stage : stages) {
        core::Value entry = core::Value::object();
        entry.set("name", stage.name);
        entry.set("seconds", stage.seconds);
        entry.set("waiting", stage.waiting);
        list.append(std::move(entry));
    }
    value.set("stages", std::move(list));
    return value;
}

} // namespace overlap::analysis
