// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/process_worker.h"

#include "ipc/shared_memory.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <poll.h>
#include <sys/socket.h>

namespace overlap::executors {

using core::Message;
using core::Nanoseconds;
using core::State;
using ipc::FrameType;

namespace {

/// A child that is dead or was killed is reaped at once; this long only where the kernel is busy.
constexpr Nanoseconds reapingPatience = core::nanosecondsPerSecond;

struct SocketPair
{
    ipc::Descriptor ours;
    ipc::Descriptor theirs;
};

SocketPair makeSocketPair()
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        char buffer[128];
        throw core::Error(Message(OVERLAP_TR_NOOP("Messages", "a worker process cannot be connected: %1"),
                                  {strerror_r(errno, buffer, sizeof buffer)}));
    }
    SocketPair pair{ipc::Descriptor(ends[0]), ipc::Descriptor(ends[1])};
    fcntl(pair.ours.get(), F_SETFL, O_NONBLOCK); // ours alone: each end has flags of its own
    return pair;
}

bool isTask(State state)
{
    return state == State::computing || state == State::waiting || state == State::coreWait ||
           state == State::lockWait;
}

Message sentNoAnswer(pid_t pid)
{
    return Message(OVERLAP_TR_NOOP("Messages", "the worker process %1 sent what is no answer and was ended"),
                   {std::to_string(pid)});
}

} // namespace

ProcessWorker::ProcessWorker(ipc::Launcher& launcher, const std::filesystem::path& program,
                             recording::Recorder& recorder, core::LaneIndex lane)
    : m_recorder(recorder)
    , m_lane(lane)
{
    ipc::SharedMemory shared = ipc::makeSharedMemory(recording::laneBytes(recorder.capacity()));
    m_memory = shared.memory;
    m_writer = &recorder.addLane(
        Message(OVERLAP_TR_NOOP("Lanes", "process %1"), {std::to_string(lane + 1)}).english(),
        core::LaneKind::worker, std::move(shared.memory));
    SocketPair pair = makeSocketPair();
    m_writer->enter(State::starting);
    m_child =
        launcher.spawn({.program = program, .descriptors = {pair.theirs.get(), shared.descriptor.get()}});
    m_socket = std::move(pair.ours);
}

ProcessWorker::~ProcessWorker()
{
    if (m_child.running())
        m_child.stop(0);
}

void ProcessWorker::sendSetup(const WorkerSetup& setup)
{
    ipc::appendFrame(m_out, FrameType::setup, [&](ipc::WireWriter& out) { out.value(setupToValue(setup)); });
}

void ProcessWorker::awaitReady(Nanoseconds deadline)
{
    bool ready = false;
    const auto greeted = [&](const ipc::Frame& frame) {
        if (frame.type == FrameType::refused)
            throw core::Error(ipc::WireReader(frame.payload).message());
        ready = frame.type == FrameType::ready;
    };
    while (!ready) {
        const Nanoseconds left = deadline - core::monotonicNow();
        if (left <= 0) {
            throw core::Error(
                Message(OVERLAP_TR_NOOP("Messages", "the worker process %1 was not ready in time"),
                        {std::to_string(pid())}));
        }
        pollfd entry{socket(), static_cast<short>(POLLIN | (wantsToWrite() ? POLLOUT : 0)), 0};
        const timespec timeout{static_cast<time_t>(left / core::nanosecondsPerSecond),
                               static_cast<long>(left % core::nanosecondsPerSecond)};
        if (ppoll(&entry, 1, &timeout, nullptr) <= 0)
            continue;
        write();
        if ((entry.revents & ~POLLOUT) != 0 && m_reader.readFrom(socket()) <= 0)
            throw core::Error(bury().message);
        while (const auto frame = m_reader.next())
            greeted(*frame);
    }
    m_writer->enter(State::idle);
}

void ProcessWorker::begin(Nanoseconds origin)
{
    m_origin = origin;
    ipc::appendFrame(m_out, FrameType::begin, [&](ipc::WireWriter& out) { out.number(origin); });
}

