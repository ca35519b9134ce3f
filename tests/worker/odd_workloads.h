// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workload.h"

#include <string>
#include <vector>

namespace overlap::testing {

/// "acts": items are objects {"do": …, "n": …} that stage 0 carries out in the worker process, whichever
/// process that is:
///   "nothing"  null                          "pid"     the process's pid
///   "echo"     n bytes, each of them 'x'     "wait"    n ms (a simulated wait)
///   "spin"     n ms of computing             "throw"   an exception
///   "exit"     _exit(n)                      "signal"  the signal n at itself
///   "hang"     computes for ever             "garbage" n bytes of nonsense on the socket
///   "hangup"   closes the socket, lives on   "memory"  n MB of memory, touched
///   "fork"     leaves a child that holds everything open for n ms, then _exit(3)
/// The same acts as "decode" and "encode" in place of "do" happen while the item is decoded, or its result
/// encoded, in overlap-test-worker.
/// `parameters` is {"items": [...]}.
core::WorkloadDescriptor actsWorkload();

/// {"do": act, "n": n}
core::Value act(const char* phase, const std::string& what, std::int64_t n = 0);
core::Value actsParameters(std::vector<core::Value> items);

/// Carries one act out; what it gives, if it returns at all.
core::Value carryOut(const std::string& what, std::int64_t n);

} // namespace overlap::testing
