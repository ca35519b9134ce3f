// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/fetch_workload.h"

#include "core/json.h"
#include "core/text.h"
#include "workloads/count_parameter.h"
#include "workloads/fetch_answer.h"

#include <algorithm>

namespace overlap::workloads {

using core::Message;
using core::Value;

namespace {

constexpr std::size_t mostRequests = 100'000;

bool isLocalPath(std::string_view address)
{
    return address.starts_with('/');
}

void expandInto(std::vector<std::string>& addresses, const std::string& pattern, std::size_t most)
{
    // The brackets of http://[::1]/ hold an address, not a range.
    const auto host = pattern.find("://[");
    const auto open = pattern.find('[', host == std::string::npos ? 0 : host + 4);
    if (open == std::string::npos) {
        if (addresses.size() == most)
            throw core::Error(Message(OVERLAP_TR_NOOP("Messages", "these are more than %1 requests"),
                                      {std::to_string(most)}));
        addresses.push_back(pattern);
        return;
    }
    const auto close = pattern.find(']', open);
    const auto dash = pattern.find('-', open);
    const auto bad = [&] {
        return core::Error(
            Message(OVERLAP_TR_NOOP("Messages", "“%1” has a range that is not like [1-50]"), {pattern}));
    };
    if (close == std::string::npos || dash == std::string::npos || dash > close)
        throw bad();
    const auto first = core::integerFromText(std::string_view(pattern).substr(open + 1, dash - open - 1));
    const auto last = core::integerFromText(std::string_view(pattern).substr(dash + 1, close - dash - 1));
    if (!first || !last || *first < 0 || *first > *last)
        throw bad();
    for (std::int64_t i = *first; i <= *last; ++i)
        expandInto(addresses, pattern.substr(0, open) + std::to_string(i) + pattern.substr(close + 1), most);
}

std::vector<std::string> patternsOf(const Value& parameters)
{
    std::vector<std::string> patterns;
    for (const Value& url : parameters.find("urls")->asArray())
        patterns.push_back(url.asString());
    return patterns;
}

class FetchWorkload final : public core::Workload
{
public:
    explicit FetchWorkload(const Value& parameters)
        : m_addresses(expandAddresses(patternsOf(parameters), mostRequests))
        , m_field(parameters.find("field")->asString())
    {
        m_limits.totalTimeout = core::fromSeconds(parameters.find("timeout")->asNumber());
        m_limits.connectTimeout = core::fromSeconds(parameters.find("connectTimeout")->asNumber());
        m_limits.maximumBytes = static_cast<std::uint64_t>(parameters.find("maximumBytes")->asInteger());
    }

    core::WorkloadNeeds needs() const override
    {
        return {.loopbackServer = std::ranges::any_of(m_addresses, isLocalPath)};
    }
    void prepare(const core::WorkloadSetting& setting) override { m_base = setting.loopbackUrl; }

    Message describe() const override
    {
        const std::string count = std::to_string(m_addresses.size());
        if (m_addresses.size() == 1)
            return Message(OVERLAP_TR_NOOP("Messages", "One real HTTP request"));
        if (std::ranges::all_of(m_addresses, isLocalPath))
            return Message(OVERLAP_TR_NOOP("Messages", "%1 real HTTP requests to a server on this machine"),
                           {count});
        return Message(OVERLAP_TR_NOOP("Messages", "%1 real HTTP requests"), {count});
    }
    std::vector<core::StageInfo> stages() const override
    {
        return {{OVERLAP_TR_NOOP("Workloads", "fetch"), core::Nature::waiting}};
    }
    std::size_t itemCount() const override { return m_addresses.size(); }
    Value item(core::ItemIndex index) const override { return Value(m_addresses[index]); }
    std::string itemLabel(core::ItemIndex index) const override { return m_addresses[index]; }

    core::Stage<Value> run(core::StageIndex, core::TaskContext& context, Value input) const override
    {
        const std::string& address = input.asString();
        core::FetchRequest request = m_limits;
        request.url = isLocalPath(address) ? m_base + address : address;
        const core::FetchResponse response = co_await context.fetch(std::move(request));
        requireSuccess(response);
        Value result = Value::object();
        result.set("url", address);
        result.set("status", static_cast<std::int64_t>(response.code));
        result.set("seconds", core::toSeconds(response.elapsed));
        result.set("size", response.body.size());
        if (!m_field.empty())
            result.set("value", numberIn(response.body, m_field));
        co_return result;
    }

    std::optional<core::PythonTwin> pythonTwin() const override
    {
        Value setting = Value::object();
        setting.set("base", m_base);
        setting.set("timeout", core::toSeconds(m_limits.totalTimeout));
        setting.set("connectTimeout", core::toSeconds(m_limits.connectTimeout));
        setting.set("maximumBytes", Value(static_cast<std::int64_t>(m_limits.maximumBytes)));
        setting.set("field", m_field);
        return twinOf(*this, "fetch", std::move(setting));
    }

