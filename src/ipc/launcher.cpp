// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/launcher.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <exception>
#include <fcntl.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h> // environ

namespace overlap::ipc {

namespace {

[[noreturn]] void fail(const SpawnRequest& request, int code)
{
    char buffer[128];
    throw core::Error(core::Message(OVERLAP_TR_NOOP("Messages", "the program %1 cannot be started: %2"),
                                    {request.program.string(), strerror_r(code, buffer, sizeof buffer)}));
}

struct Pipe
{
    Descriptor read;
    Descriptor write;
};

Pipe makePipe(const SpawnRequest& request)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        fail(request, errno);
    return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

struct FileActions
{
    posix_spawn_file_actions_t value;
    FileActions() { posix_spawn_file_actions_init(&value); }
    ~FileActions() { posix_spawn_file_actions_destroy(&value); }
    FileActions(const FileActions&) = delete;
    FileActions& operator=(const FileActions&) = delete;
};

struct Attributes
{
    posix_spawnattr_t value;
    Attributes()
    {
        posix_spawnattr_init(&value);
        // A group, so that the whole of a child's family can be signalled; never a new session, in which the
        // scheduler's autogroups would lift the niceness.
        posix_spawnattr_setflags(&value,
                                 POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
        posix_spawnattr_setpgroup(&value, 0);
        sigset_t set;
        sigfillset(&set);
        posix_spawnattr_setsigdefault(&value, &set);
        sigemptyset(&set);
        posix_spawnattr_setsigmask(&value, &set);
    }
    ~Attributes() { posix_spawnattr_destroy(&value); }
    Attributes(const Attributes&) = delete;
    Attributes& operator=(const Attributes&) = delete;
};

ChildProcess spawnHere(const SpawnRequest& request)
{
    Pipe input;
    Pipe output;
    if (request.pipeInput)
        input = makePipe(request);
    if (request.pipeOutput)
        output = makePipe(request);

    FileActions actions;
    if (input.read)
        posix_spawn_file_actions_adddup2(&actions.value, input.read.get(), 0);
    else
        posix_spawn_file_actions_addopen(&actions.value, 0, "/dev/null", O_RDONLY, 0);
    if (output.write)
        posix_spawn_file_actions_adddup2(&actions.value, output.write.get(), 1);
    else
        posix_spawn_file_actions_addopen(&actions.value, 1, "/dev/null", O_WRONLY, 0);
    if (request.errorsToOutput)
        posix_spawn_file_actions_adddup2(&actions.value, 1, 2);
    // Copies above the numbers that the child gets, so that none is overwritten before it is passed on.
    std::vector<Descriptor> passed;
    const int first = 3;
    const int end = first + static_cast<int>(request.descriptors.size());
    for (const int own : request.descriptors) {
        passed.emplace_back(fcntl(own, F_DUPFD_CLOEXEC, end));
        if (!passed.back())
            fail(request, errno);
        posix_spawn_file_actions_adddup2(&actions.value, passed.back().get(),
                                         first + static_cast<int>(passed.size()) - 1);
    }
    posix_spawn_file_actions_addclosefrom_np(&actions.value,
                                             end); // also what others opened without O_CLOEXEC

    const Attributes attributes;
    std::string program = request.program.string();
    std::vector<std::string> arguments = request.arguments;
    std::vector<char*> argv{program.data()};
    for (std::string& argument : arguments)
        argv.push_back(argument.data());
    argv.push_back(nullptr);
    std::vector<std::string> variables = request.environment.value_or(std::vector<std::string>{});
    std::vector<char*> envp;
    for (std::string& variable : variables)
        envp.push_back(variable.data());
    envp.push_back(nullptr);

    pid_t pid = -1;
    const int code =
        posix_spawn(&pid, program.c_str(), &actions.value, &attributes.value, argv.data(),
                    request.environment ? envp.data() : environ);
    if (code != 0)
        fail(request, code);
    const int pidfd = static_cast<int>(syscall(SYS_pidfd_open, pid, 0));
    const int cause = errno;
    if (pidfd < 0) {
        // Without it nobody could wait for the child with a time limit, so it must not live.
        ::kill(-pid, SIGKILL);
        while (waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
        }
        fail(request, cause);
    }
    return ChildProcess(pid, Descriptor(pidfd), std::move(input.write), std::move(output.read));
}

} // namespace

Launcher::Launcher() : m_thread([this](std::stop_token stop) { serve(stop); }) {}

Launcher::~Launcher() = default;

ChildProcess Launcher::spawn(const SpawnRequest& request)
{
    Order order{request, {}, {}, false};
    std::unique_lock lock(m_mutex);
    m_orders.push_back(&order);
    m_changed.notify_all();
    // Bounded waits: glibc 2.36 can lose a wake-up (sourceware 25847).
    while (!order.finished)
        m_changed.wait_for(lock, std::chrono::seconds(1));
    if (order.error)
        std::rethrow_exception(order.error);
    return std::move(order.child);
}

void Launcher::serve(std::stop_token stop)
{
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        m_changed.wait_for(lock, stop, std::chrono::seconds(1), [this] { return !m_orders.empty(); });
        if (m_orders.empty())
            continue;
        Order& order = *m_orders.front();
        m_orders.pop_front();
        lock.unlock();
        try {
            order.child = spawnHere(order.request);
        } catch (...) {
            order.error = std::current_exception();
        }
        lock.lock();
        order.finished = true;
        m_changed.notify_all();
    }
}

} // namespace overlap::ipc
