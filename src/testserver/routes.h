// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace overlap::testserver {

/// What the routes allow. A run that needs more raises them on the command line of its own server.
struct RouteLimits
{
    double timeScale = 1.0;            ///< multiplies every delay of the server
    double maximumDelaySeconds = 10.0; ///< as asked for, before scaling
    std::uint64_t maximumBytes = 100 * 1024;
};

/// The parts of a request that decide its answer, as they came over the wire.
struct Request
{
    std::string_view method;
    std::string_view target; ///< path and query, not decoded: no route needs an escape
    std::string_view host;   ///< the Host header; empty where there is none, or more than one
    bool hasBody = false;
};

struct Answer
{
    unsigned status = 200;
    core::Nanoseconds delay = 0; ///< scaled; from the arrival of the request to the first byte
    std::string_view type = "application/json";
    std::string body;
    std::uint64_t generatedBytes = 0; ///< instead of a body: so many bytes of fillBytes()
};

inline constexpr std::size_t maximumTargetLength = 2048;

/// The answer to a request that reached `port`: a pure function, so the same request always has the same
/// answer. What is refused is refused at once, whatever delay it asked for. Any thread.
Answer answerTo(const Request& request, std::uint16_t port, const RouteLimits& limits);

/// True for 127.0.0.1:port and localhost:port. A page from elsewhere that had its name rebound to 127.0.0.1
/// sends its own name, so it can neither read nor load this server.
bool isOwnHost(std::string_view host, std::uint16_t port);

/// A UUID of version 4 in its usual form, drawn from the seed.
std::string uuidOf(std::uint64_t seed);

/// Fills `size` bytes with those that stand at `offset` of the one endless sequence that /bytes/N begins.
void fillBytes(std::uint64_t offset, char* bytes, std::size_t size);

} // namespace overlap::testserver
