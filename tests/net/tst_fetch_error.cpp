// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/fetch_error.h"

#include <cerrno>
#include <curl/curl.h>
#include <gtest/gtest.h>

using namespace overlap;
using namespace overlap::net;

namespace {

std::string sentence(const FetchFailure& failure, const core::FetchRequest& request = {})
{
    return describeFailure(failure, request, "example.org", "example.org:80").english();
}

FetchFailure failureOf(CURLcode code)
{
    FetchFailure failure;
    failure.code = code;
    return failure;
}

} // namespace

TEST(FetchError, aTimeOutNamesTheLimitThatWasPassed)
{
    core::FetchRequest request;
    request.connectTimeout = 250'000'000;
    request.totalTimeout = 2 * core::nanosecondsPerSecond;
    FetchFailure failure = failureOf(CURLE_OPERATION_TIMEDOUT);
    EXPECT_EQ(sentence(failure, request), "The name example.org was not resolved within 0.25 s.");
    failure.resolved = true;
    EXPECT_EQ(sentence(failure, request), "No connection to example.org:80 within 0.25 s.");
    failure.connected = true;
    EXPECT_EQ(sentence(failure, request), "example.org:80 did not answer in full within 2 s.");
}

TEST(FetchError, aFailedConnectionNamesTheCause)
{
    FetchFailure failure = failureOf(CURLE_COULDNT_CONNECT);
    failure.systemError = ECONNREFUSED;
    EXPECT_EQ(sentence(failure), "example.org:80 refused the connection.");
    failure.systemError = EHOSTUNREACH;
    EXPECT_EQ(sentence(failure), "No connection to example.org:80: No route to host.");
    failure.systemError = 0;
    failure.detail = "Something else.";
    EXPECT_EQ(sentence(failure), "No connection to example.org:80: Something else.");
    failure.systemError = ECONNREFUSED;
    failure.detail = "Failed to connect to proxy.lan port 3128";
    EXPECT_EQ(sentence(failure),
              "No connection to example.org:80: Failed to connect to proxy.lan port 3128.");
    failure.detail = "Failed to connect to example.org port 80";
    EXPECT_EQ(sentence(failure), "example.org:80 refused the connection.");
}

TEST(FetchError, ourOwnLimitsComeBeforeTheCodeThatTheyCaused)
{
    core::FetchRequest request;
    request.maximumBytes = 1000;
    FetchFailure failure = failureOf(CURLE_WRITE_ERROR);
    failure.tooManyBytes = true;
    EXPECT_EQ(sentence(failure, request), "The answer of example.org:80 is too large: more than 1000 bytes.");
    EXPECT_EQ(sentence(failureOf(CURLE_FILESIZE_EXCEEDED), request), sentence(failure, request));
    failure.tooManyBytes = false;
    failure.tooManyHeaders = true;
    EXPECT_EQ(sentence(failure), "The headers of example.org:80 are too large: more than 65536 bytes.");
}

TEST(FetchError, otherCauses)
{
    EXPECT_EQ(sentence(failureOf(CURLE_COULDNT_RESOLVE_HOST)), "The name example.org could not be resolved.");
    for (const CURLcode code : {CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_SEND_ERROR})
        EXPECT_EQ(sentence(failureOf(code)),
                  "example.org:80 closed the connection before its answer was complete.");
    EXPECT_EQ(sentence(failureOf(CURLE_GOT_NOTHING)),
              "example.org:80 closed the connection without an answer.");
    FetchFailure cut = failureOf(CURLE_PARTIAL_FILE);
    cut.announcedBytes = 100;
    cut.receivedBytes = 4;
    EXPECT_EQ(sentence(cut),
              "example.org:80 closed the connection after 4 of the 100 bytes that it announced.");
    FetchFailure reset = failureOf(CURLE_RECV_ERROR);
    reset.systemError = ECONNRESET;
    EXPECT_EQ(sentence(reset), "example.org:80 reset the connection before its answer was complete.");
    FetchFailure chunks = failureOf(CURLE_RECV_ERROR);
    chunks.detail = "Illegal or missing hexadecimal sequence in chunked-encoding";
    EXPECT_EQ(sentence(chunks), "The answer of example.org:80 comes in chunks that are not well formed.");
    FetchFailure failure = failureOf(CURLE_PEER_FAILED_VERIFICATION);
    failure.detail = "SSL certificate problem: certificate has expired";
    EXPECT_EQ(sentence(failure),
              "No secure connection to example.org:80: SSL certificate problem: certificate has expired.");
    EXPECT_EQ(sentence(failureOf(CURLE_WEIRD_SERVER_REPLY)), "The answer of example.org:80 is not HTTP.");
}

TEST(FetchError, everyCodeMakesOneSentence)
{
    for (int code = 1; code < CURL_LAST; ++code) {
        const std::string text = sentence(failureOf(static_cast<CURLcode>(code)));
        EXPECT_NE(text.find("example.org"), std::string::npos) << text;
        EXPECT_TRUE(text.ends_with('.') && !text.ends_with("..")) << text;
        EXPECT_EQ(text.find('%'), std::string::npos) << text;
    }
}
