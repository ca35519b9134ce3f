// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workloads/file_access.h"

#include "core/message.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace overlap::workloads {

using core::Error;
using core::Message;

namespace {

// strerror would follow the locale; a Message is English until it is translated whole.
std::string reason(int code)
{
    const char* const text = strerrordesc_np(code);
    return text ? text : "error " + std::to_string(code);
}

Error notRead(const std::string& name, int code)
{
    return Error(Message(OVERLAP_TR_NOOP("Messages", "“%1” cannot be read: %2"), {name, reason(code)}));
}

Error notWritten(const std::filesystem::path& path, int code)
{
    return Error(Message(OVERLAP_TR_NOOP("Messages", "“%1” cannot be written: %2"),
                         {visibleName(path.native()), reason(code)}));
}

/// How many bytes of well-formed UTF-8 (RFC 3629) stand at the begin of `text`; 0 where there are none.
std::size_t sequenceLength(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(0);
    if (first < 0x80)
        return 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length)
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80)
            return 0;
    }
    const unsigned second = byte(1);
    const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool surrogate = first == 0xED && second > 0x9F;
    const bool beyond = first == 0xF4 && second > 0x8F;
    const bool control = first == 0xC2 && second < 0xA0; // U+0080 to U+009F
    return overlong || surrogate || beyond || control ? 0 : length;
}

} // namespace

std::string visibleName(std::string_view name)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    while (!name.empty()) {
        const auto first = static_cast<unsigned char>(name.front());
        std::size_t length = sequenceLength(name);
        if (first < 0x20 || first == 0x7F)
            length = 0;
        if (length > 0) {
            text += name.substr(0, length);
        } else {
            text += "\\x";
            text += digits[first >> 4];
            text += digits[first & 15];
            length = 1;
        }
        name.remove_prefix(length);
    }
    return text;
}

FileReader::FileReader(const std::filesystem::path& path)
    : m_name(visibleName(path.filename().native()))
    , m_file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW))
{
    if (m_file < 0)
        throw notRead(m_name, errno);
    struct stat info
    {};
    const int failure = fstat(m_file, &info) == 0 ? 0 : errno;
    if (failure != 0 || !S_ISREG(info.st_mode)) {
        ::close(m_file);
        if (failure != 0)
            throw notRead(m_name, failure);
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "“%1” is not a regular file"), {m_name}));
    }
    m_size = static_cast<std::uint64_t>(info.st_size);
}

FileReader::~FileReader()
{
    ::close(m_file);
}

std::size_t FileReader::read(char* buffer, std::size_t capacity)
{
    while (true) {
        const ssize_t got = ::read(m_file, buffer, capacity);
        if (got >= 0)
            return static_cast<std::size_t>(got);
        if (errno != EINTR)
            throw notRead(m_name, errno);
    }
}

std::string wholeFile(const std::filesystem::path& path, std::uint64_t maximumBytes)
{
    FileReader file(path);
    if (file.size() > maximumBytes) {
        throw Error(Message(OVERLAP_TR_NOOP("Messages", "“%1” has %2 bytes; at most %3 are read"),
                            {visibleName(path.filename().native()), std::to_string(file.size()),
                             std::to_string(maximumBytes)}));
    }
    std::string bytes(file.size(), '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const std::size_t got = file.read(bytes.data() + filled, bytes.size() - filled);
        if (got == 0)
            break;
        filled += got;
    }
    bytes.resize(filled);
    return bytes;
}

void writeScratchFile(const std::filesystem::path& path, std::string_view bytes)
{
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    int failure = file < 0 ? errno : 0;
    while (failure == 0 && !bytes.empty()) {
        const ssize_t put = ::write(file, bytes.data(), bytes.size());
        if (put >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(put));
        else if (errno != EINTR)
            failure = errno;
    }
    if (file >= 0 && ::close(file) != 0 && failure == 0)
        failure = errno;
    if (failure != 0)
        throw notWritten(path, failure);
}

void makeScratchFolder(const std::filesystem::path& path)
{
    if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST)
        throw notWritten(path, errno);
}

} // namespace overlap::workloads
