// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <thread>

namespace overlap::tests {

/// One accepted connection of a ScriptedServer, used by its thread only.
class Connection
{
public:
    Connection(int socket, std::stop_token stop) : m_socket(socket), m_stop(std::move(stop)) {}

    /// One request's header, up to its empty line; empty where the client left or the test is over.
    std::string request();
    /// False where the client has left.
    bool send(const std::string& bytes);
    /// Until the client leaves or the test is over.
    void hold();
    /// Makes the close that follows an RST.
    void resetOnClose();

private:
    int m_socket;
    std::stop_token m_stop;
};

/// Says to one client after the other exactly what a script makes it say: the faults no proper server has.
class ScriptedServer
{
public:
    using Script = std::function<void(Connection&)>;

    explicit ScriptedServer(Script script);
    /// Answers every connection's first request with these bytes and closes.
    explicit ScriptedServer(std::string bytes);
    ~ScriptedServer();

    std::string url(const std::string& scheme = "http") const;
    std::string place() const { return "127.0.0.1:" + std::to_string(m_port); }
    int connections() const { return m_connections; }

private:
    void run(const std::stop_token& stop, const Script& script);

    std::uint16_t m_port = 0; // before the socket, whose making sets it
    int m_listener = -1;
    std::atomic<int> m_connections = 0;
    std::jthread m_thread;
};

/// A port of 127.0.0.1 to which connections hang: it listens, but its queue is full, so nobody gets in.
class FullPort
{
public:
    FullPort();
    ~FullPort();
    FullPort(const FullPort&) = delete;
    FullPort& operator=(const FullPort&) = delete;

    std::string place() const { return "127.0.0.1:" + std::to_string(m_port); }

private:
    std::uint16_t m_port = 0;
    int m_listener = -1;
    int m_fillers[4] = {-1, -1, -1, -1};
};

/// A port of 127.0.0.1 on which nobody listens; held while this lives, so that nobody else gets it.
class ClosedPort
{
public:
    ClosedPort();
    ~ClosedPort();
    ClosedPort(const ClosedPort&) = delete;
    ClosedPort& operator=(const ClosedPort&) = delete;

    std::string place() const { return "127.0.0.1:" + std::to_string(m_port); }

private:
    std::uint16_t m_port = 0;
    int m_socket = -1;
};

} // namespace overlap::tests
