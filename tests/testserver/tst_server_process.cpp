// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The program as others start it: its line, its options, its end.
#include "core/time.h"
#include "testserver/raw_client.h"
#include "testserver/server_process.h"

#include <algorithm>
#include <csignal>
#include <fstream>
#include <gmock/gmock.h>
#include <sstream>
#include <thread>

using namespace overlap;
using tests::bodyOf;
using tests::RawClient;
using tests::runServer;
using tests::ServerProcess;
using tests::statusOf;

namespace {

constexpr int soon =
    5000; // milliseconds: far less than the delays that wait, far more than a busy machine needs

/// A client whose answer is ten seconds away; true once the server has seen its request.
bool waitsForALongTime(RawClient& client)
{
    // Requests of one connection are served in order, so the second is in sight once the first is answered.
    client.get("/json");
    const bool answered = statusOf(client.receive()) == 200;
    return client.get("/delay/10") && answered;
}

bool refusesConnections(std::uint16_t port)
{
    const core::Nanoseconds end = core::monotonicNow() + 5 * core::nanosecondsPerSecond;
    while (core::monotonicNow() < end) {
        if (!RawClient(port).connected())
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return false;
}

/// The local addresses, as the kernel writes them, that listen on the port.
std::vector<std::string> listeningAddresses(std::uint16_t port)
{
    std::ostringstream suffix;
    suffix << ':' << std::hex << std::uppercase << port;
    std::vector<std::string> addresses;
    for (const char* table : {"/proc/net/tcp", "/proc/net/tcp6"}) {
        std::ifstream file(table);
        std::string line;
        std::getline(file, line);
        while (std::getline(file, line)) {
            std::istringstream words(line);
            std::string number;
            std::string local;
            std::string remote;
            std::string state;
            words >> number >> local >> remote >> state;
            std::string end = suffix.str();
            end.insert(1, 5 - end.size(), '0');
            if (state == "0A" && local.ends_with(end))
                addresses.push_back(local.substr(0, local.size() - end.size()));
        }
    }
    return addresses;
}

} // namespace

TEST(ServerProcess, saysWhereItListensAndListensNowhereElse)
{
    const ServerProcess server;
    ASSERT_NE(server.port(), 0);
    EXPECT_EQ(server.firstLine(), "overlap-testserver 1 " + std::to_string(server.port()) + "\n");
    EXPECT_EQ(listeningAddresses(server.port()), std::vector<std::string>{"0100007F"});
}

TEST(ServerProcess, twoOfThemGetTwoPorts)
{
    const ServerProcess one;
    const ServerProcess two;
    EXPECT_NE(one.port(), two.port());
}

TEST(ServerProcess, helpVersionAndBadOptions)
{
    const auto help = runServer({"--help"});
    EXPECT_EQ(help.code, 0);
    EXPECT_THAT(help.output, testing::StartsWith("Usage: overlap-testserver"));
    EXPECT_EQ(runServer({"--version"}).output, "overlap-testserver " OVERLAP_VERSION "\n");
    const std::vector<std::vector<std::string>> bad{
        {"--time-scale", "0"}, {"--max-delay"}, {"--port", "80"}, {"x"}};
    for (const auto& options : bad) {
        const auto finished = runServer(options);
        EXPECT_EQ(finished.code, 2);
        EXPECT_EQ(finished.output, "");
        EXPECT_EQ(std::count(finished.errors.begin(), finished.errors.end(), '\n'), 1) << finished.errors;
    }
}

TEST(ServerProcess, optionsReachTheRoutes)
{
    const ServerProcess server({"--time-scale", "0.001", "--max-delay=60", "--max-bytes", "200000"});
    RawClient client(server.port());
    const core::Nanoseconds begin = core::monotonicNow();
    client.get("/delay/60");
    EXPECT_EQ(bodyOf(client.receive()), R"({"delay":60})");
    EXPECT_LT(core::monotonicNow() - begin, 30 * core::nanosecondsPerSecond);
    client.get("/bytes/200000");
    EXPECT_EQ(bodyOf(client.receive()).size(), 200'000u);
}

TEST(ServerProcess, endsWithItsInput)
{
    ServerProcess server;
    RawClient idle(server.port());
    RawClient waiting(server.port());
    ASSERT_TRUE(waitsForALongTime(waiting));
    const core::Nanoseconds begin = core::monotonicNow();
    server.closeInput();
    EXPECT_EQ(server.waitForEnd(soon), 0);
    RecordProperty("milliseconds", static_cast<int>((core::monotonicNow() - begin) / 1'000'000));
    EXPECT_TRUE(waiting.closedByServer(soon));
    EXPECT_TRUE(refusesConnections(server.port()));
}

TEST(ServerProcess, anInputThatHasEndedAlreadyEndsItAtOnce)
{
    const auto finished = runServer({});
    EXPECT_EQ(finished.code, 0);
    EXPECT_THAT(finished.output, testing::StartsWith("overlap-testserver 1 "));
    ServerProcess fromNull({}, R"(exec "$0" "$@" </dev/null)");
    EXPECT_EQ(fromNull.waitForEnd(soon), 0);
}

TEST(ServerProcess, endsOnASignalAlsoWhenItWasInheritedAsIgnored)
{
    for (const int signal : {SIGTERM, SIGINT}) {
        ServerProcess server({}, R"(trap '' TERM INT; exec "$0" "$@")");
        RawClient waiting(server.port());
        ASSERT_TRUE(waitsForALongTime(waiting));
        kill(server.pid(), signal);
        EXPECT_EQ(server.waitForEnd(soon), 0) << signal;
    }
}

TEST(ServerProcess, endsWhenItsParentIsKilled)
{
    // The input stays open: only the death of the shell in between can end it.
    ServerProcess shell({}, R"(exec 3<&0; "$0" "$@" <&3 & wait)");
    ASSERT_NE(shell.port(), 0);
    RawClient waiting(shell.port());
    ASSERT_TRUE(waitsForALongTime(waiting));
    kill(shell.pid(), SIGKILL);
    EXPECT_TRUE(waiting.closedByServer(soon));
    EXPECT_TRUE(refusesConnections(shell.port()));
    EXPECT_EQ(shell.waitForEnd(soon), -SIGKILL);
}

TEST(ServerProcess, makesDoWithFewDescriptors)
{
    const ServerProcess server({}, R"(ulimit -n 40; exec "$0" "$@")");
    ASSERT_NE(server.port(), 0);
    std::vector<RawClient> clients;
    for (int i = 0; i < 30; ++i)
        clients.emplace_back(server.port());
    for (RawClient& client : clients)
        client.get("/json");
    for (RawClient& client : clients) {
        ASSERT_EQ(statusOf(client.receive()), 200);
        client.leave();
    }
}

TEST(ServerProcess, eightHundredDelaysWaitTogether)
{
    const ServerProcess server;
    constexpr std::size_t count = 800; // below the usual limit of 1,024 descriptors
    std::vector<RawClient> clients;
    const core::Nanoseconds begin = core::monotonicNow();
    for (std::size_t i = 0; i < count; ++i) {
        clients.emplace_back(server.port());
        ASSERT_TRUE(clients.back().get("/delay/1"));
    }
    for (RawClient& client : clients)
        ASSERT_EQ(bodyOf(client.receive()), R"({"delay":1})");
    const double speedup = count / core::toSeconds(core::monotonicNow() - begin);
    EXPECT_GT(speedup, 20);
}
