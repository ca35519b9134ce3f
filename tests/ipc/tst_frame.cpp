// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/frame.h"

#include "ipc/descriptor.h"
#include "support/census.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace overlap;
using ipc::Frame;
using ipc::FrameReader;
using ipc::FrameType;

namespace {

std::string frameOf(FrameType type, std::string_view payload)
{
    std::string out;
    const std::size_t at = ipc::beginFrame(out);
    out += payload;
    ipc::endFrame(out, at, type);
    return out;
}

/// The stream of bytes that a FrameReader reads from.
class Frames : public ::testing::Test
{
protected:
    Frames()
    {
        int ends[2];
        EXPECT_EQ(pipe2(ends, O_CLOEXEC | O_NONBLOCK), 0);
        m_read = ipc::Descriptor(ends[0]);
        m_write = ipc::Descriptor(ends[1]);
    }

    void feed(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const ssize_t sent = write(m_write.get(), bytes.data(), bytes.size());
            if (sent > 0)
                bytes.remove_prefix(static_cast<std::size_t>(sent));
            else
                ASSERT_GT(reader.readFrom(m_read.get()), 0);
        }
        while (reader.readFrom(m_read.get()) > 0) {
        }
    }

    std::vector<std::pair<FrameType, std::string>> frames()
    {
        std::vector<std::pair<FrameType, std::string>> all;
        while (const auto frame = reader.next())
            all.emplace_back(frame->type, frame->payload);
        return all;
    }

    FrameReader reader;
    ipc::Descriptor m_read;
    ipc::Descriptor m_write;
};

using Listed = std::vector<std::pair<FrameType, std::string>>;

} // namespace

TEST_F(Frames, WhatWasSentTogetherComesOutOneByOne)
{
    feed(frameOf(FrameType::hello, "") + frameOf(FrameType::done, "abc") +
         frameOf(FrameType::task, std::string(3, '\0')));
    EXPECT_EQ(
        frames(),
        (Listed{{FrameType::hello, ""}, {FrameType::done, "abc"}, {FrameType::task, std::string(3, '\0')}}));
    EXPECT_FALSE(reader.inFrame());
}

TEST_F(Frames, ByteByByteTheyComeOutTheSame)
{
    const std::string first = frameOf(FrameType::done, "first");
    const std::string bytes = first + frameOf(FrameType::failed, "second");
    Listed all;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        feed(std::string_view(bytes).substr(i, 1));
        for (auto& frame : frames())
            all.push_back(std::move(frame));
        EXPECT_EQ(reader.inFrame(), i + 1 != first.size() && i + 1 != bytes.size()) << i;
    }
    EXPECT_EQ(all, (Listed{{FrameType::done, "first"}, {FrameType::failed, "second"}}));
}

TEST_F(Frames, AroundEveryBufferSizeNothingIsLost)
{
    std::string bytes;
    Listed expected;
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{1}, std::size_t{131'072 - 12}, std::size_t{131'072},
          std::size_t{262'144 - 12}, std::size_t{262'144 - 13}, std::size_t{262'144 - 11},
          std::size_t{262'145}, std::size_t{5'000'000}, std::size_t{7}}) {
        std::string payload(size, '\0');
        for (std::size_t i = 0; i < size; ++i)
            payload[i] = static_cast<char>(i * 31 + size);
        bytes += frameOf(FrameType::done, payload);
        expected.emplace_back(FrameType::done, payload);
    }
    feed(bytes);
    EXPECT_EQ(frames(), expected);
}

TEST_F(Frames, TheEndOfTheStreamIsTold)
{
    feed(frameOf(FrameType::done, "whole") + frameOf(FrameType::done, "cut").substr(0, 14));
    m_write.reset();
    EXPECT_EQ(reader.readFrom(m_read.get()), 0);
    EXPECT_EQ(frames(), (Listed{{FrameType::done, "whole"}}));
    EXPECT_TRUE(reader.inFrame()) << "a short frame stays one";
    EXPECT_EQ(reader.next(), std::nullopt);
    EXPECT_EQ(reader.readFrom(-1), -1);
    EXPECT_EQ(errno, EBADF);
}

TEST_F(Frames, WhatIsNoFrameIsRefused)
{
    const std::string good = frameOf(FrameType::done, "abc");
    const auto with = [&](std::size_t at, std::string_view bytes) {
        std::string damaged = good;
        damaged.replace(at, bytes.size(), bytes);
        return damaged;
    };
    const std::pair<std::string, const char*> cases[] = {
        {with(0, "X"), "what came is no message of a worker"},
        {std::string(12, '\0'), "what came is no message of a worker"},
        {"HTTP/1.1 200 OK", "what came is no message of a worker"},
        {with(8, "\xFF\xFF\xFF\xFF"), "what came is no message of a worker"},
        {with(2, std::string_view("\2\0", 2)), "the worker program belongs to another version of Overlap"},
        {with(2, std::string_view("\0\0", 2)), "the worker program belongs to another version of Overlap"},
    };
    for (const auto& [bytes, sentence] : cases) {
        FrameReader fresh;
        ASSERT_EQ(write(m_write.get(), bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
        ASSERT_GT(fresh.readFrom(m_read.get()), 0);
        try {
            fresh.next();
            ADD_FAILURE() << "taken";
        } catch (const core::Error& error) {
            EXPECT_STREQ(error.what(), sentence);
        }
    }
}

TEST_F(Frames, APromisedLengthTakesNoMemory)
{
    std::string header = frameOf(FrameType::done, "");
    const std::uint32_t gigabyte = ipc::largestFrame;
    std::memcpy(header.data() + 8, &gigabyte, sizeof gigabyte);
    const std::size_t before = overlap::testing::residentBytes();
    feed(header + "abc");
    EXPECT_EQ(reader.next(), std::nullopt);
    EXPECT_TRUE(reader.inFrame());
#ifndef OVERLAP_SANITIZED
    EXPECT_LT(overlap::testing::residentBytes(), before + 4'000'000);
#endif
}

TEST_F(Frames, AFrameThatCannotBeFilledLeavesNothing)
{
    std::string out = "before";
    EXPECT_THROW(ipc::appendFrame(out, FrameType::done,
                                  [](ipc::WireWriter& writer) {
                                      writer.bytes("half");
                                      throw std::runtime_error("as asked");
                                  }),
                 std::runtime_error);
    EXPECT_EQ(out, "before");
    ipc::appendFrame(out, FrameType::done, [](ipc::WireWriter& writer) { writer.number('x'); });
    EXPECT_EQ(out, "before" + frameOf(FrameType::done, "x"));
}
