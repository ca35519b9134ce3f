// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testserver/routes.h"

#include <gtest/gtest.h>
#include <set>

using namespace overlap;
using namespace overlap::testserver;

namespace {

constexpr std::uint16_t port = 4711;

Request get(std::string_view target)
{
    return {"GET", target, "127.0.0.1:4711", false};
}

Answer answer(std::string_view target, const RouteLimits& limits = {})
{
    return answerTo(get(target), port, limits);
}

std::string generated(std::uint64_t offset, std::size_t size)
{
    std::string bytes(size, '\0');
    fillBytes(offset, bytes.data(), size);
    return bytes;
}

} // namespace

TEST(Routes, aDelayAnswersWithItsLength)
{
    EXPECT_EQ(answer("/delay/2").body, R"({"delay":2})");
    EXPECT_EQ(answer("/delay/2").delay, 2 * core::nanosecondsPerSecond);
    EXPECT_EQ(answer("/delay/0.25").body, R"({"delay":0.25})");
    EXPECT_EQ(answer("/delay/0.25").delay, core::nanosecondsPerSecond / 4);
    EXPECT_EQ(answer("/delay/0").delay, 0);
    EXPECT_EQ(answer("/delay/10").status, 200u);
}

TEST(Routes, theTimeScaleChangesTheDelayAndNotTheAnswer)
{
    RouteLimits limits;
    limits.timeScale = 0.1;
    EXPECT_EQ(answer("/delay/2", limits).delay, core::nanosecondsPerSecond / 5);
    EXPECT_EQ(answer("/delay/2", limits).body, R"({"delay":2})");
    EXPECT_EQ(answer("/price/1", limits).delay, core::nanosecondsPerSecond / 10);
    EXPECT_EQ(answer("/delay/0.001", limits).delay, 1'000'000) << "short to begin with";
    limits.timeScale = 1e-6;
    EXPECT_EQ(answer("/delay/2", limits).delay, 5'000'000) << "5 ms is the floor";
}

TEST(Routes, aDelayThatIsNoneOrTooLongIsRefusedAtOnce)
{
    for (const auto* target :
         {"/delay/", "/delay/x", "/delay/-1", "/delay/+1", "/delay/10.001", "/delay/1e9", "/delay/inf",
          "/delay/nan", "/delay/0x1", "/delay/1.2.3", "/delay/.", "/delay/1/2", "/delay/ 1", "/delay/1%30",
          "/delay/1,5", "/delay/99999999999999999999999999"}) {
        EXPECT_EQ(answer(target).status, 400u) << target;
        EXPECT_EQ(answer(target).delay, 0) << target;
    }
    RouteLimits limits;
    limits.maximumDelaySeconds = 30;
    EXPECT_EQ(answer("/delay/30", limits).status, 200u);
    EXPECT_EQ(answer("/delay/30.1", limits).status, 400u);
}

TEST(Routes, pricesComeAfterASecond)
{
    EXPECT_EQ(answer("/price/1").body, R"({"id":1,"price":10000})");
    EXPECT_EQ(answer("/price/5").body, R"({"id":5,"price":50000})");
    EXPECT_EQ(answer("/price/1000000").body, R"({"id":1000000,"price":10000000000})");
    EXPECT_EQ(answer("/price/5").delay, core::nanosecondsPerSecond);
    for (const auto* target :
         {"/price/0", "/price/1000001", "/price/-1", "/price/1.0", "/price/", "/price/1/"})
        EXPECT_EQ(answer(target).status, 400u) << target;
}

