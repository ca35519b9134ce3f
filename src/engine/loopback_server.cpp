// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/loopback_server.h"

#include "core/text.h"

namespace overlap::engine {

LoopbackServer::LoopbackServer(ipc::Launcher& launcher, const core::Paths& paths, double timeScale)
{
    ipc::SpawnRequest request;
    request.program = paths.testserver();
    request.arguments = {"--time-scale", core::shortNumber(timeScale)};
    request.pipeInput = true;
    request.pipeOutput = true;
    m_child = launcher.spawn(request);
    const std::string greeting = m_child.readLine(5 * core::nanosecondsPerSecond);
    const auto words = core::split(greeting, ' ');
    const bool understood = words.size() == 3 && words[0] == "overlap-testserver" && words[1] == "1" &&
                            core::integerFromText(words[2]);
    if (!understood) {
        throw core::Error(core::Message(
            OVERLAP_TR_NOOP("Messages",
                            "the server on this machine answered “%1”, which is not its greeting"),
            {greeting}));
    }
    m_url = "http://127.0.0.1:" + words[2];
}

LoopbackServer::~LoopbackServer()
{
    m_child.stop(core::nanosecondsPerSecond);
}

} // namespace overlap::engine
