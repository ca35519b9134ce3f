// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/frame.h"

#include "core/message.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <new>
#include <unistd.h>

namespace overlap::ipc {

namespace {

struct Header
{
    std::uint16_t magic = 0;
    std::uint16_t version = 0;
    std::uint16_t type = 0;
    std::uint16_t reserved = 0;
    std::uint32_t length = 0;
};
static_assert(sizeof(Header) == 12);

constexpr std::uint16_t magic = 0x564F; // "OV"
constexpr std::size_t readAtOnce = 256 * 1024;

[[noreturn]] void refuse()
{
    throw core::Error(core::Message(OVERLAP_TR_NOOP("Messages", "what came is no message of a worker")));
}

} // namespace

std::size_t beginFrame(std::string& out)
{
    const std::size_t at = out.size();
    out.append(sizeof(Header), '\0');
    return at;
}

void endFrame(std::string& out, std::size_t at, FrameType type)
{
    const std::size_t length = out.size() - at - sizeof(Header);
    if (length > largestFrame) {
        throw core::Error(core::Message(
            OVERLAP_TR_NOOP("Messages", "%1 MB are too much for another process; at most %2 MB are sent"),
            {core::Figure(std::to_string(length / 1'000'000)),
             core::Figure(std::to_string(largestFrame / 1'000'000))}));
    }
    const Header header{magic, wireVersion, static_cast<std::uint16_t>(type), 0,
                        static_cast<std::uint32_t>(length)};
    std::memcpy(out.data() + at, &header, sizeof header);
}

void FrameReader::Free::operator()(char* memory) const noexcept
{
    std::free(memory);
}

void FrameReader::resize(std::size_t size)
{
    char* const old = m_buffer.release();
    auto* const grown = static_cast<char*>(std::realloc(old, size));
    m_buffer.reset(grown ? grown : old);
    if (!grown)
        throw std::bad_alloc();
    m_size = size;
}

long FrameReader::readFrom(int fd)
{
    // What was handed out is forgotten first, so the buffer holds at most the beginning of a frame.
    if (m_taken > 0) {
        std::memmove(m_buffer.get(), m_buffer.get() + m_taken, m_filled - m_taken);
        m_filled -= m_taken;
        m_taken = 0;
    }
    // It grows with what came, not with what a length promises: a worker that went astray promises gigabytes.
    if (m_size - m_filled < readAtOnce / 2)
        resize(std::max(m_size * 2, readAtOnce));
    else if (m_filled == 0 && m_size > 16 * readAtOnce)
        resize(readAtOnce);
    long got = 0;
    do {
        got = ::read(fd, m_buffer.get() + m_filled, m_size - m_filled);
    } while (got < 0 && errno == EINTR);
    if (got > 0)
        m_filled += static_cast<std::size_t>(got);
    return got;
}

std::optional<Frame> FrameReader::next()
{
    if (m_filled - m_taken < sizeof(Header))
        return std::nullopt;
    Header header;
    std::memcpy(&header, m_buffer.get() + m_taken, sizeof header);
    if (header.magic != magic || header.length > m_largest)
        refuse();
    if (header.version != wireVersion) {
        throw core::Error(core::Message(
            OVERLAP_TR_NOOP("Messages", "the worker program belongs to another version of Overlap")));
    }
    if (m_filled - m_taken - sizeof(Header) < header.length)
        return std::nullopt;
    const std::string_view payload(m_buffer.get() + m_taken + sizeof(Header), header.length);
    m_taken += sizeof(Header) + header.length;
    return Frame{static_cast<FrameType>(header.type), payload};
}

} // namespace overlap::ipc
