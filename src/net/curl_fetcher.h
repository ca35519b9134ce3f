// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fetch.h"

#include <string>

namespace overlap::net {

/// libcurl, ready for use while this lives. Made once, in main, before any thread that fetches, and outlives
/// every fetcher. The program ignores SIGPIPE, as libcurl asks of it. Throws core::Error where libcurl cannot
/// start or is too poorly equipped: without a resolver of its own threads a slow name server would hold a
/// fetch beyond every time-out.
class CurlLibrary
{
public:
    CurlLibrary();
    ~CurlLibrary();
    CurlLibrary(const CurlLibrary&) = delete;
    CurlLibrary& operator=(const CurlLibrary&) = delete;
};

/// "libcurl/7.88.1 GnuTLS/3.7.9 …"
std::string curlVersion();

/// Makes fetchers that speak HTTP/1.1 over TCP or TLS. Precondition: a CurlLibrary lives. The factory may be
/// copied and called by any thread; it throws core::Error where descriptors or memory are short. A fetcher
/// holds two descriptors, and one more for each connection it keeps (at most four hosts).
///
/// Fetching, beyond what core::Fetcher says:
/// - every HTTP status is an answer, also 404 and 500; redirects are not followed;
/// - proxies of the environment are honoured, except for loopback hosts; .netrc is not read;
/// - certificates are always verified;
/// - a body is taken as sent (nothing is decompressed), so maximumBytes bounds memory;
/// - headers are bounded by 64 KiB;
/// - a stop request ends it within about a millisecond, also while it resolves a name or connects.
core::FetcherFactory curlFetcherFactory();

} // namespace overlap::net
