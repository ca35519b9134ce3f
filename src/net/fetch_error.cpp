// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/fetch_error.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring> // strerrordesc_np
#include <curl/curl.h>

namespace overlap::net {

namespace {

using core::FetchRequest;
using core::Message;
using core::Nanoseconds;

core::Figure secondsText(Nanoseconds time)
{
    char text[32];
    const Nanoseconds milliseconds = time / 1'000'000; // no more digits than a person wrote
    return core::Figure(
        {text, std::to_chars(text, text + sizeof text, static_cast<double>(milliseconds) / 1000).ptr});
}

// strerror would follow the locale; a Message is English until it is translated whole.
std::string systemErrorText(int error)
{
    const char* const text = strerrordesc_np(error);
    return text ? text : "error " + std::to_string(error);
}

// libcurl ends some of its sentences with a full stop and some not.
std::string detailOf(const FetchFailure& failure)
{
    std::string detail = failure.detail;
    if (detail.empty())
        detail = curl_easy_strerror(static_cast<CURLcode>(failure.code));
    while (detail.ends_with('.') || detail.ends_with('\n'))
        detail.pop_back();
    return detail;
}

Message tooLarge(const std::string& place, const FetchRequest& request)
{
    return Message(OVERLAP_TR_NOOP("Messages", "The answer of %1 is too large: more than %2 bytes."),
                   {place, std::to_string(request.maximumBytes)});
}

Message timedOut(const FetchFailure& failure, const FetchRequest& request, const std::string& host,
                 const std::string& place)
{
    if (failure.connected)
        return Message(OVERLAP_TR_NOOP("Messages", "%1 did not answer in full within %2 s."),
                       {place, secondsText(request.totalTimeout)});
    const core::Figure limit = secondsText(std::min(request.connectTimeout, request.totalTimeout));
    if (!failure.resolved)
        return Message(OVERLAP_TR_NOOP("Messages", "The name %1 was not resolved within %2 s."),
                       {host, limit});
    return Message(OVERLAP_TR_NOOP("Messages", "No connection to %1 within %2 s."), {place, limit});
}

Message notConnected(const FetchFailure& failure, const std::string& host, const std::string& place)
{
    // libcurl names whom it could not reach. Where that is somebody else, a proxy stands between, and the
    // error of the system is about the proxy.
    if (!failure.detail.empty() && failure.detail.find(host) == std::string::npos)
        return Message(OVERLAP_TR_NOOP("Messages", "No connection to %1: %2."), {place, detailOf(failure)});
    if (failure.systemError == ECONNREFUSED)
        return Message(OVERLAP_TR_NOOP("Messages", "%1 refused the connection."), {place});
    if (failure.systemError != 0)
        return Message(OVERLAP_TR_NOOP("Messages", "No connection to %1: %2."),
                       {place, systemErrorText(failure.systemError)});
    return Message(OVERLAP_TR_NOOP("Messages", "No connection to %1: %2."), {place, detailOf(failure)});
}

Message brokenOff(const FetchFailure& failure, const std::string& place)
{
    if (failure.code == CURLE_GOT_NOTHING)
        return Message(OVERLAP_TR_NOOP("Messages", "%1 closed the connection without an answer."), {place});
    // The only word that libcurl 7.88 has for it is in its sentence; the code is that of any failed
    // reception.
    if (failure.detail.find("chunked-encoding") != std::string::npos)
        return Message(
            OVERLAP_TR_NOOP("Messages", "The answer of %1 comes in chunks that are not well formed."),
            {place});
    // Of other codes it would be the error of an earlier transfer, which libcurl keeps.
    const bool hasSystemError = failure.code == CURLE_RECV_ERROR || failure.code == CURLE_SEND_ERROR;
    if (hasSystemError && failure.systemError == ECONNRESET)
        return Message(OVERLAP_TR_NOOP("Messages", "%1 reset the connection before its answer was complete."),
                       {place});
    if (failure.code == CURLE_PARTIAL_FILE && failure.announcedBytes >= 0)
        return Message(
            OVERLAP_TR_NOOP("Messages",
                            "%1 closed the connection after %2 of the %3 bytes that it announced."),
            {place, std::to_string(failure.receivedBytes), std::to_string(failure.announcedBytes)});
    return Message(OVERLAP_TR_NOOP("Messages", "%1 closed the connection before its answer was complete."),
                   {place});
}

} // namespace

Message describeFailure(const FetchFailure& failure, const FetchRequest& request, const std::string& host,
                        const std::string& place)
{
    if (failure.tooManyBytes)
        return tooLarge(place, request);
    if (failure.tooManyHeaders)
        return Message(OVERLAP_TR_NOOP("Messages", "The headers of %1 are too large: more than %2 bytes."),
                       {place, std::to_string(maximumHeaderBytes)});

    switch (static_cast<CURLcode>(failure.code)) {
    case CURLE_FILESIZE_EXCEEDED:
        return tooLarge(place, request);
    case CURLE_OPERATION_TIMEDOUT:
        return timedOut(failure, request, host, place);
    case CURLE_COULDNT_CONNECT:
        return notConnected(failure, host, place);
    case CURLE_COULDNT_RESOLVE_HOST:
        return Message(OVERLAP_TR_NOOP("Messages", "The name %1 could not be resolved."), {host});
    case CURLE_COULDNT_RESOLVE_PROXY:
        return Message(OVERLAP_TR_NOOP("Messages", "The name of the proxy for %1 could not be resolved."),
                       {place});
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
        return brokenOff(failure, place);
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
    case CURLE_USE_SSL_FAILED:
        return Message(OVERLAP_TR_NOOP("Messages", "No secure connection to %1: %2."),
                       {place, detailOf(failure)});
    case CURLE_UNSUPPORTED_PROTOCOL: // of the answer: the address was checked before
    case CURLE_WEIRD_SERVER_REPLY:
        return Message(OVERLAP_TR_NOOP("Messages", "The answer of %1 is not HTTP."), {place});
    default:
        return Message(OVERLAP_TR_NOOP("Messages", "The request to %1 failed: %2."),
                       {place, detailOf(failure)});
    }
}

} // namespace overlap::net
