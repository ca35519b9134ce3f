// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/refusing_port.h"

#include "core/message.h"

#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace overlap::engine {

RefusingPort::RefusingPort() : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const generic = reinterpret_cast<sockaddr*>(&address);
    if (m_socket < 0 || ::bind(m_socket, generic, size) != 0 ||
        ::getsockname(m_socket, generic, &size) != 0) {
        const int code = errno;
        if (m_socket >= 0)
            ::close(m_socket);
        throw core::Error(
            core::Message(OVERLAP_TR_NOOP("Messages", "no port could be had on this machine: %1"),
                          {strerrordesc_np(code)}));
    }
    m_url = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
}

RefusingPort::~RefusingPort()
{
    ::close(m_socket);
}

} // namespace overlap::engine
