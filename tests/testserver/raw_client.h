// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace overlap::tests {

/// A TCP connection to 127.0.0.1 that sends exactly what it is told, so a test can say what no proper client
/// says. Every wait is bounded; what times out comes back as an empty text.
class RawClient
{
public:
    explicit RawClient(std::uint16_t port);
    ~RawClient();
    RawClient(RawClient&& other) noexcept;
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    bool connected() const noexcept { return m_socket >= 0; }
    bool send(const std::string& bytes);
    /// "GET target HTTP/1.1" with the right Host and `headers` (each line with its line end).
    bool get(const std::string& target, const std::string& headers = {});
    /// One answer with a Content-Length, header and body. `bodiless` for answers to HEAD.
    std::string receive(bool bodiless = false);
    /// True where the server closes within the time and sends nothing more.
    bool closedByServer(int milliseconds);
    /// Leaves at once; with `reset` by RST rather than FIN.
    void leave(bool reset = false);

private:
    bool readMore(int milliseconds);

    std::uint16_t m_port;
    int m_socket = -1;
    bool m_ended = false;
    std::string m_received;
};

/// The status of an answer; 0 where it is none.
int statusOf(const std::string& answer);
std::string bodyOf(const std::string& answer);

} // namespace overlap::tests
