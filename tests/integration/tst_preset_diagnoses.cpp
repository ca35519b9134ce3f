// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What happened, in words: each diagnosis is told of the preset that shows it, and not any more after its own
// remedy.
#include "cli_process.h"
#include "core/json.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

using namespace overlap;
using core::Value;
using overlap::testing::CliOutcome;
using overlap::testing::runCli;
using ::testing::HasSubstr;
using ::testing::Not;

namespace {

struct Lesson
{
    const char* kind;
    const char* strategy;
    std::vector<std::string> experiment; ///< a preset with what makes it small
};

void PrintTo(const Lesson& lesson, std::ostream* stream)
{
    *stream << lesson.kind;
}

std::vector<std::string> runOf(const Lesson& lesson, const std::string& strategy)
{
    std::vector<std::string> arguments = lesson.experiment;
    arguments.insert(arguments.begin(), "run");
    arguments.insert(arguments.end(), {"--strategy", strategy});
    return arguments;
}

Value reportOf(std::vector<std::string> arguments)
{
    arguments.insert(arguments.end(), {"--json", "-"});
    const CliOutcome outcome = runCli(std::move(arguments));
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    return core::parseJson(outcome.out);
}

/// The diagnosis of that kind; null where there is none.
Value diagnosisIn(const Value& report, std::string_view kind)
{
    for (const Value& diagnosis : report.find("diagnoses")->asArray()) {
        if (diagnosis.find("kind")->asString() == kind)
            return diagnosis;
    }
    return {};
}

/// More workers than cores want as many tasks.
std::string threePerCore()
{
    return std::to_string(3 * std::max(1L, sysconf(_SC_NPROCESSORS_ONLN)));
}

class Diagnoses : public ::testing::TestWithParam<Lesson>
{
protected:
    void SetUp() override
    {
#ifdef OVERLAP_SANITIZED
        GTEST_SKIP() << "a sanitizer build says nothing about times";
#endif
    }
};

} // namespace

TEST_P(Diagnoses, AreToldOfTheirPresetAndFallSilentAfterTheirRemedy)
{
    const Lesson& lesson = GetParam();
    std::string said;
    for (int attempt = 0; attempt < 3; ++attempt) {
        const Value before = diagnosisIn(reportOf(runOf(lesson, lesson.strategy)), lesson.kind);
        if (before.isNull()) {
            said = "not told";
            continue;
        }
        const std::string name(lesson.strategy, std::string_view(lesson.strategy).find(':'));
        EXPECT_THAT(before.find("strategy")->asString(), ::testing::StartsWith(name))
            << "and not the baseline";
        EXPECT_FALSE(before.find("sentence")->asString().empty());
        EXPECT_FALSE(before.find("states")->asArray().empty());
        ASSERT_TRUE(before.find("place")->isObject()) << "there is something to look at in the lanes";
        EXPECT_LT(before.find("place")->find("beginSeconds")->asNumber(),
                  before.find("place")->find("endSeconds")->asNumber());
        const Value& remedy = *before.find("remedy")->find("strategy");
        ASSERT_TRUE(remedy.isString()) << before.find("remedy")->find("sentence")->asString();
        if (diagnosisIn(reportOf(runOf(lesson, remedy.asString())), lesson.kind).isNull())
            return;
        said = "still told of " + remedy.asString();
    }
    ADD_FAILURE() << said;
}

INSTANTIATE_TEST_SUITE_P(
    Each, Diagnoses,
    ::testing::Values(
        Lesson{"bottleneck", "pipeline:1,1,1@queues=3/3/0", {"assembly-line", "--time-scale", "0.25"}},
        Lesson{"starvation", "pipeline:1,4@queues=0/2", {"back-pressure", "--time-scale", "0.1"}},
        Lesson{"back-pressure", "pipeline:1,1@queues=0/2", {"back-pressure", "--time-scale", "0.1"}},
        Lesson{"gil", "gil-threads:2", {"two-sums"}},
        Lesson{"oversubscription",
               "threads:3xcores",
               {"heavy-chunks", "--set", "items=2000000", "--set", "chunks=" + threePerCore()}},
        Lesson{"straggler-tail", "threads:3", {"file-batch", "--time-scale", "0.2"}},
        Lesson{"start-up", "processes:4", {"tiny-tasks"}}, Lesson{"transfer", "processes:2", {"big-payload"}},
        Lesson{"tiny-tasks", "processes:2", {"tiny-tasks", "--set", "tasks=40000", "--set", "count=6000"}},
        Lesson{"tiny-tasks", "processes:4", {"batched-tiny"}}),
    [](const auto& instance) {
        std::string name = instance.param.kind + std::to_string(instance.index);
        std::ranges::replace(name, '-', '_');
        return name;
    });

TEST(WhatHappened, StandsBehindTheFindingAndNamesTheRemedy)
{
    const CliOutcome outcome =
        runCli({"run", "back-pressure", "--time-scale", "0.1", "--strategy", "pipeline:1,1@queues=0/2"});
    const auto finding = outcome.out.find("× as fast");
    const auto happened = outcome.out.find("What happened under pipeline:1,1@queues=0/2: ");
    ASSERT_NE(happened, std::string::npos) << outcome.out;
    EXPECT_TRUE(finding == std::string::npos || finding < happened);
    EXPECT_THAT(outcome.out, HasSubstr(" Try pipeline:1,2@queues=0/2.\n"));
    EXPECT_THAT(runCli({"run", "two-waits", "--time-scale", "0.1"}).out, Not(HasSubstr("What happened")))
        << "nothing is wrong there";
}
