// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/byte_stream.h"

#include "core/message.h"
#include "core/text.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace overlap::core {

namespace {

std::string reason(int code)
{
    char buffer[128];
    return strerror_r(code, buffer, sizeof buffer);
}

[[noreturn]] void failReading(const std::string& path, int code)
{
    throw Error(Message(OVERLAP_TR_NOOP("Messages", "the file cannot be read: %1"), {reason(code)}), path);
}

void requireRegular(const struct stat& info, const std::string& path)
{
    if (S_ISDIR(info.st_mode))
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "this is a folder, not a file")), path);
    if (!S_ISREG(info.st_mode))
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "this is not a regular file")), path);
}

} // namespace

FileSource::FileSource(const std::filesystem::path& path) : m_name(path.string())
{
    // Looked at before it is opened, because opening a device can have effects; and again afterwards, because
    // the name may lead elsewhere by then.
    struct stat info
    {};
    if (::stat(path.c_str(), &info) != 0)
        failReading(m_name, errno);
    requireRegular(info, m_name);
    m_file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (m_file < 0)
        failReading(m_name, errno);
    try {
        if (fstat(m_file, &info) != 0)
            failReading(m_name, errno);
        requireRegular(info, m_name);
    } catch (...) {
        ::close(m_file);
        throw;
    }
    m_size = static_cast<std::uint64_t>(info.st_size);
}

FileSource::~FileSource()
{
    ::close(m_file);
}

std::size_t FileSource::read(char* into, std::size_t count)
{
    std::size_t filled = 0;
    while (filled < count) {
        const ssize_t got = ::read(m_file, into + filled, count - filled);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            failReading(m_name, errno);
        if (got == 0)
            break;
        filled += static_cast<std::size_t>(got);
    }
    return filled;
}

std::size_t MemorySource::read(char* into, std::size_t count)
{
    const std::size_t got = std::min(count, m_bytes.size() - m_at);
    std::memcpy(into, m_bytes.data() + m_at, got);
    m_at += got;
    return got;
}

namespace {

[[noreturn]] void failWriting(const std::filesystem::path& path, std::uint64_t bytes, int code)
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
int createBeside(const std::filesystem::path& target, std::string& name)
{
    const std::string prefix =
        (target.parent_path() / temporaryPrefix).string() + std::to_string(::getpid()) + "-";
    static std::atomic<unsigned> next = 0;
    for (int attempt = 0; attempt < 100; ++attempt) {
        name = prefix + std::to_string(next++) + std::string(temporarySuffix);
        const int fd = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    return -1;
}

/// Where links lead, also where nothing is there yet. Throws Error for a loop.
std::filesystem::path followLinks(const std::filesystem::path& path, std::uint64_t bytes)
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

} // namespace

FileSink::FileSink(std::filesystem::path path, std::uint64_t expectedBytes)
    : m_path(std::move(path))
    , m_expected(expectedBytes)
{
    struct stat info
    {};
    const bool exists = ::stat(m_path.c_str(), &info) == 0;
    if (!exists && errno != ENOENT)
        fail(errno);
    if (exists && !S_ISREG(info.st_mode)) {
        openInPlace();
        return;
    }
    // Renaming asks only the folder, but whoever protects a file means it.
    if (exists && ::access(m_path.c_str(), W_OK) != 0)
        fail(errno);
    // What a link points to is replaced, not the link.
    m_target = followLinks(m_path, m_expected);
    if (!m_target.has_filename())
        fail(m_target.empty() ? ENOENT : EISDIR);
    removeStrays(m_target.has_parent_path() ? m_target.parent_path() : ".");
    m_file = createBeside(m_target, m_temporary);
    if (m_file < 0) {
        m_temporary.clear();
        fail(errno);
    }
    m_replaces = exists;
    m_mode = info.st_mode & 07777;
}

FileSink::~FileSink()
{
    if (m_file >= 0)
        ::close(m_file);
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
}

/// Devices and pipes cannot be replaced by renaming.
void FileSink::openInPlace()
{
    // Opened so, a pipe that nobody reads is an error; otherwise opening would wait for a reader.
    m_file = ::open(m_path.c_str(), O_WRONLY | O_CLOEXEC | O_NONBLOCK);
    if (m_file < 0 && errno == ENXIO) {
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "the file cannot be written (%1 bytes): nobody reads "
                                                        "from this pipe or socket"),
                            {std::to_string(m_expected)}),
                    m_path.string());
    }
    if (m_file < 0)
        fail(errno);
    ::fcntl(m_file, F_SETFL, 0); // writing may wait again
}

void FileSink::fail(int code)
{
    failWriting(m_path, std::max(m_expected, m_written), code);
}

void FileSink::write(std::string_view bytes)
{
    m_written += bytes.size();
    while (!bytes.empty()) {
        const ssize_t put = ::write(m_file, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            fail(errno);
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
}

void FileSink::commit()
{
    const bool inPlace = m_temporary.empty();
    if (!inPlace && ((m_replaces && ::fchmod(m_file, m_mode) != 0) || ::fsync(m_file) != 0))
        fail(errno);
    if (::close(std::exchange(m_file, -1)) != 0)
        fail(errno);
    if (!inPlace) {
        if (::rename(m_temporary.c_str(), m_target.c_str()) != 0)
            fail(errno);
        m_temporary.clear();
    }
}

} // namespace overlap::core
