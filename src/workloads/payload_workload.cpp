// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/payload_workload.h"

#include "core/text.h"
#include "workloads/checksum.h"
#include "workloads/count_parameter.h"

#include <algorithm>
#include <cmath>

namespace overlap::workloads {

using core::Message;
using core::Value;

namespace {

/// Random figures of the items, apart from those of the tasks.
constexpr core::StageIndex carrying = 0xFFFE;

class PayloadWorkload final : public core::Workload
{
public:
    explicit PayloadWorkload(const Value& parameters)
        : m_tasks(countOf(parameters, "tasks"))
        , m_bytes(countOf(parameters, "bytes"))
    {}

    void prepare(const core::WorkloadSetting& setting) override { m_seed = setting.seed; }

    Message describe() const override
    {
        return Message(OVERLAP_TR_NOOP("Messages", "tasks: %1, each carries an array of %2 MB"),
                       {std::to_string(m_tasks), megabytes(m_bytes)});
    }
    std::vector<core::StageInfo> stages() const override
    {
        return {{OVERLAP_TR_NOOP("Workloads", "compute"), core::Nature::computing}};
    }
    std::size_t itemCount() const override { return m_tasks; }
    /// Made when it is asked for, so that no more of them are in memory than are on their way. Every byte
    /// follows from its place and the item's seed; real random bytes would take longer than the work on them.
    Value item(core::ItemIndex index) const override
    {
        std::uint64_t figure = core::Random::of(m_seed, index, carrying).next();
        std::string bytes(m_bytes, '\0');
        for (std::size_t at = 0; at < m_bytes; at += sizeof figure) {
            figure += 0x9E3779B97F4A7C15ULL;
            std::copy_n(reinterpret_cast<const char*>(&figure), std::min(sizeof figure, m_bytes - at),
                        bytes.data() + at);
        }
        return Value(std::move(bytes));
    }
    std::string itemLabel(core::ItemIndex index) const override
    {
        return Message(OVERLAP_TR_NOOP("Items", "array %1"), {std::to_string(index + 1)}).english();
    }

    core::Stage<Value> run(core::StageIndex, core::TaskContext& context, Value input) const override
    {
        const std::string_view bytes = input.asString();
        Checksum checksum;
        for (std::size_t at = 0; at < bytes.size(); at += checksumBytesPerBlock) {
            checksum.add(bytes.substr(at, checksumBytesPerBlock));
            context.checkpoint();
        }
        Value result = Value::object();
        result.set("task", Value(context.item() + std::int64_t{1}));
        result.set("size", bytes.size());
        result.set("checksum", checksum.text());
        co_return result;
    }

    /// The arrays are made by the twin, as item() makes them here: where they are handed out.
    std::optional<core::PythonTwin> pythonTwin() const override
    {
        core::PythonTwin twin{"payload", Value::object(), {}};
        twin.setting.set("bytes", Value(static_cast<std::int64_t>(m_bytes)));
        for (std::size_t i = 0; i < m_tasks; ++i)
            twin.items.emplace_back(static_cast<std::int64_t>(i));
        return twin;
    }

    std::vector<core::ResultColumn> resultColumns() const override
    {
        using core::ParameterKind;
        return {{"task", OVERLAP_TR_NOOP("Workloads", "Task"), ParameterKind::integer},
                {"size", OVERLAP_TR_NOOP("Workloads", "Size"), ParameterKind::bytes},
                {"checksum", OVERLAP_TR_NOOP("Workloads", "Checksum"), ParameterKind::text}};
    }

    Value summary(const std::vector<const Value*>& results) const override
    {
        std::int64_t bytes = 0;
        for (const Value* result : results)
            bytes += result->find("size")->asInteger();
        Value summary = Value::object();
        summary.set("bytes", bytes);
        return summary;
    }
    Message conclusion(const Value& summary, const core::TaskCounts&) const override
    {
        return Message(OVERLAP_TR_NOOP("Messages",
                                       "arrays of %1 MB in all: threads are handed them where they "
                                       "are, processes get a copy of every byte"),
                       {megabytes(static_cast<std::uint64_t>(summary.find("bytes")->asInteger()))});
    }

private:
    static core::Figure megabytes(std::uint64_t bytes)
    {
        return core::shortNumber(std::round(static_cast<double>(bytes) / 1e4) / 100);
    }

    std::size_t m_tasks;
    std::size_t m_bytes;
    std::uint64_t m_seed = 0;
};

} // namespace

core::WorkloadDescriptor payloadWorkload()
{
    return {.id = "payload",
            .title = OVERLAP_TR_NOOP("Workloads", "Big payloads"),
            .parameters = {tasksParameter(8),
                           core::Parameter{.name = "bytes",
                                           .kind = core::ParameterKind::bytes,
                                           .title = OVERLAP_TR_NOOP("Workloads", "Size of each array"),
                                           .help = OVERLAP_TR_NOOP(
                                               "Workloads",
                                               "What each task carries to its worker. Try 1, 8 and 64 "
                                               "million bytes: copying grows with them as the work does, "
                                               "so more data makes processes no better."),
                                           .defaultValue = 8'000'000,
                                           .minimum = 1,
                                           .maximum = 64'000'000}},
            .check = {},
            .make = [](const Value& parameters) { return std::make_unique<PayloadWorkload>(parameters); },
            .hasPythonTwin = true};
}

} // namespace overlap::workloads
