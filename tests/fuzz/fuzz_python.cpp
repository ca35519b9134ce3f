// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a Python may answer: refused, or something that holds of the run. The first byte says in which pieces
// the stream arrives.
#include "executors/python_protocol.h"
#include "fuzz_checks.h"
#include "ipc/descriptor.h"

#include <algorithm>
#include <fcntl.h>
#include <unistd.h>

using namespace overlap;
using executors::PythonFrame;

namespace {

const executors::PythonRun run{1000, 1'000'000, 3, 7};

void checkMessage(const core::Message& message)
{
    OVERLAP_FUZZ_CHECK(!message.id.empty());
    const std::string text = message.english();
    OVERLAP_FUZZ_CHECK(core::firstBadUtf8(text) == std::string::npos);
    OVERLAP_FUZZ_CHECK(!core::hasControlCharacters(text));
}

void checkRecords(const executors::PythonRecords& batch)
{
    OVERLAP_FUZZ_CHECK(batch.lane < run.lanes);
    core::Nanoseconds last = run.origin;
    for (const recording::Record& record : batch.records) {
        OVERLAP_FUZZ_CHECK(record.time >= last && record.time <= run.now);
        OVERLAP_FUZZ_CHECK(static_cast<std::size_t>(record.state) < core::stateCount);
        OVERLAP_FUZZ_CHECK(record.item < run.items || record.item == core::noItem);
        last = record.time;
    }
}

void checkResult(const executors::PythonResult& said)
{
    OVERLAP_FUZZ_CHECK(said.item < run.items);
    OVERLAP_FUZZ_CHECK(said.result.begin >= 0 && said.result.begin <= said.result.end);
    OVERLAP_FUZZ_CHECK(said.result.end <= said.arrived && said.arrived <= run.now - run.origin);
    if (said.result.status == core::TaskStatus::failed)
        checkMessage(said.result.error);
    else
        OVERLAP_FUZZ_CHECK(said.result.value.find("number")->isInteger());
}

void check(const ipc::Frame& frame)
{
    const std::vector<core::ResultColumn> columns{{"number", "Number", core::ParameterKind::integer}};
    try {
        switch (static_cast<PythonFrame>(frame.type)) {
        case PythonFrame::hello:
            executors::decodePythonHello(frame.payload);
            break;
        case PythonFrame::ready:
            executors::decodePythonPids(frame.payload);
            break;
        case PythonFrame::refused:
            checkMessage(executors::decodePythonSentence(frame.payload));
            break;
        case PythonFrame::records:
            checkRecords(executors::decodePythonRecords(frame.payload, run));
            break;
        case PythonFrame::result:
            checkResult(executors::decodePythonResult(frame.payload, run, columns));
            break;
        case PythonFrame::end:
            OVERLAP_FUZZ_CHECK(executors::decodePythonPeak(frame.payload) >= 0);
            break;
        default:
            break;
        }
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
    int ends[2];
    OVERLAP_FUZZ_CHECK(pipe2(ends, O_CLOEXEC | O_NONBLOCK) == 0);
    const ipc::Descriptor read(ends[0]);
    const ipc::Descriptor write(ends[1]);
    ipc::FrameReader frames(executors::largestPythonFrame);
    try {
        for (std::size_t at = 0; at < bytes.size(); at += piece) {
            const std::string_view part = bytes.substr(at, piece);
            OVERLAP_FUZZ_CHECK(::write(write.get(), part.data(), part.size()) ==
                               static_cast<ssize_t>(part.size()));
            OVERLAP_FUZZ_CHECK(frames.readFrom(read.get()) == static_cast<long>(part.size()));
            while (const auto frame = frames.next()) {
                OVERLAP_FUZZ_CHECK(frame->payload.size() <= executors::largestPythonFrame);
                check(*frame);
            }
        }
    } catch (const core::Error& error) {
        fuzz::checkSentence(error.what());
    }
    return 0;
}
