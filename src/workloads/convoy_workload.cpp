// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/convoy_workload.h"

#include "core/report.h"
#include "core/text.h"
#include "workloads/count_parameter.h"
#include "workloads/duration_parameter.h"
#include "workloads/kernels.h"

#include <cmath>

namespace overlap::workloads {

using core::Message;
using core::Value;

namespace {

class ConvoyWorkload final : public core::Workload
{
public:
    explicit ConvoyWorkload(const Value& parameters)
        : m_waits(countOf(parameters, "waits"))
        , m_pause(secondsOf(parameters, "pause"))
        , m_compute(parameters.find("compute")->asNumber())
    {}

    void prepare(const core::WorkloadSetting& setting) override
    {
        m_scaledPause = core::scaledDuration(core::fromSeconds(m_pause), setting.timeScale);
    }

    Message describe() const override
    {
        return Message(OVERLAP_TR_NOOP("Messages", "one task waits %1 times for %2, one computes for %3"),
                       {std::to_string(m_waits), core::durationText(m_pause), core::durationText(m_compute)});
    }
    std::vector<core::StageInfo> stages() const override
    {
        return {{OVERLAP_TR_NOOP("Workloads", "task"), core::Nature::mixed}};
    }
    std::size_t itemCount() const override { return 2; }
    Value item(core::ItemIndex index) const override { return Value(index); }
    std::string itemLabel(core::ItemIndex index) const override
    {
        return index == waiting ? OVERLAP_TR_NOOP("Items", "waits") : OVERLAP_TR_NOOP("Items", "computes");
    }

    core::Stage<Value> run(core::StageIndex, core::TaskContext& context, Value input) const override
    {
        Value result = Value::object();
        result.set("task", Value(input.asInteger() + 1));
        if (input.asInteger() != waiting) {
            compute(context);
            co_return result;
        }
        core::Nanoseconds late = 0;
        for (std::uint64_t i = 0; i < m_waits; ++i) {
            const core::Nanoseconds begin = core::monotonicNow();
            co_await context.wait(core::fromSeconds(m_pause));
            late += core::monotonicNow() - begin - m_scaledPause;
        }
        result.set("delay", core::toSeconds(late) / static_cast<double>(m_waits));
        co_return result;
    }

    std::optional<core::PythonTwin> pythonTwin() const override
    {
        Value setting = Value::object();
        setting.set("waits", Value(static_cast<std::int64_t>(m_waits)));
        setting.set("pause", m_pause);
        setting.set("compute", m_compute);
        return twinOf(*this, "convoy", std::move(setting));
    }

    std::vector<core::ResultColumn> resultColumns() const override
    {
        using core::ParameterKind;
        return {{"task", OVERLAP_TR_NOOP("Workloads", "Task"), ParameterKind::integer},
                {"delay", OVERLAP_TR_NOOP("Workloads", "Late after each wait"), ParameterKind::seconds, false,
                 true}};
    }

    Value summary(const std::vector<const Value*>& results) const override
    {
        for (const Value* result : results) {
            const Value* delay = result ? result->find("delay") : nullptr;
            if (!delay)
                continue;
            Value summary = Value::object();
            summary.set("delaySeconds", *delay);
            summary.set("field", "ms late");
            summary.set("total", std::round(delay->asNumber() * 1e5) / 100);
            return summary;
        }
        return {};
    }
    Message conclusion(const Value& summary, const core::TaskCounts&) const override
    {
        const Value* delay = summary.find("delaySeconds");
        return delay ? Message(OVERLAP_TR_NOOP("Messages", "each wait ended %1 late on average"),
                               {core::durationText(delay->asNumber())})
                     : Message();
    }

private:
    static constexpr std::int64_t waiting = 0;

    /// By the thread's own clock: what counts is that it computes as long as the other waits, not how much.
    void compute(core::TaskContext& context) const
    {
        const core::Nanoseconds end = core::threadCpuNow() + core::fromSeconds(m_compute);
        std::uint64_t sum = 0;
        while (core::threadCpuNow() < end) {
            sum = addSquares(0, squaresPerBlock, sum);
            context.checkpoint();
        }
    }

    std::uint64_t m_waits;
    double m_pause;
    double m_compute;
    core::Nanoseconds m_scaledPause = 0;
};

} // namespace

core::WorkloadDescriptor convoyWorkload()
{
    using core::Parameter;
    using core::ParameterKind;
    return {.id = "convoy",
            .title = OVERLAP_TR_NOOP("Workloads", "One waits beside one that computes"),
            .parameters = {countParameter("waits", OVERLAP_TR_NOOP("Workloads", "Waits"),
                                          OVERLAP_TR_NOOP("Workloads", "How often the first task waits."), 10,
                                          10'000),
                           durationParameter("pause", OVERLAP_TR_NOOP("Workloads", "Length of a wait"),
                                             OVERLAP_TR_NOOP("Workloads",
                                                             "How long each of its waits is. The time scale "
                                                             "multiplies it."),
                                             0.005),
                           Parameter{.name = "compute",
                                     .kind = ParameterKind::seconds,
                                     .title = OVERLAP_TR_NOOP("Workloads", "Computing"),
                                     .help = OVERLAP_TR_NOOP(
                                         "Workloads",
                                         "How long the second task computes: as long as the first one's "
                                         "waits last, or some of them have no company."),
                                     .defaultValue = 0.6,
                                     .minimum = 0.001,
                                     .maximum = 60}},
            .check = {},
            .make = [](const Value& parameters) { return std::make_unique<ConvoyWorkload>(parameters); },
            .hasPythonTwin = true};
}

} // namespace overlap::workloads
