// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/curl_fetcher.h"

#include "net/curl_transfer.h"

#include <memory>
#include <optional>

namespace overlap::net {

namespace {

using core::Error;
using core::FetchRequest;
using core::FetchResponse;
using core::Message;

/// One transfer in a private multi handle, which can be woken from another thread and keeps the connections.
class CurlFetcher final : public core::Fetcher
{
public:
    CurlFetcher() : m_multi(makeMulti()) { curl_multi_setopt(m_multi.get(), CURLMOPT_MAXCONNECTS, 4L); }

    FetchResponse fetch(const FetchRequest& request, std::stop_token stop) override;

private:
    std::optional<CURLcode> perform(const std::stop_token& stop);

    std::vector<int> m_sockets; // before the handles, which close them
    MultiHandle m_multi;
    CurlTransfer m_transfer{m_sockets}; // goes first: it leaves the multi handle
};

// Nothing where a stop was requested before the transfer had ended.
std::optional<CURLcode> CurlFetcher::perform(const std::stop_token& stop)
{
    // Far above any wake-up's need: it only bounds the damage where one is lost.
    constexpr int longestWait = 1000;
    CURLM* const multi = m_multi.get();
    const std::stop_callback wake(stop, [multi] { curl_multi_wakeup(multi); });
    while (!stop.stop_requested()) {
        int running = 0;
        if (curl_multi_perform(multi, &running) != CURLM_OK)
            return CURLE_OUT_OF_MEMORY;
        int waiting = 0;
        const CURLMsg* const message = curl_multi_info_read(multi, &waiting);
        if (message && message->msg == CURLMSG_DONE) {
            const CURLcode code = message->data.result; // goesOn() invalidates the message
            if (!m_transfer.goesOn(code))
                return code;
            continue;
        }
        if (curl_multi_poll(multi, nullptr, 0, longestWait, nullptr) != CURLM_OK)
            return CURLE_OUT_OF_MEMORY;
    }
    return {};
}

FetchResponse CurlFetcher::fetch(const FetchRequest& request, std::stop_token stop)
{
    if (!m_transfer.prepare(request))
        return m_transfer.response(CURLE_OK);
    m_transfer.enter(m_multi.get());
    const std::optional<CURLcode> code = perform(stop);
    return code ? m_transfer.response(*code) : m_transfer.cancelled();
}

} // namespace

CurlLibrary::CurlLibrary()
{
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "The network library could not be started.")));
    if (!(curl_version_info(CURLVERSION_NOW)->features & CURL_VERSION_ASYNCHDNS)) {
        curl_global_cleanup();
        throw Error(Message(OVERLAP_TR_NOOP(
            "Messages",
            "The network library resolves names without a time-out; one with AsynchDNS is needed.")));
    }
}

CurlLibrary::~CurlLibrary()
{
    curl_global_cleanup();
}

core::FetcherFactory curlFetcherFactory()
{
    return [] { return std::make_unique<CurlFetcher>(); };
}

std::string curlVersion()
{
    return curl_version();
}

} // namespace overlap::net
