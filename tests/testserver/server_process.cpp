// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testserver/server_process.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

extern char** environ;

namespace overlap::tests {

namespace {

constexpr int patience = 30'000; // milliseconds; a sanitized build on a busy machine starts slowly

struct Pipe
{
    int read = -1;
    int write = -1;
    Pipe()
    {
        std::array<int, 2> ends{-1, -1};
        if (pipe2(ends.data(), O_CLOEXEC) != 0)
            std::abort();
        read = ends[0];
        write = ends[1];
    }
};

void closeOnce(int& descriptor)
{
    if (descriptor >= 0)
        close(std::exchange(descriptor, -1));
}

pid_t spawn(const std::vector<std::string>& options, const std::string& script, int input, int output,
            int errors)
{
    std::vector<std::string> words;
    if (!script.empty())
        words = {"/bin/sh", "-c", script};
    words.push_back(serverProgram());
    words.insert(words.end(), options.begin(), options.end());
    std::vector<char*> arguments;
    for (std::string& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, 0);
    posix_spawn_file_actions_adddup2(&actions, output, 1);
    if (errors >= 0)
        posix_spawn_file_actions_adddup2(&actions, errors, 2);
    pid_t pid = -1;
    if (posix_spawn(&pid, arguments[0], &actions, nullptr, arguments.data(), environ) != 0)
        pid = -1;
    posix_spawn_file_actions_destroy(&actions);
    return pid;
}

int reap(pid_t pid, int milliseconds)
{
    constexpr int stillRunning = 1000;
    const int descriptor = static_cast<int>(syscall(SYS_pidfd_open, pid, 0));
    pollfd watched{descriptor, POLLIN, 0};
    const bool ended = descriptor >= 0 && poll(&watched, 1, milliseconds) == 1;
    close(descriptor);
    int status = 0;
    if (!ended || waitpid(pid, &status, 0) != pid)
        return stillRunning;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

std::string readToEnd(int descriptor)
{
    std::string text;
    std::array<char, 4096> bytes;
    ssize_t count = 0;
    while ((count = read(descriptor, bytes.data(), bytes.size())) > 0)
        text.append(bytes.data(), static_cast<std::size_t>(count));
    return text;
}

} // namespace

std::string serverProgram()
{
    return OVERLAP_BUILD_ROOT "/libexec/overlap/overlap-testserver";
}

ServerProcess::ServerProcess(const std::vector<std::string>& options, const std::string& script)
{
    Pipe input;
    Pipe output;
    m_pid = spawn(options, script, input.read, output.write, -1);
    closeOnce(input.read);
    closeOnce(output.write);
    m_input = input.write;
    m_output = output.read;

    char c = '\0';
    pollfd watched{m_output, POLLIN, 0};
    while (c != '\n' && poll(&watched, 1, patience) == 1 && read(m_output, &c, 1) == 1)
        m_firstLine += c;
    const std::string promise = "overlap-testserver 1 ";
    if (m_firstLine.starts_with(promise))
        m_port = static_cast<std::uint16_t>(std::atoi(m_firstLine.c_str() + promise.size()));
}

ServerProcess::~ServerProcess()
{
    closeInput();
    if (m_pid > 0 && waitForEnd(patience) == 1000) {
        kill(m_pid, SIGKILL);
        waitForEnd(patience);
    }
    closeOnce(m_output);
}

std::string ServerProcess::url(const std::string& path) const
{
    return "http://127.0.0.1:" + std::to_string(m_port) + path;
}

void ServerProcess::closeInput()
{
    closeOnce(m_input);
}

int ServerProcess::waitForEnd(int milliseconds)
{
    const int code = m_pid > 0 ? reap(m_pid, milliseconds) : -1;
    if (code != 1000)
        m_pid = -1;
    return code;
}

Finished runServer(const std::vector<std::string>& options)
{
    Pipe input;
    Pipe output;
    Pipe errors;
    const pid_t pid = spawn(options, {}, input.read, output.write, errors.write);
    for (int* end : {&input.read, &input.write, &output.write, &errors.write})
        closeOnce(*end);
    Finished finished;
    finished.output = readToEnd(output.read);
    finished.errors = readToEnd(errors.read);
    finished.code = pid > 0 ? reap(pid, patience) : 1000;
    closeOnce(output.read);
    closeOnce(errors.read);
    return finished;
}

} // namespace overlap::tests
