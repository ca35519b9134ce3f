// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the presets of files, services and failures say beside their times.
#include "cli_process.h"
#include "core/json.h"
#include "preset_report.h"
#include "support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace overlap;
using core::Value;
using overlap::testing::CliOutcome;
using overlap::testing::expectSound;
using overlap::testing::runCli;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

namespace {

#ifdef OVERLAP_SANITIZED
constexpr bool measures = false; // a sanitizer build asserts order and equality only
#else
constexpr bool measures = true;
#endif

} // namespace

TEST(PresetResults, ServicesAnswerInTheOrderOfTheirWaits)
{
    const CliOutcome outcome = runCli({"run", "service-health"});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_THAT(outcome.out,
                AllOf(HasSubstr("sequential finished in the order 1 2 3 4 5\n"),
                      HasSubstr("threads:5 finished in the order 3 2 5 1 4\n"),
                      HasSubstr("sequential: 3 of 5 healthy\n"), HasSubstr("threads:5: 3 of 5 healthy\n")));
}

TEST(PresetResults, CollectedErrorsComeWithTheirTexts)
{
    const CliOutcome outcome = runCli({"run", "failing-tasks", "--time-scale", "0.1"});
    EXPECT_EQ(outcome.code, 0) << "what was meant to fail is no trouble: " << outcome.err;
    for (const std::string strategy : {"sequential", "threads:4"}) {
        EXPECT_THAT(outcome.out,
                    AllOf(HasSubstr(strategy + ": results collected: 8, errors collected: 4\n"),
                          HasSubstr("did not answer in full within 0.5 s.\n"),
                          HasSubstr(strategy + ", item 4 failed: “twelve” is not a number\n"),
                          HasSubstr(strategy + ", item 6 failed: the server answered with status 500\n"),
                          HasSubstr(strategy + ", item 9 failed: 127.0.0.1:"),
                          HasSubstr("refused the connection.\n")));
    }
}

TEST(PresetResults, ForgottenErrorsAreLost)
{
    const CliOutcome outcome =
        runCli({"run", "failing-tasks", "--time-scale", "0.1", "--set", "errors=forgotten"});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_THAT(outcome.out,
                AllOf(HasSubstr("sequential: errors lost: 4, because nobody asked for the results\n"),
                      HasSubstr("threads:4: errors lost: 4, because nobody asked for the results\n"),
                      Not(HasSubstr("twelve"))));
}

TEST(PresetResults, DigestsAreTheSameEverywhereAndTheReportSaysWhatBoundIt)
{
    const std::int64_t size = measures ? 16'000'000 : 1'000'000;
    const CliOutcome outcome =
        runCli({"run", "file-digests", "--set", "size=" + std::to_string(size), "--json", "-"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    const Value report = core::parseJson(outcome.out);
    expectSound(report, "file-digests", 16);
    for (const Value& strategy : report.find("strategies")->asArray()) {
        const Value& summary = *strategy.find("runs")->asArray().front().find("summary");
        EXPECT_GT(summary.find("bytes")->asInteger(), 16 * size / 2);
        EXPECT_GT(summary.find("readingSeconds")->asNumber(), 0);
        EXPECT_GT(summary.find("computingSeconds")->asNumber(), 0);
    }
    EXPECT_THAT(runCli({"run", "file-digests", "--set", "files=2"}).out, HasSubstr(": bound by "));
}

TEST(PresetResults, AFileThatFailsUnmeantEndsWithOne)
{
    const overlap::testing::TempFolder folder;
    folder.write("broken.jpg", "no picture");
    const CliOutcome outcome = runCli({"run", "image-resize", "--set", "folder=" + folder.path().string()});
    EXPECT_EQ(outcome.code, 1);
    EXPECT_THAT(outcome.out, HasSubstr("item 1 failed: “broken.jpg” is not a JPEG file\n"));
}
