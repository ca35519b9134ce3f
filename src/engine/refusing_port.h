// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace overlap::engine {

/// A port of 127.0.0.1 that refuses every connection for as long as this object lives: it is taken, so that
/// nobody else can begin to listen there, and does not listen itself.
class RefusingPort
{
public:
    /// Throws Error where no port can be had.
    RefusingPort();
    ~RefusingPort();
    RefusingPort(const RefusingPort&) = delete;
    RefusingPort& operator=(const RefusingPort&) = delete;

    /// "http://127.0.0.1:PORT"
    const std::string& url() const noexcept { return m_url; }

private:
    int m_socket;
    std::string m_url;
};

} // namespace overlap::engine
