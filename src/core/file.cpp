// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/file.h"

#include "core/message.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace overlap::core {

namespace {

class Descriptor
{
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor() { close(); }
    Descriptor(Descriptor&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    int get() const { return m_fd; }
    int close()
    {
        const int fd = std::exchange(m_fd, -1);
        return fd < 0 ? 0 : ::close(fd);
    }

private:
    int m_fd;
};

std::string reason(int code)
{
    char buffer[128];
    return strerror_r(code, buffer, sizeof buffer);
}

[[noreturn]] void failReading(const std::filesystem::path& path, int code)
{
    throw Error(Message(OVERLAP_TR_NOOP("Messages", "the file cannot be read: %1"), {reason(code)}),
                path.string());
}

} // namespace

std::string readFile(const std::filesystem::path& path, std::size_t maximumBytes)
{
    const auto requireRegular = [&](const struct stat& info) {
        if (S_ISDIR(info.st_mode))
            throw Error(Message(OVERLAP_TR_NOOP("Messages", "this is a folder, not a file")), path.string());
        if (!S_ISREG(info.st_mode))
            throw Error(Message(OVERLAP_TR_NOOP("Messages", "this is not a regular file")), path.string());
    };
    // Looked at before it is opened, because opening a device can have effects; and again afterwards, because
    // the name may lead elsewhere by then.
    struct stat info
    {};
    if (::stat(path.c_str(), &info) != 0)
        failReading(path, errno);
    requireRegular(info);
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (file.get() < 0 || fstat(file.get(), &info) != 0)
        failReading(path, errno);
    requireRegular(info);
    if (static_cast<std::uint64_t>(info.st_size) > maximumBytes) {
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "the file has %1 bytes; at most %2 are read"),
                            {std::to_string(info.st_size), std::to_string(maximumBytes)}),
                    path.string());
    }
    // One byte more than there should be tells a file that grows meanwhile.
    std::string bytes(static_cast<std::size_t>(info.st_size) + 1, '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t got = ::read(file.get(), bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            failReading(path, errno);
        if (got == 0)
            break;
        filled += static_cast<std::size_t>(got);
    }
    if (filled + 1 != bytes.size())
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "the file changed while it was read")),
                    path.string());
    bytes.resize(filled);
    return bytes;
}

namespace {

/// A new empty file beside `target`, with the mode that the user's mask leaves; its name goes to `name`.
Descriptor createBeside(const std::filesystem::path& target, std::string& name)
{
    for (int attempt = 0; attempt < 100; ++attempt) {
        name = target.string() + "." + std::to_string(::getpid()) + "-" + std::to_string(attempt) + ".part";
        const int fd = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd >= 0 || errno != EEXIST)
            return Descriptor(fd);
    }
    return Descriptor(-1);
}

} // namespace

void writeFile(const std::filesystem::path& path, std::string_view bytes)
{
    const auto fail = [&](int code) {
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "the file cannot be written (%1 bytes): %2"),
                            {std::to_string(bytes.size()), reason(code)}),
                    path.string());
    };
    // What a link points to is replaced, not the link. A device such as /dev/full cannot be replaced by
    // renaming; it is written in place.
    struct stat info
    {};
    const bool exists = ::stat(path.c_str(), &info) == 0;
    const bool replaces = !exists || S_ISREG(info.st_mode);
    std::error_code unresolved;
    std::filesystem::path target = exists ? std::filesystem::canonical(path, unresolved) : path;
    if (unresolved)
        target = path;
    std::string name = target.string();
    Descriptor file =
        replaces ? createBeside(target, name) : Descriptor(::open(name.c_str(), O_WRONLY | O_CLOEXEC));
    if (file.get() < 0)
        fail(errno);
    const auto abandon = [&](int code) {
        if (replaces)
            ::unlink(name.c_str());
        fail(code);
    };
    std::size_t written = 0;
    while (written < bytes.size()) {
        const ssize_t put = ::write(file.get(), bytes.data() + written, bytes.size() - written);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            abandon(errno);
        written += static_cast<std::size_t>(put);
    }
    if (!replaces) {
        if (file.close() != 0)
            fail(errno);
        return;
    }
    if ((exists && fchmod(file.get(), info.st_mode & 07777) != 0) || fsync(file.get()) != 0 ||
        file.close() != 0)
        abandon(errno);
    if (::rename(name.c_str(), target.c_str()) != 0)
        abandon(errno);
}

} // namespace overlap::core
