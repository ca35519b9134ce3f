// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ceiling.h"

#include "core/message.h"
#include "core/time.h"

#include <numeric>
#include <system_error>
#include <thread>
#include <vector>

namespace overlap::engine {

namespace {

constexpr core::Nanoseconds window = 80'000'000;
constexpr std::uint64_t stepsAtOnce = 16'384; // about 25 µs between two looks at the clock and the stop

/// How often stepsAtOnce fits.
std::uint64_t spinUntil(core::Nanoseconds end, const std::stop_token& stop)
{
    std::uint64_t times = 0;
    do {
        spin(stepsAtOnce);
        ++times;
    } while (core::monotonicNow() < end && !stop.stop_requested());
    return times;
}

std::uint64_t spinTogether(int threads, core::Nanoseconds duration, const std::stop_token& stop)
{
    std::vector<std::uint64_t> times(static_cast<std::size_t>(threads));
    {
        const core::Nanoseconds end = core::monotonicNow() + duration;
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < times.size(); ++i)
            others.emplace_back([&, i] { times[i] = spinUntil(end, stop); });
        times[0] = spinUntil(end, stop);
    }
    return std::accumulate(times.begin(), times.end(), std::uint64_t{0});
}

} // namespace

void spin(std::uint64_t steps)
{
    std::uint64_t value = 1;
    for (std::uint64_t i = 0; i < steps; ++i) {
        value = value * 6364136223846793005ULL + 1442695040888963407ULL;
        asm volatile("" : "+r"(value));
    }
}

std::optional<double> measureCeiling(int threads, std::stop_token stop)
{
    if (threads <= 1)
        return 1.0;
    try {
        const std::uint64_t before = spinTogether(1, window / 2, stop);
        const std::uint64_t together = spinTogether(threads, window, stop);
        const std::uint64_t after = spinTogether(1, window / 2, stop);
        if (stop.stop_requested())
            return std::nullopt;
        return static_cast<double>(together) / static_cast<double>(before + after);
    } catch (const std::system_error& error) {
        throw core::Error(core::Message(OVERLAP_TR_NOOP("Messages", "no thread can be started: %1"),
                                        {error.code().message()}));
    }
}

} // namespace overlap::engine
