// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

namespace overlap::testing {

/// Runs a test as a user whom permissions bind, in a process of its own; for a program with one thread.
inline void asOrdinaryUser(const std::function<void()>& test)
{
    std::fflush(nullptr);
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        constexpr uid_t nobody = 65534;
        if (geteuid() == 0 &&
            (setresgid(nobody, nobody, nobody) != 0 || setresuid(nobody, nobody, nobody) != 0))
            _exit(2);
        // The runtime folder of the tests belongs to who runs them, and Qt complains about a stranger's.
        char runtime[] = "/tmp/overlap-user-XXXXXX";
        if (!mkdtemp(runtime))
            _exit(2);
        setenv("XDG_RUNTIME_DIR", runtime, 1);
        test();
        std::fflush(nullptr);
        std::filesystem::remove_all(runtime);
        _exit(::testing::Test::HasFailure() ? 1 : 0);
    }
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0) << "the test as an ordinary user failed";
}

} // namespace overlap::testing
