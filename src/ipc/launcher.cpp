// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/launcher.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <exception>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h> // close_range, environ

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

/// What becomes of the child, all of it made before it is there.
struct Plan
{
    int input;               ///< its standard input, or -1 for none
    int output;              ///< its standard output, or -1 for none
    bool errorsToOutput;     ///< its standard error goes there, too
    std::vector<int> passed; ///< what it has as 3, 4, …; each above these numbers
    std::vector<char*> argv; ///< ends with a null pointer, as envp
    std::vector<char*> envp;
    int trouble; ///< closes at the start of the program; before, it takes an errno
    pid_t parent;
};

void closeFrom(int first) noexcept
{
    if (close_range(static_cast<unsigned>(first), ~0U, 0) == 0)
        return;
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    for (int fd = first; fd < static_cast<int>(limit.rlim_cur); ++fd)
        ::close(fd);
}

bool placeDescriptors(const Plan& plan) noexcept
{
    const int first = 3;
    int input = plan.input;
    if (input < 0)
        input = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    int output = plan.output;
    if (output < 0)
        output = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (input < 0 || output < 0 || dup2(output, 1) < 0 || dup2(input, 0) < 0)
        return false;
    if (plan.errorsToOutput && dup2(1, 2) < 0)
        return false;
    int next = first;
    for (const int own : plan.passed) {
        if (dup2(own, next++) < 0)
            return false;
    }
    return true;
}

/// In the child, in the parent's memory while that one stands still: system calls alone, nothing that
/// allocates, locks or throws. posix_spawn would do the same, but for the parent-death signal: that a child
/// could only ask for itself, and an interpreter's start-up code may sleep before it comes to that.
[[noreturn]] void becomeProgram(const Plan& plan) noexcept
{
    struct sigaction usual
    {};
    usual.sa_handler = SIG_DFL;
    for (int number = 1; number < NSIG; ++number)
        sigaction(number, &usual, nullptr);
    // A group, so that the whole of a child's family can be signalled; never a new session, in which the
    // scheduler's autogroups would lift the niceness.
    if (setpgid(0, 0) == 0 && prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid() == plan.parent &&
        placeDescriptors(plan)) {
        // Nothing but these, also of what others opened without O_CLOEXEC; the pipe for trouble goes with
        // exec.
        const int end = 3 + static_cast<int>(plan.passed.size());
        if (dup3(plan.trouble, end, O_CLOEXEC) == end) {
            closeFrom(end + 1);
            sigset_t none;
            sigemptyset(&none);
            sigprocmask(SIG_SETMASK, &none, nullptr);
            execve(plan.argv[0], plan.argv.data(), plan.envp.data());
            const int code = errno;
            [[maybe_unused]] const auto written = ::write(end, &code, sizeof code);
            _exit(127);
        }
    }
    const int code = errno;
    [[maybe_unused]] const auto written = ::write(plan.trouble, &code, sizeof code);
    _exit(127);
}

/// The child's pid; no signal may find a handler of ours in the child.
pid_t startChild(const Plan& plan) noexcept
{
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    // NOLINTNEXTLINE: why it is vfork(), becomeProgram() says
    const pid_t pid = vfork();
    if (pid == 0)
        becomeProgram(plan); // NOLINT(clang-analyzer-unix.Vfork)
    const int cause = errno;
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    errno = cause;
    return pid;
}

void reap(pid_t pid) noexcept
{
    while (waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
    }
}

ChildProcess spawnHere(const SpawnRequest& request)
{
    Pipe input;
    Pipe output;
    if (request.pipeInput)
        input = makePipe(request);
    if (request.pipeOutput)
        output = makePipe(request);

    // Copies above the numbers that the child gets, so that none is overwritten before it is passed on.
    const int end = 4 + static_cast<int>(request.descriptors.size());
    std::vector<Descriptor> copies;
    const auto copyOf = [&](int own) {
        copies.emplace_back(fcntl(own, F_DUPFD_CLOEXEC, end));
        if (!copies.back())
            fail(request, errno);
        return copies.back().get();
    };
    Pipe trouble = makePipe(request);
    std::string program = request.program.string();
    std::vector<std::string> arguments = request.arguments;
    std::vector<std::string> variables = request.environment.value_or(std::vector<std::string>{});
    Plan plan{.input = input.read ? copyOf(input.read.get()) : -1,
              .output = output.write ? copyOf(output.write.get()) : -1,
              .errorsToOutput = request.errorsToOutput,
              .passed = {},
              .argv = {program.data()},
              .envp = {},
              .trouble = copyOf(trouble.write.get()),
              .parent = getpid()};
    trouble.write.reset();
    for (const int own : request.descriptors)
        plan.passed.push_back(copyOf(own));
    for (std::string& argument : arguments)
        plan.argv.push_back(argument.data());
    plan.argv.push_back(nullptr);
    for (std::string& variable : variables)
        plan.envp.push_back(variable.data());
    for (char** variable = environ; !request.environment && *variable; ++variable)
        plan.envp.push_back(*variable);
    plan.envp.push_back(nullptr);

    const pid_t pid = startChild(plan);
    if (pid < 0)
        fail(request, errno);
    copies.clear(); // the other end of the pipe for trouble among them
    int code = 0;
    ssize_t got = 0;
    do {
        // serve() has unlocked its mutex. NOLINTNEXTLINE(clang-analyzer-unix.BlockInCriticalSection)
        got = ::read(trouble.read.get(), &code, sizeof code);
    } while (got < 0 && errno == EINTR);
    if (got == static_cast<ssize_t>(sizeof code)) {
        reap(pid);
        fail(request, code);
    }
    const int pidfd = static_cast<int>(syscall(SYS_pidfd_open, pid, 0));
    const int cause = errno;
    if (pidfd < 0) {
        // Without it nobody could wait for the child with a time limit, so it must not live.
        ::kill(-pid, SIGKILL);
        reap(pid);
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
