// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/paths.h"

#include <gtest/gtest.h>

using overlap::core::Paths;

TEST(Paths, AreFoundFromTheRunningProgram)
{
    const Paths paths = Paths::ofThisProgram();
    EXPECT_TRUE(std::filesystem::equivalent(paths.root, OVERLAP_BUILD_ROOT));
    EXPECT_TRUE(std::filesystem::is_directory(paths.experiments()));
    EXPECT_EQ(paths.testserver(), paths.root / "libexec/overlap/overlap-testserver");
    EXPECT_EQ(paths.worker(), paths.root / "libexec/overlap/overlap-worker");
    EXPECT_EQ(paths.palette(), paths.share() / "palettes/states.json");
}

TEST(Paths, DoNotDependOnTheWorkingFolder)
{
    const auto before = std::filesystem::current_path();
    const auto root = Paths::ofThisProgram().root;
    std::filesystem::current_path("/");
    EXPECT_EQ(Paths::ofThisProgram().root, root);
    std::filesystem::current_path(before);
}
