// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <sys/types.h>
#include <vector>

namespace overlap::tests {

/// The program overlap-testserver of this build, started and ended by this object. Its parent is the thread
/// that makes the object, which must outlive it.
class ServerProcess
{
public:
    /// Waits until the server is ready; port() is 0 where it never was. With a `script`, a shell runs that in
    /// its place and finds the program in "$0" and its options in "$@".
    explicit ServerProcess(const std::vector<std::string>& options = {}, const std::string& script = {});
    /// Ends it by closing its standard input and, where that has no effect, by SIGKILL.
    ~ServerProcess();
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    std::uint16_t port() const noexcept { return m_port; }
    std::string url(const std::string& path) const;
    /// Of the server, or of the shell.
    pid_t pid() const noexcept { return m_pid; }
    /// Everything it printed up to the end of its first line.
    const std::string& firstLine() const noexcept { return m_firstLine; }

    void closeInput();
    /// Its exit code, or minus the signal that ended it; 1000 where it still runs after that time.
    int waitForEnd(int milliseconds);

private:
    pid_t m_pid = -1;
    int m_input = -1;
    int m_output = -1;
    std::uint16_t m_port = 0;
    std::string m_firstLine;
};

struct Finished
{
    int code = 1000; ///< as waitForEnd()
    std::string output;
    std::string errors;
};

/// Runs the program with the options and an empty standard input to its end.
Finished runServer(const std::vector<std::string>& options);

std::string serverProgram();

} // namespace overlap::tests
