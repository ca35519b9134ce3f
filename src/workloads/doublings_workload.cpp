// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/doublings_workload.h"

#include "workloads/count_parameter.h"

namespace overlap::workloads {

using core::Message;
using core::Value;

namespace {

class DoublingsWorkload final : public core::Workload
{
public:
    explicit DoublingsWorkload(const Value& parameters) : m_tasks(countOf(parameters, "tasks")) {}

    Message describe() const override
    {
        return Message(OVERLAP_TR_NOOP("Messages", "numbers: %1, each doubled by a task of its own"),
                       {std::to_string(m_tasks)});
    }
    std::vector<core::StageInfo> stages() const override
    {
        return {{OVERLAP_TR_NOOP("Workloads", "compute"), core::Nature::computing}};
    }
    std::size_t itemCount() const override { return m_tasks; }
    Value item(core::ItemIndex index) const override { return Value(index); }
    std::string itemLabel(core::ItemIndex index) const override { return std::to_string(index); }

    core::Stage<Value> run(core::StageIndex, core::TaskContext& context, Value input) const override
    {
        context.checkpoint();
        Value result = Value::object();
        result.set("number", input);
        result.set("double", Value(input.asInteger() * 2));
        co_return result;
    }

    std::optional<core::PythonTwin> pythonTwin() const override
    {
        return twinOf(*this, "doublings", Value::object());
    }

    std::vector<core::ResultColumn> resultColumns() const override
    {
        using core::ParameterKind;
        return {{"number", OVERLAP_TR_NOOP("Workloads", "Number"), ParameterKind::integer},
                {"double", OVERLAP_TR_NOOP("Workloads", "Doubled"), ParameterKind::integer}};
    }

private:
    std::size_t m_tasks;
};

} // namespace

core::WorkloadDescriptor doublingsWorkload()
{
    return {.id = "doublings",
            .title = OVERLAP_TR_NOOP("Workloads", "Doublings"),
            .parameters = {tasksParameter(100)},
            .check = {},
            .make = [](const Value& parameters) { return std::make_unique<DoublingsWorkload>(parameters); },
            .hasPythonTwin = true};
}

} // namespace overlap::workloads
