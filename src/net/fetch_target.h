// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

using CURLU = struct Curl_URL;

namespace overlap::net {

struct UrlDeleter
{
    void operator()(CURLU* url) const;
};

/// A checked address: parsed once, by the parser that the transfer uses too, so both see the same host.
struct FetchTarget
{
    std::unique_ptr<CURLU, UrlDeleter> url;
    std::string host; ///< as in the address, lower case where it is a name; without brackets
    std::uint16_t port = 0;

    /// "127.0.0.1:8080", "[::1]:80"; never user or password.
    std::string place() const;
};

/// Throws core::Error where `url` is no address, or not one of http or https.
FetchTarget parseTarget(const std::string& url);

/// True for localhost, names below it, 127.0.0.0/8 and ::1: hosts that no proxy can reach for us. `host` as
/// in FetchTarget.
bool isLoopbackHost(std::string_view host);

} // namespace overlap::net
