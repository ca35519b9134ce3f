// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The fetchers, the one for one request and the one for many, against servers that misbehave.
#include "core/time.h"
#include "net/curl_fetcher.h"
#include "net/curl_multi_fetcher.h"
#include "net/one_of_many.h"
#include "net/scripted_server.h"
#include "support/gate.h"
#include "support/temp_folder.h"

#include <csignal>
#include <cstdlib>
#include <gmock/gmock.h>
#include <thread>

using namespace overlap;
using core::FetchStatus;
using overlap::testing::eventually;
using tests::ClosedPort;
using tests::Connection;
using tests::FullPort;
using tests::ScriptedServer;

namespace {

constexpr core::Nanoseconds millisecond = 1'000'000;

std::unique_ptr<core::Fetcher> makeFetcher(const std::string& kind)
{
    if (kind == "single")
        return net::curlFetcherFactory()();
    return std::make_unique<tests::OneOfMany>(net::curlMultiFetcherFactory()());
}

class CurlFetcherFaults : public ::testing::TestWithParam<std::string>
{
protected:
    CurlFetcherFaults() { std::signal(SIGPIPE, SIG_IGN); }

    core::FetchResponse fetch(core::FetchRequest request)
    {
        return m_fetcher->fetch(request, m_stop.get_token());
    }
    core::FetchResponse fetch(const std::string& url)
    {
        core::FetchRequest request;
        request.url = url;
        return fetch(request);
    }
    std::string errorOf(const core::FetchRequest& request)
    {
        const core::FetchResponse response = fetch(request);
        EXPECT_EQ(response.status, FetchStatus::failed) << response.code;
        EXPECT_EQ(response.body, "");
        return response.error.english();
    }
    std::string errorOf(const std::string& url)
    {
        core::FetchRequest request;
        request.url = url;
        return errorOf(request);
    }
    /// Of a server that sends four bytes of a hundred.
    std::string closedEarly(const ScriptedServer& server)
    {
        return server.place() + " closed the connection after 4 of the 100 bytes that it announced.";
    }

    const overlap::testing::Watchdog m_watchdog{"a faulty server"};
    const net::CurlLibrary m_library;
    std::stop_source m_stop;
    std::unique_ptr<core::Fetcher> m_fetcher = makeFetcher(GetParam());
};

std::string answer(const std::string& body, const std::string& headers = {})
{
    return "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + headers + "\r\n" +
           body;
}

} // namespace

INSTANTIATE_TEST_SUITE_P(Fetchers, CurlFetcherFaults, ::testing::Values("single", "multi"),
                         [](const auto& instance) { return instance.param; });

TEST_P(CurlFetcherFaults, aClosedPortRefuses)
{
    const ClosedPort port;
    EXPECT_EQ(errorOf("http://" + port.place() + "/"), port.place() + " refused the connection.");
}

TEST_P(CurlFetcherFaults, aConnectionThatHangsTimesOut)
{
    const FullPort port;
    core::FetchRequest request;
    request.url = "http://" + port.place() + "/";
    request.connectTimeout = 200 * millisecond;
    request.totalTimeout = 20 * core::nanosecondsPerSecond;
    const core::Nanoseconds begin = core::monotonicNow();
    EXPECT_EQ(errorOf(request), "No connection to " + port.place() + " within 0.2 s.");
    EXPECT_LT(core::monotonicNow() - begin, request.totalTimeout / 2);
}

TEST_P(CurlFetcherFaults, aConnectionThatHangsIsLeftWhenAStopIsRequested)
{
    const FullPort port;
    core::FetchRequest request;
    request.url = "http://" + port.place() + "/";
    request.connectTimeout = request.totalTimeout = 60 * core::nanosecondsPerSecond;
    std::atomic<core::Nanoseconds> stopped = 0;
    const std::jthread stopper([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        stopped = core::monotonicNow();
        m_stop.request_stop();
    });
    EXPECT_EQ(fetch(request).status, FetchStatus::cancelled);
    const core::Nanoseconds late = core::monotonicNow() - stopped;
    RecordProperty("microseconds", static_cast<int>(late / 1000));
    EXPECT_LT(late, 500 * millisecond);
}

TEST_P(CurlFetcherFaults, aSilentServerTimesOutAndIsNamed)
{
    const ScriptedServer server([](Connection& connection) { connection.hold(); });
    core::FetchRequest request;
    request.url = server.url();
    request.totalTimeout = 200 * millisecond;
    EXPECT_EQ(errorOf(request), server.place() + " did not answer in full within 0.2 s.");
}

