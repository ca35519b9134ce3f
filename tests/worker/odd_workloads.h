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
///   "mirror"   its "payload" again           "deep"    arrays within each other, n levels
///   "native"   n ms of computing without a checkpoint
///   "fds"      its descriptors, as text      "say"     n bytes on standard output
///   "promise"  begins an answer of n bytes, sends half of it at most, then _exit(3)
///   "scribble" random bytes with the seed n over its whole lane in shared memory; 0: zeros, 1: ones
/// An item may have a "payload": so many bytes of patternOf(); and an item {"unmade": true} cannot be made.
/// The same acts as "decode" and "encode" in place of "do" happen while the item is decoded, or its result
/// encoded, in overlap-test-worker.
/// `parameters` is {"items": [...]}.
core::WorkloadDescriptor actsWorkload();

/// {"do": act, "n": n}
core::Value act(const char* phase, const std::string& what, std::int64_t n = 0);
core::Value actsParameters(std::vector<core::Value> items);

/// {"do": act, "n": n, "payload": bytes}
core::Value heavyAct(const std::string& what, std::int64_t bytes, std::int64_t n = 0);
core::Value unmadeAct();

/// Bytes of every value, different at every place.
std::string patternOf(std::size_t bytes);

/// Carries one act out; what it gives, if it returns at all.
core::Value carryOut(const std::string& what, std::int64_t n);

} // namespace overlap::testing
