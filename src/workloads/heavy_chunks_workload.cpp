// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/heavy_chunks_workload.h"

#include "core/text.h"
#include "workloads/count_parameter.h"
#include "workloads/kernels.h"

#include <algorithm>

namespace overlap::workloads {

using core::Message;
using core::Value;

namespace {

class HeavyChunksWorkload final : public core::Workload
{
public:
    explicit HeavyChunksWorkload(const Value& parameters)
        : m_chunks(countOf(parameters, "chunks"))
        , m_items(countOf(parameters, "items"))
        , m_pythonItems(countOf(parameters, "pythonItems"))
    {}

    Message describe() const override
    {
        return Message(OVERLAP_TR_NOOP("Messages", "chunks: %1, each a sum of sines, roots and logarithms"),
                       {std::to_string(m_chunks)});
    }
    Message amount(core::Runtime runtime) const override
    {
        const auto items = core::groupedNumber(runtime == core::Runtime::python ? m_pythonItems : m_items);
        if (m_chunks == 1)
            return Message(OVERLAP_TR_NOOP("Messages", "1 chunk of %1 items"), {items});
        return Message(OVERLAP_TR_NOOP("Messages", "%1 chunks of %2 items"),
                       {std::to_string(m_chunks), items});
    }
    std::vector<core::StageInfo> stages() const override
    {
        return {{OVERLAP_TR_NOOP("Workloads", "compute"), core::Nature::computing}};
    }
    std::size_t itemCount() const override { return m_chunks; }
    Value item(core::ItemIndex index) const override { return Value(index); }
    std::string itemLabel(core::ItemIndex index) const override
    {
        return Message(OVERLAP_TR_NOOP("Items", "chunk %1"), {std::to_string(index + 1)}).english();
    }

    core::Stage<Value> run(core::StageIndex, core::TaskContext& context, Value input) const override
    {
        // Every chunk begins at 0, as the lesson has it: equal work, so that only the workers differ.
        const double sum = sumOfWaves(0, m_items, [&context] { context.checkpoint(); });
        Value result = Value::object();
        result.set("chunk", Value(input.asInteger() + 1));
        result.set("items", Value(static_cast<std::int64_t>(m_items)));
        result.set("sum", sum);
        co_return result;
    }

    std::optional<core::PythonTwin> pythonTwin() const override
    {
        Value setting = Value::object();
        setting.set("items", Value(static_cast<std::int64_t>(m_pythonItems)));
        return twinOf(*this, "heavy-chunks", std::move(setting));
    }

    std::vector<core::ResultColumn> resultColumns() const override
    {
        using core::ParameterKind;
        return {{"chunk", OVERLAP_TR_NOOP("Workloads", "Chunk"), ParameterKind::integer},
                {"items", OVERLAP_TR_NOOP("Workloads", "Items"), ParameterKind::integer},
                {"sum", OVERLAP_TR_NOOP("Workloads", "Sum"), ParameterKind::number}};
    }

    /// The sum that all chunks came to; null where they differ, which they must not.
    Value summary(const std::vector<const Value*>& results) const override
    {
        Value summary = Value::object();
        const auto differs = [&results](const Value* result) {
            return *result->find("sum") != *results.front()->find("sum");
        };
        const bool same = !results.empty() && std::ranges::none_of(results, differs);
        summary.set("sum", same ? *results.front()->find("sum") : Value());
        return summary;
    }
    Message conclusion(const Value& summary, const core::TaskCounts&) const override
    {
        const Value& sum = *summary.find("sum");
        if (m_chunks < 2 || sum.isNull())
            return {};
        return Message(OVERLAP_TR_NOOP("Messages", "the same sum in every chunk: %1"),
                       {core::fixedNumber(sum.asNumber(), 3)});
    }

private:
    std::size_t m_chunks;
    std::uint64_t m_items;
    std::uint64_t m_pythonItems;
};

} // namespace

core::WorkloadDescriptor heavyChunksWorkload()
{
    return {
        .id = "heavy-chunks",
        .title = OVERLAP_TR_NOOP("Workloads", "Heavy computing"),
        .parameters =
            {countParameter("chunks", OVERLAP_TR_NOOP("Workloads", "Chunks"),
                            OVERLAP_TR_NOOP("Workloads", "How many parts the work has, all of one size."), 4,
                            10'000),
             countParameter("items", OVERLAP_TR_NOOP("Workloads", "Items in each"),
                            OVERLAP_TR_NOOP("Workloads",
                                            "For how many numbers each chunk adds (sin i · cos i + √(i + 1)) "
                                            "· ln(i + 1), from 0 on."),
                            20'000'000, largestWave),
             pythonCountParameter("pythonItems", OVERLAP_TR_NOOP("Workloads", "in Python"), 500'000,
                                  largestWave)},
        .check = {},
        .make = [](const Value& parameters) { return std::make_unique<HeavyChunksWorkload>(parameters); },
        .hasPythonTwin = true};
}

} // namespace overlap::workloads
