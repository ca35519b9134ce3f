// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testserver/raw_client.h"

#include <algorithm>
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

constexpr int patience = 10'000; // milliseconds

std::size_t contentLength(std::string header)
{
    std::transform(header.begin(), header.end(), header.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    const std::size_t place = header.find("content-length:");
    return place == std::string::npos ? 0 : std::strtoul(header.c_str() + place + 15, nullptr, 10);
}

} // namespace

RawClient::RawClient(std::uint16_t port)
    : m_port(port)
    , m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    if (m_socket >= 0 && connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        leave();
}

RawClient::RawClient(RawClient&& other) noexcept
    : m_port(other.m_port)
    , m_socket(std::exchange(other.m_socket, -1))
    , m_ended(other.m_ended)
    , m_received(std::move(other.m_received))
{}

RawClient::~RawClient()
{
    leave();
}

bool RawClient::send(const std::string& bytes)
{
    std::size_t sent = 0;
    while (m_socket >= 0 && sent < bytes.size()) {
        const ssize_t count = ::send(m_socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        sent += static_cast<std::size_t>(count);
    }
    return m_socket >= 0;
}

bool RawClient::get(const std::string& target, const std::string& headers)
{
    return send("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(m_port) + "\r\n" +
                headers + "\r\n");
}

std::string RawClient::receive(bool bodiless)
{
    std::size_t headerEnd = std::string::npos;
    while ((headerEnd = m_received.find("\r\n\r\n")) == std::string::npos)
        if (!readMore(patience))
            return {};
    const std::size_t size = headerEnd + 4 + (bodiless ? 0 : contentLength(m_received.substr(0, headerEnd)));
    while (m_received.size() < size)
        if (!readMore(patience))
            return {};
    std::string answer = m_received.substr(0, size);
    m_received.erase(0, size);
    return answer;
}

bool RawClient::closedByServer(int milliseconds)
{
    return !readMore(milliseconds) && m_ended;
}

void RawClient::leave(bool reset)
{
    if (m_socket < 0)
        return;
    if (reset) {
        const linger atOnce{1, 0};
        setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    }
    close(std::exchange(m_socket, -1));
}

bool RawClient::readMore(int milliseconds)
{
    pollfd watched{m_socket, POLLIN, 0};
    if (m_socket < 0 || poll(&watched, 1, milliseconds) != 1)
        return false;
    std::array<char, 65536> bytes;
    const ssize_t count = recv(m_socket, bytes.data(), bytes.size(), 0);
    m_ended = count <= 0;
    if (count > 0)
        m_received.append(bytes.data(), static_cast<std::size_t>(count));
    return count > 0;
}

int statusOf(const std::string& answer)
{
    return answer.starts_with("HTTP/1.1 ") ? std::atoi(answer.c_str() + 9) : 0;
}

std::string bodyOf(const std::string& answer)
{
    const std::size_t end = answer.find("\r\n\r\n");
    return end == std::string::npos ? std::string() : answer.substr(end + 4);
}

} // namespace overlap::tests
