// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc/value_codec.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

// What the program and its worker processes say to each other on a stream socket: frames of a type and a
// length.

namespace overlap::ipc {

/// Both sides are of one build, and say so: a worker of another version is refused at its first word.
inline constexpr std::uint16_t wireVersion = 1;

/// The descriptors that a worker is started with.
inline constexpr int workerSocket = 3;
inline constexpr int workerMemory = 4; ///< its lane, laneBytes() of shared memory

enum class FrameType : std::uint16_t {
    hello = 1, ///< worker: here I am. Its pid.
    setup,     ///< to the worker: what to work on. A value, see executors/worker_setup.h.
    ready,     ///< worker: the workload is there
    refused,   ///< worker: it is not. A message.
    begin,     ///< to the worker: t = 0, and the lane is yours
    task,      ///< to the worker: item, whether the chunk ends with it, the item's value
    done,      ///< worker: item, begin, end, the result
    failed,    ///< worker: item, begin, end, cancelled or not, the message
};

/// More than this is never sent at once, nor received: a length that says so is no length.
inline constexpr std::uint32_t largestFrame = 1U << 30;

struct Frame
{
    FrameType type{};
    std::string_view payload; ///< until the next call of the FrameReader
};

/// Room for a frame behind what `out` holds; what is appended afterwards is its payload, until endFrame().
std::size_t beginFrame(std::string& out);
/// `at` is what beginFrame() returned. Throws core::Error where the payload is larger than largestFrame.
void endFrame(std::string& out, std::size_t at, FrameType type);

/// Puts a frame behind what `out` holds; `fill(WireWriter&)` writes its payload. Where it throws, or the
/// frame is too large, `out` is as before.
template <class Fill>
void appendFrame(std::string& out, FrameType type, Fill&& fill)
{
    const std::size_t at = beginFrame(out);
    try {
        WireWriter writer(out);
        fill(writer);
        endFrame(out, at, type);
    } catch (...) {
        out.resize(at);
        throw;
    }
}

/// Cuts a stream of bytes into frames. One thread.
class FrameReader
{
public:
    /// A frame with more than `largest` bytes is none.
    explicit FrameReader(std::uint32_t largest = largestFrame) : m_largest(largest) {}

    /// Reads once from a descriptor, at most 256 KiB or what is missing of the frame that has begun. The
    /// bytes that came; 0 at the end of the stream; -1 with errno.
    long readFrom(int fd);

    /// A frame has begun and is not whole.
    bool inFrame() const noexcept { return m_filled > m_taken; }

    /// The next whole frame, or nothing until more was read. Throws core::Error where what came is no frame.
    std::optional<Frame> next();

private:
    struct Free
    {
        void operator()(char* memory) const noexcept;
    };
    void resize(std::size_t size);

    std::uint32_t m_largest;
    std::unique_ptr<char, Free> m_buffer; // grown by realloc, which moves pages and copies nothing
    std::size_t m_size = 0;
    std::size_t m_filled = 0;
    std::size_t m_taken = 0;
};

} // namespace overlap::ipc
