// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/scripted_server.h"

#include <arpa/inet.h>
#include <array>
#include <cstdlib>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace overlap::tests {

namespace {

constexpr int glance = 20; // milliseconds between two looks at the stop token

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

/// A socket bound to a free port, which comes back in `port`.
int boundSocket(std::uint16_t& port)
{
    const int bound = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (bound < 0 || bind(bound, reinterpret_cast<const sockaddr*>(&address), size) != 0 ||
        getsockname(bound, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        std::abort();
    port = ntohs(address.sin_port);
    return bound;
}

bool becomesReadable(int descriptor, const std::stop_token& stop)
{
    pollfd watched{descriptor, POLLIN, 0};
    while (!stop.stop_requested())
        if (poll(&watched, 1, glance) == 1)
            return true;
    return false;
}

} // namespace

std::string Connection::request()
{
    std::string text;
    char c = '\0';
    while (!text.ends_with("\r\n\r\n")) {
        if (!becomesReadable(m_socket, m_stop) || recv(m_socket, &c, 1, 0) != 1)
            return {};
        text += c;
    }
    return text;
}

bool Connection::send(const std::string& bytes)
{
    std::size_t sent = 0;
    while (sent < bytes.size() && !m_stop.stop_requested()) {
        pollfd watched{m_socket, POLLOUT, 0};
        if (poll(&watched, 1, glance) != 1)
            continue;
        const ssize_t count =
            ::send(m_socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count <= 0)
            return false;
        sent += static_cast<std::size_t>(count);
    }
    return sent == bytes.size();
}

void Connection::hold()
{
    std::array<char, 4096> ignored;
    while (becomesReadable(m_socket, m_stop))
        if (recv(m_socket, ignored.data(), ignored.size(), 0) <= 0)
            return;
}

void Connection::resetOnClose()
{
    const linger atOnce{1, 0};
    setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
}

ScriptedServer::ScriptedServer(Script script) : m_listener(boundSocket(m_port))
{
    listen(m_listener, 16);
    m_thread = std::jthread([this, script = std::move(script)](std::stop_token stop) { run(stop, script); });
}

ScriptedServer::ScriptedServer(std::string bytes)
    : ScriptedServer([bytes = std::move(bytes)](Connection& connection) {
        connection.request();
        connection.send(bytes);
    })
{}

ScriptedServer::~ScriptedServer()
{
    m_thread.request_stop();
    m_thread.join();
    close(m_listener);
}

std::string ScriptedServer::url(const std::string& scheme) const
{
    return scheme + "://" + place() + "/";
}

void ScriptedServer::run(const std::stop_token& stop, const Script& script)
{
    while (becomesReadable(m_listener, stop)) {
        const int socket = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            continue;
        ++m_connections;
        Connection connection(socket, stop);
        script(connection);
        close(socket);
    }
}

FullPort::FullPort() : m_listener(boundSocket(m_port))
{
    // A queue of length 0 takes one connection; the others fill it up and keep it full.
    listen(m_listener, 0);
    const sockaddr_in address = loopback(m_port);
    for (int& filler : m_fillers) {
        filler = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        connect(filler, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    }
}

FullPort::~FullPort()
{
    for (const int filler : m_fillers)
        close(filler);
    close(m_listener);
}

ClosedPort::ClosedPort() : m_socket(boundSocket(m_port)) {}
ClosedPort::~ClosedPort()
{
    close(m_socket);
}

} // namespace overlap::tests
