// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/price_pipeline_workload.h"

#include "core/json.h"
#include "core/text.h"
#include "workloads/count_parameter.h"
#include "workloads/fetch_answer.h"
#include "workloads/file_access.h"
#include "workloads/file_set.h"
#include "workloads/valuation.h"

#include <cmath>

namespace overlap::workloads {

using core::Message;
using core::Value;
namespace fs = std::filesystem;

namespace {

double inCents(double amount)
{
    return std::round(amount * 100) / 100;
}

enum : core::StageIndex { fetching, analysing, saving };

class PricePipelineWorkload final : public core::Workload
{
public:
    explicit PricePipelineWorkload(const Value& parameters)
        : m_prices(countOf(parameters, "prices"))
        , m_years(countOf(parameters, "years"))
    {}

    core::WorkloadNeeds needs() const override { return {.loopbackServer = true, .scratch = true}; }
    void prepare(const core::WorkloadSetting& setting) override
    {
        m_server = setting.loopbackUrl;
        m_folder = setting.scratch / "values";
        makeScratchFolder(m_folder);
    }

    Message describe() const override
    {
        return Message(OVERLAP_TR_NOOP("Messages", "prices: %1, each fetched from a server on this machine, "
                                                   "valued by %2 million simulated years, saved in a file"),
                       {std::to_string(m_prices), core::shortNumber(static_cast<double>(m_years) / 1e6)});
    }
    std::vector<core::StageInfo> stages() const override
    {
        return {{OVERLAP_TR_NOOP("Workloads", "fetch"), core::Nature::waiting},
                {OVERLAP_TR_NOOP("Workloads", "analyse"), core::Nature::computing},
                {OVERLAP_TR_NOOP("Workloads", "save"), core::Nature::waiting}};
    }
    std::size_t itemCount() const override { return m_prices; }
    Value item(core::ItemIndex index) const override
    {
        Value item = Value::object();
        item.set("id", Value(index + std::int64_t{1}));
        return item;
    }
    std::string itemLabel(core::ItemIndex index) const override
    {
        return Message(OVERLAP_TR_NOOP("Items", "price %1"), {std::to_string(index + 1)}).english();
    }

    core::Stage<Value> run(core::StageIndex stage, core::TaskContext& context, Value input) const override
    {
        switch (stage) {
        case fetching:
            return fetch(context, std::move(input));
        case analysing:
            return analyse(context, std::move(input));
        default:
            return save(context, std::move(input));
        }
    }

    std::vector<core::ResultColumn> resultColumns() const override
    {
        using core::ParameterKind;
        return {{"id", OVERLAP_TR_NOOP("Workloads", "Price"), ParameterKind::integer},
                {"price", OVERLAP_TR_NOOP("Workloads", "Today"), ParameterKind::number},
                {"value", OVERLAP_TR_NOOP("Workloads", "Value of the option"), ParameterKind::number}};
    }

    Value summary(const std::vector<const Value*>& results) const override
    {
        double total = 0;
        for (const Value* result : results)
            total += result->find("value")->asNumber();
        total = inCents(total);
        Value summary = Value::object();
        summary.set("field", "value");
        summary.set("total", total);
        return summary;
    }

private:
    core::Stage<Value> fetch(core::TaskContext& context, Value input) const
    {
        core::FetchRequest request;
        request.url = m_server + "/price/" + std::to_string(input.find("id")->asInteger());
        const core::FetchResponse response = co_await context.fetch(std::move(request));
        requireSuccess(response);
        input.set("price", numberIn(response.body, "price"));
        co_return input;
    }

    core::Stage<Value> analyse(core::TaskContext& context, Value input) const
    {
        input.set("value", inCents(valueOfOption(input.find("price")->asNumber(), m_years, context.random(),
                                                 [&context] { context.checkpoint(); })));
        co_return input;
    }

    core::Stage<Value> save(core::TaskContext& context, Value input) const
    {
        const auto id = static_cast<std::size_t>(input.find("id")->asInteger());
        const fs::path target = m_folder / (paddedNumber(id, m_prices) + ".json");
        const std::string text = core::writeJson(input);
        co_await context.blocking([&target, &text] { writeScratchFile(target, text); });
        co_return input;
    }

    std::size_t m_prices;
    std::uint64_t m_years;
    std::string m_server;
    fs::path m_folder;
};

} // namespace

core::WorkloadDescriptor pricePipelineWorkload()
{
    return {
        .id = "price-pipeline",
        .title = OVERLAP_TR_NOOP("Workloads", "Prices: fetch, analyse, save"),
        .parameters = {countParameter("prices", OVERLAP_TR_NOOP("Workloads", "Prices"),
                                      OVERLAP_TR_NOOP("Workloads",
                                                      "How many prices there are. The server on this "
                                                      "machine takes 1 s for each; the time scale "
                                                      "multiplies it."),
                                      8, 100'000),
                       countParameter(
                           "years", OVERLAP_TR_NOOP("Workloads", "Simulated years"),
                           OVERLAP_TR_NOOP("Workloads",
                                           "How often the analysis of a price lets a year pass to value the "
                                           "right to buy it at today's price."),
                           8'000'000, 1'000'000'000)},
        .check = {},
        .make = [](const Value& parameters) { return std::make_unique<PricePipelineWorkload>(parameters); }};
}

} // namespace overlap::workloads
