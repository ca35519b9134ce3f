// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Presets and twins under the machine's own Python, and what happens where there is none.
#include "cli_process.h"
#include "core/file.h"
#include "core/json.h"
#include "preset_report.h"
#include "support/temp_folder.h"

#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>
#include <string>
#include <vector>

using namespace overlap;
using core::Value;
using overlap::testing::CliOutcome;
using overlap::testing::isDisturbed;
using overlap::testing::meetsItsExpectations;
using overlap::testing::runCli;
using overlap::testing::secondsIn;
using overlap::testing::strategyOf;
using overlap::testing::TempFolder;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

namespace {

/// Sets a variable for as long as it lives.
class Variable
{
public:
    Variable(const char* name, const char* value) : m_name(name)
    {
        if (const char* before = std::getenv(name))
            m_before = before;
        setenv(name, value, 1);
    }
    ~Variable()
    {
        if (m_before)
            setenv(m_name, m_before->c_str(), 1);
        else
            unsetenv(m_name);
    }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

private:
    const char* m_name;
    std::optional<std::string> m_before;
};

constexpr const char* nowhere = "/nonexistent/python3";

Value reportOf(std::vector<std::string> arguments, CliOutcome* said = nullptr)
{
    arguments.insert(arguments.end(), {"--json", "-"});
    const CliOutcome outcome = runCli(std::move(arguments));
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    if (said)
        *said = outcome;
    return core::parseJson(outcome.out);
}

std::vector<std::string> namesOf(const Value& report)
{
    std::vector<std::string> names;
    for (const Value& strategy : report.find("strategies")->asArray())
        names.push_back(strategy.find("strategy")->asString());
    return names;
}

class WithPython : public ::testing::Test
{
protected:
    void SetUp() override
    {
        const CliOutcome outcome =
            runCli({"run", "two-waits", "--strategy", "python-sequential", "--time-scale", "0.01"});
        if (outcome.code == 2)
            GTEST_SKIP() << outcome.err;
        ASSERT_EQ(outcome.code, 0) << outcome.err;
    }
};

using PythonPresets = WithPython;
using PythonTwins = WithPython;

/// What the strategies of the command line come to, at most three times; a disturbed block says nothing.
void expectOnce(const std::vector<std::string>& arguments, const std::function<bool(const Value&)>& holds,
                const std::string& said)
{
    bool quiet = false;
    for (int attempt = 0; attempt < 3; ++attempt) {
        const Value report = reportOf(arguments);
        EXPECT_EQ(*report.find("digestsEqual"), Value(true));
#ifdef OVERLAP_SANITIZED
        return;
#endif
        if (isDisturbed(report))
            continue;
        quiet = true;
        if (holds(report))
            return;
    }
    if (!quiet)
        GTEST_SKIP() << "something else kept this machine busy every time";
    ADD_FAILURE() << said;
}

} // namespace

TEST_F(PythonPresets, TwoSumsAreNoFasterOnThreadsUnderTheLock)
{
    const Value report = reportOf({"run", "two-sums", "--set", "count=1000"});
    EXPECT_THAT(namesOf(report), ElementsAre("sequential", "gil-threads:2", "threads:2", "processes:2",
                                             "python-sequential", "python-threads:2", "python-processes:2"));
    const Value& python = *report.find("environment")->find("python");
    EXPECT_EQ(*python.find("implementation"), Value("CPython"));
    EXPECT_THAT(python.find("version")->asString(), HasSubstr("3."));
    for (const char* name : {"python-sequential", "python-threads:2", "python-processes:2"}) {
        const Value& strategy = strategyOf(report, name);
        EXPECT_EQ(*strategy.find("runtime"), Value("python"));
        EXPECT_EQ(*strategy.find("baseline"), Value("python-sequential"));
        EXPECT_EQ(*strategy.find("resultDigest"),
                  *strategyOf(report, "python-sequential").find("resultDigest"));
        EXPECT_GT(strategy.find("startupSeconds")->asNumber(), 0);
        EXPECT_GT(strategy.find("ledger")->find("computing")->asNumber(), 0);
    }
    EXPECT_NE(*strategyOf(report, "sequential").find("resultDigest"),
              *strategyOf(report, "python-sequential").find("resultDigest"))
        << "a thousand squares are not a million";
    if (*python.find("gil") == Value(true)) {
        EXPECT_GT(secondsIn(strategyOf(report, "python-threads:2"), "gil-wait"), 0);
    }
}

TEST_F(PythonPresets, TinyTasksAreSlowerOnPythonsProcesses)
{
    const auto holds = [](const Value& report) {
        std::string missed;
        return meetsItsExpectations(report, missed);
    };
    expectOnce({"run", "tiny-tasks"}, holds, "starting Python's processes takes longer than ten tiny sums");
}

TEST_F(PythonPresets, HeavyChunksAddTheBaselineOfTheirRuntime)
{
    const Value report =
        reportOf({"run", "heavy-chunks", "--set", "items=1000", "--set", "pythonItems=1000"});
    EXPECT_THAT(namesOf(report), ElementsAre("sequential", "gil-threads:4", "threads:4", "processes:4",
                                             "python-sequential", "python-processes:4"));
    EXPECT_EQ(*strategyOf(report, "python-sequential").find("addedBaseline"), Value(true));
    EXPECT_EQ(*strategyOf(report, "sequential").find("addedBaseline"), Value(false));
    EXPECT_EQ(*report.find("digestsEqual"), Value(true));
}

