// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/worker.h"

#include "executors/in_place_context.h"
#include "executors/worker_setup.h"
#include "ipc/frame.h"
#include "ipc/shared_memory.h"

#include <algorithm>
#include <cerrno>
#include <iostream>
#include <optional>
#include <sys/resource.h>
#include <unistd.h>

namespace overlap::worker {

using core::State;
using core::TaskStatus;
using ipc::FrameType;

namespace {

constexpr core::Nanoseconds longestHeld = 1'000'000;

class Worker
{
public:
    explicit Worker(const WorkerServices& services) : m_services(services) {}

    void serve()
    {
        send(FrameType::hello, [](ipc::WireWriter& out) { out.number(static_cast<std::int64_t>(getpid())); });
        while (true) {
            if (const auto frame = m_reader.next()) {
                ipc::WireReader in(frame->payload);
                handle(frame->type, in);
            } else if (!receive()) {
                return;
            }
        }
    }

private:
    /// False at the end of the stream, which is how a worker is told to end.
    bool receive()
    {
        if (m_writer && !m_reader.inFrame() && m_writer->state() != State::queueEmpty)
            m_writer->enter(State::queueEmpty);
        const long got = m_reader.readFrom(ipc::workerSocket);
        if (got <= 0)
            return false;
        if (m_writer && m_writer->state() != State::transfer)
            m_writer->enter(State::transfer);
        return true;
    }

    void handle(FrameType type, ipc::WireReader& in)
    {
        switch (type) {
        case FrameType::setup:
            prepare(in);
            break;
        case FrameType::begin:
            begin(in);
            break;
        case FrameType::task:
            runTask(in);
            break;
        default:
            throw core::Error(
                core::Message(OVERLAP_TR_NOOP("Messages", "the program sent what a worker does not know")));
        }
    }

    void prepare(ipc::WireReader& in)
    {
        m_setup = executors::setupFromValue(in.value());
        in.finish();
        try {
            if (m_setup.niceness != 0)
                setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + m_setup.niceness);
            m_memory = ipc::mapSharedMemory(ipc::workerMemory, recording::laneBytes(m_setup.capacity));
            const auto descriptor =
                std::ranges::find(m_services.workloads, m_setup.recipe.id, &core::WorkloadDescriptor::id);
            if (descriptor == m_services.workloads.end()) {
                throw core::Error(core::Message(OVERLAP_TR_NOOP("Messages", "there is no workload “%1”"),
                                                {m_setup.recipe.id}));
            }
            m_workload = descriptor->make(m_setup.recipe.parameters);
            m_workload->attach(m_setup.recipe.setting, m_setup.prepared);
            m_setup.prepared = {};
        } catch (const core::Error& error) {
            return refuse(error.message());
        } catch (const std::exception& error) {
            return refuse(core::Message(OVERLAP_TR_NOOP("Messages", "%1"), {error.what()}));
        }
        m_job.workload = m_workload.get();
        m_job.seed = m_setup.seed;
        m_job.timeScale = m_setup.timeScale;
        m_job.makeFetcher = m_services.makeFetcher;
        send(FrameType::ready);
    }

    void refuse(const core::Message& why)
    {
        send(FrameType::refused, [&](ipc::WireWriter& out) { out.message(why); });
    }

    void begin(ipc::WireReader& in)
    {
        m_origin = in.number<core::Nanoseconds>();
        in.finish();
        m_writer.emplace(static_cast<recording::LaneHeader*>(m_memory.get()));
        m_context.emplace(m_job, *m_writer, m_setup.lane, m_origin, std::stop_token());
        // The first tasks have come with this word, or are on their way.
        m_writer->enter(State::transfer);
    }

    void runTask(ipc::WireReader& in)
    {
        const auto item = in.number<core::ItemIndex>();
        static_cast<recording::LaneHeader*>(m_memory.get())->item.store(item, std::memory_order_relaxed);
        const bool endsChunk = in.number<std::uint8_t>() != 0;
        core::Value input;
        std::optional<core::Message> unreadable;
        try {
            input = m_services.decode(in);
            in.finish();
        } catch (const core::Error& error) {
            unreadable = error.message();
        } catch (const std::exception& error) {
            unreadable = core::Message(
                OVERLAP_TR_NOOP("Messages", "the task could not be read in the worker process: %1"),
                {error.what()});
        }
        core::ItemResult result;
        if (unreadable) {
            result.status = TaskStatus::failed;
            result.error = *unreadable;
            result.begin = result.end = core::monotonicNow() - m_origin;
        } else {
            result = m_context->runItem(item, std::move(input));
            m_writer->enter(State::transfer);
        }
        const core::Nanoseconds ended = m_origin + result.end;
        answer(item, result);
        // Answers of a chunk travel together, but long ones do not wait for each other: a stop, or this
        // worker's end, would lose them.
        if (endsChunk || ended - m_flushed > longestHeld) {
            flush();
            m_flushed = ended;
        }
    }

    void answer(core::ItemIndex item, core::ItemResult& result)
    {
        const auto about = [&](ipc::WireWriter& out) {
            out.number(item);
            out.number(result.begin);
            out.number(result.end);
        };
        if (result.status == TaskStatus::done) {
            try {
                ipc::appendFrame(m_out, FrameType::done, [&](ipc::WireWriter& out) {
                    about(out);
                    m_services.encode(out, result.value);
                });
                return;
            } catch (const core::Error& error) {
                result.error = error.message();
            } catch (const std::exception& error) {
                result.error = core::Message(
                    OVERLAP_TR_NOOP("Messages", "the result could not be sent from the worker process: %1"),
                    {error.what()});
            }
        }
        ipc::appendFrame(m_out, FrameType::failed, [&](ipc::WireWriter& out) {
            about(out);
            out.message(result.error);
        });
    }

    template <class Fill = void (*)(ipc::WireWriter&)>
    void send(
        FrameType type, Fill fill = [](ipc::WireWriter&) {})
    {
        ipc::appendFrame(m_out, type, fill);
        flush();
    }

    void flush()
    {
        std::size_t sent = 0;
        while (sent < m_out.size()) {
            const ssize_t count = ::write(ipc::workerSocket, m_out.data() + sent, m_out.size() - sent);
            if (count > 0)
                sent += static_cast<std::size_t>(count);
            else if (errno != EINTR)
                throw core::Error(core::Message(OVERLAP_TR_NOOP("Messages", "the program is gone")));
        }
        constexpr std::size_t mostKept = 4 * 1024 * 1024;
        m_out.clear();
        if (m_out.capacity() > mostKept)
            m_out.shrink_to_fit();
    }

    const WorkerServices& m_services;
    ipc::FrameReader m_reader;
    std::string m_out; // the answers of the chunk so far
    core::Nanoseconds m_flushed = 0;
    executors::WorkerSetup m_setup;
    std::shared_ptr<void> m_memory;
    std::unique_ptr<core::Workload> m_workload;
    core::Job m_job;
    core::Nanoseconds m_origin = 0;
    std::optional<recording::LaneWriter> m_writer; // from t = 0 on
    std::optional<executors::InPlaceContext> m_context;
};

} // namespace

int runWorker(const WorkerServices& services)
{
    try {
        Worker(services).serve();
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "overlap-worker: " << error.what() << '\n';
        return 1;
    }
}

} // namespace overlap::worker
