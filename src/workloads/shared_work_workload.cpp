// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/shared_work_workload.h"

#include "core/text.h"
#include "workloads/count_parameter.h"
#include "workloads/duration_parameter.h"

namespace overlap::workloads {

using core::Message;
using core::Value;

namespace {

enum : core::StageIndex { producing, working, collecting };

class SharedWorkWorkload final : public core::Workload
{
public:
    explicit SharedWorkWorkload(const Value& parameters)
        : m_tasks(countOf(parameters, "tasks"))
        , m_most(countOf(parameters, "complexity"))
        , m_seconds(secondsOf(parameters, "seconds"))
    {}

    Message describe() const override
    {
        return Message(
            OVERLAP_TR_NOOP("Messages", "tasks: %1, of complexity 1 to %2, %3 for each step of it"),
            {std::to_string(m_tasks), std::to_string(m_most), core::durationText(m_seconds)});
    }
    std::vector<core::StageInfo> stages() const override
    {
        return {{OVERLAP_TR_NOOP("Workloads", "produce"), core::Nature::computing},
                {OVERLAP_TR_NOOP("Workloads", "work"), core::Nature::waiting},
                {OVERLAP_TR_NOOP("Workloads", "collect"), core::Nature::computing}};
    }
    std::size_t itemCount() const override { return m_tasks; }
    Value item(core::ItemIndex index) const override { return Value(index + std::int64_t{1}); }
    std::string itemLabel(core::ItemIndex index) const override
    {
        return Message(OVERLAP_TR_NOOP("Items", "task %1"), {std::to_string(index + 1)}).english();
    }

    core::Stage<Value> run(core::StageIndex stage, core::TaskContext& context, Value input) const override
    {
        if (stage == producing) {
            Value task = Value::object();
            task.set("task", std::move(input));
            task.set("complexity", Value(static_cast<std::int64_t>(1 + context.random().below(m_most))));
            co_return task;
        }
        const double seconds = static_cast<double>(input.find("complexity")->asInteger()) * m_seconds;
        if (stage == working)
            co_await context.wait(core::fromSeconds(seconds));
        else
            input.set("work", seconds);
        co_return input;
    }

    std::vector<core::ResultColumn> resultColumns() const override
    {
        using core::ParameterKind;
        return {{"task", OVERLAP_TR_NOOP("Workloads", "Task"), ParameterKind::integer},
                {"complexity", OVERLAP_TR_NOOP("Workloads", "Complexity"), ParameterKind::integer},
                {"work", OVERLAP_TR_NOOP("Workloads", "Work"), ParameterKind::seconds}};
    }

    Value summary(const std::vector<const Value*>& results) const override
    {
        double total = 0;
        for (const Value* result : results)
            total += result->find("work")->asNumber();
        Value summary = Value::object();
        summary.set("workSeconds", total);
        return summary;
    }
    Message conclusion(const Value& summary, const core::TaskCounts&) const override
    {
        return Message(OVERLAP_TR_NOOP("Messages", "all work together: %1 before the time scale"),
                       {core::durationText(summary.find("workSeconds")->asNumber())});
    }

private:
    std::size_t m_tasks;
    std::uint64_t m_most;
    double m_seconds; ///< of one step of complexity
};

} // namespace

core::WorkloadDescriptor sharedWorkWorkload()
{
    return {
        .id = "shared-work",
        .title = OVERLAP_TR_NOOP("Workloads", "Shared work"),
        .parameters = {tasksParameter(12),
                       countParameter(
                           "complexity", OVERLAP_TR_NOOP("Workloads", "Complexity up to"),
                           OVERLAP_TR_NOOP("Workloads",
                                           "Each task's own is drawn between 1 and this, from the seed."),
                           5, 100),
                       durationParameter("seconds", OVERLAP_TR_NOOP("Workloads", "Work for each step"),
                                         OVERLAP_TR_NOOP("Workloads",
                                                         "A task takes this times its complexity. The time "
                                                         "scale multiplies it."),
                                         0.2)},
        .check = {},
        .make = [](const Value& parameters) { return std::make_unique<SharedWorkWorkload>(parameters); }};
}

} // namespace overlap::workloads
