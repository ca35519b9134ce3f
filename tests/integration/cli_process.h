// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"
#include "support/temp_folder.h"

#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace overlap::testing {

struct CliOutcome
{
    int code = -1; ///< 128 + the signal where one ended it
    std::string out;
    std::string err;
};

/// The real overlap-cli of this build tree as a child process, its output kept in files.
class CliProcess
{
public:
    /// `output` replaces the file for standard output, such as /dev/full.
    explicit CliProcess(std::vector<std::string> arguments, const std::string& output = {});
    ~CliProcess();
    CliProcess(const CliProcess&) = delete;
    CliProcess& operator=(const CliProcess&) = delete;

    pid_t pid() const { return m_pid; }
    void signal(int number) const;
    /// Waits for the end; kills it after the patience, which then shows in the code.
    CliOutcome wait(core::Nanoseconds patience = 60 * core::nanosecondsPerSecond);

private:
    TempFolder m_folder;
    pid_t m_pid = -1;
    std::optional<CliOutcome> m_outcome;
};

CliOutcome runCli(std::vector<std::string> arguments);

} // namespace overlap::testing
