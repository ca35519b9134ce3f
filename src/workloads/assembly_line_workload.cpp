// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/assembly_line_workload.h"

#include "core/text.h"
#include "workloads/count_parameter.h"
#include "workloads/duration_parameter.h"

#include <array>

namespace overlap::workloads {

using core::Message;
using core::Value;

namespace {

class AssemblyLineWorkload final : public core::Workload
{
public:
    explicit AssemblyLineWorkload(const Value& parameters)
        : m_items(countOf(parameters, "items"))
        , m_jitter(parameters.find("jitter")->asNumber())
    {
        for (std::size_t i = 0; i < m_seconds.size(); ++i)
            m_seconds[i] = secondsOf(parameters, stations[i]);
    }

    Message describe() const override
    {
        const std::vector<core::Argument> figures{
            std::to_string(m_items), core::durationText(m_seconds[0]), core::durationText(m_seconds[1]),
            core::durationText(m_seconds[2]), core::fixedNumber(100 * m_jitter, 0)};
        return m_jitter > 0
                   ? Message(OVERLAP_TR_NOOP("Messages", "items: %1, each prepared %2, assembled %3, "
                                                         "inspected %4, give or take up to %5 %"),
                             figures)
                   : Message(OVERLAP_TR_NOOP("Messages",
                                             "items: %1, each prepared %2, assembled %3, inspected %4"),
                             figures);
    }
    std::vector<core::StageInfo> stages() const override
    {
        return {{OVERLAP_TR_NOOP("Workloads", "prepare"), core::Nature::waiting},
                {OVERLAP_TR_NOOP("Workloads", "assemble"), core::Nature::waiting},
                {OVERLAP_TR_NOOP("Workloads", "inspect"), core::Nature::waiting}};
    }
    std::size_t itemCount() const override { return m_items; }
    Value item(core::ItemIndex index) const override
    {
        Value item = Value::object();
        item.set("item", Value(index + std::int64_t{1}));
        item.set("work", 0.0);
        return item;
    }
    std::string itemLabel(core::ItemIndex index) const override
    {
        return Message(OVERLAP_TR_NOOP("Items", "item %1"), {std::to_string(index + 1)}).english();
    }

    core::Stage<Value> run(core::StageIndex stage, core::TaskContext& context, Value input) const override
    {
        // Symmetric, so that jitter changes the scatter and not the work.
        const double seconds = m_seconds[stage] * (1 + m_jitter * context.random().uniform(-1, 1));
        co_await context.wait(core::fromSeconds(seconds));
        input.set("work", input.find("work")->asNumber() + seconds);
        co_return input;
    }

    std::vector<core::ResultColumn> resultColumns() const override
    {
        using core::ParameterKind;
        return {{"item", OVERLAP_TR_NOOP("Workloads", "Item"), ParameterKind::integer},
                {"work", OVERLAP_TR_NOOP("Workloads", "Work"), ParameterKind::seconds}};
    }

    static constexpr std::array<const char*, 3> stations{"prepare", "assemble", "inspect"};

private:
    std::size_t m_items;
    std::array<double, stations.size()> m_seconds{};
    double m_jitter;
};

} // namespace

core::WorkloadDescriptor assemblyLineWorkload()
{
    using core::Parameter;
    using core::ParameterKind;
    return {
        .id = "assembly-line",
        .title = OVERLAP_TR_NOOP("Workloads", "Assembly line"),
        .parameters =
            {countParameter("items", OVERLAP_TR_NOOP("Workloads", "Number of items"),
                            OVERLAP_TR_NOOP("Workloads", "How many items pass the stations."), 8, 100'000),
             durationParameter(AssemblyLineWorkload::stations[0], OVERLAP_TR_NOOP("Workloads", "Preparing"),
                               OVERLAP_TR_NOOP("Workloads", "How long an item is at the first station. The "
                                                            "time scale multiplies it."),
                               0.3),
             durationParameter(AssemblyLineWorkload::stations[1], OVERLAP_TR_NOOP("Workloads", "Assembling"),
                               OVERLAP_TR_NOOP("Workloads", "How long an item is at the second station. The "
                                                            "time scale multiplies it."),
                               0.4),
             durationParameter(AssemblyLineWorkload::stations[2], OVERLAP_TR_NOOP("Workloads", "Inspecting"),
                               OVERLAP_TR_NOOP("Workloads", "How long an item is at the last station. The "
                                                            "time scale multiplies it."),
                               0.2),
             Parameter{.name = "jitter",
                       .kind = ParameterKind::number,
                       .title = OVERLAP_TR_NOOP("Workloads", "Jitter"),
                       .help = OVERLAP_TR_NOOP("Workloads",
                                               "From 0 (every item takes the same) to 0.95: by what share an "
                                               "item may take longer or shorter. Drawn from the seed."),
                       .defaultValue = 0.0,
                       .minimum = 0,
                       .maximum = 0.95}},
        .check = {},
        .make = [](const Value& parameters) { return std::make_unique<AssemblyLineWorkload>(parameters); }};
}

} // namespace overlap::workloads
