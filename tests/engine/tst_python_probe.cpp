// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is told of an interpreter that is there, and of one that cannot be used (F47, F48).
#include "engine/python_interpreter.h"
#include "support/census.h"
#include "support/temp_folder.h"

#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

using namespace overlap;
using namespace overlap::testing;
using ::testing::EndsWith;
using ::testing::HasSubstr;

namespace {

constexpr core::Nanoseconds seconds = core::nanosecondsPerSecond;

/// What an interpreter of that kind would answer.
std::string answers(const std::string& implementation, int major, int minor, const std::string& rest = {})
{
    return R"(printf '{"implementation": ")" + implementation + R"(", "executable": "", "version": ")" +
           std::to_string(major) + "." + std::to_string(minor) + R"(.1", "major": )" + std::to_string(major) +
           R"(, "minor": )" + std::to_string(minor) +
           R"(, "free": false, "gil": true, "pillow": "", "switch": "0.005"}' >&3)" + "\n" + rest;
}

} // namespace

class PythonProbe : public ::testing::Test
{
protected:
    std::filesystem::path fake(const std::string& script)
    {
        const auto path = folder.write("python3", "#!/bin/sh\n" + script + "\n");
        chmod(path.c_str(), 0700);
        return path;
    }

    std::string refusal(const std::filesystem::path& interpreter, core::Nanoseconds patience = 20 * seconds)
    {
        try {
            engine::probePython(interpreter, launcher, patience);
        } catch (const core::Error& error) {
            return error.what();
        }
        return "nothing";
    }
    std::string refusalOf(const std::string& script, core::Nanoseconds patience = 20 * seconds)
    {
        const std::string sentence = refusal(fake(script), patience);
        const std::string name = (folder / "python3").string();
        EXPECT_EQ(sentence.substr(0, name.size()), name) << sentence;
        return sentence.size() > name.size() ? sentence.substr(name.size() + 1) : sentence;
    }

    void TearDown() override
    {
        EXPECT_TRUE(childrenOf().empty());
        EXPECT_EQ(openDescriptors(), before.descriptors);
    }

    TempFolder folder;
    ipc::Launcher launcher;
    Census before;
};

TEST_F(PythonProbe, ThePythonOfThisMachineSaysWhoItIs)
{
    std::filesystem::path interpreter;
    try {
        interpreter = engine::findPython();
    } catch (const core::Error& error) {
        GTEST_SKIP() << error.what();
    }
    const engine::PythonFacts facts = engine::probePython(interpreter, launcher);
    EXPECT_EQ(facts.interpreter, interpreter);
    EXPECT_TRUE(std::filesystem::exists(facts.executable)) << facts.executable;
    EXPECT_EQ(facts.version.substr(0, 2), "3.");
    EXPECT_TRUE(facts.gilEnabled || facts.freeThreaded);
}

TEST_F(PythonProbe, WhatIsThereMayBeTalkativeOrAScriptInFrontOfIt)
{
    const auto path = fake("echo version manager: rehashing...\n" + answers("CPython", 3, 8));
    const engine::PythonFacts facts = engine::probePython(path, launcher);
    EXPECT_EQ(facts.version, "3.8.1");
    EXPECT_EQ(facts.executable, path);
    EXPECT_TRUE(facts.gilEnabled);
    EXPECT_FALSE(facts.freeThreaded);
    EXPECT_TRUE(facts.pillow.empty());
}

