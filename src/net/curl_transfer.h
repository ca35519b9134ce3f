// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fetch.h"
#include "net/fetch_error.h"
#include "net/fetch_target.h"

#include <curl/curl.h>
#include <memory>
#include <string>
#include <vector>

namespace overlap::net {

// What every way to fetch shares: the options of a request, its limits, and what its end means.

struct MultiDeleter
{
    void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
using MultiHandle = std::unique_ptr<CURLM, MultiDeleter>;

/// Throws core::Error where descriptors or memory are short.
MultiHandle makeMulti();

/// One request at a time on an easy handle of its own, which is run in a multi handle: an easy handle by
/// itself notices a stop request only after up to a second. Keeps its address while it is used.
class CurlTransfer
{
public:
    /// `sockets` are those of all connections of the multi handle, and outlive both.
    explicit CurlTransfer(std::vector<int>& sockets);
    ~CurlTransfer();
    CurlTransfer(const CurlTransfer&) = delete;
    CurlTransfer& operator=(const CurlTransfer&) = delete;

    /// The time of the request runs from here. False where its address is none; response() tells why.
    bool prepare(const core::FetchRequest& request);
    /// Puts the handle into a multi handle, which sends the request. Throws std::bad_alloc.
    void enter(CURLM* multi);
    /// Takes it out again; what is under way is dropped with its connection. No effect where it is out.
    void leave() noexcept;
    /// The transfer's own handle, by which libcurl tells of its end.
    CURL* handle() const { return m_easy.get(); }

    /// True where nothing was sent yet, because the kept connection could not be trusted; the transfer is
    /// under way again then, on a new one.
    bool goesOn(CURLcode code);
    /// What has come of it: answered or failed. Once for each prepare().
    core::FetchResponse response(CURLcode code);
    /// The same where a stop has ended it.
    core::FetchResponse cancelled();

private:
    struct EasyDeleter
    {
        void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
    };

    static std::size_t receiveBody(char* bytes, std::size_t, std::size_t count, void* context);
    static std::size_t receiveHeader(char*, std::size_t, std::size_t count, void* context);
    static int aboutToSend(void* context, char*, char*, int peerPort, int localPort);
    core::FetchResponse finish(core::FetchStatus status, core::FetchResponse response = {});
    FetchFailure failureOf(CURLcode code) const;

    std::vector<int>& m_sockets;
    std::unique_ptr<CURL, EasyDeleter> m_easy;
    CURLM* m_multi = nullptr;
    core::FetchRequest m_request;
    FetchTarget m_target;
    core::Message m_refusal; // of an address that is none
    core::Nanoseconds m_begin = 0;
    std::string m_body;
    std::size_t m_headerBytes = 0;
    bool m_tooManyBytes = false;
    bool m_tooManyHeaders = false;
    bool m_outOfMemory = false;
    bool m_spokenUnasked = false; // on the kept connection that was to be used
    char m_detail[CURL_ERROR_SIZE] = {};
};

} // namespace overlap::net
