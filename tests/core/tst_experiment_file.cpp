// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment.h"

#include "support/gate.h"
#include "support/small_catalogue.h"
#include "support/temp_folder.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
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
