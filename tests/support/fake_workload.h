// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"

#include <functional>
#include <utility>

namespace overlap::testing {

/// A workload out of functions: as many items and stages as a test wants, without a file in src.
class FakeWorkload : public core::Workload
{
public:
    using StageFunction =
        std::function<core::Stage<core::Value>(core::StageIndex, core::TaskContext&, core::Value)>;

    FakeWorkload(std::size_t items, StageFunction run, std::size_t stages = 1)
        : m_items(items)
        , m_stages(stages)
        , m_run(std::move(run))
    {}

    core::Message describe() const override { return core::Message("fake"); }
    std::vector<core::StageInfo> stages() const override
    {
        return std::vector<core::StageInfo>(m_stages, core::StageInfo{"stage", core::Nature::mixed});
    }
    std::size_t itemCount() const override { return m_items; }
    core::Value item(core::ItemIndex index) const override
    {
        return m_item ? m_item(index) : core::Value(index);
    }
    std::string itemLabel(core::ItemIndex index) const override { return std::to_string(index); }
    core::Stage<core::Value> run(core::StageIndex stage, core::TaskContext& context,
                                 core::Value input) const override
    {
        return m_run(stage, context, std::move(input));
    }
    std::vector<core::ResultColumn> resultColumns() const override { return {{"value", "Value"}}; }

    std::function<core::Value(core::ItemIndex)> m_item;

private:
    std::size_t m_items;
    std::size_t m_stages;
    StageFunction m_run;
};

} // namespace overlap::testing