    std::vector<core::ResultColumn> resultColumns() const override
    {
        using core::ParameterKind;
        std::vector<core::ResultColumn> columns{
            {"url", OVERLAP_TR_NOOP("Workloads", "Address"), ParameterKind::text},
            {"status", OVERLAP_TR_NOOP("Workloads", "Status"), ParameterKind::integer},
            {"seconds", OVERLAP_TR_NOOP("Workloads", "Time"), ParameterKind::seconds, false},
            {"size", OVERLAP_TR_NOOP("Workloads", "Size"), ParameterKind::bytes}};
        if (!m_field.empty())
            columns.push_back({"value", m_field, ParameterKind::number});
        return columns;
    }

    Value summary(const std::vector<const Value*>& results) const override
    {
        if (m_field.empty())
            return {};
        double total = 0;
        for (const Value* result : results) {
            if (const Value* value = result->find("value"); value && value->isNumber())
                total += value->asNumber();
        }
        Value summary = Value::object();
        summary.set("field", m_field);
        summary.set("total", total);
        return summary;
    }

private:
    std::vector<std::string> m_addresses;
    std::string m_field;
    std::string m_base;
    core::FetchRequest m_limits;
};

void checkAddresses(const Value& parameters, std::string_view pointer, std::vector<core::Problem>& problems)
{
    const std::string place = core::jsonPointer(pointer, "urls");
    for (const std::string& pattern : patternsOf(parameters)) {
        const bool known =
            isLocalPath(pattern) || pattern.starts_with("http://") || pattern.starts_with("https://");
        if (!known) {
            problems.push_back(
                {place,
                 Message(OVERLAP_TR_NOOP(
                             "Messages",
                             "“%1” must begin with http://, https:// or / (the server on this machine)"),
                         {pattern})});
        }
    }
    try {
        expandAddresses(patternsOf(parameters), mostRequests);
    } catch (const core::Error& error) {
        problems.push_back({place, error.message()});
    }
}

} // namespace

std::vector<std::string> expandAddresses(const std::vector<std::string>& patterns, std::size_t most)
{
    std::vector<std::string> addresses;
    for (const std::string& pattern : patterns)
        expandInto(addresses, pattern, most);
    return addresses;
}

core::WorkloadDescriptor fetchWorkload()
{
    using core::Parameter;
    using core::ParameterKind;
    const Value urls = Value::Array{Value("/delay/1"), Value("/json")};
    return {
        .id = "fetch",
        .title = OVERLAP_TR_NOOP("Workloads", "HTTP requests"),
        .parameters =
            {Parameter{.name = "urls",
                       .kind = ParameterKind::textList,
                       .title = OVERLAP_TR_NOOP("Workloads", "Addresses"),
                       .help = OVERLAP_TR_NOOP("Workloads",
                                               "One request each. A path such as /delay/1 goes to the "
                                               "server on this machine; [1-50] writes out a range."),
                       .defaultValue = urls,
                       .minimum = 1,
                       .maximum = 10'000},
             Parameter{.name = "timeout",
                       .kind = ParameterKind::seconds,
                       .title = OVERLAP_TR_NOOP("Workloads", "Time-out"),
                       .help = OVERLAP_TR_NOOP(
                           "Workloads", "A request that takes longer fails. The time scale leaves it alone."),
                       .defaultValue = 5.0,
                       .minimum = 0.01,
                       .maximum = 300},
             Parameter{.name = "connectTimeout",
                       .kind = ParameterKind::seconds,
                       .title = OVERLAP_TR_NOOP("Workloads", "Connect within"),
                       .help =
                           OVERLAP_TR_NOOP("Workloads", "How long a server may take to accept a connection."),
                       .defaultValue = 3.0,
                       .minimum = 0.01,
                       .maximum = 60},
             Parameter{.name = "maximumBytes",
                       .kind = ParameterKind::bytes,
                       .title = OVERLAP_TR_NOOP("Workloads", "Largest answer"),
                       .help = OVERLAP_TR_NOOP("Workloads",
                                               "A longer answer fails; bytes are counted while they come."),
                       .defaultValue = 16 * 1024 * 1024,
                       .minimum = 1,
                       .maximum = 1024.0 * 1024 * 1024},
             Parameter{.name = "field",
                       .kind = ParameterKind::text,
                       .title = OVERLAP_TR_NOOP("Workloads", "Sum of field"),
                       .help = OVERLAP_TR_NOOP(
                           "Workloads",
                           "The name of a number in each JSON answer that is added up, such as price."),
                       .defaultValue = "",
                       .minimum = 0,
                       .maximum = 64}},
        .check = checkAddresses,
        .make = [](const Value& parameters) { return std::make_unique<FetchWorkload>(parameters); },
        .hasPythonTwin = true};
}

} // namespace overlap::workloads
