// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Writing where it cannot succeed, or is interrupted: the old file whole, nothing beside it, one sentence.
#include "core/file.h"

#include "core/experiment.h"
#include "core/message.h"
#include "support/limits.h"
#include "support/ordinary_user.h"
#include "support/small_catalogue.h"
#include "support/temp_folder.h"

#include <cstring>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <thread>

using namespace overlap::core;
using overlap::testing::asOrdinaryUser;
using overlap::testing::bytesOf;
using overlap::testing::FileSizeLimit;
using overlap::testing::SmallDisk;
using overlap::testing::TempFolder;
using ::testing::EndsWith;
namespace fs = std::filesystem;

namespace {

std::string complaint(const fs::path& path, std::string_view bytes)
{
    try {
        writeFile(path, bytes);
        return "it was written";
    } catch (const Error& error) {
        EXPECT_EQ(error.place(), path.string());
        return error.message().english();
    }
}

std::string refusal(std::size_t bytes, const std::string& cause)
{
    return "the file cannot be written (" + std::to_string(bytes) + " bytes): " + cause;
}

const std::string large(3'000'000, 'n');

} // namespace

TEST(FileFaults, AFullDiskKeepsTheOldFile)
{
    const TempFolder folder;
    const SmallDisk disk(folder / "disk", 1024 * 1024);
    if (!disk.mounted())
        GTEST_SKIP() << "only root can mount a small disk";
    const fs::path path = folder.write("disk/a", "old");
    EXPECT_EQ(complaint(path, large), refusal(3'000'000, "No space left on device"));
    EXPECT_EQ(bytesOf(path), "old");
    EXPECT_EQ(complaint(folder / "disk/new", large), refusal(3'000'000, "No space left on device"));
    EXPECT_FALSE(fs::exists(folder / "disk/new"));
    EXPECT_EQ(std::distance(fs::directory_iterator(folder / "disk"), {}), 1) << "no temporary file is left";
    writeFile(path, "new");
    EXPECT_EQ(bytesOf(path), "new") << "there is room for that";
}

TEST(FileFaults, AReadOnlyDiskKeepsTheOldFile)
{
    const TempFolder folder;
    const SmallDisk disk(folder / "disk", 1024 * 1024);
    if (!disk.mounted())
        GTEST_SKIP() << "only root can mount a disk";
    const fs::path path = folder.write("disk/a", "old");
    ASSERT_TRUE(disk.makeReadOnly());
    EXPECT_EQ(complaint(path, "new"), refusal(3, "Read-only file system"));
    EXPECT_EQ(complaint(folder / "disk/b", "new"), refusal(3, "Read-only file system"));
    EXPECT_EQ(bytesOf(path), "old");
}

