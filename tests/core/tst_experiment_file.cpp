// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment.h"

#include "support/gate.h"
#include "support/small_catalogue.h"
#include "support/temp_folder.h"

#include <algorithm>
#include <clocale>
#include <cmath>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace overlap::core;
using overlap::testing::smallCatalogue;
using overlap::testing::smallExperiment;
using overlap::testing::TempFolder;
using ::testing::HasSubstr;
using ::testing::StartsWith;

namespace {

std::string complaint(const std::filesystem::path& path)
{
    const overlap::testing::Watchdog watchdog("reading " + path.string());
    try {
        loadExperiment(path, smallCatalogue(), 2);
        return {};
    } catch (const Error& error) {
        return error.what();
    }
}

} // namespace

TEST(ExperimentFile, WhatIsSavedLoadsEqual)
{
    const TempFolder folder;
    Experiment experiment = smallExperiment();
    experiment.title = "Ünïcode “quoted” \"title\"";
    experiment.timeScale = 0.1;
    std::vector<Problem> problems;
    validateExperiment(experiment, smallCatalogue(), 2, problems);
    ASSERT_TRUE(problems.empty());
    saveExperiment(folder / "a.overlap.json", experiment);
    EXPECT_EQ(loadExperiment(folder / "a.overlap.json", smallCatalogue(), 2), experiment);
}

