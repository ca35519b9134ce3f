// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The server inside this process, where its limits can be set lower than anyone would want to wait for.
#include "core/time.h"
#include "testserver/raw_client.h"
#include "testserver/server.h"

#include <atomic>
#include <functional>
#include <gmock/gmock.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace overlap;
using namespace overlap::testserver;
using tests::bodyOf;
using tests::RawClient;
using tests::statusOf;

namespace {

/// A server and the thread that turns it, waiting exactly as the program does: a wake-up that is missing
/// shows.
class RunningServer
{
public:
    explicit RunningServer(const ServerSettings& settings = {})
        : m_server(settings)
        , m_port(m_server.port())
        , m_quit(eventfd(0, EFD_CLOEXEC))
        , m_thread([this] { run(); })
    {}
    ~RunningServer()
    {
        eventfd_write(m_quit, 1);
        m_thread.join();
        close(m_quit);
    }

    std::uint16_t port() const { return m_port; }

    /// Until that many answers wait for their time; false after ten seconds.
    bool reachesPending(std::size_t count) const
    {
        const core::Nanoseconds end = core::monotonicNow() + 10 * core::nanosecondsPerSecond;
        while (m_pending != count) {
            if (core::monotonicNow() > end)
                return false;
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        return true;
    }

private:
    void run()
    {
        pollfd watched[] = {{m_server.descriptor(), POLLIN, 0}, {m_quit, POLLIN, 0}};
        while (watched[1].revents == 0) {
            poll(watched, 2, m_server.timeoutMilliseconds());
            m_server.turn();
            m_pending = m_server.pendingDelays();
        }
    }

    Server m_server;
    std::uint16_t m_port;
    std::atomic<std::size_t> m_pending = 0;
    int m_quit;
    std::thread m_thread;
};

std::string host(const RunningServer& server)
{
    return "Host: 127.0.0.1:" + std::to_string(server.port()) + "\r\n";
}

int statusOfRaw(const RunningServer& server, const std::string& bytes)
{
    RawClient client(server.port());
    client.send(bytes);
    return statusOf(client.receive());
}

bool isWell(const RunningServer& server)
{
    RawClient client(server.port());
    client.get("/price/0");
    return statusOf(client.receive()) == 400;
}

} // namespace

TEST(Server, keepsAConnectionThroughAnswersOfEveryKind)
{
    const RunningServer server;
    RawClient client(server.port());
    for (int round = 0; round < 3; ++round) {
        client.get("/json");
        EXPECT_EQ(statusOf(client.receive()), 200);
        client.get("/delay/0.01");
        EXPECT_EQ(bodyOf(client.receive()), R"({"delay":0.01})");
        client.get("/status/500");
        EXPECT_EQ(statusOf(client.receive()), 500);
        client.get("/nothing");
        EXPECT_EQ(statusOf(client.receive()), 404);
        client.get("/bytes/0");
        EXPECT_EQ(bodyOf(client.receive()), "");
        client.get("/bytes/100000");
        std::string expected(100'000, '\0');
        fillBytes(0, expected.data(), expected.size());
        EXPECT_TRUE(bodyOf(client.receive()) == expected);
        client.send("HEAD /bytes/100000 HTTP/1.1\r\n" + host(server) + "\r\n");
        const std::string head = client.receive(true);
        EXPECT_EQ(statusOf(head), 200);
        EXPECT_THAT(head, testing::HasSubstr("Content-Length: 100000\r\n"));
    }
}

TEST(Server, answersRequestsSentTogetherInTheirOrder)
{
    const RunningServer server;
    RawClient client(server.port());
    const auto line = [&](const std::string& target) {
        return "GET " + target + " HTTP/1.1\r\n" + host(server) + "\r\n";
    };
    client.send(line("/delay/0.1") + line("/uuid?seed=3") + line("/delay/0.02"));
    EXPECT_EQ(bodyOf(client.receive()), R"({"delay":0.1})");
    EXPECT_EQ(bodyOf(client.receive()), "{\"uuid\":\"" + uuidOf(3) + "\"}");
    EXPECT_EQ(bodyOf(client.receive()), R"({"delay":0.02})");
}

TEST(Server, refusesWhatIsTooLargeOrNotForIt)
{
    const RunningServer server;
    const std::string own = host(server);
    const std::string port = std::to_string(server.port());
    EXPECT_EQ(statusOfRaw(server, "GET /json HTTP/1.1\r\nHost: evil.example:" + port + "\r\n\r\n"), 403);
    EXPECT_EQ(statusOfRaw(server, "GET /json HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"), 403);
    EXPECT_EQ(statusOfRaw(server, "GET /json HTTP/1.1\r\n" + own + own + "\r\n"), 403) << "two hosts";
    EXPECT_EQ(statusOfRaw(server, "GET /json HTTP/1.1\r\n\r\n"), 400) << "HTTP/1.1 demands a host";
    EXPECT_EQ(statusOfRaw(server, "GET /" + std::string(3000, 'a') + " HTTP/1.1\r\n" + own + "\r\n"), 414);
    EXPECT_EQ(statusOfRaw(server, "GET /" + std::string(1'000'000, 'a') + " HTTP/1.1\r\n" + own + "\r\n"),
              414);
    EXPECT_EQ(
        statusOfRaw(server, "GET /json HTTP/1.1\r\n" + own + "X: " + std::string(40'000, 'a') + "\r\n\r\n"),
        431);
    EXPECT_EQ(statusOfRaw(server, "GET /delay/1e9 HTTP/1.1\r\n" + own + "\r\n"), 400);
    EXPECT_EQ(statusOfRaw(server, "GET /bytes/1000000000000 HTTP/1.1\r\n" + own + "\r\n"), 400);
    EXPECT_EQ(statusOfRaw(server, "GET /status/99999 HTTP/1.1\r\n" + own + "\r\n"), 400);
    EXPECT_EQ(statusOfRaw(server, "GET /../../etc/passwd HTTP/1.1\r\n" + own + "\r\n"), 404);
    EXPECT_EQ(statusOfRaw(server, "DELETE /json HTTP/1.1\r\n" + own + "\r\n"), 405);
    EXPECT_EQ(statusOfRaw(server, "POST /json HTTP/1.1\r\n" + own + "Content-Length: 5\r\n\r\nhello"), 405);
    EXPECT_EQ(statusOfRaw(server, "POST /json HTTP/1.1\r\n" + own + "Content-Length: 999999999999\r\n\r\n"),
              405);
    EXPECT_EQ(statusOfRaw(server, "GET /json HTTP/1.1\r\n" + own + "Transfer-Encoding: chunked\r\n\r\n"),
              400);
    EXPECT_TRUE(isWell(server));
}

TEST(Server, outlivesNonsense)
{
    const RunningServer server;
    for (const std::string& bytes :
         {std::string(100, '\0'), std::string("\r\n\r\n\r\n"), std::string("GET\r\n\r\n"),
          std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc", 9), std::string(100'000, '\n'),
          std::string("GET /json HTTP/9.9\r\n\r\n")}) {
        RawClient client(server.port());
        client.send(bytes);
        client.leave();
    }
    EXPECT_TRUE(isWell(server));
}

TEST(Server, aLaterButShorterDelayOvertakes)
{
    const RunningServer server;
    RawClient slow(server.port());
    RawClient fast(server.port());
    slow.get("/delay/10");
    ASSERT_TRUE(server.reachesPending(1));
    fast.get("/delay/0.05");
    EXPECT_EQ(bodyOf(fast.receive()), R"({"delay":0.05})");
    EXPECT_TRUE(server.reachesPending(1)) << "the slow one still waits";
}

TEST(Server, clientsThatLeaveAreForgottenAtOnce)
{
    const RunningServer server;
    std::vector<RawClient> clients;
    for (int i = 0; i < 100; ++i) {
        clients.emplace_back(server.port());
        ASSERT_TRUE(clients.back().get("/delay/10"));
    }
    ASSERT_TRUE(server.reachesPending(100));
    for (int i = 0; i < 99; ++i)
        clients[static_cast<std::size_t>(i)].leave(i % 2 == 0);
    EXPECT_TRUE(server.reachesPending(1)) << "long before their ten seconds are over";
    EXPECT_TRUE(isWell(server));
}

TEST(Server, clientsThatLeaveJustWhenTheirAnswerIsDueAreHarmless)
{
    const RunningServer server;
    for (int round = 0; round < 10; ++round) {
        std::vector<RawClient> clients;
        for (int i = 0; i < 20; ++i) {
            clients.emplace_back(server.port());
            clients.back().get("/delay/0.005");
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(4));
        for (std::size_t i = 0; i < clients.size(); ++i)
            clients[i].leave(i % 2 == 0);
    }
    EXPECT_TRUE(server.reachesPending(0));
    EXPECT_TRUE(isWell(server));
}

TEST(Server, moreConnectionsThanAllowedWaitForTheirTurn)
{
    ServerSettings settings;
    settings.connections = 4;
    const RunningServer server(settings);
    std::vector<RawClient> clients;
    for (int i = 0; i < 30; ++i) {
        clients.emplace_back(server.port());
        ASSERT_TRUE(clients.back().connected()) << "the kernel's backlog takes it";
        clients.back().get("/json");
    }
    for (RawClient& client : clients) {
        ASSERT_EQ(statusOf(client.receive()), 200);
        client.leave();
    }
}

TEST(Server, silentConnectionsAreClosedAndWaitingOnesAreNot)
{
    ServerSettings settings;
    settings.idleSeconds = 1;
    const RunningServer server(settings);
    RawClient silent(server.port());
    RawClient unfinished(server.port());
    RawClient waiting(server.port());
    unfinished.send("GET /json HTTP/1.1\r\nHost: 127");
    waiting.get("/delay/2.5");
    EXPECT_TRUE(silent.closedByServer(10'000));
    EXPECT_TRUE(unfinished.closedByServer(10'000));
    EXPECT_EQ(bodyOf(waiting.receive()), R"({"delay":2.5})") << "a delay is not silence of the client";
}

TEST(Server, leavesWhileAnswersWait)
{
    std::vector<RawClient> clients;
    {
        const RunningServer server;
        for (int i = 0; i < 20; ++i) {
            clients.emplace_back(server.port());
            clients.back().get("/delay/10");
        }
        ASSERT_TRUE(server.reachesPending(20));
    }
    for (RawClient& client : clients)
        EXPECT_TRUE(client.closedByServer(1000));
}
