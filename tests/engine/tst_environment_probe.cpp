// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/environment_probe.h"

#include <gtest/gtest.h>
#include <sched.h>
#include <thread>

using namespace overlap;

namespace {

int affinityCores()
{
    cpu_set_t set;
    CPU_ZERO(&set);
    EXPECT_EQ(sched_getaffinity(0, sizeof set, &set), 0);
    return CPU_COUNT(&set);
}

} // namespace

TEST(EnvironmentProbe, CoresFollowTheAffinity)
{
    EXPECT_GE(engine::usableCores(), 1);
    EXPECT_LE(engine::usableCores(), affinityCores());
    // On a thread of its own: the affinity belongs to the thread.
    std::thread([] {
        cpu_set_t all;
        CPU_ZERO(&all);
        ASSERT_EQ(sched_getaffinity(0, sizeof all, &all), 0);
        int first = 0;
        while (!CPU_ISSET(first, &all))
            ++first;
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(first, &one);
        ASSERT_EQ(sched_setaffinity(0, sizeof one, &one), 0);
        EXPECT_EQ(engine::usableCores(), 1);
        EXPECT_EQ(engine::probeEnvironment().cores, 1);
    }).join();
}

TEST(EnvironmentProbe, TellsTheMachineAndTheBuild)
{
    const core::Environment environment = engine::probeEnvironment();
    EXPECT_EQ(environment.program, "Overlap " OVERLAP_VERSION);
    EXPECT_TRUE(environment.kernel.starts_with("Linux "));
    EXPECT_FALSE(environment.glibc.empty());
    EXPECT_GT(environment.memoryBytes, 64 * 1024 * 1024);
    EXPECT_GE(environment.onlineCpus, environment.cores);
    EXPECT_GT(environment.clockReadNanoseconds, 0);
    EXPECT_GT(environment.recordNanoseconds, 0);
    EXPECT_FALSE(environment.affinity.empty());
    EXPECT_NE(environment.compilerFlags.find("-"), std::string::npos);
    EXPECT_TRUE(environment.libraries.starts_with("libcurl/")) << environment.libraries;
    EXPECT_TRUE(environment.tickHz == 100 || environment.tickHz == 250 || environment.tickHz == 300 ||
                environment.tickHz == 1000)
        << environment.tickHz;
    EXPECT_GE(environment.addressRandomization, -1);
    EXPECT_LE(environment.stealShare, 1);
    EXPECT_EQ(environment.date.size(), 20u);
    EXPECT_EQ(environment.date.back(), 'Z');
#ifdef OVERLAP_SANITIZED
    EXPECT_FALSE(environment.measurable) << "a sanitizer build is not for measurement";
#endif
}
