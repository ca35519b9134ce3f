// SPDX-FileCopyrightText: The Overlap authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/surroundings.h"

namespace overlap::engine {

Surroundings::Surroundings(const core::WorkloadNeeds& needs, const core::Experiment& experiment,
                           ipc::Launcher& launcher, const core::Paths& paths, std::stop_token stop)
{
    m_setting.seed = experiment.seed;
    m_setting.timeScale = experiment.timeScale;
    m_setting.stop = std::move(stop);
    if (needs.scratch)
        m_setting.scratch = m_scratch.emplace().path();
    if (needs.refusingAddress)
        m_setting.refusingUrl = m_refusing.emplace().url();
    if (needs.loopbackServer)
        m_setting.loopbackUrl = m_server.emplace(launcher, paths, experiment.timeScale).url();
}

} // namespace overlap::engine
