// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The fetcher against the program overlap-testserver, as the experiments use the two.
#include "core/time.h"
#include "net/curl_fetcher.h"
#include "testserver/server_process.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <gtest/gtest.h>
#include <thread>
#include <vector>

using namespace overlap;
using core::FetchResponse;
using core::FetchStatus;
using tests::ServerProcess;

namespace {

constexpr core::Nanoseconds millisecond = 1'000'000;

class CurlFetcher : public testing::Test
{
protected:
    CurlFetcher() { std::signal(SIGPIPE, SIG_IGN); }

    FetchResponse fetch(const std::string& path, std::stop_token stop = {})
    {
        return fetchWith(*m_fetcher, path, stop);
    }
    FetchResponse fetchWith(core::Fetcher& fetcher, const std::string& path, std::stop_token stop = {}) const
    {
        core::FetchRequest request;
        request.url = m_server.url(path);
        request.totalTimeout = 60 * core::nanosecondsPerSecond;
        return fetcher.fetch(request, stop);
    }

    const ServerProcess m_server;
    const net::CurlLibrary m_library;
    const core::FetcherFactory m_factory = net::curlFetcherFactory();
    std::unique_ptr<core::Fetcher> m_fetcher = m_factory();
};

} // namespace

TEST_F(CurlFetcher, bringsBodyTypeAndCode)
{
    const FetchResponse price = fetch("/price/5");
    EXPECT_EQ(price.status, FetchStatus::answered);
    EXPECT_EQ(price.code, 200);
    EXPECT_EQ(price.type, "application/json");
    EXPECT_EQ(price.body, R"({"id":5,"price":50000})");
    EXPECT_GE(price.elapsed, core::nanosecondsPerSecond);
    EXPECT_TRUE(price.error.empty());
    EXPECT_EQ(fetch("/uuid?seed=1").body, fetch("/uuid?seed=1").body);
    EXPECT_EQ(fetch("/bytes/102400").body.size(), 102'400u);
    EXPECT_EQ(fetch("/bytes/0").body.size(), 0u);
}

TEST_F(CurlFetcher, aStatusIsAnAnswer)
{
    for (const long code : {204L, 301L, 304L, 404L, 500L, 503L}) {
        const FetchResponse response = fetch("/status/" + std::to_string(code));
        EXPECT_EQ(response.status, FetchStatus::answered);
        EXPECT_EQ(response.code, code);
    }
    EXPECT_EQ(fetch("/delay/99").code, 400);
    EXPECT_EQ(fetch("/" + std::string(5000, 'a')).code, 414);
}

TEST_F(CurlFetcher, anotherNameOfThisMachineIsForbidden)
{
    core::FetchRequest request;
    request.url = "http://elsewhere.localhost:" + std::to_string(m_server.port()) + "/json";
    EXPECT_EQ(m_fetcher->fetch(request, {}).code, 403);
    request.url = "http://localhost:" + std::to_string(m_server.port()) + "/json";
    EXPECT_EQ(m_fetcher->fetch(request, {}).code, 200);
}

TEST_F(CurlFetcher, limitsOfTheRequestHold)
{
    core::FetchRequest request;
    request.url = m_server.url("/bytes/1001");
    request.maximumBytes = 1000;
    EXPECT_EQ(m_fetcher->fetch(request, {}).status, FetchStatus::failed);
    request.url = m_server.url("/delay/10");
    request.totalTimeout = 100 * millisecond;
    const FetchResponse response = m_fetcher->fetch(request, {});
    EXPECT_EQ(response.status, FetchStatus::failed);
    EXPECT_EQ(response.error.english(),
              "127.0.0.1:" + std::to_string(m_server.port()) + " did not answer in full within 0.1 s.");
    EXPECT_LT(response.elapsed, 5 * core::nanosecondsPerSecond);
}

TEST_F(CurlFetcher, delaysOfFiftyLanesPassTogether)
{
    constexpr int lanes = 50;
    constexpr double delay = 0.3;
    std::atomic<int> answered = 0;
    const core::Nanoseconds begin = core::monotonicNow();
    {
        std::vector<std::jthread> threads;
        for (int lane = 0; lane < lanes; ++lane)
            threads.emplace_back([&] {
                const auto fetcher = m_factory();
                const FetchResponse response = fetchWith(*fetcher, "/delay/0.3");
                answered +=
                    response.status == FetchStatus::answered && response.elapsed >= core::fromSeconds(delay);
            });
    }
    EXPECT_EQ(answered, lanes);
    const double speedup = lanes * delay / core::toSeconds(core::monotonicNow() - begin);
    EXPECT_GT(speedup, 5) << "fifty would be perfect";
}

TEST_F(CurlFetcher, aStopEndsItInTheMiddleOfADelayAndTheNextFetchWorks)
{
    std::vector<core::Nanoseconds> late;
    for (int round = 0; round < 5; ++round) {
        std::stop_source stop;
        std::atomic<core::Nanoseconds> stopped = 0;
        const std::jthread stopper([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            stopped = core::monotonicNow();
            stop.request_stop();
        });
        const FetchResponse response = fetch("/delay/10", stop.get_token());
        late.push_back(core::monotonicNow() - stopped);
        EXPECT_EQ(response.status, FetchStatus::cancelled);
        EXPECT_EQ(response.body, "");
        EXPECT_EQ(fetch("/json").code, 200);
    }
    std::sort(late.begin(), late.end());
    RecordProperty("medianMicroseconds", static_cast<int>(late[late.size() / 2] / 1000));
    EXPECT_LT(late[late.size() / 2], 500 * millisecond);
}

TEST_F(CurlFetcher, aStopRequestedBeforeMeansNoRequest)
{
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(fetch("/delay/10", stop.get_token()).status, FetchStatus::cancelled);
}

TEST_F(CurlFetcher, stopsAtRandomMomentsNeverHang)
{
    for (int round = 0; round < 100; ++round) {
        std::stop_source stop;
        const std::jthread stopper([&stop, round] {
            std::this_thread::sleep_for(std::chrono::microseconds(round * 37 % 1500));
            stop.request_stop();
        });
        const FetchResponse response = fetch("/uuid", stop.get_token());
        EXPECT_TRUE(response.status == FetchStatus::cancelled ||
                    (response.status == FetchStatus::answered && response.code == 200));
    }
}

TEST_F(CurlFetcher, oneStopEndsManyLanes)
{
    std::stop_source stop;
    std::atomic<int> cancelled = 0;
    {
        std::vector<std::jthread> threads;
        for (int lane = 0; lane < 20; ++lane)
            threads.emplace_back([&] {
                const auto fetcher = m_factory();
                cancelled +=
                    fetchWith(*fetcher, "/delay/10", stop.get_token()).status == FetchStatus::cancelled;
            });
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        stop.request_stop();
    }
    EXPECT_EQ(cancelled, 20);
    EXPECT_EQ(fetch("/json").code, 200) << "the server is well";
}
