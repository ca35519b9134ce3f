// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every preset that ships, from the command line to its report: what must come out of it.
#include "cli_process.h"
#include "core/json.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

using namespace overlap;
using core::Value;
using overlap::testing::CliOutcome;
using overlap::testing::runCli;

namespace {

#ifdef OVERLAP_SANITIZED
constexpr bool measures = false; // a sanitizer build asserts order and equality only
#else
constexpr bool measures = true;
#endif

struct Preset
{
    const char* id;
    const char* strategy; ///< the one whose speed-up is stated
    double atLeast;
    double atMost;
    int items;
    double total; ///< of the summary; 0 where there is none
};

void PrintTo(const Preset& preset, std::ostream* stream)
{
    *stream << preset.id;
}

const Value& strategyOf(const Value& report, std::string_view text)
{
    for (const Value& strategy : report.find("strategies")->asArray()) {
        if (strategy.find("strategy")->asString() == text)
            return strategy;
    }
    throw std::runtime_error("no strategy " + std::string(text));
}

/// What holds however disturbed the machine is.
void expectSound(const Value& report, const Preset& preset)
{
    EXPECT_EQ(*report.find("schema"), Value("overlap.report/1"));
    EXPECT_EQ(*report.find("experiment")->find("id"), Value(preset.id));
    EXPECT_EQ(*report.find("cancelled"), Value(false));
    EXPECT_EQ(*report.find("digestsEqual"), Value(true));
    const std::string digest = strategyOf(report, "sequential").find("resultDigest")->asString();
    EXPECT_EQ(digest.size(), 64u);
    for (const Value& strategy : report.find("strategies")->asArray()) {
        SCOPED_TRACE(strategy.find("strategy")->asString());
        EXPECT_EQ(*strategy.find("resultDigest"), Value(digest));
        EXPECT_EQ(*strategy.find("items"), Value(preset.items));
        EXPECT_EQ(*strategy.find("tasks")->find("done"), Value(preset.items));
        EXPECT_EQ(*strategy.find("baseline"), Value("sequential"));
        EXPECT_TRUE(strategy.find("wallInterval95")->isNull()) << "one block has no interval";
        double sum = 0;
        for (const core::Member& share : strategy.find("ledger")->asObject())
            sum += share.value.asNumber();
        EXPECT_NEAR(sum, 1.0, 0.01);
        EXPECT_GT(strategy.find("ledger")->find("waiting")->asNumber(), 0);
        const Value& run = strategy.find("runs")->asArray().front();
        const double wall = run.find("wallSeconds")->asNumber();
        double seconds = 0;
        for (const core::Member& state : run.find("ledgerSeconds")->asObject())
            seconds += state.value.asNumber();
        const double expected = wall * static_cast<double>(strategy.find("workers")->asInteger());
        EXPECT_NEAR(seconds, expected, expected / 100);
        if (preset.total > 0) {
            EXPECT_EQ(run.find("summary")->find("total")->asNumber(), preset.total);
        }
    }
}

} // namespace

class Presets : public ::testing::TestWithParam<Preset>
{};

TEST_P(Presets, ComeOutAsTheySay)
{
    const Preset& preset = GetParam();
    double speedup = 0;
    // A disturbed block may be repeated, at most twice.
    for (int attempt = 0; attempt < 3; ++attempt) {
        const CliOutcome outcome = runCli({"run", preset.id, "--json", "-"});
        ASSERT_EQ(outcome.code, 0) << outcome.err;
        EXPECT_EQ(outcome.err, "");
        const Value report = core::parseJson(outcome.out);
        expectSound(report, preset);
        speedup = strategyOf(report, preset.strategy).find("speedup")->find("value")->asNumber();
        if (!measures || (speedup >= preset.atLeast && speedup <= preset.atMost))
            break;
    }
    if (measures) {
        EXPECT_GE(speedup, preset.atLeast);
        EXPECT_LE(speedup, preset.atMost);
    } else {
        EXPECT_GT(speedup, 1.0) << "waiting overlaps even so";
    }
}

INSTANTIATE_TEST_SUITE_P(Shipped, Presets,
                         ::testing::Values(Preset{"two-waits", "threads:2", 1.9, 2.02, 2, 0},
                                           Preset{"web-requests", "threads:3", 2.5, 3.1, 5, 0},
                                           Preset{"five-seconds", "threads:5", 4.5, 5.1, 5, 150'000},
                                           Preset{"stores", "threads:10", 9.0, 10.2, 50, 12'750'000}),
                         [](const auto& instance) {
                             std::string name = instance.param.id;
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });
