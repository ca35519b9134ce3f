// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/gil_observables.h"

#include "executors/in_place_context.h"

#include <algorithm>
#include <functional>
#include <thread>

namespace overlap::executors {

using core::monotonicNow;
using core::Nanoseconds;

namespace {

/// Threads that exist before they may begin, which takes longer than what is measured.
constexpr Nanoseconds headStart = 20'000'000;

/// About 30 ns, as an instruction or two of an interpreter, then a look whether another thread asks.
void step(GilThread& thread, std::uint32_t& value)
{
    for (int i = 0; i < 24; ++i) {
        value = value * 1664525U + 1013904223U;
        asm volatile("" : "+r"(value)); // each multiplication happens
    }
    if (thread.asked()) [[unlikely]] {
        thread.release();
        thread.take();
    }
}

void compute(GilThread& thread, std::int64_t steps)
{
    std::uint32_t value = 1;
    for (std::int64_t i = 0; i < steps; ++i)
        step(thread, value);
}

void sleep(GilThread& thread, Nanoseconds until)
{
    thread.release();
    sleepUntil(until, {});
    thread.take();
}

/// Runs a body on so many threads, each with the lock from a common moment on; returns that moment.
Nanoseconds together(Gil& gil, int threads, const std::function<void(GilThread&, int)>& body)
{
    const Nanoseconds start = monotonicNow() + headStart;
    std::vector<std::jthread> running;
    for (int i = 0; i < threads; ++i) {
        running.emplace_back([&gil, &body, start, i] {
            GilThread thread(gil);
            sleep(thread, start);
            body(thread, i);
            thread.finish();
        });
    }
    running.clear();
    return start;
}

} // namespace

double computeSpeedup(const GilSetting& setting, int threads, Nanoseconds work)
{
    Gil gil(setting.interval, nullptr, setting.rules);
    const auto elapsed = [&](int at, std::int64_t steps) {
        std::vector<Nanoseconds> ends(static_cast<std::size_t>(at));
        const Nanoseconds start = together(gil, at, [&](GilThread& thread, int i) {
            compute(thread, steps);
            ends[static_cast<std::size_t>(i)] = monotonicNow();
        });
        return static_cast<double>(std::ranges::max(ends) - start);
    };
    constexpr std::int64_t trial = 200'000;
    const auto steps = static_cast<std::int64_t>(trial * static_cast<double>(work) / elapsed(1, trial));
    const double oneAfterTheOther = elapsed(1, steps * threads);
    return oneAfterTheOther / elapsed(threads, steps);
}

double sleepOverlap(const GilSetting& setting, int threads, Nanoseconds duration)
{
    Gil gil(setting.interval, nullptr, setting.rules);
    std::vector<Nanoseconds> ends(static_cast<std::size_t>(threads));
    const Nanoseconds start = together(gil, threads, [&](GilThread& thread, int i) {
        sleep(thread, monotonicNow() + duration);
        ends[static_cast<std::size_t>(i)] = monotonicNow();
    });
    return static_cast<double>(duration) * threads / static_cast<double>(std::ranges::max(ends) - start);
}

std::vector<double> sliceSeconds(const GilSetting& setting, int threads, Nanoseconds duration)
{
    Gil gil(setting.interval, nullptr, setting.rules);
    std::atomic<int> last{-1}; // atomic for rules without a lock
    std::vector<std::vector<Nanoseconds>> changes(static_cast<std::size_t>(threads));
    const Nanoseconds end = monotonicNow() + headStart + duration;
    together(gil, threads, [&](GilThread& thread, int i) {
        std::uint32_t value = 1;
        for (Nanoseconds now = monotonicNow(); now < end; now = monotonicNow()) {
            if (last.load(std::memory_order_relaxed) != i) {
                last.store(i, std::memory_order_relaxed);
                changes[static_cast<std::size_t>(i)].push_back(now);
            }
            step(thread, value);
        }
    });
    std::vector<Nanoseconds> all;
    for (const std::vector<Nanoseconds>& mine : changes)
        all.insert(all.end(), mine.begin(), mine.end());
    std::ranges::sort(all);
    std::vector<double> slices;
    for (std::size_t i = 1; i < all.size(); ++i)
        slices.push_back(core::toSeconds(all[i] - all[i - 1]));
    return slices;
}

std::vector<double> pingSeconds(const GilSetting& setting, int computing, Nanoseconds gap, int pings)
{
    Gil gil(setting.interval, nullptr, setting.rules);
    std::atomic<bool> done{false};
    std::vector<double> late;
    together(gil, computing + 1, [&](GilThread& thread, int i) {
        std::uint32_t value = 1;
        if (i < computing) {
            while (!done.load(std::memory_order_relaxed))
                step(thread, value);
            return;
        }
        for (int ping = 0; ping < pings; ++ping) {
            const Nanoseconds deadline = monotonicNow() + gap;
            sleep(thread, deadline);
            late.push_back(core::toSeconds(monotonicNow() - deadline));
        }
        done = true;
    });
    return late;
}

} // namespace overlap::executors
