// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the real program answers to files that were not written for it: exit code 2 and one line that names
// the file, soon, in little memory, and nothing is written.
#include "core/time.h"
#include "support/gate.h"
#include "support/temp_folder.h"

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using overlap::testing::bytesOf;
using overlap::testing::TempFolder;
using ::testing::HasSubstr;
using ::testing::StartsWith;

namespace fs = std::filesystem;

const fs::path hostile = OVERLAP_TEST_DATA "/hostile";

struct Answer
{
    int code = -1;
    std::string out;
    std::string err;
    double seconds = 0;
    double megabytes = 0;
    std::size_t entries = 0; ///< of the folder in which it ran
};

/// Runs overlap-cli in an empty folder; posix_spawn tells no memory.
Answer answerTo(const fs::path& file)
{
    const TempFolder place;
    const TempFolder outputs;
    const std::string program = OVERLAP_BUILD_ROOT "/bin/overlap-cli";
    const std::string out = outputs / "out", err = outputs / "err";
    const auto begin = overlap::core::monotonicNow();
    const pid_t child = fork();
    if (child == 0) {
        const auto redirect = [](const std::string& name, int flags, int target) {
            dup2(open(name.c_str(), flags, 0600), target);
        };
        redirect("/dev/null", O_RDONLY, 0);
        redirect(out, O_WRONLY | O_CREAT, 1);
        redirect(err, O_WRONLY | O_CREAT, 2);
        alarm(30);
        if (chdir(place.path().c_str()) == 0)
            execl(program.c_str(), program.c_str(), "run", file.c_str(), nullptr);
        _exit(127);
    }
    int status = 0;
    rusage used{};
    wait4(child, &status, 0, &used);
    Answer answer;
    answer.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    answer.seconds = overlap::core::toSeconds(overlap::core::monotonicNow() - begin);
    answer.megabytes = static_cast<double>(used.ru_maxrss) / 1024;
    answer.out = bytesOf(out);
    answer.err = bytesOf(err);
    answer.entries = place.entries();
    return answer;
}

/// What every answer has in common. Returns what follows the name of the file.
std::string sentenceAbout(const fs::path& file)
{
    const Answer answer = answerTo(file);
    EXPECT_EQ(answer.code, 2);
    EXPECT_EQ(answer.out, "");
    EXPECT_EQ(answer.entries, 0u) << "something was written";
    EXPECT_EQ(std::ranges::count(answer.err, '\n'), 1) << answer.err;
#ifndef OVERLAP_SANITIZED
    EXPECT_LT(answer.seconds, 2.0);
    EXPECT_LT(answer.megabytes, 256.0);
#endif
    const std::string start = "overlap-cli: " + file.string();
    EXPECT_THAT(answer.err, StartsWith(start));
    const std::string rest = answer.err.substr(std::min(start.size(), answer.err.size()));
    return rest.empty() ? rest : rest.substr(0, rest.size() - 1);
}

std::map<std::string, std::string> expectedSentences()
{
    std::map<std::string, std::string> sentences;
    std::istringstream lines(bytesOf(hostile / "sentences.txt"));
    for (std::string line; std::getline(lines, line);) {
        const auto tab = line.find('\t');
        sentences[line.substr(0, tab)] = line.substr(tab + 1);
    }
    return sentences;
}

std::string nested(std::size_t depth, char open)
{
    return std::string(depth, open);
}

} // namespace

TEST(HostileFiles, EachOfTheCorpusHasItsSentence)
{
    const auto expected = expectedSentences();
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(hostile)) {
        const std::string name = entry.path().filename();
        if (name == "sentences.txt")
            continue;
        SCOPED_TRACE(name);
        ++count;
        const auto row = expected.find(name);
        std::string sentence = row == expected.end() ? "(no line in sentences.txt)" : row->second;
        const std::string told = sentenceAbout(entry.path());
        // A list of what there is grows with the program.
        if (sentence.ends_with('*')) {
            sentence.pop_back();
            EXPECT_THAT(told, StartsWith(sentence));
        } else {
            EXPECT_EQ(told, sentence);
        }
    }
    EXPECT_EQ(count, expected.size()) << "sentences.txt tells of files that are not there";
    EXPECT_GT(count, 100u);
}

