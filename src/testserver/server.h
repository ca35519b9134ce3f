// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "testserver/routes.h"

#include <cstddef>
#include <cstdint>
#include <memory>

namespace overlap::testserver {

struct ServerSettings
{
    RouteLimits limits;
    unsigned connections = 2000;              ///< more wait in the backlog of the kernel
    unsigned idleSeconds = 30;                ///< a connection that is silent for so long is closed
    std::size_t connectionMemory = 32 * 1024; ///< bytes for the headers of a request and its answer
};

/// HTTP on 127.0.0.1 and a free port. Has no thread: whoever owns it waits for its descriptor and lets it
/// turn. A delayed answer is a suspended connection and an entry of the scheduler, so any number of them wait
/// at once. One thread.
class Server
{
public:
    /// Listens from here on. Throws core::Error or std::system_error where it cannot.
    explicit Server(const ServerSettings& settings);
    /// Closes every connection, also those that wait for their answer.
    ~Server();

    std::uint16_t port() const noexcept;

    /// Readable when there is something to do. Owned by the server.
    int descriptor() const noexcept;
    /// How long the descriptor may be waited for, at most; -1 for any time.
    int timeoutMilliseconds() const;
    /// Does what there is to do and never waits.
    void turn();

    /// Answers that wait for their time.
    std::size_t pendingDelays() const noexcept;

private:
    class Private;
    std::unique_ptr<Private> m_private;
};

} // namespace overlap::testserver
