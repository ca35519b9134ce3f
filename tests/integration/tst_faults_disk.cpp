// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Disks that are full, read-only or strange, met by the real program: the old file whole, nothing beside it,
// a sentence that names path, size and cause, code 2, and what else was asked for is written all the same.
#include "cli_process.h"
#include "support/limits.h"
#include "support/ordinary_user.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace overlap;
using overlap::testing::asOrdinaryUser;
using overlap::testing::bytesOf;
using overlap::testing::CliOutcome;
using overlap::testing::CliProcess;
using overlap::testing::FileSizeLimit;
using overlap::testing::runCli;
using overlap::testing::SmallDisk;
using overlap::testing::TempFolder;
using ::testing::HasSubstr;
using ::testing::StartsWith;
namespace fs = std::filesystem;

namespace {

/// One way to have the results of a run written.
struct Export
{
    std::string name;
    std::string file;
    std::vector<std::string> options(const fs::path& folder) const
    {
        const std::string path = folder / file;
        if (name == "json" || name == "csv")
            return {"--" + name, path};
        return {"--chart", name + "=" + path};
    }
};

std::vector<Export> allExports()
{
    std::vector<Export> exports{{"json", "r.json"}, {"csv", "r.csv"}};
#ifndef OVERLAP_HEADLESS
    for (const char* kind : {"gantt", "timings"})
        for (const char* ending : {".png", ".svg", ".pdf"})
            exports.push_back({kind, kind + std::string(ending)});
#endif
    return exports;
}

CliOutcome exporting(const std::vector<Export>& exports, const fs::path& folder)
{
    std::vector<std::string> arguments{"run", "two-waits", "--time-scale", "0.02", "--quiet"};
    for (const Export& one : exports)
        for (const std::string& option : one.options(folder))
            arguments.push_back(option);
    return runCli(arguments);
}

/// One line for every file, with path, size and cause.
void expectRefused(const CliOutcome& outcome, const std::vector<Export>& exports, const fs::path& folder,
                   const std::string& cause)
{
    EXPECT_EQ(outcome.code, 2);
    EXPECT_EQ(static_cast<std::size_t>(std::ranges::count(outcome.err, '\n')), exports.size()) << outcome.err;
    for (const Export& one : exports) {
        EXPECT_THAT(outcome.err, HasSubstr("overlap-cli: " + (folder / one.file).string() +
                                           ": the file cannot be written ("));
    }
    std::size_t causes = 0;
    for (auto at = outcome.err.find(" bytes): " + cause); at != std::string::npos;
         at = outcome.err.find(" bytes): " + cause, at + 1))
        ++causes;
    EXPECT_EQ(causes, exports.size()) << outcome.err;
}

void writeOldFiles(const std::vector<Export>& exports, const TempFolder& folder, const std::string& below)
{
    for (const Export& one : exports)
        folder.write(below + one.file, "old");
}

void expectOldFiles(const std::vector<Export>& exports, const fs::path& folder)
{
    for (const Export& one : exports)
        EXPECT_EQ(bytesOf(folder / one.file), "old") << one.file;
    EXPECT_EQ(static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {})), exports.size())
        << "something was left beside them";
}

} // namespace

TEST(FaultsOfTheDisk, AFullDiskKeepsEveryOldFile)
{
    const TempFolder folder;
    const SmallDisk disk(folder / "disk", 64 * 1024);
    if (!disk.mounted())
        GTEST_SKIP() << "only root can mount a small disk";
    const std::vector<Export> exports = allExports();
    writeOldFiles(exports, folder, "disk/");
    // The rest of the disk goes to one more file, save for nothing.
    std::string filler(64 * 1024, 'x');
    folder.write("disk/filler", filler);
    const CliOutcome outcome = exporting(exports, folder / "disk");
    fs::remove(folder / "disk/filler");
    expectRefused(outcome, exports, folder / "disk", "No space left on device");
    expectOldFiles(exports, folder / "disk");
    EXPECT_EQ(exporting({exports.front()}, folder / "disk").code, 0) << "with room it works";
}

TEST(FaultsOfTheDisk, AReadOnlyDiskKeepsEveryOldFile)
{
    const TempFolder folder;
    const SmallDisk disk(folder / "disk", 64 * 1024);
    if (!disk.mounted())
        GTEST_SKIP() << "only root can mount a disk";
    const std::vector<Export> exports = allExports();
    writeOldFiles(exports, folder, "disk/");
    ASSERT_TRUE(disk.makeReadOnly());
    expectRefused(exporting(exports, folder / "disk"), exports, folder / "disk", "Read-only file system");
    expectOldFiles(exports, folder / "disk");
}

TEST(FaultsOfTheDisk, ALimitOfSizesKeepsEveryOldFile)
{
    const TempFolder folder;
    const std::vector<Export> exports = allExports();
    writeOldFiles(exports, folder, "");
    CliOutcome outcome;
    {
        const FileSizeLimit limit(700); // what the program says about it must still fit, file by file
        outcome = exporting({exports.front()}, folder.path());
    }
    expectRefused(outcome, {exports.front()}, folder.path(), "File too large");
    expectOldFiles(exports, folder.path());
}

TEST(FaultsOfTheDisk, AFolderWithoutPermissionKeepsEveryOldFile)
{
    const TempFolder folder;
    const std::vector<Export> exports = allExports();
    fs::create_directory(folder / "closed");
    writeOldFiles(exports, folder, "closed/");
    ASSERT_EQ(chmod((folder / "closed").c_str(), 0555), 0);
    ASSERT_EQ(chmod(folder.path().c_str(), 0755), 0);
    asOrdinaryUser([&] {
        if (access(OVERLAP_BUILD_ROOT "/bin/overlap-cli", X_OK) != 0)
            return; // a build that only its owner reaches
        expectRefused(exporting(exports, folder / "closed"), exports, folder / "closed", "Permission denied");
    });
    expectOldFiles(exports, folder / "closed");
}

