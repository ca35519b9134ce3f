// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message.h"
#include "net/fetch_target.h"

#include <gtest/gtest.h>

using namespace overlap;
using namespace overlap::net;

namespace {

std::string complaint(const std::string& url)
{
    try {
        parseTarget(url);
    } catch (const core::Error& error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST(FetchTarget, namesHostAndPort)
{
    EXPECT_EQ(parseTarget("http://Example.org/a?b=c#d").place(), "example.org:80");
    EXPECT_EQ(parseTarget("https://example.org").place(), "example.org:443");
    EXPECT_EQ(parseTarget("HTTP://127.0.0.1:8080/").place(), "127.0.0.1:8080");
    EXPECT_EQ(parseTarget("http://[::1]:81/").place(), "[::1]:81");
    EXPECT_EQ(parseTarget("http://user:secret@example.org/").place(), "example.org:80")
        << "no password in a message";
    EXPECT_EQ(parseTarget("http://127.1/").host, "127.0.0.1") << "as the transfer will read it";
}

TEST(FetchTarget, otherProtocolsAreRefusedByName)
{
    EXPECT_EQ(complaint("file:///etc/passwd"),
              "The protocol file is not supported, only http and https are.");
    EXPECT_EQ(complaint("gopher://127.0.0.1:70/"),
              "The protocol gopher is not supported, only http and https are.");
    for (const auto* url :
         {"ftp://a/", "dict://a/", "smb://a/", "telnet://a/", "ldap://a/", "ws://a/", "unheard://a/"})
        EXPECT_TRUE(complaint(url).ends_with("is not supported, only http and https are."))
            << url << ": " << complaint(url);
}

TEST(FetchTarget, whatIsNoAddressIsRefused)
{
    EXPECT_EQ(complaint("example.org"),
              "\"example.org\" is not an address that begins with http:// or https://.");
    for (const std::string& url :
         {std::string(), std::string("http://"), std::string("http://host:99999/"),
          std::string("http://host:0/"), std::string("http://ho st/"), std::string("http://host/\r\nX: y"),
          std::string("/json"), std::string("http:// /"), std::string("http://host/\0/x", 14),
          std::string(10'000'000, 'a')}) {
        const std::string text = complaint(url);
        EXPECT_TRUE(text.ends_with("is not an address that begins with http:// or https://."))
            << url.substr(0, 50) << ": " << text;
        EXPECT_LT(text.size(), 400u);
    }
}

TEST(FetchTarget, knowsLoopbackHosts)
{
    for (const auto* host : {"localhost", "localhost.", "a.localhost", "127.0.0.1", "127.255.0.3", "::1"})
        EXPECT_TRUE(isLoopbackHost(host)) << host;
    for (const auto* host : {"", "example.org", "localhost.example.org", "notlocalhost", "128.0.0.1",
                             "126.0.0.1", "::2", "10.0.0.1", "127.0.0.1.example.org"})
        EXPECT_FALSE(isLoopbackHost(host)) << host;
}
