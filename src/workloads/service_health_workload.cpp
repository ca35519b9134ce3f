// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/service_health_workload.h"

#include "core/text.h"
#include "workloads/count_parameter.h"

#include <algorithm>
#include <array>

namespace overlap::workloads {

using core::Message;
using core::Value;

namespace {

struct Service
{
    const char* parameter;
    const char* name; ///< of the service, in every language
    double seconds;   ///< how long its check takes, unless set otherwise
};

constexpr std::array<Service, 5> services{{{"database", "Database Server", 0.8},
                                           {"api", "Web API", 0.5},
                                           {"cache", "Cache Service", 0.3},
                                           {"storage", "File Storage", 1.0},
                                           {"email", "Email Service", 0.7}}};

class ServiceHealthWorkload final : public core::Workload
{
public:
    explicit ServiceHealthWorkload(const Value& parameters)
        : m_healthy(parameters.find("healthy")->asNumber())
    {
        for (std::size_t i = 0; i < services.size(); ++i)
            m_seconds[i] = parameters.find(services[i].parameter)->asNumber();
    }

    Message describe() const override
    {
        return Message(OVERLAP_TR_NOOP(
                           "Messages",
                           "%1 services are asked how they are; the slowest check takes %2, all together %3"),
                       {std::to_string(services.size()),
                        core::durationText(*std::ranges::max_element(m_seconds)),
                        core::durationText(total())});
    }
    std::vector<core::StageInfo> stages() const override
    {
        return {{OVERLAP_TR_NOOP("Workloads", "check"), core::Nature::waiting}};
    }
    std::size_t itemCount() const override { return services.size(); }
    Value item(core::ItemIndex index) const override { return Value(index); }
    std::string itemLabel(core::ItemIndex index) const override { return services[index].name; }

    core::Stage<Value> run(core::StageIndex, core::TaskContext& context, Value input) const override
    {
        const auto index = static_cast<std::size_t>(input.asInteger());
        co_await context.wait(core::fromSeconds(m_seconds[index]));
        Value result = Value::object();
        result.set("service", services[index].name);
        result.set("healthy", context.random().unit() < m_healthy);
        result.set("wait", m_seconds[index]);
        co_return result;
    }

    std::optional<core::PythonTwin> pythonTwin() const override
    {
        Value setting = Value::object();
        setting.set("healthy", m_healthy);
        for (std::size_t i = 0; i < services.size(); ++i)
            setting.set(services[i].parameter, m_seconds[i]);
        return twinOf(*this, "service-health", std::move(setting));
    }

    std::vector<core::ResultColumn> resultColumns() const override
    {
        using core::ParameterKind;
        return {{"service", OVERLAP_TR_NOOP("Workloads", "Service"), ParameterKind::text},
                {"healthy", OVERLAP_TR_NOOP("Workloads", "Healthy"), ParameterKind::boolean},
                {"wait", OVERLAP_TR_NOOP("Workloads", "Check"), ParameterKind::seconds}};
    }

    Value summary(const std::vector<const Value*>& results) const override
    {
        const auto healthy = std::ranges::count_if(results, [](const Value* result) {
            const Value* answer = result->find("healthy");
            return answer && answer->isBoolean() && answer->asBoolean();
        });
        Value summary = Value::object();
        summary.set("healthy", Value(static_cast<std::int64_t>(healthy)));
        summary.set("services", results.size());
        return summary;
    }
    Message conclusion(const Value& summary, const core::TaskCounts&) const override
    {
        return Message(OVERLAP_TR_NOOP("Messages", "%1 of %2 healthy"),
                       {std::to_string(summary.find("healthy")->asInteger()),
                        std::to_string(summary.find("services")->asInteger())});
    }

private:
    double total() const
    {
        double sum = 0;
        for (const double seconds : m_seconds)
            sum += seconds;
        return sum;
    }

    double m_healthy;
    std::array<double, services.size()> m_seconds{};
};

} // namespace

core::WorkloadDescriptor serviceHealthWorkload()
{
    using core::Parameter;
    using core::ParameterKind;
    core::ParameterSchema parameters{Parameter{
        .name = "healthy",
        .kind = ParameterKind::number,
        .title = OVERLAP_TR_NOOP("Workloads", "Chance of being healthy"),
        .help = OVERLAP_TR_NOOP("Workloads",
                                "From 0 to 1. The answers are drawn from the seed, so every strategy gets "
                                "the same."),
        .defaultValue = 0.75,
        .minimum = 0,
        .maximum = 1}};
    constexpr std::array<const char*, services.size()> titles{
        OVERLAP_TR_NOOP("Workloads", "Database Server"), OVERLAP_TR_NOOP("Workloads", "Web API"),
        OVERLAP_TR_NOOP("Workloads", "Cache Service"), OVERLAP_TR_NOOP("Workloads", "File Storage"),
        OVERLAP_TR_NOOP("Workloads", "Email Service")};
    for (std::size_t i = 0; i < services.size(); ++i) {
        parameters.push_back(
            {.name = services[i].parameter,
             .kind = ParameterKind::seconds,
             .title = titles[i],
             .help = OVERLAP_TR_NOOP(
                 "Workloads", "How long the check of this service takes. The time scale multiplies it."),
             .defaultValue = services[i].seconds,
             .minimum = 0.005,
             .maximum = 60,
             .waits = true});
    }
    return {.id = "service-health",
            .title = OVERLAP_TR_NOOP("Workloads", "Health of services"),
            .parameters = std::move(parameters),
            .check = {},
            .make = [](const Value& values) { return std::make_unique<ServiceHealthWorkload>(values); },
            .hasPythonTwin = true};
}

} // namespace overlap::workloads