TEST(Routes, aUuidIsOfVersionFourAndAFunctionOfTheRequest)
{
    const std::string uuid = uuidOf(7);
    ASSERT_EQ(uuid.size(), 36u);
    EXPECT_EQ(uuid[14], '4');
    std::set<std::string> all;
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        const std::string one = uuidOf(seed);
        EXPECT_NE(std::string("89ab").find(one[19]), std::string::npos) << one;
        all.insert(one);
    }
    EXPECT_EQ(all.size(), 1000u);

    EXPECT_EQ(answer("/uuid?seed=7").body, "{\"uuid\":\"" + uuid + "\"}");
    EXPECT_EQ(answer("/uuid?other=1&seed=7").body, answer("/uuid?seed=7").body);
    EXPECT_EQ(answer("/uuid").body, answer("/uuid").body);
    EXPECT_NE(answer("/uuid").body, answer("/uuid?seed=7").body);
    EXPECT_EQ(answer("/uuid?").body, answer("/uuid").body);
    EXPECT_EQ(answer("/uuid?seed=18446744073709551615").status, 200u);
    for (const auto* target :
         {"/uuid?seed=", "/uuid?seed", "/uuid?seed=x", "/uuid?seed=-1", "/uuid?seed=18446744073709551616"})
        EXPECT_EQ(answer(target).status, 400u) << target;
}

TEST(Routes, everyAskedForStatusIsGivenWithinTheLimits)
{
    for (unsigned code = 200; code <= 599; ++code)
        EXPECT_EQ(answer("/status/" + std::to_string(code)).status, code);
    for (const auto* target :
         {"/status/100", "/status/199", "/status/600", "/status/99999", "/status/", "/status/ok"})
        EXPECT_EQ(answer(target).status, 400u) << target;
    for (const auto* target : {"/status/204", "/status/205", "/status/304"})
        EXPECT_TRUE(answer(target).body.empty()) << target;
}

TEST(Routes, bytesAreBoundedAndAlwaysTheSame)
{
    EXPECT_EQ(answer("/bytes/0").generatedBytes, 0u);
    EXPECT_EQ(answer("/bytes/102400").generatedBytes, 102'400u);
    EXPECT_EQ(answer("/bytes/102401").status, 400u);
    EXPECT_EQ(answer("/bytes/1000000000000").status, 400u);
    RouteLimits limits;
    limits.maximumBytes = 200'000;
    EXPECT_EQ(answer("/bytes/200000", limits).generatedBytes, 200'000u);

    const std::string whole = generated(0, 1000);
    EXPECT_EQ(whole, generated(0, 1000));
    for (const std::size_t cut : {1u, 7u, 8u, 9u, 500u, 999u})
        EXPECT_EQ(generated(0, cut) + generated(cut, 1000 - cut), whole) << "cut at " << cut;
}

TEST(Routes, onlyOurOwnHostIsServed)
{
    for (const auto* host : {"127.0.0.1:4711", "localhost:4711", "LocalHost:4711"})
        EXPECT_TRUE(isOwnHost(host, port)) << host;
    for (const auto* host : {"", "127.0.0.1", "localhost", "127.0.0.1:4712", "127.0.0.1:04711",
                             "evil.example:4711", "127.0.0.1.evil.example:4711", "[::1]:4711", "0.0.0.0:4711",
                             "xlocalhost:4711", "localhost.:4711", ":4711", "127.0.0.1:4711 "})
        EXPECT_FALSE(isOwnHost(host, port)) << host;
    Request request = get("/json");
    request.host = "evil.example:4711";
    EXPECT_EQ(answerTo(request, port, {}).status, 403u);
    request.target = "/delay/5";
    EXPECT_EQ(answerTo(request, port, {}).delay, 0);
}

TEST(Routes, otherPathsAndMethodsAreRefused)
{
    for (const auto* target : {"/", "", "/jso", "/json/", "/JSON", "/delay", "/../json", "//json", "/%6Ason",
                               "json", "*", "http://127.0.0.1:4711/json"})
        EXPECT_EQ(answer(target).status, 404u) << target;
    for (const auto* method : {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "get", ""}) {
        Request request = get("/json");
        request.method = method;
        EXPECT_EQ(answerTo(request, port, {}).status, 405u) << method;
    }
    Request head = get("/json");
    head.method = "HEAD";
    EXPECT_EQ(answerTo(head, port, {}).status, 200u);
    Request withBody = get("/json");
    withBody.hasBody = true;
    EXPECT_EQ(answerTo(withBody, port, {}).status, 400u);
}

TEST(Routes, aLongAddressIsRefused)
{
    const std::string longest = "/json?" + std::string(maximumTargetLength - 6, 'x');
    EXPECT_EQ(answer(longest).status, 200u);
    EXPECT_EQ(answer(longest + "x").status, 414u);
}