void ProcessWorker::give(const std::vector<core::ItemIndex>& items, const core::Workload& workload,
                         const std::function<void(core::ItemIndex, Message)>& refused)
{
    Chunk chunk;
    std::size_t endMark = 0; // of the last task: whether its chunk ends with it
    for (const core::ItemIndex item : items) {
        try {
            std::size_t mark = 0;
            ipc::appendFrame(m_out, FrameType::task, [&](ipc::WireWriter& out) {
                out.number(item);
                mark = m_out.size();
                out.number(std::uint8_t{0});
                out.value(workload.item(item));
            });
            endMark = mark;
            chunk.items.push_back(item);
        } catch (const core::Error& error) {
            refused(item, error.message());
        } catch (const std::exception& error) {
            refused(item,
                    Message(OVERLAP_TR_NOOP("Messages", "the task could not be sent: %1"), {error.what()}));
        } catch (...) {
            refused(item, Message(OVERLAP_TR_NOOP("Messages", "the task failed without saying why")));
        }
    }
    if (chunk.items.empty())
        return;
    m_out[endMark] = 1;
    m_chunks.push_back(std::move(chunk));
}

void ProcessWorker::write()
{
    while (wantsToWrite()) {
        const ssize_t count =
            ::send(socket(), m_out.data() + m_sent, m_out.size() - m_sent, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count >= 0)
            m_sent += static_cast<std::size_t>(count);
        else if (errno == EAGAIN)
            return;
        else if (errno != EINTR)
            break;
    }
    constexpr std::size_t mostKept = 4 * 1024 * 1024;
    m_out.clear();
    m_sent = 0;
    if (m_out.capacity() > mostKept)
        m_out.shrink_to_fit();
}

bool ProcessWorker::read(const Answered& answered)
{
    try {
        const long got = m_reader.readFrom(socket());
        if (got == 0 || (got < 0 && errno != EAGAIN))
            return false;
        if (takeAll(answered))
            return true;
    } catch (const std::bad_alloc&) {
        m_complaint = Message(OVERLAP_TR_NOOP("Messages", "the memory does not suffice for what the worker "
                                                          "process %1 sent, which was ended"),
                              {std::to_string(pid())});
    }
    return false;
}

bool ProcessWorker::takeAll(const Answered& answered)
{
    try {
        while (const auto frame = m_reader.next()) {
            if (take(*frame, answered))
                continue;
            m_complaint = sentNoAnswer(pid());
            return false;
        }
        return true;
    } catch (const core::Error&) {
        m_complaint = sentNoAnswer(pid());
        return false;
    }
}

bool ProcessWorker::take(const ipc::Frame& frame, const Answered& answered)
{
    if ((frame.type != FrameType::done && frame.type != FrameType::failed) || m_chunks.empty())
        return false;
    ipc::WireReader in(frame.payload);
    core::ItemResult result;
    const auto item = in.number<core::ItemIndex>();
    Chunk& chunk = m_chunks.front();
    if (chunk.items.empty() || chunk.items.front() != item)
        return false;
    result.lane = m_lane;
    result.begin = in.number<Nanoseconds>();
    result.end = in.number<Nanoseconds>();
    const Nanoseconds now = core::monotonicNow() - m_origin;
    if (result.begin < 0 || result.end < result.begin || result.end > now)
        return false;
    if (frame.type == FrameType::done) {
        result.status = core::TaskStatus::done;
        result.value = in.value();
    } else {
        result.status = core::TaskStatus::failed;
        result.error = in.message();
    }
    in.finish();
    if (m_chunkBegin < 0)
        m_chunkBegin = result.begin;
    chunk.items.pop_front();
    if (chunk.items.empty()) {
        m_lastService = result.end - m_chunkBegin;
        m_chunkBegin = -1;
        m_chunks.pop_front();
    }
    answered(item, std::move(result));
    return true;
}

Nanoseconds ProcessWorker::silence(Nanoseconds elapsed)
{
    recording::LaneReader& lane = m_recorder.reader(m_lane);
    const Nanoseconds sign = lane.lastSign();
    const State state = lane.state();
    const bool mayBeSilent = state == State::waiting || state == State::lockWait;
    if (m_chunks.empty() || sign != m_lastSign || (mayBeSilent && !stopped()))
        m_silence = 0;
    else
        m_silence += std::min(elapsed, core::nanosecondsPerSecond); // we may have slept ourselves
    m_lastSign = sign;
    return m_silence;
}

