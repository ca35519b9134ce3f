// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Many requests at a time on one thread, against the program overlap-testserver and against servers that
// misbehave. What both fetchers owe is in tst_curl_fetcher_faults.cpp.
#include "core/time.h"
#include "net/curl_fetcher.h"
#include "net/curl_multi_fetcher.h"
#include "net/scripted_server.h"
#include "support/census.h"
#include "testserver/server_process.h"

#include <atomic>
#include <csignal>
#include <gtest/gtest.h>
#include <map>
#include <numeric>
#include <thread>

using namespace overlap;
using core::FetchStatus;
using core::MultiFetcher;
using overlap::testing::Census;
using tests::ClosedPort;
using tests::Connection;
using tests::ScriptedServer;
using tests::ServerProcess;

namespace {

constexpr core::Nanoseconds millisecond = 1'000'000;

core::Nanoseconds inAMinute()
{
    return core::monotonicNow() + 60 * core::nanosecondsPerSecond;
}

class CurlMultiFetcher : public ::testing::Test
{
protected:
    CurlMultiFetcher() { std::signal(SIGPIPE, SIG_IGN); }

    void start(MultiFetcher::Token token, const std::string& url)
    {
        core::FetchRequest request;
        request.url = url;
        request.totalTimeout = 60 * core::nanosecondsPerSecond;
        m_fetcher->start(token, request);
    }
    /// So many ends, by token; each of them once.
    std::map<MultiFetcher::Token, core::FetchResponse> gather(std::size_t count)
    {
        std::map<MultiFetcher::Token, core::FetchResponse> responses;
        const core::Nanoseconds deadline = inAMinute();
        while (responses.size() < count && core::monotonicNow() < deadline) {
            for (MultiFetcher::Ended& ended : m_fetcher->wait(deadline, m_stop.get_token()))
                EXPECT_TRUE(responses.emplace(ended.token, std::move(ended.response)).second) << ended.token;
        }
        return responses;
    }

    const overlap::testing::Watchdog m_watchdog{"many requests"};
    const ServerProcess m_server;
    const net::CurlLibrary m_library;
    std::stop_source m_stop;
    std::unique_ptr<MultiFetcher> m_fetcher = net::curlMultiFetcherFactory()();
};

} // namespace

TEST_F(CurlMultiFetcher, manyDelaysPassTogetherOnOneThread)
{
    constexpr std::size_t many = 50;
    constexpr double delay = 0.3;
    const std::size_t threads = overlap::testing::threadNames().size();
    const core::Nanoseconds begin = core::monotonicNow();
    for (std::size_t i = 0; i < many; ++i)
        start(i, m_server.url("/delay/0.3"));
    const auto responses = gather(many);
    const double speedup = many * delay / core::toSeconds(core::monotonicNow() - begin);
    EXPECT_TRUE(overlap::testing::noThreadMoreThan(threads));
    ASSERT_EQ(responses.size(), many);
    for (const auto& [token, response] : responses) {
        EXPECT_EQ(response.status, FetchStatus::answered);
        EXPECT_GE(response.elapsed, core::fromSeconds(delay));
    }
    EXPECT_GT(speedup, 5) << "fifty would be perfect";
}

TEST_F(CurlMultiFetcher, eachAnswerBelongsToItsToken)
{
    const ClosedPort closed;
    for (MultiFetcher::Token token = 0; token < 40; ++token)
        start(token, token % 4 == 3   ? "http://" + closed.place() + "/"
                     : token % 4 == 2 ? "gopher://somewhere/"
                                      : m_server.url("/uuid?seed=" + std::to_string(token)));
    const auto responses = gather(40);
    ASSERT_EQ(responses.size(), 40u);
    for (const auto& [token, response] : responses) {
        EXPECT_EQ(response.status, token % 4 >= 2 ? FetchStatus::failed : FetchStatus::answered);
        EXPECT_EQ(response.error.empty(), token % 4 < 2);
    }
    start(7, m_server.url("/uuid?seed=13"));
    EXPECT_EQ(gather(1).at(7).body, responses.at(13).body);
}

