// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/cut_work_workload.h"

#include "core/text.h"
#include "workloads/count_parameter.h"
#include "workloads/kernels.h"

#include <algorithm>

namespace overlap::workloads {

using core::Message;
using core::Value;

namespace {

/// How long one number takes on this machine at its best, in seconds. Best of several, because whatever else
/// runs only makes it longer; each as long as the clock needs to be exact.
double secondsPerNumber(const std::stop_token& stop)
{
    constexpr int times = 15;
    constexpr std::uint64_t numbers = 16 * squaresPerBlock;
    core::Nanoseconds best = 0;
    std::uint64_t sum = 0;
    for (int i = 0; i < times; ++i) {
        if (stop.stop_requested())
            throw core::Cancelled();
        const core::Nanoseconds begin = core::monotonicNow();
        sum = addSquares(0, numbers, sum);
        const core::Nanoseconds took = core::monotonicNow() - begin;
        best = i == 0 ? took : std::min(best, took);
    }
    return core::toSeconds(std::max<core::Nanoseconds>(best, 1)) / static_cast<double>(numbers);
}

class CutWorkWorkload final : public core::Workload
{
public:
    explicit CutWorkWorkload(const Value& parameters)
        : m_tasks(countOf(parameters, "tasks"))
        , m_work(parameters.find("work")->asNumber())
        , m_ratio(parameters.find("ratio")->asNumber())
    {}

    void prepare(const core::WorkloadSetting& setting) override
    {
        m_count = std::max<std::uint64_t>(
            1, static_cast<std::uint64_t>(taskSeconds() / secondsPerNumber(setting.stop)));
    }
    /// A worker process computes as much, not as much as it would find out for itself.
    Value prepared() const override { return Value(static_cast<std::int64_t>(m_count)); }
    void attach(const core::WorkloadSetting&, const Value& prepared) override
    {
        m_count = static_cast<std::uint64_t>(prepared.asInteger());
    }

    Message describe() const override
    {
        const std::vector<core::Argument> figures{std::to_string(m_tasks), core::durationText(m_work),
                                                  core::shortNumber(m_ratio)};
        return m_ratio > 0
                   ? Message(OVERLAP_TR_NOOP("Messages", "%2 of computing in equal tasks: %1, each waits %3 "
                                                         "times as long as it computes"),
                             figures)
                   : Message(OVERLAP_TR_NOOP("Messages", "%2 of computing in equal tasks: %1"), figures);
    }
    std::vector<core::StageInfo> stages() const override
    {
        return {{OVERLAP_TR_NOOP("Workloads", "compute"),
                 m_ratio > 0 ? core::Nature::mixed : core::Nature::computing}};
    }
    std::size_t itemCount() const override { return m_tasks; }
    Value item(core::ItemIndex index) const override { return Value(index); }
    std::string itemLabel(core::ItemIndex index) const override
    {
        return Message(OVERLAP_TR_NOOP("Items", "task %1"), {std::to_string(index + 1)}).english();
    }

    core::Stage<Value> run(core::StageIndex, core::TaskContext& context, Value input) const override
    {
        const std::uint64_t sum = sumOfSquares(0, m_count, [&context] { context.checkpoint(); });
        if (m_ratio > 0)
            co_await context.wait(core::fromSeconds(m_ratio * taskSeconds()));
        Value result = Value::object();
        result.set("task", Value(input.asInteger() + 1));
        result.set("sum", std::to_string(sum)); // text, because it may be beyond what a signed number holds
        co_return result;
    }

    std::vector<core::ResultColumn> resultColumns() const override
    {
        using core::ParameterKind;
        return {{"task", OVERLAP_TR_NOOP("Workloads", "Task"), ParameterKind::integer},
                {"sum", OVERLAP_TR_NOOP("Workloads", "Sum"), ParameterKind::text}};
    }

private:
    double taskSeconds() const { return m_work / static_cast<double>(m_tasks); }

    std::size_t m_tasks;
    double m_work;
    double m_ratio;
    std::uint64_t m_count = 1; ///< numbers of each task
};

} // namespace

core::WorkloadDescriptor cutWorkWorkload()
{
    using core::Parameter;
    using core::ParameterKind;
    return {.id = "cut-work",
            .title = OVERLAP_TR_NOOP("Workloads", "Work cut into tasks"),
            .parameters = {Parameter{.name = "work",
                                     .kind = ParameterKind::seconds,
                                     .title = OVERLAP_TR_NOOP("Workloads", "Computing of all"),
                                     .help = OVERLAP_TR_NOOP(
                                         "Workloads",
                                         "How long one core computes at all tasks together. How much "
                                         "that is, is measured on this machine before the first run; "
                                         "all strategies are given the same."),
                                     .defaultValue = 1.0,
                                     .minimum = 0.0001,
                                     .maximum = 600},
                           tasksParameter(100),
                           Parameter{.name = "ratio",
                                     .kind = ParameterKind::number,
                                     .title = OVERLAP_TR_NOOP("Workloads", "Wait : compute"),
                                     .help = OVERLAP_TR_NOOP(
                                         "Workloads",
                                         "How many times as long as it computes a task then waits. 0: it "
                                         "only computes. The time scale multiplies the wait, so at any "
                                         "other than 1 the ratio is another."),
                                     .defaultValue = 0.0,
                                     .minimum = 0,
                                     .maximum = 1000}},
            .check = {},
            .make = [](const Value& parameters) { return std::make_unique<CutWorkWorkload>(parameters); }};
}

} // namespace overlap::workloads
