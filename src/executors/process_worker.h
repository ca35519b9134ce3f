// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executor.h"
#include "executors/worker_setup.h"
#include "ipc/frame.h"
#include "ipc/launcher.h"
#include "recording/recorder.h"

#include <csignal>
#include <deque>
#include <functional>
#include <optional>
#include <vector>

namespace overlap::executors {

/// One worker process as the program sees it: its socket, what it was given, its lane. One thread.
class ProcessWorker
{
public:
    /// Items that are handed over, and answered, together.
    struct Chunk
    {
        std::deque<core::ItemIndex> items; ///< in order; the answered ones are taken off the front
    };
    /// Why a worker is no more.
    struct Death
    {
        core::Message message;             ///< names the process and the cause
        std::vector<core::ItemIndex> lost; ///< what it was at, and what it had done without having said so
        std::vector<core::ItemIndex> held; ///< what it was given and had not come to
    };

    using Answered = std::function<void(core::ItemIndex, core::ItemResult)>;

    /// Starts the process; from here on its lane is `starting`. Throws core::Error.
    ProcessWorker(ipc::Launcher& launcher, const std::filesystem::path& program,
                  recording::Recorder& recorder, core::LaneIndex lane);
    ~ProcessWorker();
    ProcessWorker(const ProcessWorker&) = delete;
    ProcessWorker& operator=(const ProcessWorker&) = delete;

    void sendSetup(const WorkerSetup& setup);
    /// Waits until the workload is there. Throws core::Error where it is not, or not by the deadline.
    void awaitReady(core::Nanoseconds deadline);
    /// Hands the lane over: only the worker writes it until it is dead.
    void begin(core::Nanoseconds origin);

    bool alive() const noexcept { return m_alive; }
    core::LaneIndex lane() const noexcept { return m_lane; }
    pid_t pid() const noexcept { return m_child.pid(); }
    int socket() const noexcept { return m_socket.get(); }
    int pidfd() const noexcept { return m_child.pidfd(); }

    /// Chunks that were given and not wholly answered.
    std::size_t inFlight() const noexcept { return m_chunks.size(); }
    /// The last chunk that it answered took so long, from its first item's begin to its last one's end.
    core::Nanoseconds lastService() const noexcept { return m_lastService; }

    /// Bytes that wait for the worker to take them.
    std::size_t unsent() const noexcept { return m_out.size() - m_sent; }

    /// Queues a chunk. What cannot be sent fails alone, told by `refused`.
    void give(const std::vector<core::ItemIndex>& items, const core::Workload& workload,
              const std::function<void(core::ItemIndex, core::Message)>& refused);
    bool wantsToWrite() const noexcept { return unsent() > 0; }
    /// Writes as far as it goes without waiting. A worker that is gone takes nothing more; what it said
    /// before is still to be read.
    void write();
    /// Reads as far as it goes without waiting; `answered` hears of each item. False where the worker is gone
    /// or spoke nonsense: bury() it.
    bool read(const Answered& answered);

    /// For how long the worker has given no sign although it has work, as far as it was watched: `elapsed` is
    /// the time since the last call, which the caller may have slept through.
    core::Nanoseconds silence(core::Nanoseconds elapsed);

    /// Ends what is left of the process, marks its lane, and says what became of what it had. `cause` where
    /// it was not its own end.
    Death bury(std::optional<core::Message> cause = std::nullopt);
    /// The first half of a stop, which does not wait for the end.
    void kill() noexcept { m_child.signal(SIGKILL); }
    /// The second: its task is cancelled.
    void cancel();
    /// Asks it to end, which it does as soon as it reads on.
    void release() { m_socket.reset(); }
    /// Waits for the end of a released one, and kills it where it takes longer.
    void reap(core::Nanoseconds patience);

    /// Of the dead.
    core::Nanoseconds cpuTime() const noexcept { return m_status.cpuTime; }
    std::int64_t peakMemoryBytes() const noexcept { return m_status.peakMemoryBytes; }

private:
    bool takeAll(const Answered& answered);
    bool take(const ipc::Frame& frame, const Answered& answered);
    std::vector<core::ItemIndex> takeLost();
    core::Message causeOfDeath() const;
    void markLane(std::uint8_t fate);
    bool stopped() const;

    recording::Recorder& m_recorder;
    core::LaneIndex m_lane;
    std::shared_ptr<void> m_memory;
    recording::LaneWriter* m_writer; // ours before begin() and after death
    ipc::Descriptor m_socket;
    ipc::ChildProcess m_child;
    ipc::ExitStatus m_status;
    ipc::FrameReader m_reader;
    std::string m_out;
    std::size_t m_sent = 0;
    std::deque<Chunk> m_chunks;
    core::Nanoseconds m_lastService = -1;
    core::Nanoseconds m_chunkBegin = -1;
    core::Nanoseconds m_lastSign = 0;
    core::Nanoseconds m_silence = 0;
    core::Nanoseconds m_origin = 0;
    std::optional<core::Message> m_complaint; // about what it sent
    bool m_alive = true;
};

} // namespace overlap::executors
