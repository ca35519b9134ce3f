// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/producer_consumer_workload.h"

#include "core/report.h"
#include "core/text.h"
#include "workloads/count_parameter.h"
#include "workloads/duration_parameter.h"

#include <array>

namespace overlap::workloads {

using core::Message;
using core::Value;

namespace {

class ProducerConsumerWorkload final : public core::Workload
{
public:
    explicit ProducerConsumerWorkload(const Value& parameters)
        : m_items(countOf(parameters, "items"))
        , m_ranges{DurationRange::of(parameters, "produceLeast", "produceMost"),
                   DurationRange::of(parameters, "consumeLeast", "consumeMost")}
        , m_consumerFails(parameters.find("consumerFails")->asBoolean())
    {}

    Message describe() const override
    {
        return Message(
            OVERLAP_TR_NOOP("Messages", "items: %1, each takes %2 to %3 to produce and %4 to %5 to consume"),
            {std::to_string(m_items), core::durationText(m_ranges[0].least),
             core::durationText(m_ranges[0].most), core::durationText(m_ranges[1].least),
             core::durationText(m_ranges[1].most)});
    }
    std::vector<core::StageInfo> stages() const override
    {
        return {{OVERLAP_TR_NOOP("Workloads", "produce"), core::Nature::waiting},
                {OVERLAP_TR_NOOP("Workloads", "consume"), core::Nature::waiting}};
    }
    std::size_t itemCount() const override { return m_items; }
    Value item(core::ItemIndex index) const override
    {
        Value item = Value::object();
        item.set("item", Value(index + std::int64_t{1}));
        return item;
    }
    std::string itemLabel(core::ItemIndex index) const override
    {
        return Message(OVERLAP_TR_NOOP("Items", "item %1"), {std::to_string(index + 1)}).english();
    }

    core::Stage<Value> run(core::StageIndex stage, core::TaskContext& context, Value input) const override
    {
        if (stage == consuming && m_consumerFails)
            throw core::WorkerEnds(slip());
        const double seconds = m_ranges[stage].drawn(context.random());
        co_await context.wait(core::fromSeconds(seconds));
        input.set(keys[stage], seconds);
        co_return input;
    }

    bool meantToFail(core::ItemIndex) const override { return m_consumerFails; }

    std::vector<core::ResultColumn> resultColumns() const override
    {
        using core::ParameterKind;
        return {{"item", OVERLAP_TR_NOOP("Workloads", "Item"), ParameterKind::integer},
                {keys[0], OVERLAP_TR_NOOP("Workloads", "Producing"), ParameterKind::seconds},
                {keys[1], OVERLAP_TR_NOOP("Workloads", "Consuming"), ParameterKind::seconds}};
    }

    Message conclusion(const Value&, const core::TaskCounts& tasks) const override
    {
        if (!m_consumerFails)
            return {};
        return Message(OVERLAP_TR_NOOP("Messages",
                                       "no consumer was left before the first item: %1 of %2 items "
                                       "were lost. Unnoticed, a producer with a full queue would "
                                       "wait for ever"),
                       {std::to_string(tasks.failed), std::to_string(m_items)});
    }

private:
    static constexpr std::array<const char*, 2> keys{"produce", "consume"};
    static constexpr core::StageIndex consuming = 1;

    /// The lesson's own: what should have been a list of one argument is taken for one argument per letter.
    static Message slip()
    {
        const std::string name = "Worker";
        return Message(OVERLAP_TR_NOOP("Messages",
                                       "the consumer failed at its start: it takes 1 argument, and "
                                       "“%1” was handed over as %2"),
                       {name, std::to_string(name.size())});
    }

    std::size_t m_items;
    std::array<DurationRange, 2> m_ranges;
    bool m_consumerFails;
};

void checkParameters(const Value& parameters, std::string_view pointer, std::vector<core::Problem>& problems)
{
    checkRange(parameters, "produceLeast", "produceMost", pointer, problems);
    checkRange(parameters, "consumeLeast", "consumeMost", pointer, problems);
}

} // namespace

core::WorkloadDescriptor producerConsumerWorkload()
{
    const char* const scaled = OVERLAP_TR_NOOP(
        "Workloads", "Each item's own duration is drawn between the shortest and the longest, "
                     "from the seed. The time scale multiplies it.");
    return {.id = "producer-consumer",
            .title = OVERLAP_TR_NOOP("Workloads", "Producer and consumer"),
            .parameters =
                {countParameter("items", OVERLAP_TR_NOOP("Workloads", "Number of items"),
                                OVERLAP_TR_NOOP("Workloads", "How many items are produced."), 8, 100'000),
                 durationParameter("produceLeast", OVERLAP_TR_NOOP("Workloads", "Producing, shortest"),
                                   scaled, 0.1),
                 durationParameter("produceMost", OVERLAP_TR_NOOP("Workloads", "Producing, longest"), scaled,
                                   0.3),
                 durationParameter("consumeLeast", OVERLAP_TR_NOOP("Workloads", "Consuming, shortest"),
                                   scaled, 0.2),
                 durationParameter("consumeMost", OVERLAP_TR_NOOP("Workloads", "Consuming, longest"), scaled,
                                   0.5),
                 core::Parameter{.name = "consumerFails",
                                 .kind = core::ParameterKind::boolean,
                                 .title = OVERLAP_TR_NOOP("Workloads", "The consumer fails at its start"),
                                 .help = OVERLAP_TR_NOOP(
                                     "Workloads", "As in the lesson's own slip: the worker ends before its "
                                                  "first item, and so does every other that is to consume."),
                                 .defaultValue = false}},
            .check = checkParameters,
            .make = [](const Value& parameters) {
                return std::make_unique<ProducerConsumerWorkload>(parameters);
            }};
}

} // namespace overlap::workloads
