// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task_context.h"

#include <deque>
#include <functional>
#include <string>
#include <vector>

namespace overlap::testing {

/// Completes everything in place and writes down what it was asked.
class FakeContext final : public core::TaskContext
{
public:
    explicit FakeContext(core::ItemIndex item = 0, std::uint64_t seed = 1)
    {
        m_item = item;
        m_seed = seed;
    }

    std::function<core::FetchResponse(const core::FetchRequest&)> answer;
    std::vector<core::Nanoseconds> waits;
    std::vector<core::FetchRequest> requests;
    int blockings = 0;
    int blockingDepth = 0;
    int natives = 0;
    int checkpoints = 0;
    bool stopped = false;

    void checkpoint() override
    {
        ++checkpoints;
        if (stopped)
            throw core::Cancelled();
    }
    bool cancelled() const noexcept override { return stopped; }

private:
    bool begin(WaitOperation& operation) override
    {
        waits.push_back(operation.duration);
        operation.cancelled = stopped;
        return true;
    }
    bool begin(FetchOperation& operation) override
    {
        requests.push_back(operation.request);
        if (stopped)
            operation.response.status = core::FetchStatus::cancelled;
        else if (answer)
            operation.response = answer(operation.request);
        return true;
    }
    bool begin(AcquireOperation& operation) override
    {
        operation.cancelled = stopped || !operation.semaphore.tryAcquire();
        return true;
    }
    void enterBlocking() override
    {
        ++blockings;
        ++blockingDepth;
    }
    void leaveBlocking() override { --blockingDepth; }
    void enterNative() override { ++natives; }
    void leaveNative() override {}
};

/// Suspends every operation until the test completes it, as an event loop would.
class SuspendingContext final : public core::TaskContext
{
public:
    std::deque<WaitOperation*> waits;
    std::deque<FetchOperation*> fetches;
    std::deque<AcquireOperation*> acquisitions;

    void checkpoint() override {}
    bool cancelled() const noexcept override { return false; }

private:
    bool begin(WaitOperation& operation) override
    {
        waits.push_back(&operation);
        return false;
    }
    bool begin(FetchOperation& operation) override
    {
        fetches.push_back(&operation);
        return false;
    }
    bool begin(AcquireOperation& operation) override
    {
        acquisitions.push_back(&operation);
        return false;
    }
    void enterBlocking() override {}
    void leaveBlocking() override {}
    void enterNative() override {}
    void leaveNative() override {}
};

} // namespace overlap::testing
