// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/file_batch_workload.h"

#include "core/text.h"
#include "workloads/count_parameter.h"
#include "workloads/duration_parameter.h"

#include <array>

namespace overlap::workloads {

using core::Message;
using core::Value;

namespace {

class FileBatchWorkload final : public core::Workload
{
public:
    explicit FileBatchWorkload(const Value& parameters)
    {
        for (const Value& name : parameters.find("files")->asArray())
            m_names.push_back(name.asString());
        for (std::size_t i = 0; i < m_seconds.size(); ++i)
            m_seconds[i] = parameters.find(stepNames[i])->asNumber();
    }

    Message describe() const override
    {
        return Message(OVERLAP_TR_NOOP("Messages", "files: %1, each read %2, processed %3, written %4"),
                       {std::to_string(m_names.size()), core::durationText(m_seconds[0]),
                        core::durationText(m_seconds[1]), core::durationText(m_seconds[2])});
    }
    std::vector<core::StageInfo> stages() const override
    {
        return {{OVERLAP_TR_NOOP("Workloads", "read"), core::Nature::waiting},
                {OVERLAP_TR_NOOP("Workloads", "process"), core::Nature::waiting},
                {OVERLAP_TR_NOOP("Workloads", "write"), core::Nature::waiting}};
    }
    std::size_t itemCount() const override { return m_names.size(); }
    Value item(core::ItemIndex index) const override { return Value(m_names[index]); }
    std::string itemLabel(core::ItemIndex index) const override { return m_names[index]; }

    core::Stage<Value> run(core::StageIndex stage, core::TaskContext& context, Value input) const override
    {
        co_await context.wait(core::fromSeconds(m_seconds[stage]));
        if (stage != processStage)
            co_return input;
        constexpr std::int64_t linesPerCharacter = 10; // as the lesson has it
        Value result = Value::object();
        result.set("file", input);
        result.set("lines", Value(static_cast<std::int64_t>(core::characterCount(input.asString())) *
                                  linesPerCharacter));
        co_return result;
    }

    std::optional<core::PythonTwin> pythonTwin() const override
    {
        Value setting = Value::object();
        for (std::size_t i = 0; i < m_seconds.size(); ++i)
            setting.set(stepNames[i], m_seconds[i]);
        return twinOf(*this, "file-batch", std::move(setting));
    }

    std::vector<core::ResultColumn> resultColumns() const override
    {
        using core::ParameterKind;
        return {{"file", OVERLAP_TR_NOOP("Workloads", "File"), ParameterKind::text},
                {"lines", OVERLAP_TR_NOOP("Workloads", "Lines"), ParameterKind::integer}};
    }

    /// Told after the run, so that it gives no guess away; with three workers, as the lesson has it.
    Message conclusion(const Value&, const core::TaskCounts&) const override
    {
        constexpr std::size_t workers = 3;
        const std::size_t rounds = (m_names.size() + workers - 1) / workers;
        if (rounds < 2 || m_names.size() % workers == 0)
            return {};
        return Message(OVERLAP_TR_NOOP("Messages",
                                       "whole rounds: %1 files on %2 workers take %3, so the gain "
                                       "is %4, not %2"),
                       {std::to_string(m_names.size()), std::to_string(workers), std::to_string(rounds),
                        core::ratioText(static_cast<double>(m_names.size()) / static_cast<double>(rounds))});
    }

    static constexpr std::array<const char*, 3> stepNames{"read", "process", "write"};

private:
    static constexpr core::StageIndex processStage = 1;

    std::vector<std::string> m_names;
    std::array<double, 3> m_seconds{};
};

} // namespace

core::WorkloadDescriptor fileBatchWorkload()
{
    using core::Parameter;
    using core::ParameterKind;
    const Value names = Value::Array{Value("data_report_2024.txt"), Value("user_logs_january.txt"),
                                     Value("sales_summary.txt"), Value("inventory_update.txt"),
                                     Value("customer_feedback.txt")};
    return {
        .id = "file-batch",
        .title = OVERLAP_TR_NOOP("Workloads", "A batch of files"),
        .parameters =
            {Parameter{.name = "files",
                       .kind = ParameterKind::textList,
                       .title = OVERLAP_TR_NOOP("Workloads", "Files"),
                       .help = OVERLAP_TR_NOOP("Workloads",
                                               "Names of files that need not exist: the work on them "
                                               "is simulated."),
                       .defaultValue = names,
                       .minimum = 1,
                       .maximum = 10'000},
             durationParameter("read", OVERLAP_TR_NOOP("Workloads", "Reading"),
                               OVERLAP_TR_NOOP("Workloads", "How long each file is read. The time scale "
                                                            "multiplies it."),
                               0.5),
             durationParameter("process", OVERLAP_TR_NOOP("Workloads", "Processing"),
                               OVERLAP_TR_NOOP("Workloads",
                                               "How long each file is processed: a wait too, "
                                               "as in the lesson. The time scale multiplies it."),
                               0.3),
             durationParameter("write", OVERLAP_TR_NOOP("Workloads", "Writing"),
                               OVERLAP_TR_NOOP("Workloads", "How long each result is written. The time scale "
                                                            "multiplies it."),
                               0.2)},
        .check = {},
        .make = [](const Value& parameters) { return std::make_unique<FileBatchWorkload>(parameters); },
        .hasPythonTwin = true};
}

} // namespace overlap::workloads
