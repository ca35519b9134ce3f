// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the steps of the lock add up to: the observables by which CPython is known, each with a check, and for
// each rule that could be left out a check that notices. Where waits are too short the checks complain
// whatever else the machine does; that they are too long is said only of a machine that had nothing else to
// do, after two more tries.
#include "executors/gil_observables.h"

#include "support/gate.h"
#include "support/machine_watch.h"

#include <algorithm>
#include <dlfcn.h>
#include <gtest/gtest.h>
#include <sstream>

using namespace overlap;
using namespace overlap::core;
using namespace overlap::executors;
using overlap::testing::MachineWatch;
using overlap::testing::Watchdog;

#ifndef OVERLAP_SANITIZED

namespace {

constexpr Nanoseconds ms = 1'000'000;

/// A wall clock that somebody sets again and again: it goes three times as fast as time does.
constexpr Nanoseconds wallClockSpeed = 3;

using ClockGettime = int (*)(clockid_t, timespec*);
using ClockWait = int (*)(pthread_cond_t*, pthread_mutex_t*, clockid_t, const timespec*);

Nanoseconds nanoseconds(const timespec& time)
{
    return static_cast<Nanoseconds>(time.tv_sec) * nanosecondsPerSecond + time.tv_nsec;
}

timespec asTimespec(Nanoseconds time)
{
    return {static_cast<std::time_t>(time / nanosecondsPerSecond),
            static_cast<long>(time % nanosecondsPerSecond)};
}

} // namespace

// In front of the C library's.
extern "C" int clock_gettime(clockid_t clock, timespec* time) noexcept
{
    static const auto real = reinterpret_cast<ClockGettime>(dlsym(RTLD_NEXT, "clock_gettime"));
    if (clock != CLOCK_REALTIME)
        return real(clock, time);
    const int result = real(CLOCK_MONOTONIC, time);
    *time = asTimespec(nanoseconds(*time) * wallClockSpeed);
    return result;
}

extern "C" int pthread_cond_clockwait(pthread_cond_t* condition, pthread_mutex_t* mutex, clockid_t clock,
                                      const timespec* until)
{
    static const auto real = reinterpret_cast<ClockWait>(dlsym(RTLD_NEXT, "pthread_cond_clockwait"));
    if (clock != CLOCK_REALTIME)
        return real(condition, mutex, clock, until);
    const timespec monotonic = asTimespec(nanoseconds(*until) / wallClockSpeed);
    return real(condition, mutex, CLOCK_MONOTONIC, &monotonic);
}

namespace {

double percent(std::vector<double> values, int share)
{
    std::ranges::sort(values);
    return values[std::min(values.size() - 1, values.size() * static_cast<std::size_t>(share) / 100)];
}

/// What is wrong with what was seen, in words; empty where all is well.
struct Complaints
{
    std::string always; ///< whatever the machine was doing
    std::string quiet;  ///< where it had nothing else to do

    bool any() const { return !always.empty() || !quiet.empty(); }

