// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"
#include "core/time.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>

namespace overlap::core {

struct FetchRequest
{
    std::string url; ///< http or https
    Nanoseconds connectTimeout = 3 * nanosecondsPerSecond;
    Nanoseconds totalTimeout = 5 * nanosecondsPerSecond; ///< includes connecting; never scaled
    std::uint64_t maximumBytes = 16 * 1024 * 1024;       ///< of the body, counted while receiving
};

enum class FetchStatus : std::uint8_t { answered, failed, cancelled };

struct FetchResponse
{
    FetchStatus status = FetchStatus::failed;
    long code = 0;    ///< HTTP status where answered
    std::string body; ///< at most maximumBytes
    std::string type; ///< Content-Type as sent
    std::string
        location; ///< where a redirect leads, made absolute; empty where it is none. It is not followed.
    Nanoseconds elapsed = 0;
    Message error; ///< where failed: one sentence with the cause
};

/// One lane's way to the network. Not thread-safe: one fetcher belongs to one lane and is used by one thread
/// at a time. Keeps its connection between requests.
class Fetcher
{
public:
    virtual ~Fetcher() = default;
    /// Blocks until the answer is whole, a limit is passed, or a stop is requested (noticed within
    /// milliseconds).
    virtual FetchResponse fetch(const FetchRequest& request, std::stop_token stop) = 0;
};

/// Makes the fetcher of a lane, on first use. Any thread.
using FetcherFactory = std::function<std::unique_ptr<Fetcher>()>;

} // namespace overlap::core
