// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/csv.h"

#include "core/text.h"

namespace overlap::exporting {

namespace {

std::string valueText(const core::Value& value)
{
    if (value.isString())
        return value.asString();
    return value.isNumber() ? std::string(core::shortNumber(value.asNumber())) : std::string();
}

void addStrategy(std::string& text, const core::Report& report, const core::StrategyReport& strategy,
                 const core::Value* value)
{
    for (const core::RunReport& run : strategy.runs) {
        std::vector<std::string> fields{report.experiment.id,
                                        strategy.strategy.text(),
                                        strategy.strategy.runtime == core::Runtime::python ? "python"
                                                                                           : "native",
                                        std::to_string(strategy.strategy.workers()),
                                        std::to_string(strategy.items),
                                        std::to_string(run.block),
                                        std::to_string(run.order),
                                        run.warmup ? "1" : "0",
                                        core::shortNumber(run.startupSeconds),
                                        core::shortNumber(run.wallSeconds),
                                        core::shortNumber(run.cpuSeconds),
                                        std::to_string(run.tasks.done),
                                        std::to_string(run.tasks.failed),
                                        std::to_string(run.tasks.cancelled),
                                        run.resultDigest};
        for (const double seconds : run.ledgerSeconds)
            fields.push_back(core::shortNumber(seconds));
        for (const bool mark : {run.replaced, !run.disturbances.empty(), run.outlier})
            fields.push_back(mark ? "1" : "0");
        if (value)
            fields.push_back(valueText(*value));
        text += core::csvLine(fields);
    }
}

} // namespace

std::string runsAsCsv(const core::Report& report)
{
    std::vector<std::string> names{"experiment", "strategy", "runtime", "workers",   "items",
                                   "block",      "order",    "warmup",  "startup_s", "wall_s",
                                   "cpu_s",      "done",     "failed",  "cancelled", "result_digest"};
    for (const std::string_view state : core::stateNames)
        names.push_back("ledger_" + std::string(state) + "_s");
    names.insert(names.end(), {"replaced", "disturbed", "outlier"});
    // A column of its own, behind those that every run has.
    if (report.experiment.sweep)
        names.push_back("value");
    std::string text = core::csvLine(names);
    for (const core::StrategyReport& strategy : report.strategies)
        addStrategy(text, report, strategy, nullptr);
    for (const core::PointReport& point : report.points) {
        for (const core::StrategyReport& strategy : point.strategies)
            addStrategy(text, report, strategy, &point.value);
    }
    return text;
}

} // namespace overlap::exporting
