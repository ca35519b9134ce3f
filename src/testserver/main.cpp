// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message.h"
#include "ipc/parent_death.h"
#include "testserver/options.h"
#include "testserver/process.h"
#include "testserver/server.h"

#include <csignal>
#include <iostream>

using namespace overlap;

namespace {

int serve(const testserver::Options& options)
{
    testserver::EndWatch end;
    if (!ipc::endWithParent(SIGTERM))
        return 0;
    std::signal(SIGPIPE, SIG_IGN);

    testserver::ServerSettings settings;
    settings.limits = options.limits;
    settings.connections = testserver::connectionsWithinLimits(settings.connections);
    testserver::Server server(settings);

    // Whoever started this program reads the line; the 1 is the version of this protocol.
    std::cout << "overlap-testserver 1 " << server.port() << std::endl;
    if (!std::cout)
        return 1;
    while (!end.wait(server.descriptor(), server.timeoutMilliseconds()))
        server.turn();
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    testserver::Options options;
    try {
        options = testserver::parseOptions({argv + 1, argv + argc});
    } catch (const core::Error& error) {
        std::cerr << "overlap-testserver: " << error.what() << '\n';
        return 2;
    }

    switch (options.action) {
    case testserver::Options::Action::showHelp:
        std::cout << testserver::helpText();
        return 0;
    case testserver::Options::Action::showVersion:
        std::cout << "overlap-testserver " OVERLAP_VERSION "\n";
        return 0;
    case testserver::Options::Action::serve:
        break;
    }

    try {
        return serve(options);
    } catch (const std::exception& error) {
        std::cerr << "overlap-testserver: " << error.what() << '\n';
        return 1;
    }
}
