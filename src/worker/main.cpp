// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/frame.h"
#include "ipc/parent_death.h"
#include "net/curl_fetcher.h"
#include "worker/worker.h"
#include "workloads/builtin_workloads.h"

#include <csignal>
#include <iostream>
#include <sys/stat.h>

using namespace overlap;

namespace {

/// libcurl takes milliseconds to initialise, and most workers never fetch.
core::FetcherFactory lateFetchers()
{
    return [] {
        static const net::CurlLibrary library;
        static const core::FetcherFactory make = net::curlFetcherFactory();
        return make();
    };
}

bool startedByOverlap()
{
    struct stat status = {};
    return fstat(ipc::workerSocket, &status) == 0 && S_ISSOCK(status.st_mode);
}

} // namespace

int main()
{
    if (!startedByOverlap()) {
        std::cerr << "overlap-worker: Overlap starts this program itself; there is nothing to do with it by "
                     "hand.\n";
        return 2;
    }
    if (!ipc::endWithParent(SIGKILL))
        return 0;
    return worker::runWorker({.workloads = workloads::builtinWorkloads(), .makeFetcher = lateFetchers()});
}