TEST(ExperimentFile, EveryFileThatCannotBeReadIsNamedInOneSentence)
{
    const TempFolder folder;
    ASSERT_EQ(mkfifo((folder / "fifo").c_str(), 0600), 0);
    std::filesystem::create_symlink("loop", folder / "loop");
    const auto sparse = folder.write("sparse", "");
    ASSERT_EQ(truncate(sparse.c_str(), 10'000'000'000), 0);
    for (const std::filesystem::path& path :
         {folder.path(), folder / "fifo", std::filesystem::path("/dev/zero"), folder / "loop", sparse,
          folder / "missing.overlap.json", folder.write("empty", ""), folder.write("words", "hello"),
          folder.write("list", "[]"), folder.write("bytes", "\xff\xfe\x00")}) {
        const std::string sentence = complaint(path);
        EXPECT_THAT(sentence, StartsWith(path.string() + ":"));
        EXPECT_EQ(std::ranges::count(sentence, '\n'), 0) << sentence;
        EXPECT_EQ(sentence.find("json.exception"), std::string::npos) << sentence;
    }
}

TEST(ExperimentFile, AProblemIsNamedWithPointerLineAndColumn)
{
    const TempFolder folder;
    const auto path = folder.write("a.overlap.json", R"({
  "schema": "overlap.experiment/1",
  "id": "x",
  "title": "X",
  "workload": {"id": "nap"},
  "strategies": ["sequential"],
  "repeats": 0
})");
    EXPECT_THAT(complaint(path), StartsWith(path.string() + ":7:14: /repeats: "));
    EXPECT_THAT(complaint(path), HasSubstr("“repeats” must be between 1 and 1000"));
}

TEST(ExperimentFile, ASyntaxErrorIsNamedWithLineAndColumn)
{
    const TempFolder folder;
    const auto path =
        folder.write("a.overlap.json", "{\n  \"schema\": \"overlap.experiment/1\",\n  \"id\" \"x\"\n}");
    EXPECT_THAT(complaint(path), StartsWith(path.string() + ":3:10: /id: "));
}

TEST(ExperimentFile, CutAnywhereItIsRefused)
{
    const TempFolder folder;
    const std::string whole = writeJson(experimentToValue(smallExperiment()));
    for (std::size_t length = 0; length + 2 < whole.size(); ++length)
        EXPECT_NE(complaint(folder.write("cut", whole.substr(0, length))), "") << length;
}

namespace {

/// Valid experiments of the small catalogue, all over the range of every key.
Experiment randomExperiment(std::mt19937_64& random)
{
    const auto below = [&](std::uint64_t n) { return random() % n; };
    const auto real = [&](double low, double high) {
        return std::uniform_real_distribution<double>(low, high)(random);
    };
    const auto text = [&](std::size_t most) {
        const std::vector<std::string> letters{"a", "Z", "9", " ", "\"",     "\\",
                                               "/", "ä", "€", "😀", "\u00a0", "~"};
        std::string result = letters[below(letters.size())];
        for (std::uint64_t i = below(most); i > 0; --i)
            result += letters[below(letters.size())];
        return result;
    };
    Experiment experiment;
    experiment.id = "x" + std::to_string(random());
    experiment.title = text(200);
    experiment.chapter = below(2) ? text(200) : "";
    experiment.workload = "nap";
    if (below(4))
        experiment.parameters.set("tasks", 14 + static_cast<int>(below(80)));
    if (below(4))
        experiment.parameters.set("seconds",
                                  below(3) ? Value(real(0.1, 60)) : Value(1 + static_cast<int>(below(60))));
    const std::vector<std::string> known{"sequential",   "threads:1",         "threads:cores",   "threads:04",
                                         "threads:1024", "python-sequential", "python-threads:7"};
    for (const std::string& strategy : known) {
        if (below(2))
            experiment.strategies.push_back(strategy);
    }
    experiment.strategies.push_back("threads:3xcores");
    std::ranges::shuffle(experiment.strategies, random);
    experiment.repeats = 1 + static_cast<int>(below(maximumRepeats));
    if (below(2))
        experiment.precision = real(0.0001, 1);
    experiment.seed = below(2) ? random() & maximumSeed : maximumSeed - below(3);
    experiment.timeScale = std::exp(real(std::log(0.0011), std::log(99)));
    experiment.feedSeconds = below(2) ? real(0, 3600) : 0;
    experiment.timing = below(2) ? Timing::cold : Timing::warm;
    if (below(3) == 0) {
        experiment.strategies.push_back("threads");
        experiment.sweep = Sweep{"strategy.workers", {Value(3), Value(5), Value(1000)}};
    } else if (below(2)) {
        experiment.sweep = Sweep{"workload.seconds", {Value(real(0.1, 30)), Value(31), Value(real(32, 60))}};
    }
    for (std::uint64_t i = below(3); i > 0; --i) {
        Expectation expectation{"threads:2", {}, {}};
        if (below(2))
            expectation.speedupAtLeast = real(0, 1e6);
        if (below(2))
            expectation.speedupAtMost = real(0, 10);
        if (below(2))
            expectation.speedupOfCeiling = real(0.001, 1.5);
        experiment.expect.push_back(expectation);
    }
    return experiment;
}

} // namespace

TEST(ExperimentFile, AnyValidExperimentComesBackEqual)
{
    const TempFolder folder;
    std::mt19937_64 random(20);
    for (int round = 0; round < 500; ++round) {
        Experiment experiment = randomExperiment(random);
        std::vector<Problem> problems;
        validateExperiment(experiment, smallCatalogue(), 2, problems);
        ASSERT_TRUE(problems.empty())
            << problems.front().pointer << ": " << problems.front().message.english();
        const auto path = folder / "a.overlap.json";
        saveExperiment(path, experiment);
        ASSERT_EQ(loadExperiment(path, smallCatalogue(), 2), experiment) << overlap::testing::bytesOf(path);
    }
}

TEST(ExperimentFile, AFileThatGrowsWhileItIsReadIsRefusedOrReadWhole)
{
    const TempFolder folder;
    const std::string whole = writeJson(experimentToValue(smallExperiment()));
    const auto path = folder.write("a.overlap.json", whole);
    std::jthread writer([&](std::stop_token stop) {
        while (!stop.stop_requested()) {
            folder.write("a.overlap.json", whole + std::string(100'000, ' '));
            folder.write("a.overlap.json", whole);
        }
    });
    for (int round = 0; round < 300; ++round) {
        try {
            EXPECT_EQ(loadExperiment(path, smallCatalogue(), 2).id, "small");
        } catch (const Error& error) {
            EXPECT_THAT(std::string(error.what()), ::testing::AnyOf(HasSubstr("changed while it was read"),
                                                                    HasSubstr("ends too early")));
        }
    }
}

#ifndef OVERLAP_SANITIZED
TEST(ExperimentFile, NothingIsAllocatedBeyondTheCap)
{
    const TempFolder folder;
    const auto sparse = folder.write("sparse", "");
    ASSERT_EQ(truncate(sparse.c_str(), 10'000'000'000), 0);
    std::string zeros = "[0";
    while (zeros.size() < 8'000'000)
        zeros += ",0";
    const auto list = folder.write("list", zeros + "]");
    const auto text = folder.write("text", "\"" + std::string(8'000'000, 'x') + "\"");
    const pid_t child = fork();
    if (child == 0) {
        // In a child, because a limit cannot be raised again.
        std::ifstream statm("/proc/self/statm");
        rlim_t pages = 0;
        statm >> pages;
        const rlim_t most = pages * 4096 + 256 * 1024 * 1024;
        const rlimit limit{most, most};
        setrlimit(RLIMIT_AS, &limit);
        int refused = 0;
        for (const auto& path : {sparse, list, text}) {
            try {
                loadExperiment(path, smallCatalogue(), 2);
            } catch (const Error&) {
                ++refused;
            } catch (const std::bad_alloc&) {
                _exit(99);
            }
        }
        _exit(refused);
    }
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 3) << "99 is: out of memory";
}
#endif

TEST(ExperimentFile, ACommaLocaleChangesNothing)
{
    const TempFolder folder;
    const std::string name = folder / "de_DE.UTF-8";
    if (std::system(("localedef -i de_DE -f UTF-8 --no-archive '" + name + "' >/dev/null 2>&1").c_str()) != 0)
        GTEST_SKIP() << "localedef or the Debian package locales is missing";
    setenv("LOCPATH", folder.path().c_str(), 1);
    ASSERT_TRUE(std::setlocale(LC_ALL, "de_DE.UTF-8"));
    ASSERT_STREQ(std::localeconv()->decimal_point, ",");
    Experiment experiment = smallExperiment();
    experiment.timeScale = 1.5;
    std::vector<Problem> problems;
    validateExperiment(experiment, smallCatalogue(), 2, problems);
    const std::string text = writeJson(experimentToValue(experiment));
    EXPECT_THAT(text, HasSubstr("\"timeScale\": 1.5,"));
    saveExperiment(folder / "a.json", experiment);
    EXPECT_EQ(loadExperiment(folder / "a.json", smallCatalogue(), 2), experiment);
    EXPECT_EQ(parseJson("[1.25, -2.5e-3, 1e2]"),
              Value(Value::Array{Value(1.25), Value(-0.0025), Value(100.0)}));
    EXPECT_THAT(complaint(folder.write("b.json", "[1,5e]")), HasSubstr("this is not JSON"));
    std::setlocale(LC_ALL, "C");
    unsetenv("LOCPATH");
}
