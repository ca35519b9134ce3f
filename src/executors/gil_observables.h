// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "executors/gil.h"

#include <vector>

namespace overlap::executors {

// What anybody can see of an interpreter's lock from outside, measured on real threads under a Gil of their
// own. resources/python/gil_probe.py measures the same of a real interpreter, by the same words. Each call
// takes about as long as its arguments say, and leaves no thread behind. They measure, so nothing else should
// run beside them.

struct GilSetting
{
    core::Nanoseconds interval = 5'000'000;
    GilRules rules = {};
};

/// How much faster `threads` threads compute at once than one of them does the work of all: about 1 under a
/// lock, about the number of cores without. Each computes for about `work`.
double computeSpeedup(const GilSetting& setting, int threads, core::Nanoseconds work);

/// How many of `threads` waits of `duration` that begin together take place at once: their sum over the time
/// from the beginning to the end of the last. The threads are there beforehand.
double sleepOverlap(const GilSetting& setting, int threads, core::Nanoseconds duration);

/// Seconds from each change of the thread that computes to the next, while `threads` compute for `duration`.
std::vector<double> sliceSeconds(const GilSetting& setting, int threads, core::Nanoseconds duration);

/// Seconds from the end of a sleep to the moment at which its thread may compute, with `computing` other
/// threads that always do. `gap` is what it sleeps; where that is no longer than three intervals, a ping can
/// meet the one before.
std::vector<double> pingSeconds(const GilSetting& setting, int computing, core::Nanoseconds gap, int pings);

} // namespace overlap::executors
