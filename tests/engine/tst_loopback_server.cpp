// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/loopback_server.h"

#include "core/message.h"
#include "support/census.h"
#include "support/gate.h"
#include "support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace overlap;
using engine::LoopbackServer;
using overlap::testing::childrenOf;
using ::testing::HasSubstr;

namespace {

/// What is said where a shell script stands in for the server.
std::string complaint(const std::string& script)
{
    const overlap::testing::Watchdog watchdog("a server that is none");
    const overlap::testing::TempFolder folder;
    const core::Paths paths{folder.path()};
    std::filesystem::create_directories(paths.testserver().parent_path());
    std::ofstream(paths.testserver()) << "#!/bin/sh\n" << script << "\n";
    std::filesystem::permissions(paths.testserver(), std::filesystem::perms::owner_all);
    ipc::Launcher launcher;
    std::string text;
    try {
        const LoopbackServer server(launcher, paths, 1.0);
        text = "came up at " + server.url();
    } catch (const core::Error& error) {
        text = error.what();
    }
    EXPECT_TRUE(childrenOf().empty()) << "nothing is left behind";
    return text;
}

} // namespace

TEST(LoopbackServer, ComesUpOnLoopbackAndGoes)
{
    ipc::Launcher launcher;
    const core::Paths paths = core::Paths::ofThisProgram();
    {
        const LoopbackServer first(launcher, paths, 1.0);
        const LoopbackServer second(launcher, paths, 0.001);
        EXPECT_THAT(first.url(), ::testing::MatchesRegex("http://127\\.0\\.0\\.1:[0-9]+"));
        EXPECT_NE(first.url(), second.url()) << "each has a free port of its own";
        EXPECT_EQ(childrenOf().size(), 2u);
    }
    EXPECT_TRUE(childrenOf().empty());
}

TEST(LoopbackServer, AnotherGreetingIsRefused)
{
    EXPECT_EQ(complaint("echo hello; cat"),
              "the server on this machine answered “hello”, which is not its greeting");
    EXPECT_THAT(complaint("echo overlap-testserver 2 8080; cat"), HasSubstr("not its greeting"));
    EXPECT_THAT(complaint("echo overlap-testserver 1 http; cat"), HasSubstr("not its greeting"));
    EXPECT_THAT(complaint("echo; cat"), HasSubstr("not its greeting"));
}

TEST(LoopbackServer, AnEarlyEndIsTold)
{
    EXPECT_THAT(complaint("exit 3"), HasSubstr("ended too early with exit code 3"));
    EXPECT_THAT(complaint("kill -SEGV $$"), HasSubstr("was ended too early by signal 11"));
}

TEST(LoopbackServer, SilenceIsNotWaitedForForEver)
{
    EXPECT_THAT(complaint("exec sleep 1000"), HasSubstr("did not answer in time"));
}
