// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every preset that ships under every strategy that there is: each run's ledger closes.
#include "cli_process.h"
#include "core/json.h"

#include <gtest/gtest.h>
#include <map>

using namespace overlap;
using core::Value;
using overlap::testing::CliOutcome;
using overlap::testing::runCli;

namespace {

Value listed()
{
    const CliOutcome outcome = runCli({"list", "--json", "-"});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    return core::parseJson(outcome.out);
}

std::size_t stagesOf(const std::string& workload, const Value& list)
{
    for (const Value& known : list.find("workloads")->asArray()) {
        if (known.find("id")->asString() == workload)
            return known.find("stages")->asArray().size();
    }
    return 0;
}

/// Three workers where a strategy has workers: with two items of work, one of them has nothing to do. Three
/// for each stage, and short queues, where it has stages.
std::vector<std::string> everyStrategy(const Value& list, std::size_t stages)
{
    std::vector<std::string> options;
    const auto perStage = [stages](const std::string& each, const std::string& between) {
        std::string all = each;
        for (std::size_t stage = 1; stage < stages; ++stage)
            all += between + each;
        return all;
    };
    for (const Value& strategy : list.find("strategies")->asArray()) {
        const std::string name = strategy.find("name")->asString();
        if (name.starts_with("python-")) // the interpreter is not ours
            continue;
        options.emplace_back("--strategy");
        if (strategy.find("countPerStage")->asBoolean())
            options.push_back(name + ":" + perStage("3", ",") + "@queues=" + perStage("1", "/"));
        else
            options.push_back(strategy.find("takesCount")->asBoolean() ? name + ":3" : name);
    }
    return options;
}

/// A ledger closes over a tenth of the work, too.
std::vector<std::string> smallForm(const std::string& id)
{
    static const std::map<std::string, std::vector<std::string>> forms{
        {"two-sums", {"--set", "count=40000000"}},
        {"heavy-chunks", {"--set", "items=1000000"}},
        {"data-chunks", {"--set", "items=1000000"}},
        {"ml-predictions", {"--set", "batches=6", "--set", "samples=2000"}},
        {"image-resize", {"--set", "files=4", "--set", "megapixels=1"}},
        {"file-digests", {"--set", "files=6", "--set", "size=1000000"}},
        {"price-pipeline", {"--set", "years=200000"}},
        {"switch-interval", {"--set", "compute=0.05"}},
        {"database-queries", {"--set", "queries=9", "--set", "orders=50000"}},
    };
    const auto form = forms.find(id);
    return form == forms.end() ? std::vector<std::string>() : form->second;
}

/// "workload.tasks=5" of a sweep over 2, 5 and 50.
std::string oneValueOf(const Value& sweep)
{
    const Value& value = sweep.find("values")->asArray().at(1);
    const std::string text = value.isString()    ? value.asString()
                             : value.isInteger() ? std::to_string(value.asInteger())
                                                 : std::to_string(value.asNumber());
    return sweep.find("over")->asString() + "=" + text;
}

double sumOf(const Value& states)
{
    double sum = 0;
    for (const core::Member& state : states.asObject()) {
        EXPECT_GE(state.value.asNumber(), 0) << state.key;
        sum += state.value.asNumber();
    }
    return sum;
}

} // namespace

TEST(Ledger, ClosesForEveryPresetAndStrategy)
{
    const Value list = listed();
    for (const Value& experiment : list.find("experiments")->asArray()) {
        const std::string id = experiment.find("id")->asString();
        SCOPED_TRACE(id);
        const std::string workload = experiment.find("workload")->find("id")->asString();
        const std::vector<std::string> strategies = everyStrategy(list, stagesOf(workload, list));
        ASSERT_GE(strategies.size(), 6u);
        std::vector<std::string> arguments{"run", id, "--time-scale", "0.05", "--json", "-"};
        const Value* sweep = experiment.find("sweep");
        if (sweep) // one of its values is enough
            arguments = {"sweep", id,       "--time-scale",    "0.05", "--quiet", "--json",
                         "-",     "--over", oneValueOf(*sweep)};
        // A sweep over workers gives them to strategies that are written without.
        const bool bare = sweep && sweep->find("over")->asString() == "strategy.workers";
        for (const std::string& strategy : strategies)
            arguments.push_back(bare && strategy.ends_with(":3") ? strategy.substr(0, strategy.size() - 2)
                                                                 : strategy);
        const std::vector<std::string> form = smallForm(id);
        arguments.insert(arguments.end(), form.begin(), form.end());
        const CliOutcome outcome = runCli(arguments);
        ASSERT_EQ(outcome.code, 0) << outcome.err;
        const Value report = core::parseJson(outcome.out);
        const Value& part = sweep ? report.find("points")->asArray().front() : report;
        EXPECT_EQ(part.find("strategies")->asArray().size(), strategies.size() / 2);
        for (const Value& strategy : part.find("strategies")->asArray()) {
            SCOPED_TRACE(strategy.find("strategy")->asString());
            EXPECT_NEAR(sumOf(*strategy.find("ledger")), 1, 1e-9);
            const auto workers = static_cast<double>(strategy.find("workers")->asInteger());
            for (const Value& run : strategy.find("runs")->asArray()) {
                const double whole = workers * run.find("wallSeconds")->asNumber();
                EXPECT_NEAR(sumOf(*run.find("ledgerSeconds")), whole, whole / 100);
            }
        }
    }
}
