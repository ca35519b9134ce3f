// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/fetch_target.h"

#include "core/message.h"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>
#include <curl/curl.h>
#include <new>

namespace overlap::net {

namespace {

using core::Error;
using core::Message;

std::string part(CURLU* url, CURLUPart which, unsigned flags = 0)
{
    char* text = nullptr;
    if (curl_url_get(url, which, &text, flags) != CURLUE_OK)
        return {};
    std::string copy(text);
    curl_free(text);
    return copy;
}

// Messages are for people: an address that was pasted by mistake may be a page long.
std::string shortened(const std::string& url)
{
    constexpr std::size_t longest = 200;
    return url.size() <= longest ? url : url.substr(0, longest) + "…";
}

Error notAnAddress(const std::string& url)
{
    return Error(
        Message(OVERLAP_TR_NOOP("Messages", "\"%1\" is not an address that begins with http:// or https://."),
                {shortened(url)}));
}

} // namespace

void UrlDeleter::operator()(CURLU* url) const
{
    curl_url_cleanup(url);
}

std::string FetchTarget::place() const
{
    const bool isVersion6 = host.find(':') != std::string::npos;
    return (isVersion6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

FetchTarget parseTarget(const std::string& url)
{
    FetchTarget target;
    target.url.reset(curl_url());
    if (!target.url)
        throw std::bad_alloc();
    // libcurl would read up to the first zero byte, and so see another address than whoever wrote this one.
    if (url.find('\0') != std::string::npos)
        throw notAnAddress(url.substr(0, url.find('\0')));
    const CURLUcode code =
        curl_url_set(target.url.get(), CURLUPART_URL, url.c_str(), CURLU_NON_SUPPORT_SCHEME);
    if (code == CURLUE_OUT_OF_MEMORY)
        throw std::bad_alloc();
    const std::string scheme = part(target.url.get(), CURLUPART_SCHEME);
    if (code == CURLUE_OK && scheme != "http" && scheme != "https")
        throw Error(
            Message(OVERLAP_TR_NOOP("Messages", "The protocol %1 is not supported, only http and https are."),
                    {scheme}));
    if (code != CURLUE_OK)
        throw notAnAddress(url);

    target.host = part(target.url.get(), CURLUPART_HOST);
    if (target.host.starts_with('[') && target.host.ends_with(']'))
        target.host = target.host.substr(1, target.host.size() - 2);
    std::transform(target.host.begin(), target.host.end(), target.host.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const std::string port = part(target.url.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT);
    std::from_chars(port.data(), port.data() + port.size(), target.port);
    if (target.host.empty() || target.port == 0)
        throw notAnAddress(url);
    return target;
}

bool isLoopbackHost(std::string_view host)
{
    const std::string text(host);
    in_addr version4{};
    if (inet_pton(AF_INET, text.c_str(), &version4) == 1)
        return (ntohl(version4.s_addr) >> 24) == 127;
    in6_addr version6{};
    if (inet_pton(AF_INET6, text.c_str(), &version6) == 1)
        return IN6_IS_ADDR_LOOPBACK(&version6);
    if (host.ends_with('.'))
        host.remove_suffix(1);
    return host == "localhost" || host.ends_with(".localhost");
}

} // namespace overlap::net
