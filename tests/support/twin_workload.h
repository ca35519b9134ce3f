// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"

#include <utility>

namespace overlap::testing {

/// A task of overlap_runner.py, as a workload.
class TwinWorkload final : public core::Workload
{
public:
    TwinWorkload(std::string task, core::Value setting, std::vector<core::Value> items,
                 std::vector<core::ResultColumn> columns)
        : m_twin{std::move(task), std::move(setting), std::move(items)}
        , m_columns(std::move(columns))
    {}

    core::Message describe() const override { return core::Message("twin"); }
    std::vector<core::StageInfo> stages() const override { return {{"stage", core::Nature::mixed}}; }
    std::size_t itemCount() const override { return m_twin.items.size(); }
    core::Value item(core::ItemIndex index) const override { return m_twin.items[index]; }
    std::string itemLabel(core::ItemIndex index) const override { return std::to_string(index); }
    core::Stage<core::Value> run(core::StageIndex, core::TaskContext&, core::Value input) const override
    {
        co_return input;
    }
    std::optional<core::PythonTwin> pythonTwin() const override { return m_twin; }
    std::vector<core::ResultColumn> resultColumns() const override { return m_columns; }

private:
    core::PythonTwin m_twin;
    std::vector<core::ResultColumn> m_columns;
};

inline std::vector<core::Value> numbersBelow(int count)
{
    std::vector<core::Value> numbers;
    for (int i = 0; i < count; ++i)
        numbers.emplace_back(i);
    return numbers;
}

inline core::Value settingOf(std::initializer_list<std::pair<const char*, core::Value>> members)
{
    core::Value setting = core::Value::object();
    for (const auto& [key, value] : members)
        setting.set(key, value);
    return setting;
}

inline TwinWorkload waits(int tasks, double seconds)
{
    return {"wait",
            settingOf({{"seconds", seconds}}),
            numbersBelow(tasks),
            {{"task", "Task", core::ParameterKind::integer},
             {"seconds", "Time", core::ParameterKind::seconds, false}}};
}

inline TwinWorkload sums(int tasks, std::int64_t count)
{
    return {"sum-of-squares",
            settingOf({{"count", count}}),
            numbersBelow(tasks),
            {{"task", "Task", core::ParameterKind::integer}, {"sum", "Sum", core::ParameterKind::text}}};
}

inline TwinWorkload heavyChunks(int chunks, std::int64_t items)
{
    return {"heavy-chunks",
            settingOf({{"items", items}}),
            numbersBelow(chunks),
            {{"chunk", "Chunk", core::ParameterKind::integer},
             {"items", "Items", core::ParameterKind::integer},
             {"sum", "Sum", core::ParameterKind::number}}};
}

} // namespace overlap::testing
