// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fetch.h"
#include "core/time.h"

#include <memory>
#include <utility>

namespace overlap::tests {

/// One request at a time through a fetcher for many, so that both answer to the same tests.
class OneOfMany final : public core::Fetcher
{
public:
    explicit OneOfMany(std::unique_ptr<core::MultiFetcher> many) : m_many(std::move(many)) {}

    core::FetchResponse fetch(const core::FetchRequest& request, std::stop_token stop) override
    {
        m_many->start(++m_token, request);
        while (!stop.stop_requested()) {
            auto ended = m_many->wait(core::monotonicNow() + 3600 * core::nanosecondsPerSecond, stop);
            if (ended.size() == 1 && ended.front().token == m_token)
                return std::move(ended.front().response);
        }
        m_many->cancelAll();
        core::FetchResponse response;
        response.status = core::FetchStatus::cancelled;
        return response;
    }

private:
    std::unique_ptr<core::MultiFetcher> m_many;
    core::MultiFetcher::Token m_token = 0;
};

} // namespace overlap::tests
