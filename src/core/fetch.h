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
#include <vector>

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

/// One thread's way to many answers at a time. Not thread-safe. Keeps its connections between requests.
class MultiFetcher
{
public:
    /// How the caller knows a request again; its own choice, one request at a time each.
    using Token = std::uint64_t;
    struct Ended
    {
        Token token = 0;
        FetchResponse response; ///< answered or failed
    };

    virtual ~MultiFetcher() = default;
    /// Never blocks; what is wrong with the request, its address too, comes back from wait(). The request
    /// goes out while wait() runs.
    virtual void start(Token token, const FetchRequest& request) = 0;
    /// Blocks until at least one request has ended, the deadline on the monotonic clock has passed, or a stop
    /// is requested (noticed within milliseconds). A deadline that lies behind only looks. Gives what has
    /// ended by then, in the order of ending.
    virtual std::vector<Ended> wait(Nanoseconds deadline, std::stop_token stop) = 0;
    /// Drops what is under way, without a word about it.
    virtual void cancelAll() = 0;
};

/// Any thread.
using MultiFetcherFactory = std::function<std::unique_ptr<MultiFetcher>()>;

} // namespace overlap::core
