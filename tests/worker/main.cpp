// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// overlap-worker with a workload that does what no workload should.
#include "ipc/parent_death.h"
#include "odd_workloads.h"
#include "worker/worker.h"

#include <csignal>

using namespace overlap;

namespace {

void actIf(const core::Value& value, const char* phase)
{
    const core::Value* what = value.find(phase);
    if (what)
        testing::carryOut(what->asString(), value.find("n")->asInteger());
}

} // namespace

int main()
{
    if (!ipc::endWithParent(SIGKILL))
        return 0;
    const std::vector<core::WorkloadDescriptor> workloads{testing::actsWorkload()};
    return worker::runWorker({.workloads = workloads,
                              .makeFetcher = {},
                              .decode =
                                  [](ipc::WireReader& in) {
                                      core::Value value = in.value();
                                      actIf(value, "decode");
                                      return value;
                                  },
                              .encode =
                                  [](ipc::WireWriter& out, const core::Value& value) {
                                      actIf(value, "encode");
                                      out.value(value);
                                  }});
}
