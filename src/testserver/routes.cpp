// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testserver/routes.h"

#include "core/random.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <optional>

namespace overlap::testserver {

namespace {

using core::Nanoseconds;

constexpr std::uint64_t maximumPriceId = 1'000'000;
constexpr std::uint64_t priceStep = 10'000;
constexpr Nanoseconds priceDelay = core::nanosecondsPerSecond;

constexpr std::string_view fixedDocument =
    R"({"title":"Overlap test server","slides":[{"title":"Waiting overlaps","items":["threads","event loop"]},)"
    R"({"title":"Computing needs cores","items":["processes"]}]})";

std::optional<std::uint64_t> parseUnsigned(std::string_view text)
{
    std::uint64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    if (text.empty() || error != std::errc() || rest != end)
        return {};
    return number;
}

// Plain decimals only: from_chars alone would let "inf", "nan" and exponents pass.
std::optional<double> parseSeconds(std::string_view text)
{
    constexpr std::size_t longest = 24;
    const bool plain = !text.empty() && text.size() <= longest &&
                       text.find_first_not_of("0123456789.") == std::string_view::npos;
    double seconds = 0;
    const char* const end = text.data() + text.size();
    if (!plain || std::from_chars(text.data(), end, seconds, std::chars_format::fixed).ptr != end)
        return {};
    return seconds;
}

std::string numberText(double number)
{
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, number).ptr};
}

Answer json(std::string body, Nanoseconds delay = 0)
{
    Answer answer;
    answer.delay = delay;
    answer.body = std::move(body);
    return answer;
}

Answer refusal(unsigned status, std::string_view reason)
{
    Answer answer;
    answer.status = status;
    answer.body = "{\"error\":\"" + std::string(reason) + "\"}";
    return answer;
}

Answer delayed(std::string_view argument, const RouteLimits& limits)
{
    const auto seconds = parseSeconds(argument);
    if (!seconds || *seconds > limits.maximumDelaySeconds)
        return refusal(400, "the delay is a number of seconds from 0 to " +
                                numberText(limits.maximumDelaySeconds));
    return json("{\"delay\":" + numberText(*seconds) + "}",
                core::scaledDuration(core::fromSeconds(*seconds), limits.timeScale));
}

Answer price(std::string_view argument, const RouteLimits& limits)
{
    const auto id = parseUnsigned(argument);
    if (!id || *id < 1 || *id > maximumPriceId)
        return refusal(400, "the id is a whole number from 1 to " + std::to_string(maximumPriceId));
    return json("{\"id\":" + std::to_string(*id) + ",\"price\":" + std::to_string(priceStep * *id) + "}",
                core::scaledDuration(priceDelay, limits.timeScale));
}

Answer status(std::string_view argument)
{
    const auto code = parseUnsigned(argument);
    if (!code || *code < 200 || *code > 599)
        return refusal(400, "the status is a whole number from 200 to 599");
    Answer answer;
    answer.status = static_cast<unsigned>(*code);
    const bool mayHaveBody = *code != 204 && *code != 205 && *code != 304;
    if (mayHaveBody)
        answer.body = "{\"status\":" + std::to_string(*code) + "}";
    return answer;
}

Answer bytes(std::string_view argument, const RouteLimits& limits)
{
    const auto count = parseUnsigned(argument);
    if (!count || *count > limits.maximumBytes)
        return refusal(400, "the size is a whole number of bytes from 0 to " +
                                std::to_string(limits.maximumBytes));
    Answer answer;
    answer.type = "application/octet-stream";
    answer.generatedBytes = *count;
    return answer;
}

std::optional<std::string_view> queryValue(std::string_view query, std::string_view key)
{
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), pair.size() + 1));
        if (pair.substr(0, pair.find('=')) == key)
            return pair.size() > key.size() ? pair.substr(key.size() + 1) : std::string_view();
    }
    return {};
}

// FNV-1a
std::uint64_t hashOf(std::string_view text)
{
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return hash;
}

