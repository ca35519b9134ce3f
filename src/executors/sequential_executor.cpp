// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/sequential_executor.h"

#include "executors/in_place_context.h"

#include <algorithm>

namespace overlap::executors {

SequentialExecutor::SequentialExecutor(recording::Recorder& recorder)
    : m_recorder(recorder)
    , m_writer(recorder.addLane(OVERLAP_TR_NOOP("Lanes", "main")))
{}

void SequentialExecutor::prepare(const core::Job&) {}

core::RunResult SequentialExecutor::run(const core::Job& job, std::stop_token stop)
{
    if (m_closed)
        throw core::Error(core::Message(
            OVERLAP_TR_NOOP("Messages", "new tasks cannot be submitted after the executor was shut down")));
    core::RunResult result;
    result.items.resize(job.workload->itemCount());
    const core::Nanoseconds cpuBefore = core::threadCpuNow();
    result.origin = core::monotonicNow();
    m_recorder.begin(result.origin);
    InPlaceContext context(job, m_writer, 0, result.origin, stop);
    const core::Nanoseconds interval =
        job.feedInterval == 0 ? 0 : core::scaledDuration(job.feedInterval, job.timeScale);
    for (std::size_t i = 0; i < result.items.size(); ++i) {
        const core::Nanoseconds due = result.origin + static_cast<core::Nanoseconds>(i) * interval;
        if (due > core::monotonicNow()) {
            m_writer.enter(core::State::queueEmpty);
            sleepUntil(due, stop);
        }
        if (stop.stop_requested()) {
            result.items[i].status = core::TaskStatus::cancelled;
            continue;
        }
        result.items[i] = context.runItem(static_cast<core::ItemIndex>(i));
        result.wall = result.items[i].end;
    }
    m_writer.retire();
    m_cpuTime = core::threadCpuNow() - cpuBefore;
    return result;
}

void SequentialExecutor::shutdown(core::ShutdownMode)
{
    m_closed = true;
}

} // namespace overlap::executors