TEST_F(CurlMultiFetcher, whatEndsFirstIsToldFirst)
{
    start(1, m_server.url("/delay/10"));
    start(2, m_server.url("/json"));
    const auto ended = m_fetcher->wait(inAMinute(), {});
    ASSERT_EQ(ended.size(), 1u);
    EXPECT_EQ(ended.front().token, 2u);
}

TEST_F(CurlMultiFetcher, theDeadlineHoldsWhileNothingEnds)
{
    EXPECT_TRUE(m_fetcher->wait(0, {}).empty()) << "only a look";
    start(1, m_server.url("/delay/10"));
    const core::Nanoseconds deadline = core::monotonicNow() + 20 * millisecond;
    EXPECT_TRUE(m_fetcher->wait(deadline, {}).empty());
    const core::Nanoseconds late = core::monotonicNow() - deadline;
    EXPECT_GE(late, 0) << "not before";
    EXPECT_LT(late, 5 * core::nanosecondsPerSecond);
}

TEST_F(CurlMultiFetcher, connectionsAreKept)
{
    const Census before;
    for (int round = 0; round < 20; ++round) {
        for (MultiFetcher::Token token = 0; token < 8; ++token)
            start(token, m_server.url("/json"));
        EXPECT_EQ(gather(8).size(), 8u);
    }
    const std::size_t held = overlap::testing::openDescriptors() - before.descriptors;
    EXPECT_LE(held, 8u);
    EXPECT_GT(held, 0u);
    m_fetcher.reset();
    EXPECT_LT(overlap::testing::openDescriptors(), before.descriptors) << "its own are gone, too";
}

TEST_F(CurlMultiFetcher, aStopEndsTheWaitForASilentServer)
{
    const ScriptedServer silent([](Connection& connection) { connection.hold(); });
    std::vector<core::Nanoseconds> late;
    for (int round = 0; round < 5; ++round) {
        std::stop_source stop;
        start(1, silent.url());
        std::atomic<core::Nanoseconds> stopped = 0;
        const std::jthread stopper([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            stopped = core::monotonicNow();
            stop.request_stop();
        });
        EXPECT_TRUE(m_fetcher->wait(inAMinute(), stop.get_token()).empty());
        m_fetcher->cancelAll();
        late.push_back(core::monotonicNow() - stopped);
    }
    std::ranges::sort(late);
    RecordProperty("medianMicroseconds", static_cast<int>(late[late.size() / 2] / 1000));
    EXPECT_LT(late[late.size() / 2], 100 * millisecond);
}

TEST_F(CurlMultiFetcher, whatIsCancelledNeverComesBackAndTheNextRequestsWork)
{
    const std::size_t before = overlap::testing::openDescriptors();
    for (MultiFetcher::Token token = 0; token < 30; ++token)
        start(token, m_server.url(token % 2 == 0 ? "/delay/0.05" : "/json"));
    start(99, "no address");
    m_fetcher->wait(core::monotonicNow() + millisecond, {});
    m_fetcher->cancelAll();
    EXPECT_TRUE(m_fetcher->wait(core::monotonicNow() + 100 * millisecond, {}).empty());
    start(7, m_server.url("/json"));
    const auto responses = gather(1);
    ASSERT_EQ(responses.count(7), 1u);
    EXPECT_EQ(responses.at(7).code, 200);
    EXPECT_LE(overlap::testing::openDescriptors(), before + 30);
}

TEST_F(CurlMultiFetcher, stopsAtRandomMomentsLoseNothing)
{
    for (int round = 0; round < 100; ++round) {
        std::stop_source stop;
        for (MultiFetcher::Token token = 0; token < 3; ++token)
            start(token, m_server.url("/uuid"));
        const std::jthread stopper([&stop, round] {
            std::this_thread::sleep_for(std::chrono::microseconds(round * 37 % 1500));
            stop.request_stop();
        });
        std::size_t ended = 0;
        while (ended < 3 && !stop.stop_requested())
            ended += m_fetcher->wait(inAMinute(), stop.get_token()).size();
        m_fetcher->cancelAll();
        EXPECT_LE(ended, 3u);
    }
}
