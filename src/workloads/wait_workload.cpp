// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/wait_workload.h"

#include "core/experiment.h"
#include "core/text.h"
#include "workloads/count_parameter.h"

namespace overlap::workloads {

using core::Message;
using core::Value;

namespace {

class WaitWorkload final : public core::Workload
{
public:
    explicit WaitWorkload(const Value& parameters)
        : m_tasks(static_cast<std::size_t>(parameters.find("tasks")->asInteger()))
        , m_seconds(parameters.find("seconds")->asNumber())
    {}

    Message describe() const override
    {
        if (m_tasks == 1)
            return Message(OVERLAP_TR_NOOP("Messages", "One task that waits %1"),
                           {core::durationText(m_seconds)});
        return Message(OVERLAP_TR_NOOP("Messages", "%1 tasks that wait %2 each"),
                       {std::to_string(m_tasks), core::durationText(m_seconds)});
    }
    std::vector<core::StageInfo> stages() const override
    {
        return {{OVERLAP_TR_NOOP("Workloads", "wait"), core::Nature::waiting}};
    }
    std::size_t itemCount() const override { return m_tasks; }
    Value item(core::ItemIndex index) const override { return Value(index); }
    std::string itemLabel(core::ItemIndex index) const override
    {
        return Message(OVERLAP_TR_NOOP("Items", "wait %1"), {std::to_string(index + 1)}).english();
    }

    core::Stage<Value> run(core::StageIndex, core::TaskContext& context, Value input) const override
    {
        const core::Nanoseconds begin = core::monotonicNow();
        co_await context.wait(core::fromSeconds(m_seconds));
        Value result = Value::object();
        result.set("task", Value(input.asInteger() + 1));
        result.set("seconds", core::toSeconds(core::monotonicNow() - begin));
        co_return result;
    }

    std::optional<core::PythonTwin> pythonTwin() const override
    {
        Value setting = Value::object();
        setting.set("seconds", m_seconds);
        return twinOf(*this, "wait", std::move(setting));
    }

    std::vector<core::ResultColumn> resultColumns() const override
    {
        using core::ParameterKind;
        return {{"task", OVERLAP_TR_NOOP("Workloads", "Task"), ParameterKind::integer},
                {"seconds", OVERLAP_TR_NOOP("Workloads", "Time"), ParameterKind::seconds, false}};
    }

private:
    std::size_t m_tasks;
    double m_seconds;
};

} // namespace

core::WorkloadDescriptor waitWorkload()
{
    using core::Parameter;
    using core::ParameterKind;
    return {
        .id = "wait",
        .title = OVERLAP_TR_NOOP("Workloads", "Waiting"),
        .parameters = {Parameter{.name = "tasks",
                                 .kind = ParameterKind::integer,
                                 .title = OVERLAP_TR_NOOP("Workloads", "Tasks"),
                                 .help = OVERLAP_TR_NOOP("Workloads", "How many tasks there are."),
                                 .defaultValue = 2,
                                 .minimum = 1,
                                 .maximum = 100'000},
                       Parameter{.name = "seconds",
                                 .kind = ParameterKind::seconds,
                                 .title = OVERLAP_TR_NOOP("Workloads", "Wait of each"),
                                 .help = OVERLAP_TR_NOOP(
                                     "Workloads", "How long each task waits. The time scale multiplies it."),
                                 .defaultValue = 1.0,
                                 .minimum = 0.005,
                                 .maximum = 60,
                                 .waits = true}},
        .check = {},
        .make = [](const Value& parameters) { return std::make_unique<WaitWorkload>(parameters); },
        .hasPythonTwin = true};
}

} // namespace overlap::workloads