TEST_F(PythonProbe, EachWayToBeUselessHasItsSentence)
{
    EXPECT_EQ(refusal(folder / "none"), "there is no Python at " + (folder / "none").string());
    EXPECT_EQ(refusal(folder.path()), folder.path().string() + " is a folder, not a Python");
    EXPECT_THAT(refusal(folder.write("text", "print(1)")),
                ::testing::AnyOf(EndsWith("cannot be started: Permission denied")));
    const auto noProgram = folder.write("noise", std::string("\x7f"
                                                             "ELFnoise",
                                                             9));
    chmod(noProgram.c_str(), 0700);
    EXPECT_THAT(refusal(noProgram), EndsWith("cannot be started: Exec format error"));
    EXPECT_EQ(refusalOf(answers("CPython", 2, 7)), "is Python 2.7.1; 3.8 or newer is needed");
    EXPECT_EQ(refusalOf(answers("CPython", 3, 7)), "is Python 3.7.1; 3.8 or newer is needed");
    EXPECT_EQ(refusalOf(answers("PyPy", 3, 9)), "is PyPy; the Python strategies need CPython");
    EXPECT_EQ(refusalOf("exit 0"), "answered \u201c\u201d, which is not what a Python says");
    EXPECT_EQ(refusalOf("echo hello"), "answered \u201chello\u201d, which is not what a Python says");
    EXPECT_EQ(refusalOf("printf '{\"implementation\": \"CPython\", ' >&3"),
              "answered \u201c{\"implementation\": \"CPython\", \u201d, which is not what a Python says");
    EXPECT_THAT(refusalOf("head -c 3000 /dev/urandom >&3"), EndsWith("which is not what a Python says"));
    EXPECT_EQ(
        refusalOf("echo ImportError: no module named os >&2; exit 1"),
        "is broken: it ended with exit code 1 and last said \u201cImportError: no module named os\u201d");
    EXPECT_EQ(refusalOf("exit 127"), "is broken: it ended with exit code 127");
    EXPECT_EQ(refusalOf("kill -11 $$"), "is broken: signal 11 ended it");
}

TEST_F(PythonProbe, NeitherNoiseNorSilenceNorOffspringHoldsIt)
{
    EXPECT_EQ(refusalOf("head -c 1000000000 /dev/zero"), "talks without end and was ended");
    EXPECT_EQ(refusalOf("head -c 1000000000 /dev/zero >&3"), "talks without end and was ended");
    EXPECT_EQ(refusalOf("trap '' TERM; while :; do sleep 100; done", seconds / 2),
              "did not answer within 500 ms");
    // It ends at once; what it started goes on, and holds everything.
    EXPECT_EQ(refusalOf("sleep 1000 & echo $! > " + (folder / "child").string() + "; exit 0"),
              "left processes behind and gave no answer; they were ended");
    const pid_t child = std::stoi(bytesOf(folder / "child"));
    EXPECT_TRUE(eventually([&] { return !isAlive(child); }, std::chrono::seconds(1)));
    // One that answers may do so: what it left is ended all the same.
    const auto path = fake(answers("CPython", 3, 9, "sleep 1000 & echo $! > " + (folder / "child").string()));
    EXPECT_EQ(engine::probePython(path, launcher).version, "3.9.1");
    const pid_t other = std::stoi(bytesOf(folder / "child"));
    EXPECT_TRUE(eventually([&] { return !isAlive(other); }, std::chrono::seconds(1)));
}

// Neither the user's variables nor a module of the folder in which somebody stands changes what starts.
TEST_F(PythonProbe, NothingOfTheSurroundingsGetsIn)
{
    folder.write("json.py", "import os\nos._exit(7)\n");
    folder.write("sitecustomize.py", "import os\nos._exit(8)\n");
    std::filesystem::path interpreter = "/usr/bin/python3";
    if (!std::filesystem::exists(interpreter))
        GTEST_SKIP() << "there is no " << interpreter;
    const auto place = std::filesystem::current_path();
    setenv("PYTHONPATH", folder.path().c_str(), 1);
    setenv("PYTHONHOME", "/nowhere", 1);
    std::filesystem::current_path(folder.path());
    EXPECT_EQ(refusal(interpreter), "nothing");
    std::filesystem::current_path(place);
    unsetenv("PYTHONPATH");
    unsetenv("PYTHONHOME");
}