TEST_F(PythonPresets, TheTableHasAGroupForEachRuntime)
{
    const CliOutcome outcome =
        runCli({"run", "heavy-chunks", "--set", "items=100000", "--set", "pythonItems=1000"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_THAT(outcome.out, AllOf(HasSubstr("\nNative · work: 4 chunks of 100\u202F000 items\nsequential"),
                                   HasSubstr("\nCPython 3."), HasSubstr(" · work: 4 chunks of 1000 items\n"),
                                   HasSubstr("baseline (added)")));
    EXPECT_LT(outcome.out.find("processes:4 "), outcome.out.find("CPython 3."));
    EXPECT_GT(outcome.out.find("python-processes:4 "), outcome.out.find("CPython 3."));
}

TEST_F(PythonTwins, ComeToTheSameAsTheNativeWorkWhereItIsTheSame)
{
    const std::vector<std::vector<std::string>> works{
        {"two-sums", "count=1000", "pythonCount=1000"},
        {"heavy-chunks", "items=1000", "pythonItems=1000"},
        {"data-chunks", "items=1000", "pythonItems=1000"},
        {"tiny-tasks", "count=100"},
        {"batched-tiny", "tasks=20"},
        {"service-health", "database=0.05", "api=0.04", "cache=0.03", "storage=0.02", "email=0.01"},
        {"file-batch", "read=0.01", "process=0.01", "write=0.01"},
        {"web-requests", "urls=/json /bytes/2000"},
        {"big-payload", "tasks=2", "bytes=100000"}};
    for (const std::vector<std::string>& work : works) {
        SCOPED_TRACE(work.front());
        std::vector<std::string> arguments{"run", work.front()};
        for (std::size_t i = 1; i < work.size(); ++i)
            arguments.insert(arguments.end(), {"--set", work[i]});
        for (const char* strategy :
             {"sequential", "python-sequential", "python-threads:2", "python-processes:2"})
            arguments.insert(arguments.end(), {"--strategy", strategy});
        const Value report = reportOf(arguments);
        ASSERT_EQ(report.find("strategies")->asArray().size(), 4U);
        EXPECT_EQ(*report.find("digestsEqual"), Value(true));
        EXPECT_EQ(*strategyOf(report, "python-sequential").find("resultDigest"),
                  *strategyOf(report, "sequential").find("resultDigest"));
    }
}

TEST_F(WithPython, TheOptionComesBeforeTheVariable)
{
    const CliOutcome found = runCli(
        {"run", "two-waits", "--strategy", "python-sequential", "--time-scale", "0.01", "--python", nowhere});
    EXPECT_EQ(found.code, 2);
    EXPECT_THAT(found.err, HasSubstr("there is no Python at /nonexistent/python3"));
    const char* named = std::getenv("OVERLAP_PYTHON");
    const std::string python = named && *named ? named : "/usr/bin/python3";
    const Variable variable("OVERLAP_PYTHON", nowhere);
    EXPECT_EQ(runCli({"run", "two-waits", "--strategy", "python-sequential", "--time-scale", "0.01",
                      "--python", python})
                  .code,
              0);
}

TEST(WithoutPython, APresetLeavesItsPythonStrategiesOutAndSaysSo)
{
    const Variable variable("OVERLAP_PYTHON", nowhere);
    CliOutcome said;
    const Value report = reportOf({"run", "two-sums", "--set", "count=1000"}, &said);
    EXPECT_THAT(namesOf(report), ElementsAre("sequential", "gil-threads:2", "threads:2", "processes:2"));
    EXPECT_TRUE(report.find("environment")->find("python")->isNull());
    const auto notice = AllOf(HasSubstr("python-sequential, python-threads:2, python-processes:2"),
                              HasSubstr("there is no Python at /nonexistent/python3"));
    EXPECT_THAT(said.err, notice);
    std::string hints;
    for (const Value& hint : report.find("hints")->asArray())
        hints += hint.asString() + "\n";
    EXPECT_THAT(hints, notice);
    for (const Value& expected : report.find("experiment")->find("expect")->asArray())
        EXPECT_THAT(expected.find("strategy")->asString(), Not(HasSubstr("python")));
}

TEST(WithoutPython, StrategiesThatWereAskedForAreRefused)
{
    const Variable variable("OVERLAP_PYTHON", nowhere);
    const CliOutcome outcome =
        runCli({"run", "two-sums", "--strategy", "sequential", "--strategy", "python-threads:2"});
    EXPECT_EQ(outcome.code, 2);
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, HasSubstr("there is no Python at /nonexistent/python3"));
}

TEST(WithoutPython, AnExperimentOfWhichNothingIsLeftIsRefused)
{
    const Variable variable("OVERLAP_PYTHON", nowhere);
    const TempFolder folder;
    const std::filesystem::path file = folder / "only.overlap.json";
    core::writeFile(file, R"({"schema": "overlap.experiment/1", "id": "only", "title": "Only Python",
        "workload": {"id": "wait", "parameters": {}}, "strategies": ["python-threads:2"]})");
    const CliOutcome outcome = runCli({"run", file.string()});
    EXPECT_EQ(outcome.code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("there is no Python at /nonexistent/python3"));
}

TEST(WithoutPython, TheDoctorSaysWhy)
{
    const CliOutcome outcome = runCli({"doctor", "--gil", "--python", nowhere});
    EXPECT_EQ(outcome.code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("/nonexistent/python3"));
}

TEST(PresetList, SaysWhichPresetsUsePython)
{
    const CliOutcome outcome = runCli({"list", "--json", "-"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    const Value list = core::parseJson(outcome.out);
    std::vector<std::string> with;
    for (const Value& preset : list.find("experiments")->asArray()) {
        if (*preset.find("usesPython") == Value(true))
            with.push_back(preset.find("id")->asString());
    }
    EXPECT_THAT(with, ::testing::IsSupersetOf({"two-sums", "heavy-chunks", "tiny-tasks", "batched-tiny"}));
    EXPECT_THAT(with, Not(::testing::Contains("two-waits")));
}
