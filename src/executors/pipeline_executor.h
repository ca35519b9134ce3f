// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executor.h"
#include "recording/recorder.h"

#include <string>
#include <vector>

namespace overlap::executors {

struct PipelineRules
{
    std::vector<int> workers; ///< of each stage
    std::vector<std::size_t>
        queues; ///< places in front of each stage, the first being the input; 0 unbounded
    /// How long a worker behind the first stage waits for an item before it gives up, before the time scale;
    /// 0 where end marks tell it that no more will come.
    core::Nanoseconds patience = 0;
};

/// Threads of their own for each stage, joined by bounded queues. A feeder puts the items into the first
/// queue, a collector, which is the engine's own thread, takes the results from the last stage. All threads
/// are started at t = 0 and have left when run() returns.
///
/// The last worker of a stage to leave posts an end mark for each worker of the next one, so that no mark
/// overtakes an item. Where the rules have a patience, there are no end marks behind the first stage: workers
/// leave when they have waited so long. Either way a stage may lose its workers while items are still to
/// come; then nothing waits for it, and the items that nobody took fail with a sentence that names the stage.
class PipelineExecutor final : public core::Executor
{
public:
    PipelineExecutor(PipelineRules rules, recording::Recorder& recorder);

    /// Throws core::Error where the work has another number of stages.
    void prepare(const core::Job& job) override;
    core::RunResult run(const core::Job& job, std::stop_token stop) override;
    void shutdown(core::ShutdownMode mode) override;
    core::Nanoseconds cpuTime() const override { return m_cpuTime; }

    /// A thread's place in the picture.
    struct Lane
    {
        recording::LaneWriter* writer = nullptr;
        core::LaneIndex index = core::noLane;
        std::string name; ///< of the stage
        std::size_t number = 0;
    };
    struct Stage
    {
        std::string name;
        std::vector<Lane> workers;
        recording::LaneWriter* depth = nullptr; ///< of the queue in front of it
    };
    struct Lanes
    {
        Lane feeder;
        std::vector<Stage> stages;
        Lane collector;
    };

private:
    Lane addLane(std::string name, std::size_t number, core::LaneKind kind);

    PipelineRules m_rules;
    recording::Recorder& m_recorder;
    Lanes m_lanes;
    core::Nanoseconds m_cpuTime = 0;
    bool m_closed = false;
};

} // namespace overlap::executors
