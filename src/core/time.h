// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <ctime>

namespace overlap::core {

/// Nanoseconds on CLOCK_MONOTONIC, which all processes of one machine share. Signed: start-up lies left of
/// zero.
using Nanoseconds = std::int64_t;

inline constexpr Nanoseconds nanosecondsPerSecond = 1'000'000'000;

constexpr Nanoseconds fromSeconds(double seconds)
{
    return static_cast<Nanoseconds>(seconds * static_cast<double>(nanosecondsPerSecond) +
                                    (seconds < 0 ? -0.5 : 0.5));
}

constexpr double toSeconds(Nanoseconds time)
{
    return static_cast<double>(time) / static_cast<double>(nanosecondsPerSecond);
}

/// About 30 ns through the vDSO; any thread.
inline Nanoseconds monotonicNow() noexcept
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<Nanoseconds>(now.tv_sec) * nanosecondsPerSecond + now.tv_nsec;
}

/// CPU time of the calling thread, user and system. About 250 ns: not for use inside a task.
inline Nanoseconds threadCpuNow() noexcept
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<Nanoseconds>(now.tv_sec) * nanosecondsPerSecond + now.tv_nsec;
}

/// A simulated duration under a time scale. Scaling never pushes a wait below 5 ms, where scheduler noise
/// would drown it; a wait that is shorter than that to begin with keeps its length.
constexpr Nanoseconds scaledDuration(Nanoseconds duration, double timeScale)
{
    constexpr Nanoseconds floor = 5'000'000;
    const auto scaled = static_cast<Nanoseconds>(static_cast<double>(duration) * timeScale);
    const Nanoseconds least = duration < floor ? duration : floor;
    return scaled < least ? least : scaled;
}

} // namespace overlap::core