TEST(HostileFiles, WhatIsNoFileIsNotOpened)
{
    const TempFolder folder;
    EXPECT_EQ(sentenceAbout(folder.path()), ": this is a folder, not a file");
    ASSERT_EQ(mkfifo((folder / "fifo").c_str(), 0600), 0);
    EXPECT_EQ(sentenceAbout(folder / "fifo"), ": this is not a regular file");
    EXPECT_EQ(sentenceAbout("/dev/zero"), ": this is not a regular file");
    EXPECT_EQ(sentenceAbout("/dev/tty"), ": this is not a regular file");
    fs::create_symlink("loop", folder / "loop");
    EXPECT_THAT(sentenceAbout(folder / "loop"), StartsWith(": the file cannot be read: "));
    fs::create_symlink("fifo", folder / "link");
    EXPECT_EQ(sentenceAbout(folder / "link"), ": this is not a regular file");
    EXPECT_THAT(sentenceAbout(folder / "missing.json"), StartsWith(": the file cannot be read: "));
    EXPECT_THAT(sentenceAbout(folder / "fifo" / "x"), StartsWith(": the file cannot be read: "));

    const int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string name = folder / "socket";
    name.copy(address.sun_path, sizeof address.sun_path - 1);
    ASSERT_EQ(bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    EXPECT_EQ(sentenceAbout(name), ": this is not a regular file");
    close(listener);
}

TEST(HostileFiles, LargeFilesAreRefusedByTheirSize)
{
    const TempFolder folder;
    const fs::path sparse = folder.write("sparse.json", "");
    ASSERT_EQ(truncate(sparse.c_str(), 10'000'000'000), 0);
    EXPECT_EQ(sentenceAbout(sparse), ": the file has 10000000000 bytes; at most 8388608 are read");
    EXPECT_EQ(sentenceAbout(folder.write("text.json", "\"" + std::string(9'000'000, 'x') + "\"")),
              ": the file has 9000002 bytes; at most 8388608 are read");
}

TEST(HostileFiles, DepthAndNumberOfValuesAreCapped)
{
    const TempFolder folder;
    EXPECT_THAT(sentenceAbout(folder.write("lists.json", nested(100'000, '['))),
                HasSubstr("the document is nested deeper than 64 levels"));
    std::string objects;
    for (int i = 0; i < 100'000; ++i)
        objects += "{\"a\":";
    EXPECT_THAT(sentenceAbout(folder.write("objects.json", objects)),
                HasSubstr("the document is nested deeper than 64 levels"));
    std::string zeros = "[0";
    for (int i = 0; i < 4'000'000; ++i)
        zeros += ",0";
    EXPECT_THAT(sentenceAbout(folder.write("zeros.json", zeros + "]")),
                HasSubstr("the document has more than 1000000 values"));
    std::string lists = "[[]";
    for (int i = 0; i < 2'500'000; ++i)
        lists += ",[]";
    EXPECT_THAT(sentenceAbout(folder.write("empty-lists.json", lists + "]")),
                HasSubstr("the document has more than 1000000 values"));
}

TEST(HostileFiles, ManyKeysAndLongTextsAreToldShort)
{
    const TempFolder folder;
    const std::string head = R"({"schema": "overlap.experiment/1", "id": "x", "title": "X",
"workload": {"id": "wait"}, "strategies": ["sequential"])";
    std::string keys;
    for (int i = 0; i < 400'000; ++i)
        keys += ",\"key-" + std::to_string(i) + "\":0";
    EXPECT_THAT(sentenceAbout(folder.write("keys.json", head + keys + "}")),
                HasSubstr("the key “key-0” is not known here"));
    const std::string big(7'000'000, 'k');
    for (const std::string& rest :
         {",\"" + big + "\": 1}", ",\"timing\": \"" + big + "\"}", ",\"chapter\": \"" + big + "\"}",
          ",\"sweep\": {\"over\": \"" + big + "\", \"values\": [1]}}"}) {
        const std::string sentence = sentenceAbout(folder.write("big.json", head + rest));
        EXPECT_LT(sentence.size(), 400u);
    }
    // Each of the values inside has a pointer with the long key in it.
    std::string inside = ",\"" + std::string(4'000'000, 'k') + "\": [0";
    for (int i = 0; i < 900'000; ++i)
        inside += ",0";
    EXPECT_THAT(sentenceAbout(folder.write("inside.json", head + inside + "]}")),
                HasSubstr("is not known here"));
}

TEST(HostileFiles, OddNamesStayOneLine)
{
    const TempFolder folder;
    const auto lineOf = [](const fs::path& file) {
        const Answer answer = answerTo(file);
        EXPECT_EQ(answer.code, 2);
        EXPECT_EQ(std::ranges::count(answer.err, '\n'), 1) << answer.err;
        return answer.err;
    };
    EXPECT_THAT(lineOf(folder.write("line\nbreak.json", "[]")), HasSubstr("line\\u000Abreak.json:1:1: "));
    EXPECT_THAT(lineOf(folder.write("\xff\xfe.json", "[]")), HasSubstr("/\\xFF\\xFE.json:1:1: "));
    EXPECT_THAT(lineOf(folder.write("Größe.json", "[]")), HasSubstr("/Größe.json:1:1: "));
    EXPECT_THAT(lineOf(folder.write(std::string(250, 'n') + ".json", "[]")), HasSubstr("nnn.json:1:1: "));
    EXPECT_THAT(lineOf("/" + std::string(256, 'n')), HasSubstr("the file cannot be read"));
    std::string deep = folder.path();
    while (deep.size() < 4096)
        deep += "/x";
    EXPECT_THAT(lineOf(deep), HasSubstr("the file cannot be read"));
}

TEST(HostileFiles, AFileThatIsCutAnywhereIsRefused)
{
    const TempFolder folder;
    const std::string whole = bytesOf(OVERLAP_BUILD_ROOT "/share/overlap/experiments/101-two-waits.json");
    ASSERT_GT(whole.size(), 100u);
    // Every byte is cut in core.experiment_file and in the fuzz tests; here a few show what the program says.
    for (std::size_t length = 1; length + 3 < whole.size(); length += whole.size() / 12) {
        EXPECT_THAT(sentenceAbout(folder.write("cut.json", whole.substr(0, length))),
                    HasSubstr("the document ends too early"))
            << length;
    }
}
