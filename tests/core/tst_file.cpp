// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/file.h"

#include "core/message.h"
#include "support/gate.h"
#include "support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace overlap::core;
using overlap::testing::bytesOf;
using overlap::testing::TempFolder;
using ::testing::HasSubstr;
namespace fs = std::filesystem;

namespace {

std::string readComplaint(const fs::path& path, std::size_t most = 1000)
{
    try {
        readFile(path, most);
        return {};
    } catch (const Error& error) {
        EXPECT_EQ(error.place(), path.string());
        return error.what();
    }
}

std::string writeComplaint(const fs::path& path, std::string_view bytes)
{
    try {
        writeFile(path, bytes);
        return {};
    } catch (const Error& error) {
        EXPECT_EQ(error.place(), path.string());
        return error.what();
    }
}

mode_t modeOf(const fs::path& path)
{
    struct stat info
    {};
    EXPECT_EQ(stat(path.c_str(), &info), 0);
    return info.st_mode & 07777;
}

} // namespace

TEST(File, ReadsAllBytes)
{
    const TempFolder folder;
    std::string bytes;
    for (int i = 0; i < 100'000; ++i)
        bytes += static_cast<char>(i * 7);
    EXPECT_EQ(readFile(folder.write("a", bytes), bytes.size()), bytes);
    EXPECT_EQ(readFile(folder.write("empty", ""), 0), "");
}

TEST(File, RefusesWhatIsNoRegularFileWithoutWaiting)
{
    const TempFolder folder;
    const overlap::testing::Watchdog watchdog("reading odd files");
    ASSERT_EQ(mkfifo((folder / "fifo").c_str(), 0600), 0);
    EXPECT_THAT(readComplaint(folder / "fifo"), HasSubstr("not a regular file"));
    EXPECT_THAT(readComplaint(folder.path()), HasSubstr("this is a folder, not a file"));
    EXPECT_THAT(readComplaint("/dev/zero"), HasSubstr("not a regular file"));
    fs::create_symlink("b", folder / "a");
    fs::create_symlink("a", folder / "b");
    EXPECT_THAT(readComplaint(folder / "a"), HasSubstr("cannot be read"));
    EXPECT_THAT(readComplaint(folder / "missing"), HasSubstr("No such file"));
    EXPECT_THAT(readComplaint(""), HasSubstr("cannot be read"));
}

TEST(File, RefusesALargeFileBySize)
{
    const TempFolder folder;
    const fs::path sparse = folder.write("sparse", "");
    ASSERT_EQ(truncate(sparse.c_str(), 10'000'000'000), 0);
    EXPECT_EQ(readComplaint(sparse),
              sparse.string() + ": the file has 10000000000 bytes; at most 1000 are read");
    EXPECT_EQ(readComplaint(folder.write("exact", std::string(1000, 'x'))), "");
}

TEST(File, WritesANewFile)
{
    const TempFolder folder;
    writeFile(folder / "new", "bytes\n");
    EXPECT_EQ(bytesOf(folder / "new"), "bytes\n");
    EXPECT_EQ(folder.entries(), 1u) << "no temporary file is left";
    writeFile(folder / "empty", "");
    EXPECT_EQ(fs::file_size(folder / "empty"), 0u);
}

TEST(File, ReplacingKeepsTheMode)
{
    const TempFolder folder;
    const fs::path path = folder.write("a", "old old old");
    ASSERT_EQ(chmod(path.c_str(), 0600), 0);
    writeFile(path, "new");
    EXPECT_EQ(bytesOf(path), "new");
    EXPECT_EQ(modeOf(path), 0600u);
    EXPECT_EQ(folder.entries(), 1u);
}

TEST(File, ANewFileObeysTheUmask)
{
    const TempFolder folder;
    const mode_t before = umask(0077);
    writeFile(folder / "private", "x");
    umask(before);
    EXPECT_EQ(modeOf(folder / "private"), 0600u);
}

TEST(File, ALinkStaysALink)
{
    const TempFolder folder;
    fs::create_directory(folder / "elsewhere");
    const fs::path target = folder.write("elsewhere/real", "old");
    fs::create_symlink("elsewhere/real", folder / "link");
    writeFile(folder / "link", "new");
    EXPECT_TRUE(fs::is_symlink(folder / "link"));
    EXPECT_EQ(bytesOf(target), "new");
}

TEST(File, AFolderIsNotReplaced)
{
    const TempFolder folder;
    fs::create_directory(folder / "sub");
    EXPECT_NE(writeComplaint(folder / "sub", "x"), "");
    EXPECT_TRUE(fs::is_directory(folder / "sub"));
    EXPECT_EQ(folder.entries(), 1u);
}

TEST(File, AFailureLeavesTheOldFileAndNothingElse)
{
    EXPECT_THAT(writeComplaint("/dev/full", "12345"),
                HasSubstr("cannot be written (5 bytes): No space left"));
    EXPECT_THAT(writeComplaint("/proc/overlap-test", "1"), HasSubstr("cannot be written"));
    const TempFolder folder;
    EXPECT_THAT(writeComplaint(folder / "no/such/folder/file", "1"), HasSubstr("No such file"));
    EXPECT_EQ(folder.entries(), 0u);
    EXPECT_EQ(writeComplaint("/dev/null", "bytes go away"), "");
}
