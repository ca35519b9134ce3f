// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/failing_tasks_workload.h"

#include "core/report.h"
#include "core/text.h"
#include "workloads/count_parameter.h"

#include <algorithm>
#include <array>

namespace overlap::workloads {

using core::Message;
using core::Value;

namespace {

enum class Act { wait, fetch, parse, refused, slow };

struct TaskPlan
{
    Act act;
    const char* label;  ///< a name as in code, in every language
    double seconds = 0; ///< of a wait
    const char* path = "";
    bool fails = false;
};

// The slow one is early, so that with several workers nothing waits for it at the end.
constexpr std::array<TaskPlan, 12> plans{{{Act::wait, "wait(0.5)", 0.5},
                                          {Act::slow, "/delay/6", 0, "/delay/6", true},
                                          {Act::fetch, "/json", 0, "/json"},
                                          {Act::parse, "int(\"twelve\")", 0, "twelve", true},
                                          {Act::fetch, "/delay/0.5", 0, "/delay/0.5"},
                                          {Act::fetch, "/status/500", 0, "/status/500", true},
                                          {Act::wait, "wait(1)", 1.0},
                                          {Act::fetch, "/uuid", 0, "/uuid"},
                                          {Act::refused, "refused", 0, "", true},
                                          {Act::fetch, "/delay/1", 0, "/delay/1"},
                                          {Act::wait, "wait(0.7)", 0.7},
                                          {Act::fetch, "/price/7", 0, "/price/7"}}};

constexpr core::Nanoseconds slowAnswer = 6 * core::nanosecondsPerSecond;

/// What a program does that trusts its input.
std::int64_t parsed(std::string_view text)
{
    const auto number = core::integerFromText(text);
    if (!number)
        throw core::Error(Message(OVERLAP_TR_NOOP("Messages", "“%1” is not a number"), {std::string(text)}));
    return *number;
}

class FailingTasksWorkload final : public core::Workload
{
public:
    explicit FailingTasksWorkload(const Value& parameters)
        : m_timeout(core::fromSeconds(parameters.find("timeout")->asNumber()))
        , m_tooSlow(m_timeout < slowAnswer)
        , m_collects(parameters.find("errors")->asString() == "collected")
    {}

    core::WorkloadNeeds needs() const override { return {.loopbackServer = true, .refusingAddress = true}; }
    void prepare(const core::WorkloadSetting& setting) override
    {
        m_base = setting.loopbackUrl;
        m_refusing = setting.refusingUrl;
        // The server's delay follows the time scale; held against an unscaled limit it would stay within it.
        m_timeout = core::scaledDuration(m_timeout, setting.timeScale);
    }

    Message describe() const override
    {
        const std::vector<core::Argument> counts{std::to_string(plans.size()), std::to_string(failing())};
        return m_collects
                   ? Message(OVERLAP_TR_NOOP("Messages", "%1 tasks of which %2 fail, each in its own way; "
                                                         "every result and every error is asked for"),
                             counts)
                   : Message(OVERLAP_TR_NOOP("Messages", "%1 tasks of which %2 fail, each in its own way; "
                                                         "submitted and forgotten"),
                             counts);
    }
    std::vector<core::StageInfo> stages() const override
    {
        return {{OVERLAP_TR_NOOP("Workloads", "task"), core::Nature::mixed}};
    }
    std::size_t itemCount() const override { return plans.size(); }
    Value item(core::ItemIndex index) const override { return Value(index); }
    std::string itemLabel(core::ItemIndex index) const override { return plans[index].label; }
    bool meantToFail(core::ItemIndex index) const override
    {
        return plans[index].fails && (m_tooSlow || plans[index].act != Act::slow);
    }
    bool collectsResults() const override { return m_collects; }