TEST_P(CurlFetcherFaults, aServerThatStallsOrDripsTimesOut)
{
    const ScriptedServer stalling([](Connection& connection) {
        connection.request();
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
        connection.hold();
    });
    const ScriptedServer dripping([](Connection& connection) {
        connection.request();
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
        while (connection.send("."))
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
    });
    for (const ScriptedServer* server : {&stalling, &dripping}) {
        core::FetchRequest request;
        request.url = server->url();
        request.totalTimeout = 200 * millisecond;
        EXPECT_EQ(errorOf(request), server->place() + " did not answer in full within 0.2 s.");
    }
}

TEST_P(CurlFetcherFaults, aByteASecondIsNoAnswerEither)
{
    const ScriptedServer server([](Connection& connection) {
        connection.request();
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n");
        while (connection.send("."))
            std::this_thread::sleep_for(std::chrono::seconds(1));
    });
    core::FetchRequest request;
    request.url = server.url();
    request.totalTimeout = 1200 * millisecond;
    const core::Nanoseconds begin = core::monotonicNow();
    EXPECT_EQ(errorOf(request), server.place() + " did not answer in full within 1.2 s.");
    EXPECT_LT(core::monotonicNow() - begin, 5 * core::nanosecondsPerSecond);
}

TEST_P(CurlFetcherFaults, aConnectionClosedEarlyIsNoAnswer)
{
    const ScriptedServer nothing("");
    EXPECT_EQ(errorOf(nothing.url()), nothing.place() + " closed the connection without an answer.");
    const ScriptedServer half("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
    EXPECT_EQ(errorOf(half.url()), closedEarly(half));
    const ScriptedServer chunk("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nhalf");
    EXPECT_EQ(errorOf(chunk.url()), chunk.place() + " closed the connection before its answer was complete.");
}

TEST_P(CurlFetcherFaults, aResetIsToldAsOne)
{
    const auto resetting = [](const std::string& before) {
        return [before](Connection& connection) {
            connection.request();
            connection.send(before);
            // Else the reset would overtake what was sent.
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            connection.resetOnClose();
        };
    };
    const ScriptedServer inBody(resetting("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"));
    const ScriptedServer inHeaders(resetting("HTTP/1.1 200 OK\r\nContent-Le"));
    const ScriptedServer atOnce(resetting(""));
    for (const ScriptedServer* server : {&inBody, &inHeaders, &atOnce})
        EXPECT_EQ(errorOf(server->url()),
                  server->place() + " reset the connection before its answer was complete.");
}

// More than announced: what was announced is the answer, and the rest is not taken for the next one.
TEST_P(CurlFetcherFaults, aBodyLongerThanAnnouncedIsCutAndTheConnectionNotUsedAgain)
{
    // The rest comes together with the answer, or behind it.
    for (const bool together : {true, false}) {
        std::atomic<int> toldAll = 0;
        std::atomic<int> read = 0;
        const ScriptedServer server([&](Connection& connection) {
            const std::string good = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood";
            const std::string evil = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil";
            if (connection.request().empty())
                return;
            connection.send(together ? good + evil : good);
            const int wanted = toldAll + 1;
            if (!together && eventually([&] { return read == wanted; }))
                connection.send(evil);
            ++toldAll;
            connection.request();
        });
        for (int i = 1; i <= 3; ++i) {
            EXPECT_EQ(fetch(server.url()).body, "good");
            ++read;
            ASSERT_TRUE(eventually([&] { return toldAll == i; }));
            EXPECT_EQ(server.connections(), i);
        }
    }
}

TEST_P(CurlFetcherFaults, whatIsNotHttpIsNoAnswer)
{
    const ScriptedServer ssh("SSH-2.0-OpenSSH_9.2\r\n");
    EXPECT_EQ(errorOf(ssh.url()), "The answer of " + ssh.place() + " is not HTTP.");
    const ScriptedServer chunks("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n");
    EXPECT_EQ(errorOf(chunks.url()),
              "The answer of " + chunks.place() + " comes in chunks that are not well formed.");
}

TEST_P(CurlFetcherFaults, aServerWithoutTlsGivesNoSecureConnection)
{
    // The greeting of TLS has no empty line, so this server does not wait for one.
    const ScriptedServer server([](Connection& connection) {
        connection.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        connection.hold();
    });
    EXPECT_THAT(errorOf(server.url("https")),
                ::testing::StartsWith("No secure connection to " + server.place() + ": "));
}

TEST_P(CurlFetcherFaults, aBodyBeyondTheLimitIsDropped)
{
    core::FetchRequest request;
    request.maximumBytes = 10'000;
    const ScriptedServer announced(answer(std::string(10'001, 'x')));
    request.url = announced.url();
    EXPECT_EQ(errorOf(request),
              "The answer of " + announced.place() + " is too large: more than 10000 bytes.");

    const ScriptedServer endless([](Connection& connection) {
        connection.request();
        connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        while (connection.send("1000\r\n" + std::string(4096, 'x') + "\r\n")) {
        }
    });
    request.url = endless.url();
    EXPECT_EQ(errorOf(request), "The answer of " + endless.place() + " is too large: more than 10000 bytes.");

    const ScriptedServer exact(answer(std::string(10'000, 'x')));
    request.url = exact.url();
    EXPECT_EQ(fetch(request).body.size(), 10'000u);
    request.maximumBytes = 0;
    EXPECT_EQ(errorOf(request), "The answer of " + exact.place() + " is too large: more than 0 bytes.");
}

TEST_P(CurlFetcherFaults, headersAreBounded)
{
    const auto flood = [](const std::string& line) {
        return [line](Connection& connection) {
            connection.request();
            connection.send("HTTP/1.1 200 OK\r\n");
            while (connection.send(line)) {
            }
        };
    };
    const ScriptedServer lines(flood("X: " + std::string(1000, 'x') + "\r\n"));
    EXPECT_EQ(errorOf(lines.url()),
              "The headers of " + lines.place() + " are too large: more than 65536 bytes.");
    const ScriptedServer one(flood(std::string(1000, 'x')));
    EXPECT_EQ(errorOf(one.url()), "The headers of " + one.place() + " are too large: more than 65536 bytes.")
        << "a line that never ends";
}

TEST_P(CurlFetcherFaults, interimAnswersAreBoundedToo)
{
    const ScriptedServer server([](Connection& connection) {
        connection.request();
        while (connection.send("HTTP/1.1 103 Early Hints\r\nX: y\r\n\r\n")) {
        }
    });
    EXPECT_EQ(errorOf(server.url()),
              "The headers of " + server.place() + " are too large: more than 65536 bytes.");
}

TEST_P(CurlFetcherFaults, aRedirectIsAnAnswerThatSaysWhereToAndIsNotFollowed)
{
    const ScriptedServer other(answer("not asked for"));
    for (const std::string& target :
         {std::string("file:///etc/passwd"), std::string("gopher://127.0.0.1/"), other.url()}) {
        const ScriptedServer server("HTTP/1.1 302 Found\r\nLocation: " + target +
                                    "\r\nContent-Length: 0\r\n\r\n");
        const core::FetchResponse response = fetch(server.url());
        EXPECT_EQ(response.status, FetchStatus::answered);
        EXPECT_EQ(response.code, 302);
        EXPECT_EQ(response.location, target);
        EXPECT_EQ(server.connections(), 1);
    }
    EXPECT_EQ(other.connections(), 0);
    const ScriptedServer loop("HTTP/1.1 307 Temporary Redirect\r\nLocation: /\r\nContent-Length: 0\r\n\r\n");
    EXPECT_EQ(fetch(loop.url()).location, loop.url());
    EXPECT_EQ(loop.connections(), 1);
    const ScriptedServer plain(answer("ok", "Location: /elsewhere\r\n"));
    EXPECT_EQ(fetch(plain.url()).location, "") << "only a redirect redirects";
}

TEST_P(CurlFetcherFaults, aCompressedBodyIsTakenAsSent)
{
    const ScriptedServer server(
        answer("\x1f\x8b not unpacked", "Content-Encoding: gzip\r\nContent-Type: text/x\r\n"));
    const core::FetchResponse response = fetch(server.url());
    EXPECT_EQ(response.body, "\x1f\x8b not unpacked");
    EXPECT_EQ(response.type, "text/x");
}

TEST_P(CurlFetcherFaults, saysWhoItIsAndNothingMore)
{
    std::string request;
    {
        const ScriptedServer server([&](Connection& connection) {
            request = connection.request();
            connection.send(answer("ok"));
        });
        EXPECT_EQ(fetch(server.url()).body, "ok");
    }
    EXPECT_THAT(request, ::testing::StartsWith("GET / HTTP/1.1\r\n"));
    EXPECT_THAT(request, ::testing::HasSubstr("User-Agent: Overlap/" OVERLAP_VERSION "\r\n"));
    for (const char* header : {"Accept-Encoding", "Authorization", "Cookie", "Upgrade"})
        EXPECT_THAT(request, ::testing::Not(::testing::HasSubstr(header)));
}

TEST_P(CurlFetcherFaults, filesOfTheUserChangeNothing)
{
    const overlap::testing::TempFolder home;
    home.write(".netrc", "default login somebody password secret\n");
    home.write(".curlrc", "user-agent = \"other\"\nproxy = http://127.0.0.1:1/\n");
    const char* const before = getenv("HOME");
    const std::string old = before ? before : "";
    setenv("HOME", home.path().c_str(), 1);
    std::string request;
    {
        const ScriptedServer server([&](Connection& connection) {
            request = connection.request();
            connection.send(answer("ok"));
        });
        EXPECT_EQ(fetch(server.url()).body, "ok");
    }
    EXPECT_THAT(request, ::testing::HasSubstr("User-Agent: Overlap/"));
    EXPECT_THAT(request, ::testing::Not(::testing::HasSubstr("Authorization")));
    before ? setenv("HOME", old.c_str(), 1) : unsetenv("HOME");
}

TEST_P(CurlFetcherFaults, keepsItsConnectionAndReplacesOneThatWasClosed)
{
    const auto serve = [](int requests) {
        return [requests](Connection& connection) {
            for (int i = 0; i < requests; ++i)
                if (connection.request().empty() || !connection.send(answer("ok")))
                    return;
        };
    };
    const ScriptedServer patient(serve(1000));
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(fetch(patient.url()).body, "ok");
    EXPECT_EQ(patient.connections(), 1);

    const ScriptedServer hasty(serve(1));
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(fetch(hasty.url()).body, "ok");
    EXPECT_EQ(hasty.connections(), 5);
}

TEST_P(CurlFetcherFaults, goesOnAfterEveryFailure)
{
    const ScriptedServer broken("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
    const ScriptedServer resetting([](Connection& connection) {
        connection.request();
        connection.resetOnClose();
    });
    const ScriptedServer sound(answer("ok"));
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(errorOf(resetting.url()),
                  resetting.place() + " reset the connection before its answer was complete.");
        EXPECT_EQ(errorOf(broken.url()), closedEarly(broken)) << "no word of the reset before";
        const core::FetchResponse response = fetch(sound.url());
        EXPECT_EQ(response.body, "ok");
        EXPECT_TRUE(response.error.empty());
    }
}

TEST_P(CurlFetcherFaults, proxiesOfTheEnvironmentDoNotStandBeforeLoopback)
{
    const ClosedPort nobody;
    for (const char* name : {"http_proxy", "all_proxy"})
        setenv(name, ("http://" + nobody.place()).c_str(), 1);
    {
        const ScriptedServer server(answer("ok"));
        EXPECT_EQ(fetch(server.url()).body, "ok");
        EXPECT_THAT(errorOf("http://example.invalid/"),
                    ::testing::StartsWith("No connection to example.invalid:80: "))
            << "elsewhere the proxy is asked, and is missing";
    }
    for (const char* name : {"http_proxy", "all_proxy"})
        unsetenv(name);
}

TEST_P(CurlFetcherFaults, aNameThatCannotExistIsNotResolved)
{
    // No name may be that long, so no name server is asked.
    const std::string name = std::string(63, 'a') + "." + std::string(63, 'b') + "." + std::string(63, 'c') +
                             "." + std::string(63, 'd') + ".invalid";
    EXPECT_THAT(errorOf("http://" + name + "/"),
                ::testing::AllOf(::testing::HasSubstr(name), ::testing::HasSubstr("resolve")));
}

TEST_P(CurlFetcherFaults, otherProtocolsAreRefusedUntried)
{
    EXPECT_EQ(errorOf("file:///etc/passwd"), "The protocol file is not supported, only http and https are.");
    const ScriptedServer server("");
    EXPECT_EQ(errorOf(server.url("gopher")),
              "The protocol gopher is not supported, only http and https are.");
    EXPECT_EQ(server.connections(), 0);
    EXPECT_THAT(errorOf("no address"), ::testing::HasSubstr("not an address"));
}