TEST(FileFaults, ALimitOfSizesKeepsTheOldFile)
{
    const TempFolder folder;
    const fs::path path = folder.write("a", "old");
    {
        const FileSizeLimit limit(100'000);
        EXPECT_EQ(complaint(path, large), refusal(3'000'000, "File too large"));
        EXPECT_EQ(complaint(folder / "new", large), refusal(3'000'000, "File too large"));
        writeFile(folder / "fits", std::string(100'000, 'x'));
    }
    EXPECT_EQ(bytesOf(path), "old");
    EXPECT_EQ(folder.entries(), 2u);
}

TEST(FileFaults, AnExperimentThatCannotBeSavedIsStillTheOldOne)
{
    const TempFolder folder;
    const fs::path path = folder / "a.overlap.json";
    Experiment experiment = overlap::testing::smallExperiment();
    saveExperiment(path, experiment);
    const std::string before = bytesOf(path);
    experiment.title = std::string(5000, 't');
    const auto saying = [&](const fs::path& target) {
        try {
            saveExperiment(target, experiment);
            return std::string("it was saved");
        } catch (const Error& error) {
            return std::string(error.what());
        }
    };
    {
        const FileSizeLimit limit(1000);
        EXPECT_THAT(saying(path),
                    ::testing::MatchesRegex(
                        path.string() + ": the file cannot be written \\([0-9]+ bytes\\): File too large"));
    }
    fs::create_symlink("/dev/full", folder / "full.overlap.json");
    EXPECT_THAT(saying(folder / "full.overlap.json"), EndsWith("No space left on device"));
    EXPECT_THAT(saying(folder.path()), EndsWith("Is a directory"));
    EXPECT_EQ(bytesOf(path), before);
    EXPECT_EQ(folder.entries(), 2u);
    EXPECT_EQ(saying(path), "it was saved");
}

TEST(FileFaults, AFullDeviceIsNamed)
{
    EXPECT_EQ(complaint("/dev/full", "12345"), refusal(5, "No space left on device"));
}

TEST(FileFaults, WhatMayNotBeWrittenIsNotReplaced)
{
    const TempFolder folder;
    ASSERT_EQ(chmod(folder.path().c_str(), 0777), 0);
    const fs::path closed = folder / "closed";
    fs::create_directory(closed);
    folder.write("closed/a", "old");
    folder.write("protected", "old");
    ASSERT_EQ(chmod(closed.c_str(), 0555), 0);
    ASSERT_EQ(chmod((folder / "protected").c_str(), 0444), 0);
    asOrdinaryUser([&] {
        EXPECT_EQ(complaint(closed / "a", "new"), refusal(3, "Permission denied"));
        EXPECT_EQ(complaint(closed / "b", "new"), refusal(3, "Permission denied"));
        EXPECT_EQ(complaint(folder / "protected", "new"), refusal(3, "Permission denied"));
        writeFile(folder / "mine", "new");
    });
    EXPECT_EQ(bytesOf(closed / "a"), "old");
    EXPECT_EQ(bytesOf(folder / "protected"), "old");
    EXPECT_EQ(bytesOf(folder / "mine"), "new");
    EXPECT_EQ(folder.entries(), 3u);
    EXPECT_EQ(std::distance(fs::directory_iterator(closed), {}), 1);
    ASSERT_EQ(chmod(closed.c_str(), 0755), 0);
}

TEST(FileFaults, OddTargetsAreRefusedInOneSentence)
{
    const TempFolder folder;
    fs::create_directory(folder / "sub");
    EXPECT_EQ(complaint(folder / "sub", "x"), refusal(1, "Is a directory"));
    EXPECT_EQ(complaint(folder.path().string() + "/sub/", "x"), refusal(1, "Is a directory"));
    EXPECT_EQ(complaint(folder / "missing/file", "x"), refusal(1, "No such file or directory"));
    folder.write("file", "old");
    EXPECT_EQ(complaint(folder / "file/below", "x"), refusal(1, "Not a directory"));
    EXPECT_EQ(complaint("", "x"), refusal(1, "No such file or directory"));
    fs::create_symlink("b", folder / "a");
    fs::create_symlink("a", folder / "b");
    EXPECT_EQ(complaint(folder / "a", "x"), refusal(1, "Too many levels of symbolic links"));
    EXPECT_EQ(complaint(folder / std::string(256, 'n'), "x"), refusal(1, "File name too long"));
    EXPECT_EQ(complaint(folder / (std::string(5000, '/') + "x"), "x"), refusal(1, "File name too long"));
    EXPECT_EQ(bytesOf(folder / "file"), "old");
    EXPECT_EQ(folder.entries(), 4u);
}

TEST(FileFaults, APipeIsWrittenInPlaceAndNeverWaitedFor)
{
    const TempFolder folder;
    const fs::path path = folder / "pipe";
    ASSERT_EQ(mkfifo(path.c_str(), 0600), 0);
    alarm(20); // instead of hanging
    EXPECT_EQ(complaint(path, "x"), refusal(1, "nobody reads from this pipe or socket"));
    std::string read;
    std::jthread reader([&] { read = bytesOf(path); });
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    std::string said = "not tried";
    while (said != "it was written" && std::chrono::steady_clock::now() < until)
        said = complaint(path, large); // until the reader is there
    EXPECT_EQ(said, "it was written");
    reader.join();
    alarm(0);
    EXPECT_EQ(read, large) << "all of it, although a pipe holds far less";
    EXPECT_TRUE(fs::is_fifo(path));
}

TEST(FileFaults, ALinkThatLeadsNowhereStaysAndItsTargetIsMade)
{
    const TempFolder folder;
    fs::create_directory(folder / "elsewhere");
    fs::create_symlink("elsewhere/new", folder / "link");
    writeFile(folder / "link", "bytes");
    EXPECT_TRUE(fs::is_symlink(folder / "link"));
    EXPECT_EQ(bytesOf(folder / "elsewhere/new"), "bytes");
    fs::create_symlink("gone/new", folder / "lost");
    EXPECT_EQ(complaint(folder / "lost", "x"), refusal(1, "No such file or directory"));
    EXPECT_TRUE(fs::is_symlink(folder / "lost"));
}

TEST(FileFaults, BytesOfNamesSurvive)
{
    const TempFolder folder;
    for (const std::string& name : {std::string("\xff\xfe not UTF-8"), std::string("two\nlines"),
                                    std::string(255, 'n'), std::string("%1 %n \"'\\"), std::string("-")}) {
        const fs::path path = folder / name;
        writeFile(path, "first");
        writeFile(path, "bytes");
        EXPECT_EQ(readFile(path, 10), "bytes") << name;
        try {
            readFile(path, 1);
            ADD_FAILURE();
        } catch (const Error& error) {
            EXPECT_EQ(error.place(), path.string());
        }
    }
    EXPECT_EQ(folder.entries(), 5u);
}

// What SQLite does: the writer is killed before its first system call, its second, and so on until it is
// through.
TEST(FileFaults, KilledAtAnySystemCallTheFileIsOldOrNew)
{
    const TempFolder folder;
    const fs::path path = folder.write("a", "old");
    const std::string bytes(2'000'000, 'n');
    int killedWithStray = 0;
    int oldFiles = 0;
    int newFiles = 0;
    bool finished = false;
    for (int kill = 1; !finished; ++kill) {
        ASSERT_LT(kill, 2000) << "it never came to its end";
        const pid_t child = fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            if (ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0)
                _exit(77);
            raise(SIGSTOP);
            writeFile(path, bytes);
            _exit(0);
        }
        int status = 0;
        waitpid(child, &status, 0);
        if (WIFEXITED(status) && WEXITSTATUS(status) == 77)
            GTEST_SKIP() << "no process may be traced here";
        // Stops at the entry and at the exit of each call; the file changes between the two.
        for (int stop = 0; stop < kill && !finished; ++stop) {
            ptrace(PTRACE_SYSCALL, child, nullptr, nullptr);
            waitpid(child, &status, 0);
            finished = WIFEXITED(status);
        }
        if (!finished) {
            ::kill(child, SIGKILL);
            waitpid(child, &status, 0);
        } else {
            EXPECT_EQ(WEXITSTATUS(status), 0);
        }
        const std::string now = bytesOf(path);
        ASSERT_TRUE(now == "old" || now == bytes)
            << "mixed after " << kill << " stops: " << now.size() << " bytes";
        killedWithStray += folder.entries() > 1;
        ++(now == "old" ? oldFiles : newFiles);
        // The next round begins as the first did, save for what was left beside the file.
        if (now != "old")
            folder.write("a", "old");
        for (const auto& entry : fs::directory_iterator(folder.path())) {
            if (entry.path() != path)
                fs::last_write_time(entry.path(), fs::file_time_type::clock::now() - std::chrono::minutes(2));
        }
    }
    EXPECT_GT(oldFiles, 3);
    EXPECT_GT(newFiles, 1);
    EXPECT_GT(killedWithStray, 2) << "else the kill never hit the writing";
    writeFile(path, "last");
    EXPECT_EQ(folder.entries(), 1u) << "a later write removes what killed ones have left";
}

TEST(FileFaults, OnlyStraysOfTheDeadAreRemoved)
{
    const TempFolder folder;
    const auto old = fs::file_time_type::clock::now() - std::chrono::hours(1);
    const std::string alive = ".overlap-" + std::to_string(getpid()) + "-900.part";
    for (const std::string& name :
         {alive, std::string(".overlap-4194999-0.part"), std::string(".overlap-notes.part"),
          std::string(".overlap-4194999-0.partial"), std::string("a.part")})
        fs::last_write_time(folder.write(name, "x"), old);
    folder.write(".overlap-4194998-0.part", "fresh");
    writeFile(folder / "a", "x");
    EXPECT_FALSE(fs::exists(folder / ".overlap-4194999-0.part"));
    EXPECT_EQ(folder.entries(), 6u);
}