Answer uuid(std::string_view path, std::string_view query)
{
    std::uint64_t seed = hashOf(path);
    if (const auto text = queryValue(query, "seed")) {
        const auto number = parseUnsigned(*text);
        if (!number)
            return refusal(400, "the seed is a whole number below 2^64");
        seed = *number;
    }
    return json("{\"uuid\":\"" + uuidOf(seed) + "\"}");
}

// What stands behind `prefix`, where the path begins with it.
std::optional<std::string_view> argumentOf(std::string_view path, std::string_view prefix)
{
    if (!path.starts_with(prefix))
        return {};
    return path.substr(prefix.size());
}

Answer route(std::string_view path, std::string_view query, const RouteLimits& limits)
{
    if (path == "/json")
        return json(std::string(fixedDocument));
    if (path == "/uuid")
        return uuid(path, query);
    if (const auto argument = argumentOf(path, "/delay/"))
        return delayed(*argument, limits);
    if (const auto argument = argumentOf(path, "/price/"))
        return price(*argument, limits);
    if (const auto argument = argumentOf(path, "/status/"))
        return status(*argument);
    if (const auto argument = argumentOf(path, "/bytes/"))
        return bytes(*argument, limits);
    return refusal(404, "nothing is served under this path");
}

} // namespace

Answer answerTo(const Request& request, std::uint16_t port, const RouteLimits& limits)
{
    if (!isOwnHost(request.host, port))
        return refusal(403, "the Host header is not that of this server");
    if (request.method != "GET" && request.method != "HEAD")
        return refusal(405, "only GET and HEAD are served");
    if (request.hasBody)
        return refusal(400, "a request may have no body");
    if (request.target.size() > maximumTargetLength)
        return refusal(414, "the address is longer than " + std::to_string(maximumTargetLength) + " bytes");
    const std::size_t mark = request.target.find('?');
    const std::string_view query =
        mark == std::string_view::npos ? std::string_view() : request.target.substr(mark + 1);
    return route(request.target.substr(0, mark), query, limits);
}

bool isOwnHost(std::string_view host, std::uint16_t port)
{
    const std::string suffix = ":" + std::to_string(port);
    if (!host.ends_with(suffix))
        return false;
    host.remove_suffix(suffix.size());
    const auto sameLetter = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; };
    constexpr std::string_view localhost = "localhost";
    return host == "127.0.0.1" ||
           std::equal(host.begin(), host.end(), localhost.begin(), localhost.end(), sameLetter);
}

std::string uuidOf(std::uint64_t seed)
{
    constexpr std::string_view digits = "0123456789abcdef";
    core::Random random(seed);
    // RFC 9562: version 4 in the top four bits of byte 6, variant 10 in the top two of byte 8.
    const std::uint64_t high = (random.next() & ~0xF000ULL) | 0x4000ULL;
    const std::uint64_t low = (random.next() & ~(3ULL << 62)) | (2ULL << 62);
    std::string text;
    text.reserve(36);
    for (int digit = 0; digit < 32; ++digit) {
        if (digit == 8 || digit == 12 || digit == 16 || digit == 20)
            text += '-';
        const std::uint64_t half = digit < 16 ? high : low;
        text += digits[(half >> (60 - 4 * (digit % 16))) & 0xF];
    }
    return text;
}

void fillBytes(std::uint64_t offset, char* bytes, std::size_t size)
{
    constexpr std::size_t wordSize = sizeof(std::uint64_t);
    std::size_t done = 0;
    while (done < size) {
        const std::uint64_t position = offset + done;
        const std::size_t within = position % wordSize;
        const std::size_t count = std::min(wordSize - within, size - done);
        core::Random random(position / wordSize);
        const std::uint64_t word = random.next();
        std::memcpy(bytes + done, reinterpret_cast<const char*>(&word) + within, count);
        done += count;
    }
}

} // namespace overlap::testserver