    core::Stage<Value> run(core::StageIndex, core::TaskContext& context, Value input) const override
    {
        const TaskPlan& plan = plans[static_cast<std::size_t>(input.asInteger())];
        Value result = Value::object();
        result.set("task", plan.label);
        if (plan.act == Act::wait) {
            co_await context.wait(core::fromSeconds(plan.seconds));
        } else if (plan.act == Act::parse) {
            result.set("size", Value(parsed(plan.path)));
        } else {
            core::FetchRequest request;
            request.url = plan.act == Act::refused ? m_refusing + "/" : m_base + plan.path;
            request.totalTimeout =
                plan.act == Act::slow ? m_timeout : std::max(request.totalTimeout, m_timeout);
            const core::FetchResponse response = co_await context.fetch(std::move(request));
            if (response.status != core::FetchStatus::answered)
                throw core::Error(response.error);
            if (response.code >= 400) {
                throw core::Error(Message(OVERLAP_TR_NOOP("Messages", "the server answered with status %1"),
                                          {std::to_string(response.code)}));
            }
            result.set("size", response.body.size());
        }
        co_return result;
    }

    std::optional<core::PythonTwin> pythonTwin() const override
    {
        Value setting = Value::object();
        setting.set("base", m_base);
        setting.set("refusing", m_refusing);
        setting.set("timeout", core::toSeconds(m_timeout));
        return twinOf(*this, "failing-tasks", std::move(setting));
    }

    std::vector<core::ResultColumn> resultColumns() const override
    {
        using core::ParameterKind;
        return {{"task", OVERLAP_TR_NOOP("Workloads", "Task"), ParameterKind::text},
                {"size", OVERLAP_TR_NOOP("Workloads", "Size"), ParameterKind::bytes, true, true}};
    }

    Message conclusion(const Value&, const core::TaskCounts& tasks) const override
    {
        if (!m_collects) {
            return Message(
                OVERLAP_TR_NOOP("Messages", "errors lost: %1, because nobody asked for the results"),
                {std::to_string(tasks.lost)});
        }
        return Message(OVERLAP_TR_NOOP("Messages", "results collected: %1, errors collected: %2"),
                       {std::to_string(tasks.done), std::to_string(tasks.failed)});
    }

private:
    int failing() const
    {
        int count = 0;
        for (core::ItemIndex i = 0; i < plans.size(); ++i)
            count += meantToFail(i) ? 1 : 0;
        return count;
    }

    core::Nanoseconds m_timeout; ///< unscaled until prepare()
    bool m_tooSlow;
    bool m_collects;
    std::string m_base;
    std::string m_refusing;
};

} // namespace

core::WorkloadDescriptor failingTasksWorkload()
{
    using core::Parameter;
    using core::ParameterKind;
    return {
        .id = "failing-tasks",
        .title = OVERLAP_TR_NOOP("Workloads", "Tasks that fail"),
        .parameters = {Parameter{.name = "errors",
                                 .kind = ParameterKind::choice,
                                 .title = OVERLAP_TR_NOOP("Workloads", "Results and errors"),
                                 .help = OVERLAP_TR_NOOP(
                                     "Workloads", "Collected: each result is asked for, which brings each "
                                                  "error to light. Forgotten: nobody asks, so nobody learns "
                                                  "what failed."),
                                 .defaultValue = "collected",
                                 .choices = {OVERLAP_TR_NOOP("Choices", "collected"),
                                             OVERLAP_TR_NOOP("Choices", "forgotten")}},
                       Parameter{.name = "timeout",
                                 .kind = ParameterKind::seconds,
                                 .title = OVERLAP_TR_NOOP("Workloads", "Time-out"),
                                 .help = OVERLAP_TR_NOOP(
                                     "Workloads", "How long the request to /delay/6 may take. The time scale "
                                                  "multiplies it, as it does the delay."),
                                 .defaultValue = 5.0,
                                 .minimum = 0.1,
                                 .maximum = 30,
                                 .waits = true}},
        .check = {},
        .make = [](const Value& parameters) { return std::make_unique<FailingTasksWorkload>(parameters); },
        .hasPythonTwin = true};
}

} // namespace overlap::workloads
