// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/data_chunks_workload.h"

#include "core/json.h"
#include "core/report.h"
#include "core/text.h"
#include "workloads/count_parameter.h"
#include "workloads/kernels.h"

#include <algorithm>

namespace overlap::workloads {

using core::Message;
using core::Value;

namespace {

class DataChunksWorkload final : public core::Workload
{
public:
    explicit DataChunksWorkload(const Value& parameters)
        : m_chunks(countOf(parameters, "chunks"))
        , m_items(countOf(parameters, "items"))
        , m_pythonItems(countOf(parameters, "pythonItems"))
        , m_failing(countOf(parameters, "failingChunk"))
    {}

    Message describe() const override
    {
        const std::string chunks = std::to_string(m_chunks);
        if (m_failing == 0)
            return Message(OVERLAP_TR_NOOP("Messages", "chunks: %1, each with the next values of one list"),
                           {chunks});
        return Message(OVERLAP_TR_NOOP("Messages", "chunks: %1, each with the next values of one list; "
                                                   "chunk %2 is told to fail"),
                       {chunks, std::to_string(m_failing)});
    }
    Message amount(core::Runtime runtime) const override
    {
        const auto items = core::groupedNumber(runtime == core::Runtime::python ? m_pythonItems : m_items);
        if (m_chunks == 1)
            return Message(OVERLAP_TR_NOOP("Messages", "1 chunk of %1 values"), {items});
        return Message(OVERLAP_TR_NOOP("Messages", "%1 chunks of %2 values"),
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
    bool meantToFail(core::ItemIndex index) const override { return index + std::uint64_t{1} == m_failing; }

    core::Stage<Value> run(core::StageIndex, core::TaskContext& context, Value input) const override
    {
        const auto index = static_cast<std::uint64_t>(input.asInteger());
        if (index + 1 == m_failing)
            throw core::Error(Message(OVERLAP_TR_NOOP("Messages", "chunk %1 was told to fail"),
                                      {std::to_string(m_failing)}));
        const core::Nanoseconds begin = core::monotonicNow();
        const DataFigures figures =
            figuresOfData(index * m_items, (index + 1) * m_items, [&context] { context.checkpoint(); });
        const core::Nanoseconds end = core::monotonicNow();
        Value result = Value::object();
        result.set("chunk", Value(input.asInteger() + 1));
        result.set("count", Value(static_cast<std::int64_t>(figures.count)));
        result.set("sum", figures.sum);
        result.set("mean", figures.sum / static_cast<double>(figures.count));
        result.set("least", figures.least);
        result.set("most", figures.most);
        result.set("seconds", core::toSeconds(end - begin));
        result.set("end", Value(end)); // no column: for the rate of all together, on the machine's one clock
        co_return result;
    }

    std::optional<core::PythonTwin> pythonTwin() const override
    {
        Value setting = Value::object();
        setting.set("items", Value(static_cast<std::int64_t>(m_pythonItems)));
        setting.set("failingChunk", Value(static_cast<std::int64_t>(m_failing)));
        return twinOf(*this, "data-chunks", std::move(setting));
    }

    std::vector<core::ResultColumn> resultColumns() const override
    {
        using core::ParameterKind;
        return {{"chunk", OVERLAP_TR_NOOP("Workloads", "Chunk"), ParameterKind::integer},
                {"count", OVERLAP_TR_NOOP("Workloads", "Values"), ParameterKind::integer},
                {"sum", OVERLAP_TR_NOOP("Workloads", "Sum"), ParameterKind::number},
                {"mean", OVERLAP_TR_NOOP("Workloads", "Mean"), ParameterKind::number},
                {"least", OVERLAP_TR_NOOP("Workloads", "Least"), ParameterKind::number},
                {"most", OVERLAP_TR_NOOP("Workloads", "Greatest"), ParameterKind::number},
                {"seconds", OVERLAP_TR_NOOP("Workloads", "Time"), ParameterKind::seconds, false}};
    }

    /// The rate is that of all chunks from the first one's start to the last one's end.
    Value summary(const std::vector<const Value*>& results) const override
    {
        std::int64_t count = 0;
        double sum = 0;
        double begin = 0;
        double end = 0;
        for (const Value* result : results) {
            count += result->find("count")->asInteger();
            sum += result->find("sum")->asNumber();
            const Value* const moment = result->find("end");
            if (!moment || !moment->isInteger()) // no column, so nobody has looked for it
                continue;
            const double ended = core::toSeconds(moment->asInteger());
            const double begun = ended - result->find("seconds")->asNumber();
            begin = end == 0 ? begun : std::min(begin, begun);
            end = std::max(end, ended);
        }
        Value summary = Value::object();
        summary.set("count", count);
        summary.set("mean", count > 0 ? Value(sum / static_cast<double>(count)) : Value());
        summary.set("partial", results.size() < m_chunks);
        summary.set("valuesPerSecond",
                    end > begin ? Value(static_cast<double>(count) / (end - begin)) : Value());
        return summary;
    }
    Message conclusion(const Value& summary, const core::TaskCounts& tasks) const override
    {
        const Value& mean = *summary.find("mean");
        const Value& rate = *summary.find("valuesPerSecond");
        if (mean.isNull() || rate.isNull())
            return {};
        const core::Figure meanText = core::fixedNumber(mean.asNumber(), 2);
        const core::Figure rateText = core::fixedNumber(rate.asNumber() / 1e6, 1);
        if (!summary.find("partial")->asBoolean())
            return Message(OVERLAP_TR_NOOP("Messages", "mean of all values: %1; %2 million values a second"),
                           {meanText, rateText});
        return Message(
            OVERLAP_TR_NOOP("Messages", "partial mean (%3 of %4 chunks): %1; %2 million values a second"),
            {meanText, rateText, std::to_string(tasks.done), std::to_string(m_chunks)});
    }

private:
    std::size_t m_chunks;
    std::uint64_t m_items;
    std::uint64_t m_pythonItems;
    std::uint64_t m_failing; ///< counted from 1; 0 is none
};

void checkParameters(const Value& parameters, std::string_view pointer, std::vector<core::Problem>& problems)
{
    const std::uint64_t chunks = countOf(parameters, "chunks");
    for (const char* size : {"items", "pythonItems"}) {
        const std::uint64_t values = chunks * countOf(parameters, size);
        if (values <= largestWave)
            continue;
        core::addProblem(
            problems, core::jsonPointer(pointer, size),
            Message(OVERLAP_TR_NOOP("Messages",
                                    "the chunks would have %1 values together; beyond %2 the sine "
                                    "loses its meaning"),
                    {std::to_string(values), std::to_string(largestWave)}));
    }
    if (countOf(parameters, "failingChunk") > chunks) {
        core::addProblem(
            problems, core::jsonPointer(pointer, "failingChunk"),
            Message(OVERLAP_TR_NOOP("Messages", "there is no chunk %1: the chunks are %2"),
                    {std::to_string(countOf(parameters, "failingChunk")), std::to_string(chunks)}));
    }
}

} // namespace

core::WorkloadDescriptor dataChunksWorkload()
{
    core::Parameter failing = countParameter(
        "failingChunk", OVERLAP_TR_NOOP("Workloads", "Chunk that fails"),
        OVERLAP_TR_NOOP("Workloads", "Its number, from 1 on; 0 for none. It fails alone: the others are "
                                     "finished, and the mean of what there is is called partial."),
        0, 10'000);
    failing.minimum = 0;
    return {.id = "data-chunks",
            .title = OVERLAP_TR_NOOP("Workloads", "A list of data in chunks"),
            .parameters = {countParameter("chunks", OVERLAP_TR_NOOP("Workloads", "Chunks"),
                                          OVERLAP_TR_NOOP("Workloads",
                                                          "Into how many parts the list is cut. Five on four "
                                                          "workers are two rounds."),
                                          5, 10'000),
                           countParameter(
                               "items", OVERLAP_TR_NOOP("Workloads", "Values in each"),
                               OVERLAP_TR_NOOP("Workloads",
                                               "How many values v, counted on from chunk to chunk, become "
                                               "v² + 100 · sin v. The lesson has 100,000."),
                               18'000'000, 18'000'000),
                           pythonCountParameter("pythonItems", OVERLAP_TR_NOOP("Workloads", "in Python"),
                                                100'000, 18'000'000),
                           std::move(failing)},
            .check = checkParameters,
            .make = [](const Value& parameters) { return std::make_unique<DataChunksWorkload>(parameters); },
            .hasPythonTwin = true};
}

} // namespace overlap::workloads
