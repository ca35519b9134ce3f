// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "executors/gil_threads_executor.h"

#include "executors/gil_context.h"

namespace overlap::executors {

std::unique_ptr<InPlaceContext> GilThreadsExecutor::Threads::makeContext(const core::Job& job,
                                                                         recording::LaneWriter& writer,
                                                                         core::LaneIndex worker,
                                                                         core::Nanoseconds origin,
                                                                         std::stop_token stop)
{
    return std::make_unique<GilContext>(job, writer, worker, origin, std::move(stop), list[worker]);
}

GilThreadsExecutor::GilThreadsExecutor(int workers, core::Nanoseconds interval, recording::Recorder& recorder)
    : m_executor(workers, recorder, m_threads)
{
    recording::LaneWriter& holder =
        recorder.addLane(OVERLAP_TR_NOOP("Lanes", "lock holder"), core::LaneKind::holder);
    m_threads.lock.emplace(interval, &holder);
    for (int i = 0; i < workers; ++i)
        m_threads.list.emplace_back(*m_threads.lock, static_cast<core::LaneIndex>(i));
}

} // namespace overlap::executors
