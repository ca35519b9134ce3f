// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every preset that ships, from the command line to its report: what must come out of it.
#include "cli_process.h"
#include "core/json.h"
#include "preset_report.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

using namespace overlap;
using core::Value;
using overlap::testing::CliOutcome;
using overlap::testing::expectSound;
using overlap::testing::runCli;
using overlap::testing::strategyOf;

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
    double total = 0; ///< of the summary; 0 where there is none
    int failed = 0;   ///< all of them meant to
};

void PrintTo(const Preset& preset, std::ostream* stream)
{
    *stream << preset.id;
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
        expectSound(report, preset.id, preset.items, preset.failed);
        for (const Value& strategy : report.find("strategies")->asArray()) {
            if (preset.total > 0) {
                const Value& run = strategy.find("runs")->asArray().front();
                EXPECT_EQ(run.find("summary")->find("total")->asNumber(), preset.total);
            }
        }
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
                         ::testing::Values(Preset{"two-waits", "threads:2", 1.9, 2.02, 2},
                                           Preset{"web-requests", "threads:3", 2.5, 3.1, 5},
                                           Preset{"web-requests", "event-loop:3", 2.5, 3.1, 5},
                                           Preset{"five-seconds", "threads:5", 4.5, 5.1, 5, 150'000},
                                           Preset{"stores", "threads:10", 9.0, 10.2, 50, 12'750'000},
                                           Preset{"stores", "event-loop:10", 9.0, 10.2, 50, 12'750'000},
                                           Preset{"failing-tasks", "threads:4", 1.6, 2.1, 12, 0, 4},
                                           Preset{"file-batch", "threads:3", 2.4, 2.55, 5},
                                           Preset{"service-health", "threads:5", 3.1, 3.35, 5}),
                         [](const auto& instance) {
                             std::string name =
                                 std::string(instance.param.id) + "_" + instance.param.strategy;
                             std::ranges::replace_if(
                                 name, [](char c) { return c == '-' || c == ':'; }, '_');
                             return name;
                         });
