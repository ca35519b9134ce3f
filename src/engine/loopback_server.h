// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/paths.h"
#include "ipc/launcher.h"

#include <string>

namespace overlap::engine {

/// The program's own HTTP server for as long as this object lives: a child process on 127.0.0.1 and a free
/// port.
class LoopbackServer
{
public:
    /// Throws Error where it does not come up within 5 s. `timeScale` multiplies its delays.
    LoopbackServer(ipc::Launcher& launcher, const core::Paths& paths, double timeScale);
    ~LoopbackServer();

    /// "http://127.0.0.1:PORT"
    const std::string& url() const noexcept { return m_url; }

private:
    ipc::ChildProcess m_child;
    std::string m_url;
};

} // namespace overlap::engine
