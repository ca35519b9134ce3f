// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fetch.h"
#include "core/message.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace overlap::net {

inline constexpr std::size_t maximumHeaderBytes = 64 * 1024;

/// What is known about a transfer that failed; libcurl's code alone names too little.
struct FetchFailure
{
    int code = 0;                     ///< CURLcode
    std::string detail;               ///< libcurl's own sentence, used where ours would say less
    int systemError = 0;              ///< errno of the connection; 0 where unknown
    bool resolved = false;            ///< the name, where there was one to resolve
    bool connected = false;           ///< the request could be sent
    bool tooManyBytes = false;        ///< stopped by our own count of the body …
    bool tooManyHeaders = false;      ///< … or of the headers
    std::int64_t announcedBytes = -1; ///< of the body; -1 where the answer does not say
    std::uint64_t receivedBytes = 0;
};

/// One sentence with the cause. `place` is host and port.
core::Message describeFailure(const FetchFailure& failure, const core::FetchRequest& request,
                              const std::string& host, const std::string& place);

} // namespace overlap::net
