// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The fetcher where the name server is slow. This program's own getaddrinfo stands before that of the C
// library, and answers only when it is allowed to.
#include "core/time.h"
#include "net/curl_fetcher.h"

#include <atomic>
#include <csignal>
#include <gtest/gtest.h>
#include <netdb.h>
#include <thread>

using namespace overlap;
using core::FetchStatus;

namespace {

constexpr core::Nanoseconds millisecond = 1'000'000;

std::atomic<bool> answers = false;
std::atomic<int> asked = 0;
std::atomic<int> answered = 0;

void aMoment()
{
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

} // namespace

extern "C" int getaddrinfo(const char*, const char*, const addrinfo*, addrinfo**)
{
    ++asked;
    while (!answers)
        aMoment();
    ++answered;
    return EAI_NONAME;
}

namespace {

class SlowNames : public testing::Test
{
protected:
    SlowNames()
    {
        std::signal(SIGPIPE, SIG_IGN);
        answers = false;
        m_request.url = "http://slow.example/";
        m_request.connectTimeout = m_request.totalTimeout = 60 * core::nanosecondsPerSecond;
    }
    ~SlowNames() override
    {
        // Whoever left early left a resolver thread behind, which must find the process still there.
        answers = true;
        while (answered != asked)
            aMoment();
    }

    const net::CurlLibrary m_library;
    std::unique_ptr<core::Fetcher> m_fetcher = net::curlFetcherFactory()();
    core::FetchRequest m_request;
};

} // namespace

TEST_F(SlowNames, theTimeOutHolds)
{
    m_request.connectTimeout = 200 * millisecond;
    const core::FetchResponse response = m_fetcher->fetch(m_request, {});
    EXPECT_EQ(response.status, FetchStatus::failed);
    EXPECT_EQ(response.error.english(), "The name slow.example was not resolved within 0.2 s.");
    EXPECT_EQ(asked, 1) << "or this test tests nothing";
}

TEST_F(SlowNames, aStopEndsItAtOnce)
{
    std::stop_source stop;
    std::atomic<core::Nanoseconds> stopped = 0;
    const int before = asked;
    const std::jthread stopper([&] {
        while (asked == before)
            aMoment();
        stopped = core::monotonicNow();
        stop.request_stop();
    });
    EXPECT_EQ(m_fetcher->fetch(m_request, stop.get_token()).status, FetchStatus::cancelled);
    const core::Nanoseconds late = core::monotonicNow() - stopped;
    RecordProperty("microseconds", static_cast<int>(late / 1000));
    EXPECT_LT(late, 500 * millisecond);
}

TEST_F(SlowNames, aFetcherCanBeMadeAndLeftMeanwhile)
{
    m_request.connectTimeout = 50 * millisecond;
    EXPECT_EQ(m_fetcher->fetch(m_request, {}).status, FetchStatus::failed);
    m_fetcher.reset();
    m_fetcher = net::curlFetcherFactory()();
    answers = true;
    EXPECT_EQ(m_fetcher->fetch(m_request, {}).error.english(),
              "The name slow.example could not be resolved.");
}