bool ProcessWorker::stopped() const
{
    // "pid (name) S …": the letter behind the name, which may itself hold parentheses.
    std::ifstream file("/proc/" + std::to_string(pid()) + "/stat");
    std::string line;
    std::getline(file, line);
    const auto name = line.rfind(')');
    return name != std::string::npos && name + 2 < line.size() && line[name + 2] == 'T';
}

Message ProcessWorker::causeOfDeath() const
{
    const std::string process = std::to_string(pid());
    if (m_status.signal == SIGKILL) {
        return Message(OVERLAP_TR_NOOP("Messages", "the worker process %1 was killed (signal 9): by hand, or "
                                                   "because the memory ran out"),
                       {process});
    }
    if (m_status.signal != 0) {
        const char* name = sigdescr_np(m_status.signal);
        return Message(OVERLAP_TR_NOOP("Messages", "the worker process %1 was ended by signal %2 (%3)"),
                       {process, std::to_string(m_status.signal), name ? name : "?"});
    }
    return Message(OVERLAP_TR_NOOP("Messages", "the worker process %1 ended on its own with exit code %2"),
                   {process, std::to_string(m_status.code)});
}

ProcessWorker::Death ProcessWorker::bury(std::optional<Message> cause)
{
    m_alive = false;
    if (!cause)
        cause = m_complaint;
    if (cause) {
        m_status = m_child.stop(0);
    } else if (const auto status = m_child.wait(reapingPatience / 10)) {
        m_status = *status;
        cause = causeOfDeath();
    } else {
        m_status = m_child.stop(0);
        cause = m_status.signal == SIGKILL
                    ? Message(OVERLAP_TR_NOOP("Messages", "the worker process %1 hung up and was ended"),
                              {std::to_string(pid())})
                    : causeOfDeath(); // it only took its time
    }
    m_socket.reset();
    markLane(recording::recordFailed | recording::recordKilled);

    Death death{*cause, takeLost(), {}};
    for (const Chunk& chunk : m_chunks)
        death.held.insert(death.held.end(), chunk.items.begin(), chunk.items.end());
    m_chunks.clear();
    m_out.clear();
    m_sent = 0;
    return death;
}

/// Takes off its first chunk what cannot be done by another: up to the item that it was at. That is its first
/// one where it had begun with none, for reading that one may have been its end.
std::vector<core::ItemIndex> ProcessWorker::takeLost()
{
    if (m_chunks.empty())
        return {};
    std::deque<core::ItemIndex>& items = m_chunks.front().items;
    const auto at = std::ranges::find(items, m_recorder.reader(m_lane).item());
    const auto end = (at == items.end() ? items.begin() : at) + 1;
    std::vector<core::ItemIndex> lost(items.begin(), end);
    items.erase(items.begin(), end);
    return lost;
}

void ProcessWorker::cancel()
{
    m_alive = false;
    m_status = m_child.stop(0);
    m_socket.reset();
    markLane(recording::recordCancelled);
    m_chunks.clear();
}

void ProcessWorker::markLane(std::uint8_t fate)
{
    if (m_origin == 0)
        return;
    m_writer->resume();
    const Nanoseconds now = core::monotonicNow();
    const core::ItemIndex at = m_recorder.reader(m_lane).item();
    if (isTask(m_writer->state()) && !m_chunks.empty() &&
        std::ranges::find(m_chunks.front().items, at) != m_chunks.front().items.end()) {
        m_writer->enterAt(now, State::idle, at, 0, static_cast<std::uint8_t>(recording::recordTaskEnd | fate),
                          core::noLane);
    } else if ((fate & recording::recordKilled) != 0) {
        m_writer->enterAt(now, State::idle, core::noItem, 0, recording::recordKilled, core::noLane);
    } else {
        m_writer->retire();
    }
}

void ProcessWorker::reap(Nanoseconds patience)
{
    m_status = m_child.stop(patience);
    m_alive = false;
}

} // namespace overlap::executors
