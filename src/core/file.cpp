// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/file.h"

#include "core/message.h"
#include "core/text.h"

#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
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

[[noreturn]] void failWriting(const std::filesystem::path& path, std::size_t bytes, int code)
{
    throw Error(Message(OVERLAP_TR_NOOP("Messages", "the file cannot be written (%1 bytes): %2"),
                        {std::to_string(bytes), reason(code)}),
                path.string());
}

constexpr std::string_view temporaryPrefix = ".overlap-";
constexpr std::string_view temporarySuffix = ".part";

/// Removes what a writer that was killed has left in a folder: the process is gone, and a minute has passed,
/// in case it is only in another container.
void removeStrays(const std::filesystem::path& folder)
{
    std::error_code ignored;
    const auto old = std::filesystem::file_time_type::clock::now() - std::chrono::minutes(1);
    for (std::filesystem::directory_iterator entry(folder, ignored), end; !ignored && entry != end;
         entry.increment(ignored)) {
        const std::string name = entry->path().filename().string();
        if (!name.starts_with(temporaryPrefix) || !name.ends_with(temporarySuffix))
            continue;
        const auto process = integerFromText(std::string_view(name).substr(
            temporaryPrefix.size(), name.find('-', temporaryPrefix.size()) - temporaryPrefix.size()));
        std::error_code unknown;
        const auto time = std::filesystem::last_write_time(entry->path(), unknown);
        if (process && *process > 0 && ::kill(static_cast<pid_t>(*process), 0) != 0 && errno == ESRCH &&
            !unknown && time < old)
            std::filesystem::remove(entry->path(), unknown);
    }
}

/// A new empty file in the folder of `target`, with the mode that the user's mask leaves; its name goes to
/// `name`. The name is short, so that a target whose own name is as long as can be has room beside it.
Descriptor createBeside(const std::filesystem::path& target, std::string& name)
{
    const std::string prefix =
        (target.parent_path() / temporaryPrefix).string() + std::to_string(::getpid()) + "-";
    static std::atomic<unsigned> next = 0;
    for (int attempt = 0; attempt < 100; ++attempt) {
        name = prefix + std::to_string(next++) + std::string(temporarySuffix);
        const int fd = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd >= 0 || errno != EEXIST)
            return Descriptor(fd);
    }
    return Descriptor(-1);
}

/// 0, or the error.
int writeAll(int file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t put = ::write(file, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return errno;
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return 0;
}

/// Where links lead, also where nothing is there yet. Throws Error for a loop.
std::filesystem::path followLinks(const std::filesystem::path& path, std::size_t bytes)
{
    std::filesystem::path target = path;
    for (int step = 0; step < 40; ++step) { // as many as the kernel follows
        std::error_code noLink;
        const std::filesystem::path next = std::filesystem::read_symlink(target, noLink);
        if (noLink)
            return target;
        target = target.parent_path() / next; // a path from the root replaces the parent
    }
    failWriting(path, bytes, ELOOP);
}

/// Devices and pipes cannot be replaced by renaming.
void writeInPlace(const std::filesystem::path& path, std::string_view bytes)
{
    // Opened so, a pipe that nobody reads is an error; otherwise opening would wait for a reader.
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.get() < 0 && errno == ENXIO) {
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "the file cannot be written (%1 bytes): nobody reads "
                                                        "from this pipe or socket"),
                            {std::to_string(bytes.size())}),
                    path.string());
    }
    if (file.get() < 0 || ::fcntl(file.get(), F_SETFL, 0) != 0)
        failWriting(path, bytes.size(), errno);
    if (const int code = writeAll(file.get(), bytes))
        failWriting(path, bytes.size(), code);
    if (file.close() != 0)
        failWriting(path, bytes.size(), errno);
}

} // namespace

void writeFile(const std::filesystem::path& path, std::string_view bytes)
{
    struct stat info
    {};
    const bool exists = ::stat(path.c_str(), &info) == 0;
    if (!exists && errno != ENOENT)
        failWriting(path, bytes.size(), errno);
    if (exists && !S_ISREG(info.st_mode))
        return writeInPlace(path, bytes);
    // Renaming asks only the folder, but whoever protects a file means it.
    if (exists && ::access(path.c_str(), W_OK) != 0)
        failWriting(path, bytes.size(), errno);
    // What a link points to is replaced, not the link.
    const std::filesystem::path target = followLinks(path, bytes.size());
    if (!target.has_filename())
        failWriting(path, bytes.size(), target.empty() ? ENOENT : EISDIR);
    removeStrays(target.has_parent_path() ? target.parent_path() : ".");
    std::string name;
    Descriptor file = createBeside(target, name);
    if (file.get() < 0)
        failWriting(path, bytes.size(), errno);
    int code = writeAll(file.get(), bytes);
    if (code == 0 &&
        ((exists && ::fchmod(file.get(), info.st_mode & 07777) != 0) || ::fsync(file.get()) != 0 ||
         file.close() != 0 || ::rename(name.c_str(), target.c_str()) != 0))
        code = errno;
    if (code != 0) {
        ::unlink(name.c_str());
        failWriting(path, bytes.size(), code);
    }
}

} // namespace overlap::core