TEST(FaultsOfTheDisk, OddTargetsAreRefusedOneByOne)
{
    const TempFolder folder;
    fs::create_directory(folder / "folder.json");
    ASSERT_EQ(mkfifo((folder / "pipe.json").c_str(), 0600), 0);
    fs::create_symlink("gone/r.json", folder / "lost.json");
    fs::create_symlink("loop.json", folder / "loop.json");
    const std::pair<std::string, std::string> targets[] = {
        {"folder.json", "Is a directory"},
        {"pipe.json", "nobody reads from this pipe or socket"},
        {"lost.json", "No such file or directory"},
        {"loop.json", "Too many levels of symbolic links"},
        {"missing/r.json", "No such file or directory"},
        {std::string(256, 'n'), "File name too long"},
    };
    for (const auto& [name, cause] : targets)
        expectRefused(exporting({{"json", name}}, folder.path()), {{"json", name}}, folder.path(), cause);
    // A path beyond all bounds is refused too, and cut where it is told.
    const CliOutcome lengthy =
        exporting({{"json", "folder.json" + std::string(4096, '/') + "r.json"}}, folder.path());
    EXPECT_EQ(lengthy.code, 2);
    EXPECT_THAT(lengthy.err,
                StartsWith("overlap-cli: " + (folder / "folder.json").string() + std::string(1000, '/')));
    EXPECT_THAT(lengthy.err, HasSubstr("bytes): File name too long\n"));
    EXPECT_EQ(folder.entries(), 4u);
}

TEST(FaultsOfTheDisk, OneFailureDoesNotCostTheOthers)
{
    const TempFolder folder;
    const std::vector<Export> exports = allExports();
    fs::create_directory(folder / exports.front().file);
    const CliOutcome outcome = exporting(exports, folder.path());
    expectRefused(outcome, {exports.front()}, folder.path(), "Is a directory");
    for (std::size_t i = 1; i < exports.size(); ++i)
        EXPECT_GT(fs::file_size(folder / exports[i].file), 100u) << exports[i].file;
    EXPECT_EQ(folder.entries(), exports.size());
}

TEST(FaultsOfTheDisk, AFullStandardOutputDoesNotCostTheFiles)
{
    const TempFolder folder;
    const CliOutcome outcome =
        CliProcess({"run", "two-waits", "--time-scale", "0.02", "--json", folder / "r.json"}, "/dev/full")
            .wait();
    EXPECT_EQ(outcome.code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("standard output does not take the result: No space left on device"));
    EXPECT_GT(bytesOf(folder / "r.json").size(), 1000u);
}

TEST(FaultsOfTheDisk, BytesOfNamesSurvive)
{
    const TempFolder folder;
    const std::string tail = ".json";
    for (const std::string& name :
         {"\xff\xfe" + tail, "two\nlines" + tail, std::string(250, 'n') + tail, "%1 “x”" + tail}) {
        EXPECT_EQ(exporting({{"json", name}}, folder.path()).code, 0) << name;
        EXPECT_GT(bytesOf(folder / name).size(), 1000u);
    }
#ifndef OVERLAP_HEADLESS
    for (const std::string& name : {std::string("\xff\xfe.svg"), std::string(251, 'n') + ".png"}) {
        EXPECT_EQ(exporting({{"gantt", name}}, folder.path()).code, 0) << name;
        EXPECT_TRUE(fs::exists(folder / name)) << name;
    }
#endif
}

TEST(FaultsOfTheDisk, OddArgumentsAreAnsweredInOneSentence)
{
    for (const std::string& argument : {std::string(), std::string("\xff\xfe"), std::string(100'000, 'a'),
                                        std::string("-"), std::string("--\xff"), std::string("%n%s%1")}) {
        const CliOutcome outcome = runCli({"run", argument});
        EXPECT_EQ(outcome.code, 2);
        EXPECT_THAT(outcome.err, StartsWith("overlap-cli: "));
        EXPECT_EQ(std::ranges::count(outcome.err, '\n'), 1);
    }
}

// No home, no folders of the desktop, nowhere to put temporary files, nothing in the environment at all.
TEST(FaultsOfTheDisk, WithoutAHomeEverythingStillWorks)
{
    const TempFolder folder;
    const std::vector<Export> exports = allExports();
    std::string command = "cd / && exec env -i ";
    std::string arguments =
        " '" OVERLAP_BUILD_ROOT "/bin/overlap-cli' run web-requests --time-scale 0.02 --quiet";
    for (const Export& one : exports)
        for (const std::string& option : one.options(folder.path()))
            arguments += " '" + option + "'";
    for (const std::string environment :
         {"", "HOME=/dev/null/none TMPDIR=/dev/null/none", "HOME= XDG_RUNTIME_DIR=/dev/null/none",
          "HOME=/proc XDG_CONFIG_HOME=/proc XDG_CACHE_HOME=/proc XDG_DATA_HOME=/proc"}) {
        SCOPED_TRACE(environment);
        const std::string log = folder / "log";
        const int status = std::system((command + environment + arguments + " >'" + log + "' 2>&1").c_str());
        EXPECT_EQ(WEXITSTATUS(status), 0) << bytesOf(log);
        EXPECT_EQ(bytesOf(log), "");
        for (const Export& one : exports) {
            EXPECT_GT(fs::file_size(folder / one.file), 100u) << one.file;
            fs::remove(folder / one.file);
        }
    }
}
