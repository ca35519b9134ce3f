// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/curl_multi_fetcher.h"

#include "net/curl_transfer.h"

#include <algorithm>
#include <memory>
#include <sys/timerfd.h>
#include <unistd.h>
#include <unordered_map>
#include <utility>

namespace overlap::net {

namespace {

using core::Nanoseconds;

/// A descriptor that becomes readable at a moment of the monotonic clock: libcurl's own time-outs count in
/// milliseconds, a fifth of the shortest wait.
class Alarm
{
public:
    Alarm() : m_descriptor(timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK))
    {
        if (m_descriptor < 0)
            throw core::Error(core::Message(OVERLAP_TR_NOOP(
                "Messages",
                "A network connection could not be prepared: too little memory or too few descriptors.")));
    }
    ~Alarm() { ::close(m_descriptor); }
    Alarm(const Alarm&) = delete;
    Alarm& operator=(const Alarm&) = delete;

    /// Replaces the moment set before, also where that has come.
    void set(Nanoseconds moment)
    {
        itimerspec when{};
        when.it_value.tv_sec = moment / core::nanosecondsPerSecond;
        when.it_value.tv_nsec = moment % core::nanosecondsPerSecond;
        timerfd_settime(m_descriptor, TFD_TIMER_ABSTIME, &when, nullptr);
    }
    int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
};

class CurlMultiFetcher final : public core::MultiFetcher
{
public:
    void start(Token token, const core::FetchRequest& request) override;
    std::vector<Ended> wait(Nanoseconds deadline, std::stop_token stop) override;
    void cancelAll() override;

private:
    using Transfers = std::unordered_map<CURL*, std::pair<Token, std::unique_ptr<CurlTransfer>>>;

    void collect();
    void failAll();
    void end(Transfers::iterator at, CURLcode code);
    std::unique_ptr<CurlTransfer> unusedTransfer();

    std::vector<int> m_sockets; // before the handles, which close them
    MultiHandle m_multi = makeMulti();
    Alarm m_alarm;
    std::vector<std::unique_ptr<CurlTransfer>> m_unused;
    Transfers m_underWay;       // goes before the multi handle, which its transfers leave
    std::vector<Ended> m_ended; // and not yet told
    std::size_t m_most = 4;     // at a time; as many connections are kept
};

std::unique_ptr<CurlTransfer> CurlMultiFetcher::unusedTransfer()
{
    if (m_unused.empty())
        return std::make_unique<CurlTransfer>(m_sockets);
    auto transfer = std::move(m_unused.back());
    m_unused.pop_back();
    return transfer;
}

void CurlMultiFetcher::start(Token token, const core::FetchRequest& request)
{
    auto transfer = unusedTransfer();
    if (!transfer->prepare(request)) {
        m_ended.push_back({token, transfer->response(CURLE_OK)});
        m_unused.push_back(std::move(transfer));
        return;
    }
    CURL* const handle = transfer->handle();
    const auto at = m_underWay.emplace(handle, std::pair(token, std::move(transfer))).first;
    try {
        at->second.second->enter(m_multi.get());
    } catch (...) {
        m_underWay.erase(at);
        throw;
    }
    // By itself libcurl keeps four connections for each request under way: few, when most have ended.
    m_most = std::max(m_most, m_underWay.size());
    curl_multi_setopt(m_multi.get(), CURLMOPT_MAXCONNECTS, static_cast<long>(m_most));
}

void CurlMultiFetcher::end(Transfers::iterator at, CURLcode code)
{
    auto [token, transfer] = std::move(at->second);
    m_underWay.erase(at);
    m_ended.push_back({token, transfer->response(code)});
    m_unused.push_back(std::move(transfer));
}

void CurlMultiFetcher::collect()
{
    int waiting = 0;
    while (const CURLMsg* const message = curl_multi_info_read(m_multi.get(), &waiting)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        const CURLcode code = message->data.result; // leaving the multi handle invalidates the message
        const auto at = m_underWay.find(message->easy_handle);
        if (!at->second.second->goesOn(code))
            end(at, code);
    }
}

void CurlMultiFetcher::failAll()
{
    while (!m_underWay.empty())
        end(m_underWay.begin(), CURLE_OUT_OF_MEMORY);
}

std::vector<core::MultiFetcher::Ended> CurlMultiFetcher::wait(Nanoseconds deadline, std::stop_token stop)
{
    // Far above any wake-up's need: it only bounds the damage where one is lost.
    constexpr int longestWait = 1000;
    CURLM* const multi = m_multi.get();
    const std::stop_callback wake(stop, [multi] { curl_multi_wakeup(multi); });
    m_alarm.set(std::max<Nanoseconds>(deadline, 1));
    while (true) {
        int running = 0;
        if (curl_multi_perform(multi, &running) == CURLM_OK)
            collect();
        else
            failAll();
        if (!m_ended.empty() || stop.stop_requested() || core::monotonicNow() >= deadline)
            return std::exchange(m_ended, {});
        curl_waitfd alarm{m_alarm.descriptor(), CURL_WAIT_POLLIN, 0};
        if (curl_multi_poll(multi, &alarm, 1, longestWait, nullptr) != CURLM_OK)
            failAll();
    }
}

void CurlMultiFetcher::cancelAll()
{
    m_ended.clear();
    for (auto& [handle, request] : m_underWay) {
        request.second->cancelled();
        m_unused.push_back(std::move(request.second));
    }
    m_underWay.clear();
}

} // namespace

core::MultiFetcherFactory curlMultiFetcherFactory()
{
    return [] { return std::make_unique<CurlMultiFetcher>(); };
}

} // namespace overlap::net