    /// Holds a figure against its bounds and prints it.
    void check(const std::string& what, double figure, double least, double most)
    {
        std::ostringstream said;
        said << what << " is " << figure << " (from " << least << " to " << most << ")\n";
        std::printf("%s", said.str().c_str());
        if (!(figure >= least))
            always += said.str();
        if (!(figure <= most))
            quiet += said.str();
    }
};

void checkComputing(Complaints& complaints, const GilSetting& setting)
{
    const double speedup = computeSpeedup(setting, 2, 100 * ms);
    complaints.check("speed-up of two that compute", speedup, 0, 1.15);
    complaints.check("what it costs them", 1 / speedup, 0, 1 / 0.75);
}

void checkSleepers(Complaints& complaints, const GilSetting& setting)
{
    for (const int threads : {2, 8, 32}) {
        const double overlap = sleepOverlap(setting, threads, 200 * ms);
        complaints.check(std::to_string(threads) + " sleepers, each part of them", threads / overlap, 0.999,
                         1.04);
    }
}

/// Two threads that compute: a slice is the interval and what the scheduler's ticks add.
void checkSlices(Complaints& complaints, const GilSetting& setting)
{
    constexpr Nanoseconds duration = 800 * ms;
    const std::vector<double> slices = sliceSeconds(setting, 2, duration);
    // Where the thread never changed there is no slice at all.
    const double mean = toSeconds(duration) / static_cast<double>(slices.size() + 1);
    complaints.check("mean slice, ms", mean * 1e3, 4.9, 14);
    if (!slices.empty())
        complaints.check("median slice, ms", percent(slices, 50) * 1e3, 4.9, 14);
}

/// Six threads: nobody is asked to let go before an interval without a switch has passed.
void checkQuiet(Complaints& complaints, GilSetting setting)
{
    setting.interval = 20 * ms;
    const std::vector<double> slices = sliceSeconds(setting, 6, 1200 * ms);
    complaints.check("one of ten slices of six, ms", percent(slices, 10) * 1e3, 18, 60);
}

/// One thread computes, another wakes: it has to wait for as long as it said, and not much longer.
void checkPing(Complaints& complaints, const GilSetting& setting, Nanoseconds interval)
{
    const Nanoseconds gap = interval < 3 * ms ? 10 * ms : 3 * interval + 5 * ms;
    const double late = percent(pingSeconds(setting, 1, gap, interval > 10 * ms ? 9 : 15), 50) * 1e3;
    const double expected = static_cast<double>(interval) / 1e6;
    complaints.check("median ping at " + std::to_string(interval / ms) + " ms, ms", late, 0.98 * expected,
                     1.15 * expected + 0.4);
}

/// Four threads compute, another wakes: whoever comes first has the lock, so some wait for many turns.
void checkCrowd(Complaints& complaints, const GilSetting& setting)
{
    const std::vector<double> late = pingSeconds(setting, 4, 15 * ms, 70);
    complaints.check("slow pings among four, times the median", percent(late, 90) / percent(late, 50), 2,
                     1e9);
}

void checkAll(Complaints& complaints, const GilSetting& setting)
{
    checkComputing(complaints, setting);
    checkSleepers(complaints, setting);
    checkSlices(complaints, setting);
    checkQuiet(complaints, setting);
    for (const Nanoseconds interval : {1 * ms, 5 * ms, 20 * ms})
        checkPing(complaints, {interval, setting.rules}, interval);
    checkCrowd(complaints, setting);
}

class GilModel : public ::testing::Test
{
protected:
    /// The check complains of the departure in one of three tries.
    template <class Check>
    void expectNoticed(const Check& check)
    {
        bool wasQuiet = false;
        for (int attempt = 0; attempt < 3; ++attempt) {
            const MachineWatch watch;
            Complaints complaints;
            check(complaints);
            if (complaints.any())
                return;
            wasQuiet = wasQuiet || !watch.disturbed();
        }
        if (!wasQuiet)
            GTEST_SKIP() << "others computed beside all three tries";
        FAIL() << "not noticed";
    }

    Watchdog watchdog{"the model of the lock", std::chrono::seconds(150)};
};

} // namespace

TEST_F(GilModel, LooksAsCPythonDoes)
{
    std::string said;
    bool wasQuiet = false;
    for (int attempt = 0; attempt < 3; ++attempt) {
        const MachineWatch watch;
        Complaints complaints;
        checkAll(complaints, {});
        ASSERT_EQ(complaints.always, "");
        if (complaints.quiet.empty())
            return;
        said += complaints.quiet;
        wasQuiet = wasQuiet || !watch.disturbed();
    }
    if (!wasQuiet)
        GTEST_SKIP() << "others computed beside all three tries:\n" << said;
    FAIL() << said;
}

// Each departure from CPython's rules, by the check that is there for it.

TEST_F(GilModel, NoticesThatNobodyIsForcedToSwitch)
{
    expectNoticed([](Complaints& found) { checkSlices(found, {5 * ms, {.forcesSwitch = false}}); });
}

TEST_F(GilModel, NoticesThatThereIsNoLock)
{
    expectNoticed([](Complaints& found) { checkPing(found, {5 * ms, {.locks = false}}, 5 * ms); });
    expectNoticed([](Complaints& found) { checkSlices(found, {5 * ms, {.locks = false}}); });
}

TEST_F(GilModel, NoticesThatTheIntervalIsIgnored)
{
    expectNoticed([](Complaints& found) { checkPing(found, {5 * ms}, 20 * ms); });
    expectNoticed([](Complaints& found) { checkPing(found, {5 * ms}, 1 * ms); });
}

TEST_F(GilModel, NoticesThatWaitersAskInSpiteOfASwitch)
{
    expectNoticed([](Complaints& found) { checkQuiet(found, {5 * ms, {.asksOnlyAfterQuiet = false}}); });
}

TEST_F(GilModel, NoticesThatTheLockIsHandedOverInOrder)
{
    expectNoticed([](Complaints& found) { checkCrowd(found, {5 * ms, {.inOrder = true}}); });
}

TEST_F(GilModel, NoticesThatTheClockIsTheOneOnTheWall)
{
    expectNoticed([](Complaints& found) { checkPing(found, {20 * ms, {.clock = CLOCK_REALTIME}}, 20 * ms); });
}

#endif

// No figure here means anything where a sanitizer slows things down; that all comes to an end does.
TEST(GilObservables, ComeToAnEnd)
{
    const Watchdog watchdog("the observables");
    const GilSetting setting{200'000};
    EXPECT_GT(computeSpeedup(setting, 3, 2'000'000), 0);
    EXPECT_GT(sleepOverlap(setting, 12, 2'000'000), 0);
    EXPECT_GT(sliceSeconds(setting, 3, 20'000'000).size(), 1u);
    EXPECT_EQ(pingSeconds(setting, 2, 1'000'000, 5).size(), 5u);
}
