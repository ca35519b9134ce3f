// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/csv.h"

#include "core/text.h"

namespace overlap::exporting {

namespace {

std::string field(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string line(const std::vector<std::string>& fields)
{
    std::vector<std::string> quoted;
    for (const std::string& text : fields)
        quoted.push_back(field(text));
    return core::joined(quoted, ",") + "\r\n";
}

} // namespace

std::string runsAsCsv(const core::Report& report)
{
    std::vector<std::string> names{"experiment", "strategy", "runtime", "workers",   "items",
                                   "block",      "order",    "warmup",  "startup_s", "wall_s",
                                   "cpu_s",      "done",     "failed",  "cancelled", "result_digest"};
    for (const std::string_view state : core::stateNames)
        names.push_back("ledger_" + std::string(state) + "_s");
    std::string text = line(names);
    for (const core::StrategyReport& strategy : report.strategies) {
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
            text += line(fields);
        }
    }
    return text;
}

} // namespace overlap::exporting
