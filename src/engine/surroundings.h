// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment.h"
#include "core/paths.h"
#include "engine/loopback_server.h"
#include "engine/refusing_port.h"
#include "engine/scratch_folder.h"

#include <optional>

namespace overlap::engine {

/// What a workload needs from outside, for as long as its experiment lasts: server, port, folder. All of it
/// ends with this object, however the experiment ends.
class Surroundings
{
public:
    /// Throws Error where something that is needed cannot be had.
    Surroundings(const core::WorkloadNeeds& needs, const core::Experiment& experiment,
                 ipc::Launcher& launcher, const core::Paths& paths, std::stop_token stop);

    const core::WorkloadSetting& setting() const noexcept { return m_setting; }

private:
    std::optional<ScratchFolder> m_scratch;
    std::optional<RefusingPort> m_refusing;
    std::optional<LoopbackServer> m_server;
    core::WorkloadSetting m_setting;
};

} // namespace overlap::engine
