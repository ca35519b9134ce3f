// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/python_choice.h"

#include "support/small_catalogue.h"
#include "support/temp_folder.h"

#include <fstream>
#include <gmock/gmock.h>

using namespace overlap;
using namespace overlap::engine;
using core::Expectation;
using core::Message;
using overlap::testing::smallCatalogue;
using overlap::testing::smallExperiment;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

namespace {

const Message reason("no Python here");

} // namespace

TEST(PythonChoice, LeavesOutPythonAndWhatIsExpectedOfIt)
{
    core::Experiment experiment =
        smallExperiment({"sequential", "python-threads:2", "threads:2", "python-sequential"});
    experiment.expect = {Expectation{"threads:2", 1, {}}, Expectation{"python-threads:2", 1, {}}};
    ASSERT_TRUE(usesPython(experiment, smallCatalogue()));
    const Message said = leaveOutPython(experiment, smallCatalogue(), reason);
    EXPECT_THAT(experiment.strategies, ElementsAre("sequential", "threads:2"));
    ASSERT_EQ(experiment.expect.size(), 1U);
    EXPECT_EQ(experiment.expect.front().strategy, "threads:2");
    EXPECT_THAT(said.english(), HasSubstr("python-threads:2, python-sequential"));
    EXPECT_FALSE(usesPython(experiment, smallCatalogue()));
}

TEST(PythonChoice, KnowsStrategiesThatWaitForTheNumbersOfASweep)
{
    EXPECT_TRUE(usesPython(smallExperiment({"sequential", "python-threads"}), smallCatalogue()));
}

TEST(PythonChoice, RefusesWhereNothingWouldBeLeft)
{
    core::Experiment experiment = smallExperiment({"python-sequential", "python-threads:2"});
    try {
        leaveOutPython(experiment, smallCatalogue(), reason);
        FAIL() << "it should have thrown";
    } catch (const core::Error& error) {
        EXPECT_EQ(error.message().english(), "no Python here");
    }
}

TEST(PythonChoice, AnInterpreterThatIsNotThereIsAReasonNotAnError)
{
    ipc::Launcher launcher;
    const PythonChoice choice = lookForPython("/nonexistent/python3", launcher);
    EXPECT_FALSE(choice.facts);
    EXPECT_THAT(choice.reason.english(), HasSubstr("/nonexistent/python3"));
    const core::Environment environment = choice.described({});
    EXPECT_FALSE(environment.python);
    EXPECT_EQ(environment.runtimeName(core::Runtime::python).english(), "Python");
    EXPECT_EQ(environment.whyNoPython, choice.reason);
}

TEST(PythonChoice, IsLookedForOnceWhereItIsRemembered)
{
    const overlap::testing::TempFolder folder;
    const std::filesystem::path program = folder / "python3";
    std::ofstream(program) << "#!/bin/sh\necho asked >> " << (folder / "asked").string() << "\nexit 3\n";
    std::filesystem::permissions(program, std::filesystem::perms::owner_all);
    ipc::Launcher launcher;
    const PythonSource source = pythonOnce(program, launcher);
    EXPECT_FALSE(std::filesystem::exists(folder / "asked")) << "nobody has asked yet";
    EXPECT_FALSE(source().facts);
    EXPECT_FALSE(source().facts);
    std::ifstream asked(folder / "asked");
    std::string line;
    int times = 0;
    while (std::getline(asked, line))
        ++times;
    EXPECT_EQ(times, 1);
}

TEST(PythonChoice, NamesTheBuild)
{
    PythonChoice choice;
    choice.facts = PythonFacts{};
    choice.facts->version = "3.13.1";
    const auto name = [&choice] { return choice.described({}).runtimeName(core::Runtime::python).english(); };
    EXPECT_EQ(name(), "CPython 3.13.1");
    choice.facts->freeThreaded = true;
    EXPECT_EQ(name(), "CPython 3.13.1 (free-threaded, GIL on)");
    choice.facts->gilEnabled = false;
    EXPECT_EQ(name(), "CPython 3.13.1 (free-threaded)");
    EXPECT_EQ(choice.described({}).runtimeName(core::Runtime::native).english(), "Native");
}
