// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/file_access.h"
#include "workloads/file_set.h"

#include "core/message.h"
#include "core/task_context.h"
#include "support/gate.h"
#include "support/temp_folder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace overlap;
using namespace overlap::workloads;
using overlap::testing::TempFolder;

namespace {

std::string errorOf(const std::function<void()>& call)
{
    try {
        call();
    } catch (const core::Error& error) {
        return error.message().english();
    }
    return {};
}

using Names = std::vector<std::string>;

} // namespace

TEST(VisibleName, KeepsTextAndEscapesTheRest)
{
    EXPECT_EQ(visibleName("Häuser 日本 🙂.jpg"), "Häuser 日本 🙂.jpg");
    EXPECT_EQ(visibleName("bad\xff"), "bad\\xff");
    EXPECT_EQ(visibleName("two\nlines\x1b[31m\x7f"), "two\\x0alines\\x1b[31m\\x7f");
    EXPECT_EQ(visibleName("\xc3"), "\\xc3") << "cut off";
    EXPECT_EQ(visibleName("\xc0\xaf"), "\\xc0\\xaf") << "overlong";
    EXPECT_EQ(visibleName("\xed\xa0\x80"), "\\xed\\xa0\\x80") << "a surrogate";
    EXPECT_EQ(visibleName("\xf4\x90\x80\x80"), "\\xf4\\x90\\x80\\x80") << "beyond Unicode";
    EXPECT_EQ(visibleName("\xc2\x9b"
                          "1m"),
              "\\xc2\\x9b"
              "1m")
        << "a control character of its own";
    EXPECT_EQ(visibleName(""), "");
}

TEST(FileSet, TakesRegularFilesOnlyAndByName)
{
    const TempFolder folder;
    folder.write("b", "2");
    folder.write("a", "1");
    folder.write("C", "3");
    std::filesystem::create_directory(folder / "sub");
    folder.write("sub/d", "4");
    ASSERT_EQ(mkfifo((folder / "pipe").c_str(), 0600), 0);
    ASSERT_EQ(symlink("loop", (folder / "loop").c_str()), 0);
    ASSERT_EQ(symlink("..", (folder / "sub" / "up").c_str()), 0);
    ASSERT_EQ(symlink("a", (folder / "link").c_str()), 0);
    EXPECT_EQ(filesOf(folder.path(), {false, 100, {}}, {}), (Names{"C", "a", "b"}));
    EXPECT_EQ(filesOf(folder.path(), {true, 100, {}}, {}), (Names{"C", "a", "b", "sub/d"}));
    EXPECT_EQ(filesOf(folder.path(), {true, 2, {}}, {}), (Names{"C", "a"}));
}

TEST(FileSet, TheFolderItselfMayBeALink)
{
    const TempFolder folder;
    std::filesystem::create_directory(folder / "real");
    folder.write("real/x", "1");
    ASSERT_EQ(symlink("real", (folder / "link").c_str()), 0);
    EXPECT_EQ(filesOf(folder / "link", {true, 9, {}}, {}), Names{"x"});
}

TEST(FileSet, KnowsExtensionsWhateverTheirCase)
{
    const TempFolder folder;
    for (const char* name : {"a.JPG", "b.jpeg", "c.png", "jpg", ".jpg"})
        folder.write(name, "x");
    EXPECT_EQ(filesOf(folder.path(), {false, 9, {".jpg", ".jpeg"}}, {}), (Names{"a.JPG", "b.jpeg"}));
}

TEST(FileSet, AnEmptyFolderIsOneSentence)
{
    const TempFolder folder;
    const std::string name = folder.path().string();
    EXPECT_EQ(errorOf([&] {
                  filesOf(folder.path(), {false, 9, {}}, {});
              }),
              "there is no file in the folder “" + name + "”");
    EXPECT_EQ(errorOf([&] {
                  filesOf(folder.path(), {false, 9, {".jpg"}}, {});
              }),
              "there is no JPEG file in the folder “" + name + "”");
    EXPECT_EQ(errorOf([&] {
                  filesOf(folder / "gone", {false, 9, {}}, {});
              }),
              "the folder “" + name + "/gone” cannot be read: No such file or directory");
}

TEST(FileSet, HonoursAStop)
{
    const TempFolder folder;
    folder.write("a", "1");
    std::stop_source source;
    source.request_stop();
    EXPECT_THROW(filesOf(folder.path(), {false, 9, {}}, source.get_token()), core::Cancelled);
}

TEST(FileAccess, ReadsWholeFilesWithinTheirLimit)
{
    const TempFolder folder;
    const auto file = folder.write("ten", "0123456789");
    EXPECT_EQ(wholeFile(file, 10), "0123456789");
    EXPECT_EQ(errorOf([&] { wholeFile(file, 9); }), "“ten” has 10 bytes; at most 9 are read");
    EXPECT_EQ(wholeFile(folder.write("none", ""), 0), "");
}

TEST(FileAccess, RefusesWhatIsNoFileWithoutWaiting)
{
    const overlap::testing::Watchdog watchdog("a FIFO that nobody writes to", std::chrono::seconds(20));
    const TempFolder folder;
    ASSERT_EQ(mkfifo((folder / "pipe").c_str(), 0600), 0);
    ASSERT_EQ(symlink("loop", (folder / "loop").c_str()), 0);
    EXPECT_EQ(errorOf([&] { FileReader(folder / "pipe"); }), "“pipe” is not a regular file");
    EXPECT_EQ(errorOf([&] { FileReader(folder.path()); }),
              "“" + folder.path().filename().string() + "” is not a regular file");
    EXPECT_EQ(errorOf([&] { FileReader(folder / "loop"); }),
              "“loop” cannot be read: Too many levels of symbolic links");
    EXPECT_EQ(errorOf([&] { FileReader(folder / "gone"); }),
              "“gone” cannot be read: No such file or directory");
}

TEST(FileAccess, WritesOverWhatWasThereAndTellsWhyNot)
{
    const TempFolder folder;
    writeScratchFile(folder / "x", "long text");
    writeScratchFile(folder / "x", "short");
    EXPECT_EQ(overlap::testing::bytesOf(folder / "x"), "short");
    EXPECT_EQ(errorOf([&] { writeScratchFile("/dev/full", "x"); }),
              "“/dev/full” cannot be written: No space left on device");
    makeScratchFolder(folder / "new");
    makeScratchFolder(folder / "new");
    EXPECT_TRUE(std::filesystem::is_directory(folder / "new"));
    EXPECT_EQ(errorOf([&] { makeScratchFolder(folder / "no" / "parent"); }),
              "“" + (folder / "no" / "parent").string() + "” cannot be written: No such file or directory");
}

TEST(FileSet, NumbersSortAsTexts)
{
    EXPECT_EQ(paddedNumber(7, 16), "07");
    EXPECT_EQ(paddedNumber(16, 16), "16");
    EXPECT_EQ(paddedNumber(7, 1000), "0007");
}
