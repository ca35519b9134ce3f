// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/refusing_port.h"
#include "engine/scratch_folder.h"
#include "engine_fixture.h"
#include "support/temp_folder.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace overlap;
using namespace overlap::testing;
using core::TaskStatus;
using core::Value;

namespace {

class SurroundingsTest : public EngineTest
{};

/// Where temporary files go, for as long as this lives.
class TemporaryRoot
{
public:
    TemporaryRoot() { setenv("TMPDIR", folder.path().c_str(), 1); }
    ~TemporaryRoot() { unsetenv("TMPDIR"); }
    TempFolder folder;
};

int portOf(const std::string& url)
{
    return std::stoi(url.substr(url.rfind(':') + 1));
}

/// What connecting or listening there ends with: 0 or errno.
int tried(int port, int (*call)(int, const sockaddr*, socklen_t))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int code =
        call(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 ? 0 : errno;
    ::close(socket);
    return code;
}

} // namespace

TEST(ScratchFolder, IsPrivateAndGoneWithEverythingButWhatLinksPointTo)
{
    const TempFolder elsewhere;
    elsewhere.write("precious", "x");
    std::filesystem::path path;
    {
        const engine::ScratchFolder scratch;
        path = scratch.path();
        struct stat info
        {};
        ASSERT_EQ(stat(path.c_str(), &info), 0);
        EXPECT_EQ(info.st_mode & 07777, 0700U);
        std::filesystem::create_directories(path / "a" / "b");
        ASSERT_EQ(symlink(elsewhere.path().c_str(), (path / "a" / "link").c_str()), 0);
        ASSERT_EQ(symlink((elsewhere / "precious").c_str(), (path / "file").c_str()), 0);
    }
    EXPECT_FALSE(std::filesystem::exists(path));
    EXPECT_EQ(bytesOf(elsewhere / "precious"), "x");
}

TEST(ScratchFolder, TellsWhereItCannotBeMade)
{
    setenv("TMPDIR", "/nowhere/at/all", 1);
    try {
        const engine::ScratchFolder scratch;
        ADD_FAILURE() << "made in " << scratch.path();
    } catch (const core::Error& error) {
        EXPECT_EQ(error.message().english(),
                  "no folder for temporary files could be made in /nowhere/at/all: No "
                  "such file or directory");
    }
    unsetenv("TMPDIR");
}

TEST(RefusingPort, RefusesAndIsTaken)
{
    const engine::RefusingPort port;
    EXPECT_TRUE(port.url().starts_with("http://127.0.0.1:"));
    EXPECT_EQ(tried(portOf(port.url()), ::connect), ECONNREFUSED);
    EXPECT_EQ(tried(portOf(port.url()), ::bind), EADDRINUSE);
}

TEST_F(SurroundingsTest, NothingStaysBehindARun)
{
    const TemporaryRoot root;
    const auto outcome =
        run(experiment("file-digests", {"sequential", "threads:2"}, {{"files", 3}, {"size", 5000}}));
    EXPECT_TRUE(outcome.report.digestsEqual);
    EXPECT_EQ(outcome.report.strategies.front().tasks.done, 3U);
    EXPECT_EQ(root.folder.entries(), 0U);
    EXPECT_EQ(outcome.workload->itemCount(), 3U);
}

TEST_F(SurroundingsTest, NothingStaysBehindAPreparationThatFails)
{
    const TempFolder empty;
    const TemporaryRoot root;
    const auto asked = experiment("file-digests", {"sequential"}, {{"folder", Value(empty.path().string())}});
    EXPECT_THROW(run(asked), core::Error);
    EXPECT_EQ(root.folder.entries(), 0U);
}

TEST_F(SurroundingsTest, AStopDuringThePreparationIsACancelledExperiment)
{
    const TemporaryRoot root;
    std::stop_source source;
    source.request_stop();
    const auto outcome = run(experiment("image-resize", {"sequential"}), source.get_token());
    EXPECT_TRUE(outcome.report.cancelled);
    EXPECT_TRUE(outcome.report.strategies.empty());
    EXPECT_EQ(root.folder.entries(), 0U);
}

TEST_F(SurroundingsTest, TheItemsOfAFolderAreKnownToWhoeverWatches)
{
    const TempFolder folder;
    folder.write("one", "1");
    folder.write("two", "2");
    std::shared_ptr<const core::Workload> shown;
    std::vector<std::string> told;
    const auto sink = [&](const engine::LiveEvent& event) {
        if (const auto* ready = std::get_if<engine::WorkloadReady>(&event)) {
            shown = ready->workload;
            told.push_back("ready");
        } else if (std::holds_alternative<engine::RunPreparing>(event)) {
            told.push_back("preparing");
        }
    };
    const auto asked =
        experiment("file-digests", {"sequential"}, {{"folder", Value(folder.path().string())}});
    EXPECT_EQ(catalogue.workload("file-digests")->make(asked.parameters)->itemCount(), 0U);
    run(asked, {}, sink);
    EXPECT_EQ(told, (std::vector<std::string>{"ready", "preparing"}));
    ASSERT_TRUE(shown);
    ASSERT_EQ(shown->itemCount(), 2U);
    EXPECT_EQ(shown->itemLabel(1), "two");
}

TEST_F(SurroundingsTest, FailuresThatAreMeantAreCountedApart)
{
    const auto outcome = run(experiment("failing-tasks", {"sequential", "threads:4"}));
    for (const core::StrategyReport& strategy : outcome.report.strategies) {
        SCOPED_TRACE(strategy.strategy.text());
        EXPECT_EQ(strategy.tasks.done, 8U);
        EXPECT_EQ(strategy.tasks.failed, 4U);
        EXPECT_EQ(strategy.tasks.meant, 4U);
        EXPECT_EQ(strategy.tasks.lost, 0U);
        EXPECT_EQ(strategy.tasks.notMeant(), 0U);
    }
    EXPECT_TRUE(outcome.report.digestsEqual);
    EXPECT_TRUE(outcome.report.strategies.back().speedup) << "the times are comparable";
}

TEST_F(SurroundingsTest, WhatIsForgottenIsLost)
{
    const auto outcome =
        run(experiment("failing-tasks", {"sequential", "threads:4"}, {{"errors", "forgotten"}}));
    for (const auto& last : outcome.lastRuns) {
        ASSERT_TRUE(last);
        EXPECT_EQ(last->report.tasks.lost, 4U);
        for (const core::ItemResult& item : last->items) {
            EXPECT_TRUE(item.value.isNull());
            if (item.status == TaskStatus::failed) {
                EXPECT_EQ(item.error.english(), "the error is lost: nobody asked for the result");
            }
        }
    }
    EXPECT_TRUE(outcome.report.digestsEqual);
}
