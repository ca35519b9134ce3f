// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/sum_of_squares_workload.h"

#include "core/text.h"
#include "workloads/count_parameter.h"
#include "workloads/kernels.h"

namespace overlap::workloads {

using core::Message;
using core::Value;

namespace {

class SumOfSquaresWorkload final : public core::Workload
{
public:
    explicit SumOfSquaresWorkload(const Value& parameters)
        : m_tasks(countOf(parameters, "tasks"))
        , m_count(countOf(parameters, "count"))
        , m_pythonCount(countOf(parameters, "pythonCount"))
    {}

    Message describe() const override
    {
        return Message(OVERLAP_TR_NOOP("Messages", "tasks: %1, each adds the squares of many numbers"),
                       {std::to_string(m_tasks)});
    }
    Message amount(core::Runtime runtime) const override
    {
        const auto count = core::groupedNumber(runtime == core::Runtime::python ? m_pythonCount : m_count);
        if (m_tasks == 1)
            return Message(OVERLAP_TR_NOOP("Messages", "1 sum of %1 squares"), {count});
        return Message(OVERLAP_TR_NOOP("Messages", "%1 sums of %2 squares"),
                       {std::to_string(m_tasks), count});
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
        const std::uint64_t sum = sumOfSquares(0, m_count, [&context] { context.checkpoint(); });
        Value result = Value::object();
        result.set("task", Value(input.asInteger() + 1));
        result.set("sum", std::to_string(sum)); // text, because it may be beyond what a signed number holds
        co_return result;
    }

    std::optional<core::PythonTwin> pythonTwin() const override
    {
        Value setting = Value::object();
        setting.set("count", Value(static_cast<std::int64_t>(m_pythonCount)));
        return twinOf(*this, "sum-of-squares", std::move(setting));
    }

    std::vector<core::ResultColumn> resultColumns() const override
    {
        using core::ParameterKind;
        return {{"task", OVERLAP_TR_NOOP("Workloads", "Task"), ParameterKind::integer},
                {"sum", OVERLAP_TR_NOOP("Workloads", "Sum"), ParameterKind::text}};
    }

private:
    std::size_t m_tasks;
    std::uint64_t m_count;
    std::uint64_t m_pythonCount;
};

} // namespace

core::WorkloadDescriptor sumOfSquaresWorkload()
{
    return {
        .id = "sum-of-squares",
        .title = OVERLAP_TR_NOOP("Workloads", "Sums of squares"),
        .parameters = {tasksParameter(2),
                       countParameter(
                           "count", OVERLAP_TR_NOOP("Workloads", "Numbers in each"),
                           OVERLAP_TR_NOOP("Workloads",
                                           "How many squares each task adds, from 0² on. The sum is kept "
                                           "modulo 2⁶⁴, and each step needs the one before it, so that "
                                           "no compiler finds a shorter way."),
                           800'000'000, 2'000'000'000),
                       pythonCountParameter("pythonCount", OVERLAP_TR_NOOP("Workloads", "in Python"),
                                            1'000'000, 100'000'000)},
        .check = {},
        .make = [](const Value& parameters) { return std::make_unique<SumOfSquaresWorkload>(parameters); },
        .hasPythonTwin = true};
}

} // namespace overlap::workloads
