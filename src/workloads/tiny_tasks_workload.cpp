// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/tiny_tasks_workload.h"

#include "workloads/count_parameter.h"
#include "workloads/kernels.h"

namespace overlap::workloads {

using core::Message;
using core::Value;

namespace {

class TinyTasksWorkload final : public core::Workload
{
public:
    explicit TinyTasksWorkload(const Value& parameters)
        : m_tasks(countOf(parameters, "tasks"))
        , m_count(countOf(parameters, "count"))
    {}

    Message describe() const override
    {
        return Message(OVERLAP_TR_NOOP("Messages", "tasks: %1, each adds the numbers from 0 to %2"),
                       {std::to_string(m_tasks), std::to_string(m_count - 1)});
    }
    std::vector<core::StageInfo> stages() const override
    {
        return {{OVERLAP_TR_NOOP("Workloads", "compute"), core::Nature::computing}};
    }
    std::size_t itemCount() const override { return m_tasks; }
    Value item(core::ItemIndex index) const override { return Value(index); }
    std::string itemLabel(core::ItemIndex index) const override
    {
        return Message(OVERLAP_TR_NOOP("Items", "sum %1"), {std::to_string(index + 1)}).english();
    }

    core::Stage<Value> run(core::StageIndex, core::TaskContext& context, Value input) const override
    {
        const std::uint64_t sum = sumOfNumbers(0, m_count, [&context] { context.checkpoint(); });
        Value result = Value::object();
        result.set("task", Value(input.asInteger() + 1));
        result.set("sum", Value(static_cast<std::int64_t>(sum)));
        co_return result;
    }

    std::optional<core::PythonTwin> pythonTwin() const override
    {
        Value setting = Value::object();
        setting.set("count", Value(static_cast<std::int64_t>(m_count)));
        return twinOf(*this, "tiny-tasks", std::move(setting));
    }

    std::vector<core::ResultColumn> resultColumns() const override
    {
        using core::ParameterKind;
        return {{"task", OVERLAP_TR_NOOP("Workloads", "Task"), ParameterKind::integer},
                {"sum", OVERLAP_TR_NOOP("Workloads", "Sum"), ParameterKind::integer}};
    }

private:
    std::size_t m_tasks;
    std::uint64_t m_count;
};

} // namespace

core::WorkloadDescriptor tinyTasksWorkload()
{
    return {.id = "tiny-tasks",
            .title = OVERLAP_TR_NOOP("Workloads", "Tiny tasks"),
            .parameters = {tasksParameter(10),
                           countParameter("count", OVERLAP_TR_NOOP("Workloads", "Numbers in each"),
                                          OVERLAP_TR_NOOP("Workloads",
                                                          "How many numbers each task adds, from 0 on: a "
                                                          "thousand take less than a thousandth of what it "
                                                          "takes to start a process."),
                                          1000, 2'000'000'000)},
            .check = {},
            .make = [](const Value& parameters) { return std::make_unique<TinyTasksWorkload>(parameters); },
            .hasPythonTwin = true};
}

} // namespace overlap::workloads
