// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a worker process may send: refused, or frames whose payloads are refused or come back the same. The
// first byte says in which pieces the stream arrives.
#include "fuzz_checks.h"
#include "ipc/descriptor.h"
#include "ipc/frame.h"

#include <algorithm>
#include <fcntl.h>
#include <unistd.h>

using namespace overlap;

namespace {

void checkValue(std::string_view payload)
{
    try {
        ipc::WireReader reader(payload);
        const core::Value value = reader.value();
        reader.finish();
        // Not compared with the payload: any byte but 0 is true, and NaN is equal to nothing.
        std::string written;
        ipc::WireWriter(written).value(value);
        OVERLAP_FUZZ_CHECK(written.size() == payload.size());
        ipc::WireReader again(written);
        std::string twice;
        ipc::WireWriter(twice).value(again.value());
        OVERLAP_FUZZ_CHECK(twice == written);
    } catch (const core::Error& error) {
        fuzz::checkSentence(error.what());
    }
}

void checkMessage(std::string_view payload)
{
    try {
        ipc::WireReader reader(payload);
        const core::Message message = reader.message();
        reader.finish();
        std::string written;
        ipc::WireWriter(written).message(message);
        ipc::WireReader again(written);
        OVERLAP_FUZZ_CHECK(again.message() == message);
    } catch (const core::Error& error) {
        fuzz::checkSentence(error.what());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::size_t piece = 1 + data[0] * 17U;
    const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
    checkValue(bytes);
    checkMessage(bytes);
    int ends[2];
    OVERLAP_FUZZ_CHECK(pipe2(ends, O_CLOEXEC | O_NONBLOCK) == 0);
    const ipc::Descriptor read(ends[0]);
    const ipc::Descriptor write(ends[1]);
    ipc::FrameReader frames;
    try {
        std::size_t payloads = 0;
        for (std::size_t at = 0; at < bytes.size(); at += piece) {
            const std::string_view part = bytes.substr(at, piece);
            OVERLAP_FUZZ_CHECK(::write(write.get(), part.data(), part.size()) ==
                               static_cast<ssize_t>(part.size()));
            OVERLAP_FUZZ_CHECK(frames.readFrom(read.get()) == static_cast<long>(part.size()));
            while (const auto frame = frames.next()) {
                payloads += frame->payload.size();
                OVERLAP_FUZZ_CHECK(payloads <= bytes.size());
                checkValue(frame->payload);
                checkMessage(frame->payload);
            }
        }
    } catch (const core::Error& error) {
        fuzz::checkSentence(error.what());
    }
    return 0;
}
